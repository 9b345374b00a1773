import { Star } from 'lucide-react';

import type { AnalysisRow, PlacedCode } from '../../shared/domain/analysisTable.ts';
import type { CodeId } from '../../shared/domain/ids.ts';
import { Icon } from '../ui/Icon.tsx';
import { Swatch } from '../ui/Swatch.tsx';
import { cellText } from './cellValues.ts';
import type { Column } from './columns.ts';

export type SlotOf = (id: CodeId) => number | null;

export interface FaceWords {
  /** Name of the star for who does not see it. */
  readonly starred: string;
}

interface CellFaceProps {
  readonly row: AnalysisRow;
  readonly column: Column;
  readonly slotOf: SlotOf;
  readonly words: FaceWords;
}

function Place({ row, words }: Pick<CellFaceProps, 'row' | 'words'>) {
  return (
    <>
      <b>{row.number}</b>{' '}
      <span className="table-where">
        {row.speaker} {row.turnLabel}
      </span>
      {row.isQuotable && (
        <span className="table-star" role="img" aria-label={words.starred}>
          <Icon of={Star} size={13} />
        </span>
      )}
    </>
  );
}

function Codes({
  codes,
  slotOf,
}: {
  readonly codes: readonly PlacedCode[];
  readonly slotOf: SlotOf;
}) {
  return codes.map(({ id, name }) => (
    <span className="table-code" key={id}>
      <Swatch slot={slotOf(id)} size={10} />
      <span>{name}</span>
    </span>
  ));
}

/** What a cell shows while nobody edits it. */
export function CellFace({ row, column, slotOf, words }: CellFaceProps) {
  switch (column.kind) {
    case 'place':
      return <Place row={row} words={words} />;
    case 'code':
      return <Codes codes={row.codes} slotOf={slotOf} />;
    case 'star':
      return row.isQuotable ? (
        <span className="table-star" role="img" aria-label={words.starred}>
          <Icon of={Star} />
        </span>
      ) : null;
    case 'unit':
    case 'condensed':
    case 'interpretation':
    case 'category':
    case 'theme':
    case 'transcript':
      return cellText(row, column);
  }
}
