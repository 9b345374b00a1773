import { MessageSquareOff, Star, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

import type { AnalysisRow } from '../../shared/domain/analysisTable.ts';
import type { CodeId } from '../../shared/domain/ids.ts';
import { classes } from '../ui/given.ts';
import { Icon } from '../ui/Icon.tsx';
import { Swatch } from '../ui/Swatch.tsx';
import { swatchBefore } from '../ui/swatchShapes.ts';
import { cellText } from './cellValues.ts';
import type { Column, ColumnKind } from './columns.ts';

export type SlotOf = (id: CodeId) => number | null;

export interface FaceWords {
  /** Name of the star for who does not see it. */
  readonly starred: string;
  readonly inDoubt: string;
  readonly withheld: (names: string) => string;
  readonly overBorder: string;
}

interface Face {
  readonly row: AnalysisRow;
  readonly column: Column;
  readonly look: { readonly slotOf: SlotOf; readonly words: FaceWords };
  /** Characters that surely fit; what may be longer is cut off by its own element, which costs. */
  readonly fits: number;
  readonly isActive: boolean;
}

const star = ({ look }: Face) => (
  <span className="table-star" role="img" aria-label={look.words.starred}>
    <Icon of={Star} size={13} />
  </span>
);

const place = (face: Face) => (
  <>
    <b>{face.row.number}</b>{' '}
    <span className="table-where">
      {face.row.speaker} {face.row.turnLabel}
    </span>
    {face.row.isQuotable && star(face)}
    {face.row.withheld && (
      <span
        className="table-withheld"
        role="img"
        aria-label={face.look.words.withheld(face.row.withheld.join(', '))}
        title={face.look.words.withheld(face.row.withheld.join(', '))}
      >
        <Icon of={MessageSquareOff} size={13} />
      </span>
    )}
    {face.row.isInDoubt && (
      <span className="table-doubt" role="img" aria-label={face.look.words.inDoubt}>
        <Icon of={TriangleAlert} size={13} />
      </span>
    )}
  </>
);

const question = (face: Face) => (
  <>
    {(face.row.questions?.length ?? 0) > 1 && (
      <span className="table-doubt" role="img" aria-label={face.look.words.overBorder}>
        <Icon of={TriangleAlert} size={13} />
      </span>
    )}
    {text(face)}
  </>
);

const codes = ({ row, look, fits }: Face) => {
  const shown = row.codes.map(({ id, name }) => {
    const slot = look.slotOf(id);
    const before = swatchBefore(slot);
    return (
      <span className={classes('table-code-name', before)} key={id}>
        {before === null && <Swatch slot={slot} size={10} />}
        {name}
      </span>
    );
  });
  const letters = row.codes.reduce((sum, { name }) => sum + name.length + 4, 0);
  return letters > fits ? <div className="table-text">{shown}</div> : shown;
};

/** More than two lines of the widest column hold; the rest is drawn when one stands in the cell. */
const longest = 500;

/** Text that is cut off after so many lines as the rows have. */
function text({ row, column, fits, isActive }: Face): ReactNode {
  const all = cellText(row, column);
  if (all.length <= fits && !all.includes('\n')) return all;
  return (
    <div className="table-text">
      {isActive || all.length <= longest || fits === Infinity
        ? all
        : `${all.slice(0, longest)}…`}
    </div>
  );
}

const faces: Readonly<Record<ColumnKind, (face: Face) => ReactNode>> = {
  place,
  unit: text,
  condensed: text,
  interpretation: text,
  code: codes,
  category: text,
  theme: text,
  transcript: text,
  question,
  star: (face) => (face.row.isQuotable ? star(face) : null),
  attribute: text,
};

/** What a cell shows while nobody edits it. */
export const cellFace = (face: Face): ReactNode => faces[face.column.kind](face);
