import type { AnalysisRow, CellEdit } from '../../shared/domain/analysisTable.ts';
import { cellText, editOf } from './cellValues.ts';
import { type Column, isEditable } from './columns.ts';
import type { CellBlock } from '../ui/grid/gridPlace.ts';

/** One cell that would change, with what stands there now. */
export interface CellChange {
  readonly row: AnalysisRow;
  readonly column: Column;
  readonly before: string;
  readonly after: string;
  readonly edit: CellEdit;
}

export interface BlockEdit {
  readonly changes: readonly CellChange[];
  /** Cells that were given something but cannot be typed in. */
  readonly closed: number;
  /** Cells that were given something beyond the last row or column. */
  readonly outside: number;
}

interface Table {
  readonly columns: readonly Column[];
  /** The rows of the block, from its top. */
  readonly rows: readonly AnalysisRow[];
}

type Values = (row: number, column: number) => string | undefined;

function editBlock(
  { columns, rows }: Table,
  { left }: Pick<CellBlock, 'left'>,
  given: { readonly height: number; readonly width: number; readonly valueAt: Values },
): BlockEdit {
  const changes: CellChange[] = [];
  let closed = 0;
  let outside = 0;
  for (let y = 0; y < given.height; y += 1) {
    for (let x = 0; x < given.width; x += 1) {
      const after = given.valueAt(y, x);
      if (after === undefined) continue;
      const [row, column] = [rows[y], columns[left + x]];
      if (!row || !column) {
        outside += 1;
        continue;
      }
      const before = cellText(row, column);
      if (!isEditable(column) && after.trim() !== before) closed += 1;
      const edit = editOf(row, column, after);
      if (edit) changes.push({ row, column, before, after: after.trim(), edit });
    }
  }
  return { changes, closed, outside };
}

/** Cells from elsewhere laid over the block; a single cell fills all of it. */
export function pasteInto(
  table: Table,
  block: CellBlock,
  cells: readonly (readonly string[])[],
): BlockEdit {
  const isOne = cells.length === 1 && cells[0]?.length === 1;
  const width = isOne
    ? block.right - block.left + 1
    : Math.max(0, ...cells.map((row) => row.length));
  const height = isOne ? block.bottom - block.top + 1 : cells.length;
  const valueAt: Values = (y, x) => (isOne ? cells[0]?.[0] : cells[y]?.[x]);
  return editBlock(table, block, { height, width, valueAt });
}

/** Rows that a paste reaches, from the top of the block. */
export function rowsForPaste(
  block: CellBlock,
  cells: readonly (readonly string[])[],
): number {
  const isOne = cells.length === 1 && cells[0]?.length === 1;
  return isOne ? block.bottom - block.top + 1 : cells.length;
}

/** The first row of the block written in all the others. */
export function fillDown(table: Table, block: CellBlock): BlockEdit {
  const [first] = table.rows;
  return editBlock(table, block, {
    height: table.rows.length,
    width: block.right - block.left + 1,
    valueAt: (_, x) => {
      const column = table.columns[block.left + x];
      return first && column && isEditable(column) ? cellText(first, column) : undefined;
    },
  });
}

/** Everything in the block that was written by the analyst taken away. */
export function clearBlock(table: Table, block: CellBlock): BlockEdit {
  return editBlock(table, block, {
    height: table.rows.length,
    width: block.right - block.left + 1,
    valueAt: (_, x) => {
      const column = table.columns[block.left + x];
      return column && isEditable(column) ? '' : undefined;
    },
  });
}

/** The block as text, cell by cell. */
export function textOfBlock(table: Table, block: CellBlock): readonly string[][] {
  return table.rows.map((row) =>
    table.columns
      .slice(block.left, block.right + 1)
      .map((column) => cellText(row, column)),
  );
}
