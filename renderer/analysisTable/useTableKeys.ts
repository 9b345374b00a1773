import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';

import { usePlace } from '../place.ts';
import { isOneCell, moved } from '../ui/grid/gridPlace.ts';
import { useGridStore } from './gridStore.ts';
import type { BlockActs } from './useBlockActs.ts';
import type { TableGrid } from './useTableGrid.ts';

interface Keys {
  readonly grid: TableGrid;
  readonly acts: BlockActs;
  readonly sortBy: (at: number) => void;
  readonly openHeadMenu: (at: number) => void;
}

/** From the active row to its words in the transcript. */
export function goToWords(grid: TableGrid): boolean {
  const row = grid.rowAt(grid.active.row);
  if (!row) return false;
  usePlace.getState().goToWords(row);
  return true;
}

function chooseRows({ grid }: Keys): void {
  const { block, columns } = grid;
  grid.choose(
    { row: block.top, column: 0 },
    { row: block.bottom, column: columns.length - 1 },
  );
}

function chooseColumns({ grid }: Keys, isAll: boolean): void {
  const { block, columns, total } = grid;
  grid.choose(
    { row: total - 1, column: isAll ? columns.length - 1 : block.right },
    { row: 0, column: isAll ? 0 : block.left },
  );
}

function enter(keys: Keys): boolean {
  const { grid } = keys;
  if (grid.active.row < 0) {
    keys.sortBy(grid.active.column);
    return true;
  }
  return grid.edit() || goToWords(grid);
}

function space(event: KeyboardEvent, keys: Keys): boolean {
  const { grid, acts } = keys;
  const kind = grid.columns[grid.active.column]?.kind;
  if (event.shiftKey) chooseRows(keys);
  else if (event.ctrlKey) chooseColumns(keys, false);
  else if (grid.active.row < 0) keys.sortBy(grid.active.column);
  else if (!grid.isReadOnly && (kind === 'place' || kind === 'unit' || kind === 'star'))
    void acts.star();
  return true;
}

function escape({ grid, acts }: Keys): boolean {
  if (acts.problem) acts.forgetProblem();
  else if (isOneCell(grid.block)) return false;
  else grid.goTo(grid.active);
  return true;
}

function clear({ grid, acts }: Keys): boolean {
  if (grid.isReadOnly || grid.active.row < 0) return false;
  void acts.clear();
  return true;
}

/** A key that types a character; AltGr is held as Ctrl Alt on Windows. */
const isTyping = (event: KeyboardEvent) =>
  event.key.length === 1 &&
  (event.getModifierState('AltGraph') ||
    !(event.ctrlKey || event.metaKey || event.altKey));

/** The first letter is typed in the editor that it opens, which therefore must be there before the key press ends. */
function type(event: KeyboardEvent, { grid }: Keys): false {
  if (isTyping(event) && grid.active.row >= 0)
    flushSync(() => grid.edit({ isReplacing: true }));
  return false;
}

type Act = (event: KeyboardEvent, keys: Keys) => boolean;

const acted: Readonly<Record<string, Act>> = {
  Enter: (event, keys) =>
    event.shiftKey && keys.grid.active.row >= 0 ? false : enter(keys),
  F2: (_, { grid }) => grid.edit(),
  ' ': space,
  Escape: (_, keys) => escape(keys),
  Delete: (_, keys) => clear(keys),
  Backspace: (_, keys) => clear(keys),
  ArrowDown: (event, keys) => {
    if (!event.altKey) return false;
    if (keys.grid.active.row < 0) keys.openHeadMenu(keys.grid.active.column);
    else keys.grid.edit();
    return true;
  },
  a: (event, keys) => {
    if (!event.ctrlKey && !event.metaKey) return type(event, keys);
    chooseColumns(keys, true);
    return true;
  },
};

function move(event: KeyboardEvent, { grid }: Keys): boolean {
  if (event.altKey) return false;
  const to = moved(grid.active, event, grid.size());
  if (!to) return false;
  grid.goTo(to, { extends: event.shiftKey && to.row >= 0 });
  return true;
}

/** Keys that are pressed in what a cell is edited with are its own. */
const isOwn = (event: KeyboardEvent) =>
  (event.target instanceof Element && event.target.closest('.table-editor') !== null) ||
  useGridStore.getState().editing !== null;

/** The keys of the grid pattern and of a spreadsheet; those of the keymap go on to it. */
export function tableKeys(keys: Keys): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.nativeEvent.isComposing || event.defaultPrevented || isOwn(event)) return;
    const act = Object.hasOwn(acted, event.key) ? acted[event.key] : undefined;
    if (act?.(event, keys) || move(event, keys)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (!act) type(event, keys);
  };
}
