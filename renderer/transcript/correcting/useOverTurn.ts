import { type RefObject, useLayoutEffect } from 'react';

import { useCaret } from '../caret.ts';
import { turnElementId } from '../spansOfSelection.ts';

export interface OverTurn {
  readonly box: RefObject<HTMLElement | null>;
  readonly sheet: () => HTMLElement | null;
  /** Ordinal of the turn. */
  readonly turn: number;
}

/** The rows of a turn: a very long one stands in pieces. */
function rowsOf(turn: number): readonly HTMLElement[] {
  const { surface } = useCaret.getState();
  surface?.reach({ turn, at: 0 });
  const first = document.getElementById(turnElementId(turn));
  if (!first) return [];
  if (first.dataset['pieces'] === undefined) return [first];
  const root = surface?.root ?? document;
  return [...root.querySelectorAll<HTMLElement>(`[data-turn="${turn}"]`)];
}

function cover(rows: readonly HTMLElement[], height: number): void {
  for (const [index, row] of rows.entries()) {
    row.dataset['correcting'] = index === 0 ? 'first' : 'later';
    if (index === 0) row.style.minBlockSize = `${height}px`;
  }
}

function uncover(rows: readonly HTMLElement[]): void {
  for (const row of rows) {
    delete row.dataset['correcting'];
    row.style.minBlockSize = '';
  }
}

function place(box: HTMLElement, sheet: HTMLElement, row: HTMLElement): void {
  const origin = sheet.getBoundingClientRect();
  const rect = row.getBoundingClientRect();
  const gutter = Number.parseFloat(getComputedStyle(row).paddingInlineStart);
  box.style.insetBlockStart = `${rect.top - origin.top}px`;
  box.style.insetInlineStart = `${rect.left - origin.left + gutter}px`;
  box.style.inlineSize = `${rect.width - gutter}px`;
}

/** Below the box before the next turn, in pixels. */
const air = 20;

/** Keeps a box over the words of a turn, which make room for it; they follow each other when anything moves. */
export function useOverTurn({ box, sheet, turn }: OverTurn, moved: unknown): void {
  useLayoutEffect(() => {
    const [over, under] = [box.current, sheet()];
    if (!over || !under) return undefined;
    const rows = rowsOf(turn);
    const [first] = rows;
    if (!first) return undefined;
    const follow = () => {
      cover(rows, over.offsetHeight + air);
      place(over, under, first);
    };
    follow();
    const observer = new ResizeObserver(follow);
    observer.observe(over);
    observer.observe(under);
    return () => {
      observer.disconnect();
      uncover(rows);
    };
  }, [box, sheet, turn, moved]);
}
