import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';

import { isOneCell, moved } from '../ui/grid/gridPlace.ts';
import type { PeopleActs } from './usePeopleActs.ts';
import type { PeopleGrid } from './usePeopleGrid.ts';

interface Keys {
  readonly grid: PeopleGrid;
  readonly acts: PeopleActs;
  readonly openHeadMenu: (at: number) => void;
}

/** A key that types a character; AltGr is held as Ctrl Alt on Windows. */
const isTyping = (event: KeyboardEvent) =>
  event.key.length === 1 &&
  (event.getModifierState('AltGraph') ||
    !(event.ctrlKey || event.metaKey || event.altKey));

/** The first letter is typed in the editor that it opens, which therefore must be there before the key press ends. */
function type(event: KeyboardEvent, { grid }: Keys): false {
  if (isTyping(event) && event.key !== ' ' && grid.active.row >= 0)
    flushSync(() => grid.edit(true));
  return false;
}

function openOrEdit({ grid, openHeadMenu }: Keys): boolean {
  if (grid.active.row >= 0) return grid.edit();
  openHeadMenu(grid.active.column);
  return true;
}

function chooseRows({ grid }: Keys): void {
  grid.choose(
    { row: grid.block.top, column: 0 },
    { row: grid.block.bottom, column: grid.columns.length - 1 },
  );
}

function chooseColumns({ grid }: Keys, isAll: boolean): void {
  const { block, columns, people } = grid;
  grid.choose(
    { row: people.length - 1, column: isAll ? columns.length - 1 : block.right },
    { row: 0, column: isAll ? 0 : block.left },
  );
}

function space(event: KeyboardEvent, keys: Keys): boolean {
  if (event.shiftKey) chooseRows(keys);
  else if (event.ctrlKey) chooseColumns(keys, false);
  else return openOrEdit(keys);
  return true;
}

function clear({ grid, acts }: Keys): boolean {
  if (grid.active.row < 0) return false;
  acts.clear();
  return true;
}

function escape({ grid, acts }: Keys): boolean {
  if (acts.problem) acts.forgetProblem();
  else if (isOneCell(grid.block)) return false;
  else grid.goTo(grid.active);
  return true;
}

const acted: Readonly<Record<string, (event: KeyboardEvent, keys: Keys) => boolean>> = {
  Enter: (_, keys) => openOrEdit(keys),
  F2: (_, keys) => openOrEdit(keys),
  ' ': space,
  Escape: (_, keys) => escape(keys),
  Delete: (_, keys) => clear(keys),
  Backspace: (_, keys) => clear(keys),
  ArrowDown: (event, keys) => event.altKey && openOrEdit(keys),
  a: (event, keys) => {
    if (!event.ctrlKey && !event.metaKey) return type(event, keys);
    chooseColumns(keys, true);
    return true;
  },
};

function move(event: KeyboardEvent, { grid }: Keys): boolean {
  if (event.altKey) return false;
  const size = {
    rows: grid.people.length,
    columns: grid.columns.length,
    page: grid.page.current,
  };
  const to = moved(grid.active, event, size);
  if (!to) return false;
  grid.goTo(to, event.shiftKey && to.row >= 0);
  return true;
}

/** The keys of the grid pattern and of a spreadsheet; those of the keymap go on to it. */
export function peopleKeys(keys: Keys): (event: KeyboardEvent) => void {
  return (event) => {
    const isOwn = keys.grid.editing !== null || event.nativeEvent.isComposing;
    if (isOwn || event.defaultPrevented) return;
    const act = Object.hasOwn(acted, event.key) ? acted[event.key] : undefined;
    if (act?.(event, keys) || move(event, keys)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (!act) type(event, keys);
  };
}
