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

function Starred({ words }: Pick<CellFaceProps, 'words'>) {
  return (
    <span className="table-star" role="img" aria-label={words.starred}>
      <Icon of={Star} size={13} />
    </span>
  );
}

function Place({ row, words }: Pick<CellFaceProps, 'row' | 'words'>) {
  return (
    <>
      <b>{row.number}</b>{' '}
      <span className="table-where">
        {row.speaker} {row.turnLabel}
      </span>
      {row.isQuotable && <Starred words={words} />}
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
  if (column.kind === 'place') return <Place row={row} words={words} />;
  if (column.kind === 'code') return <Codes codes={row.codes} slotOf={slotOf} />;
  if (column.kind !== 'star') return cellText(row, column);
  return row.isQuotable ? <Starred words={words} /> : null;
}
