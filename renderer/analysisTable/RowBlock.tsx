import { memo, type ReactNode } from 'react';

import type { AnalysisRow } from '../../shared/domain/analysisTable.ts';
import { isOneCell } from '../ui/grid/gridPlace.ts';
import { type RowLook, TableRow } from './TableRow.tsx';
import type { TableGrid } from './useTableGrid.ts';

/** Rows are drawn and taken away so many at a time: most frames of a scroll then change nothing. */
export const blockLength = 6;

export const blockOfRow = (row: number): number => Math.floor(row / blockLength);

interface RowBlockProps {
  readonly block: number;
  readonly grid: TableGrid;
  readonly look: RowLook;
  /** Columns, as bits, in which two rows are drawn as one cell. */
  readonly merged: (
    above: AnalysisRow | undefined,
    below: AnalysisRow | undefined,
  ) => number;
  /** Given to the block of the active row only. */
  readonly editor: ReactNode;
  readonly measure: (element: HTMLElement | null) => void;
}

interface RowMarks {
  readonly active: number | null;
  readonly blockFrom: number | null;
  readonly blockTo: number | null;
}

/** What of the row is active and chosen. */
function marksOf({ active, block }: TableGrid, index: number): RowMarks {
  const isChosen =
    active.row >= 0 && !isOneCell(block) && index >= block.top && index <= block.bottom;
  return {
    active: index === active.row ? active.column : null,
    blockFrom: isChosen ? block.left : null,
    blockTo: isChosen ? block.right : null,
  };
}

const firstOf = (block: number) => block * blockLength;
const lastOf = (block: number, total: number) => Math.min(total, firstOf(block + 1)) - 1;

function RowBlockView({ block, grid, look, merged, editor, measure }: RowBlockProps) {
  const { rowAt, total } = grid;
  const first = firstOf(block);
  return (
    <div className="table-block" role="presentation" data-block={block} ref={measure}>
      {Array.from({ length: lastOf(block, total) - first + 1 }, (_, at) => {
        const index = first + at;
        const row = rowAt(index);
        const marks = marksOf(grid, index);
        return (
          <TableRow
            key={index}
            index={index}
            row={row}
            look={look}
            continued={merged(rowAt(index - 1), row)}
            continues={merged(row, rowAt(index + 1))}
            {...marks}
            editor={marks.active === null ? null : editor}
          />
        );
      })}
    </div>
  );
}

function isRowSame(before: TableGrid, after: TableGrid, index: number): boolean {
  const [was, is] = [marksOf(before, index), marksOf(after, index)];
  return (
    before.rowAt(index) === after.rowAt(index) &&
    was.active === is.active &&
    was.blockFrom === is.blockFrom &&
    was.blockTo === is.blockTo
  );
}

/** The grid is another whenever a page of rows comes or goes; its rows here, and those they join, mostly are not. */
function isBlockSame(before: RowBlockProps, after: RowBlockProps): boolean {
  const { block, grid } = after;
  const last = lastOf(block, grid.total);
  const rows = Array.from(
    { length: last - firstOf(block) + 3 },
    (_, at) => firstOf(block) - 1 + at,
  );
  return (
    before.block === block &&
    before.look === after.look &&
    before.merged === after.merged &&
    before.editor === after.editor &&
    before.measure === after.measure &&
    lastOf(block, before.grid.total) === last &&
    (before.grid === grid || rows.every((row) => isRowSame(before.grid, grid, row)))
  );
}

/** Some rows, one after the other. */
export const RowBlock = memo(RowBlockView, isBlockSame);
