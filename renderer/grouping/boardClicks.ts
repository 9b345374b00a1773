import type { MouseEvent } from 'react';

import type { BoardContextValue } from './boardContext.ts';
import { codeIn, type NodeKey } from './boardLayout.ts';
import {
  chooseOnly,
  clearChoice,
  extendTo,
  focusOn,
  toggle,
  useBoard,
} from './boardStore.ts';

const controls = 'button, input, a, select, textarea';

/** The card or head that an event is about, unless it is about a control in it. */
export function nodeAt(target: EventTarget | null): NodeKey | null {
  if (!(target instanceof Element)) return null;
  const node = target.closest<HTMLElement>('[data-node]');
  const control = target.closest(controls);
  if (!node || (control && node.contains(control))) return null;
  return (node.dataset['node'] ?? null) as NodeKey | null;
}

function joins(key: NodeKey): void {
  const id = codeIn(key);
  if (id) toggle(id);
  focusOn(key);
  useBoard.setState({ anchor: key });
}

export function onBoardClick(board: BoardContextValue, event: MouseEvent): void {
  const key = nodeAt(event.target);
  const isGround = event.target instanceof Element && !event.target.closest(controls);
  if (!key)
    return isGround && !event.ctrlKey && !event.shiftKey ? clearChoice() : undefined;
  if (event.shiftKey) extendTo(key, board.order);
  else if (event.ctrlKey || event.metaKey) joins(key);
  else {
    const id = codeIn(key);
    focusOn(key);
    useBoard.setState({ anchor: key });
    if (id) chooseOnly([id], true);
    else clearChoice();
  }
}

export function onBoardDoubleClick(board: BoardContextValue, event: MouseEvent): void {
  const key = nodeAt(event.target);
  if (key && key !== 'orphans' && !board.isReadOnly) useBoard.setState({ renaming: key });
}
