import { type MouseEvent, type PointerEvent, useRef } from 'react';

import type { CellPlace } from '../ui/grid/gridPlace.ts';
import { blockOf } from '../ui/grid/gridPlace.ts';
import { isMerging } from './columns.ts';
import { mergedCells } from './mergedCells.ts';
import { type BlockActs } from './useBlockActs.ts';
import { goToWords } from './useTableKeys.ts';
import type { TableGrid } from './useTableGrid.ts';

/** The cell of a row that is under the pointer; null for anything else. */
export function cellUnder(target: EventTarget | null): CellPlace | null {
  if (!(target instanceof Element) || target.closest('.table-editor')) return null;
  const cell = target.closest<HTMLElement>('[data-column]');
  const row = target.closest<HTMLElement>('[data-index]');
  if (!cell || !row) return null;
  return { row: Number(row.dataset['index']), column: Number(cell.dataset['column']) };
}

/** First and last row that are drawn as one cell with this one, as far as they are at hand. */
function mergedRows(
  grid: TableGrid,
  { row, column }: CellPlace,
): readonly [number, number] {
  const merged = mergedCells(grid.columns);
  const isOne = (above: number) =>
    (merged(grid.rowAt(above), grid.rowAt(above + 1)) & (1 << column)) !== 0;
  let first = row;
  let last = row;
  while (isOne(first - 1)) first -= 1;
  while (isOne(last)) last += 1;
  return [first, last];
}

const isSame = (a: CellPlace, b: CellPlace) => a.row === b.row && a.column === b.column;

/** Click chooses, a second click edits, drag chooses a block, a click on a merged category chooses its rows. */
export function useTablePointer(grid: TableGrid, acts: BlockActs) {
  const from = useRef<CellPlace | null>(null);
  const wasActive = useRef(false);

  const onPointerDown = (event: PointerEvent) => {
    const at = cellUnder(event.target);
    if (!at || event.button !== 0) return;
    wasActive.current = isSame(at, grid.active) && !event.shiftKey;
    from.current = at;
    if (event.shiftKey) grid.goTo(at, { extends: true });
    else if (!wasActive.current) grid.goTo(at);
  };
  const onPointerOver = (event: PointerEvent) => {
    const at = event.buttons === 1 && from.current ? cellUnder(event.target) : null;
    if (!at || !from.current || isSame(at, grid.active)) return;
    wasActive.current = false;
    grid.choose(from.current, at);
  };
  const chooseMerged = (at: CellPlace) => {
    const [first, last] = mergedRows(grid, at);
    if (first !== last)
      grid.choose({ row: last, column: at.column }, { row: first, column: at.column });
  };
  const clickCell = (at: CellPlace) => {
    const column = grid.columns[at.column];
    if (column?.kind === 'star' && !grid.isReadOnly) void acts.star();
    else if (wasActive.current) grid.edit();
    else if (column && isMerging(column)) chooseMerged(at);
  };
  const onClick = (event: MouseEvent) => {
    const at = event.shiftKey ? null : cellUnder(event.target);
    const start = from.current;
    from.current = null;
    if (!at || !start || !isSame(at, start)) return;
    clickCell(at);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const at = cellUnder(event.target);
    if (!at) return;
    if (!grid.edit()) goToWords(grid);
  };
  /** The block stays if the pointer is in it, else the cell under the pointer is chosen. */
  const chooseUnder = (event: MouseEvent) => {
    const at = cellUnder(event.target);
    if (!at) return;
    const { top, bottom, left, right } = blockOf(
      { row: grid.block.top, column: grid.block.left },
      { row: grid.block.bottom, column: grid.block.right },
    );
    const isIn =
      at.row >= top && at.row <= bottom && at.column >= left && at.column <= right;
    if (!isIn) grid.goTo(at);
  };
  return { onPointerDown, onPointerOver, onClick, onDoubleClick, chooseUnder };
}
