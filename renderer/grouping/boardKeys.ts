import type { KeyboardEvent } from 'react';

import { isField } from '../keys/pressed.ts';
import type { BoardContextValue } from './boardContext.ts';
import { categoryIn, codeIn, type NodeKey, orphansId } from './boardLayout.ts';
import { type Move, walk } from './boardLanes.ts';
import {
  clearChoice,
  extendTo,
  setOpen,
  toggle,
  useBoard,
  walkTo,
} from './boardStore.ts';
import { stepInTree } from './treeRows.ts';

const plainMoves: Readonly<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'columnStart',
  End: 'columnEnd',
};

const ctrlMoves: Readonly<Record<string, Move>> = {
  ArrowUp: 'bandUp',
  ArrowDown: 'bandDown',
  Home: 'boardStart',
  End: 'boardEnd',
};

/** The id that a band is opened and closed by, if the key is a band's. */
export function bandIdOf(
  { layout, rows }: BoardContextValue,
  key: NodeKey | null,
): string | null {
  if (key === 'orphans') return orphansId;
  const category = layout.categoryById.get(categoryIn(key)!);
  const canClose = category && (category.depth > 1 || rows !== null);
  return canClose ? category.id : null;
}

/** ← closes an open band, → opens a closed one; anything else is a walk. */
function turnsBand(board: BoardContextValue, focus: NodeKey, key: string): boolean {
  const id = bandIdOf(board, focus);
  if (id === null || (key !== 'ArrowLeft' && key !== 'ArrowRight')) return false;
  const isOpen = !board.shown.collapsed.has(id);
  if (isOpen === (key === 'ArrowRight')) return false;
  setOpen(id, !isOpen);
  return true;
}

function onMove(board: BoardContextValue, event: KeyboardEvent, focus: NodeKey): boolean {
  const isCtrl = event.ctrlKey || event.metaKey;
  const move = (isCtrl ? ctrlMoves : plainMoves)[event.key];
  if (!move || event.altKey) return false;
  if (!isCtrl && !event.shiftKey && turnsBand(board, focus, event.key)) return true;
  const isIntoBand = move === 'right' && bandIdOf(board, focus) !== null;
  arrive(board, event, walk(board.lanes, focus, isIntoBand ? 'down' : move));
  return true;
}

function arrive(
  board: BoardContextValue,
  event: KeyboardEvent,
  to: NodeKey | null,
): void {
  if (to && event.shiftKey) extendTo(to, board.order);
  else if (to) walkTo(to);
}

/** Between the tree and the pile that stands to the left of it. */
function acrossFromTree({ rows, lanes }: BoardContextValue, key: string, focus: NodeKey) {
  const isInPile = lanes.pile.includes(focus);
  if (key === 'ArrowLeft' && !isInPile) return lanes.pile[0] ?? null;
  return key === 'ArrowRight' && isInPile ? (rows?.[0]?.key ?? null) : null;
}

function onTreeMove(
  board: BoardContextValue,
  event: KeyboardEvent,
  focus: NodeKey,
): boolean {
  const { rows } = board;
  if (!rows || event.ctrlKey || event.metaKey || event.altKey) return false;
  const step = stepInTree(rows, focus, event.key);
  if (step && step.kind !== 'go') {
    setOpen(step.id, step.kind === 'open');
    return true;
  }
  const to = step?.key ?? acrossFromTree(board, event.key, focus);
  arrive(board, event, to);
  return to !== null;
}

function onEscape(): boolean {
  const { chosen, cut } = useBoard.getState();
  if (chosen.size === 0 && !cut) return false;
  clearChoice();
  useBoard.setState({ cut: null });
  return true;
}

/** The keys that walk and choose; what acts goes through the keymap. */
export function onBoardKey(board: BoardContextValue, event: KeyboardEvent): void {
  const { focus } = useBoard.getState();
  if (isField(event.target) || focus === null || event.nativeEvent.isComposing) return;
  const code = codeIn(focus);
  const isUsed =
    event.key === 'Escape'
      ? onEscape()
      : event.key === ' ' && code
        ? (toggle(code), true)
        : onTreeMove(board, event, focus) || onMove(board, event, focus);
  if (!isUsed) return;
  event.preventDefault();
  event.stopPropagation();
}
