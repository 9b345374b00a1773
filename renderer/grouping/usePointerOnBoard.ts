import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';

import { announce } from '../ui/announce.ts';
import { useWords } from '../words.ts';
import { scrollBoxes, scrollNear } from './autoScroll.ts';
import { nodeAt } from './boardClicks.ts';
import type { BoardContextValue } from './boardContext.ts';
import { categoryIn, codeIn } from './boardLayout.ts';
import { type Carried, chooseOnly, endPutDown, useBoard } from './boardStore.ts';
import { landingAt, landingName, type Pointer, stays } from './landing.ts';
import { type Lasso, startLasso } from './lasso.ts';

const slack = 5;

/**
 * What is let go stays in the hand until the board is drawn as the project has stored it, or for this long: to draw
 * the board without it first would hold up the drawing of it in its place.
 */
const longestPutDown = 150;

const wait = (ms: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** What follows the pointer; drawn by CarriedThings, moved from here without React. */
export const carriedGhost: { current: HTMLElement | null } = { current: null };
export const lassoBox: { current: HTMLElement | null } = { current: null };

/**
 * Holds the pointer while something is carried and gives it its shape: a class on the document would have the style
 * of every card worked out anew, when it is taken up and again when it is let go.
 */
export const carryingHand: { current: HTMLElement | null } = { current: null };

interface Gesture {
  /** A frame of the screen: follow the pointer. */
  readonly frame: (pointer: Pointer) => void;
  readonly end: () => void;
  readonly cancel: () => void;
}

/** What pressing here and moving would carry: the chosen cards if this is one of them. */
function carriedFrom(target: EventTarget | null): Carried | null {
  const key = nodeAt(target);
  const id = codeIn(key);
  const category = categoryIn(key);
  if (category) return { kind: 'category', id: category };
  if (!id) return null;
  const { chosen } = useBoard.getState();
  if (chosen.has(id)) return { kind: 'codes', ids: [...chosen] };
  chooseOnly([id], true);
  return { kind: 'codes', ids: [id] };
}

function carry(carried: Carried, board: () => BoardContextValue): Gesture {
  const boxes = { all: scrollBoxes(), isFresh: false };
  useBoard.setState({ drag: { carried, landing: null } });
  return {
    frame: (pointer) => {
      if (!boxes.isFresh) {
        // The list of targets came with the first frame.
        boxes.all = scrollBoxes();
        boxes.isFresh = true;
      }
      if (carriedGhost.current)
        carriedGhost.current.style.translate = `${pointer.x}px ${pointer.y}px`;
      scrollNear(pointer, boxes.all);
      const landing = landingAt(pointer, carried, board().layout);
      const { drag } = useBoard.getState();
      if (landing === stays || !drag) return;
      if (landingName(landing) !== landingName(drag.landing))
        useBoard.setState({ drag: { carried, landing } });
    },
    end: () => {
      const { drag } = useBoard.getState();
      useBoard.setState({ putDown: drag });
      if (!drag?.landing) return endPutDown();
      void wait(longestPutDown).then(endPutDown);
      void board()
        .acts.drop(carried, drag.landing)
        .then((isStored) => isStored || endPutDown());
    },
    cancel: () => useBoard.setState({ drag: null }),
  };
}

function lassoFrom(from: Pointer, ground: HTMLElement, isAdding: boolean): Gesture {
  const kept = isAdding ? [...useBoard.getState().chosen] : [];
  const lasso: Lasso = startLasso(from, ground);
  let latest = '';
  return {
    frame: (pointer) => {
      scrollNear(pointer, [ground]);
      const { ids, box } = lasso.to(pointer);
      const drawn = lassoBox.current;
      if (drawn) {
        drawn.hidden = false;
        drawn.style.translate = `${box.left}px ${box.top}px`;
        drawn.style.inlineSize = `${box.width}px`;
        drawn.style.blockSize = `${box.height}px`;
      }
      const name = ids.join();
      if (name !== latest) chooseOnly([...new Set([...kept, ...ids])]);
      latest = name;
    },
    end: () => {
      if (lassoBox.current) lassoBox.current.hidden = true;
    },
    cancel: () => {
      if (lassoBox.current) lassoBox.current.hidden = true;
      chooseOnly(kept);
    },
  };
}

interface Press extends Pointer {
  readonly pointerId: number;
}

function letGo(pointerId: number): void {
  const hand = carryingHand.current;
  if (hand?.hasPointerCapture(pointerId)) hand.releasePointerCapture(pointerId);
}

/** Follows one press until it is let go or given up; a press that does not move is a click and none of this. */
function follow(
  from: Press,
  begin: () => Gesture | null,
  onCancel: () => void,
): () => void {
  let pointer: Pointer = from;
  let gesture: Gesture | null = null;
  let frame = 0;
  const listeners = new AbortController();
  const { signal } = listeners;

  const stop = () => {
    listeners.abort();
    cancelAnimationFrame(frame);
    letGo(from.pointerId);
  };
  const giveUp = () => {
    stop();
    gesture?.cancel();
    if (gesture) onCancel();
  };
  const run = () => {
    gesture?.frame(pointer);
    frame = requestAnimationFrame(run);
  };
  const on = <Kind extends keyof WindowEventMap>(
    kind: Kind,
    listener: (event: WindowEventMap[Kind]) => void,
  ) => window.addEventListener(kind, listener, { signal, capture: true });

  on('pointermove', (event) => {
    pointer = { x: event.clientX, y: event.clientY };
    const distance = Math.hypot(pointer.x - from.x, pointer.y - from.y);
    if (gesture || distance < slack) return;
    gesture = begin();
    if (!gesture) return stop();
    carryingHand.current?.setPointerCapture(from.pointerId);
    run();
  });
  on('pointerup', () => {
    const isDone = gesture !== null;
    gesture?.frame(pointer);
    stop();
    gesture?.end();
    if (isDone) swallowClick();
  });
  on('pointercancel', giveUp);
  on('blur', (event) => event.target === window && giveUp());
  on('keydown', (event) => {
    if (event.key !== 'Escape' || !gesture) return;
    event.preventDefault();
    event.stopPropagation();
    giveUp();
    window.addEventListener('pointerup', swallowClick, { capture: true, once: true });
  });
  return giveUp;
}

/** The click that a browser sends after a drag is not a choice. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 50);
}

/** Dragging and the lasso, by mouse or pen; a finger scrolls. Everything they do has keys too (design.md 5.6). */
export function usePointerOnBoard(
  board: RefObject<BoardContextValue>,
): (event: PointerEvent<HTMLElement>) => void {
  const { say } = useWords();
  const give = useRef<(() => void) | null>(null);
  useEffect(() => () => give.current?.(), []);
  return (event) => {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    const target = event.target as HTMLElement;
    if (target.closest('button, input, a, select, textarea')) return;
    const from = { x: event.clientX, y: event.clientY, pointerId: event.pointerId };
    const isAdding = event.ctrlKey || event.metaKey || event.shiftKey;
    const onCancel = () => announce(say('board.cancelled'));
    const ground = target.closest<HTMLElement>('[data-autoscroll]');
    if (nodeAt(target)) {
      if (board.current.isReadOnly) return;
      give.current = follow(
        from,
        () => {
          const carried = carriedFrom(target);
          return carried && carry(carried, () => board.current);
        },
        onCancel,
      );
    } else if (ground && target.closest('[data-ground]')) {
      event.preventDefault();
      give.current = follow(
        from,
        () => lassoFrom(from, ground, isAdding),
        () => {},
      );
    }
  };
}
