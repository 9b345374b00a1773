import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

import type { NodeKey } from './boardLayout.ts';
import { boardNow, focusOn, grantFocus, useBoard } from './boardStore.ts';

export function elementOf(root: HTMLElement | null, key: NodeKey): HTMLElement | null {
  return root?.querySelector<HTMLElement>(`[data-node="${key}"]`) ?? null;
}

/** A dialog that is closing lets go of the page a moment after it has gone. */
const patience = 20;

export function takeFocus(element: HTMLElement, tries = patience): void {
  element.focus({ preventScroll: true });
  if (document.activeElement === element)
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  else if (tries > 0 && element.isConnected)
    requestAnimationFrame(() => takeFocus(element, tries - 1));
}

function isFocusLost(): boolean {
  return !document.activeElement || document.activeElement === document.body;
}

/** The key itself if it is still there, else the nearest of what stood after it, else before. */
export function survivor(
  before: readonly NodeKey[],
  now: readonly NodeKey[],
  key: NodeKey,
): NodeKey | null {
  const there = new Set(now);
  if (there.has(key)) return key;
  const index = before.indexOf(key);
  if (index < 0) return null;
  const next = before.slice(index + 1).find((other) => there.has(other));
  return next ?? before.slice(0, index).findLast((other) => there.has(other)) ?? null;
}

/**
 * Keeps the focus where the person is while cards change places, come and go: on the same card, else its neighbour.
 * A focus that was asked for waits until what it was asked for is on the screen.
 */
export function useFocusKeeper(
  root: RefObject<HTMLElement | null>,
  order: readonly NodeKey[],
): void {
  const before = useRef(order);
  const isInside = useRef(false);
  const wanted = useBoard((board) => board.wanted);
  const isInDialog = useBoard((board) => board.dialog !== null);

  useEffect(() => {
    const onFocusIn = (event: FocusEvent) => {
      const { target } = event;
      isInside.current = target instanceof Node && !!root.current?.contains(target);
    };
    document.addEventListener('focusin', onFocusIn);
    return () => document.removeEventListener('focusin', onFocusIn);
  }, [root]);

  useLayoutEffect(() => {
    const { focus, granted } = boardNow();
    if (isInDialog) return;
    const isAsked = granted !== wanted;
    if (focus === null || (isAsked && !elementOf(root.current, focus))) return;
    grantFocus();
    const key = survivor(before.current, order, focus);
    before.current = order;
    focusOn(key);
    const isDue = isAsked || (isInside.current && isFocusLost());
    const element = isDue && key ? elementOf(root.current, key) : null;
    if (element) takeFocus(element);
  }, [root, order, wanted, isInDialog]);
}
