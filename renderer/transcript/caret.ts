import { create } from 'zustand';

import type { Turn } from '../../shared/domain/transcript.ts';
import {
  comparePoints,
  domPointOf,
  isCollapsed,
  textSelectionOf,
  type TextPoint,
  type TextSelection,
} from './spansOfSelection.ts';

/** The text of the open transcript as it stands in the document. */
export interface Surface {
  readonly root: HTMLElement;
  readonly turns: readonly Turn[];
  /** Draws the place if it is not drawn yet. */
  readonly reach: (place: TextPoint) => void;
}

interface Caret {
  readonly surface: Surface | null;
  /** Where the caret or the selection is, also while the focus is in the inspector. */
  readonly selection: TextSelection | null;
  /** The text has the focus. */
  readonly isFocused: boolean;
  readonly by: 'keys' | 'pointer';
}

const beginning: Caret = {
  surface: null,
  selection: null,
  isFocused: false,
  by: 'pointer',
};

/** The one text cursor over the transcript, in words and never in nodes. */
export const useCaret = create<Caret>(() => beginning);

const now = () => useCaret.getState();

const isSameSelection = (a: TextSelection | null, b: TextSelection | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    comparePoints(a.from, b.from) === 0 &&
    comparePoints(a.to, b.to) === 0 &&
    a.isBackward === b.isBackward);

export function openSurface(surface: Surface): () => void {
  useCaret.setState({ ...beginning, by: now().by, surface });
  return () => {
    if (now().surface?.root === surface.root) useCaret.setState(beginning);
  };
}

/** The turns have been corrected: the caret stays, as far as there are words there. */
export function followTurns(turns: readonly Turn[]): void {
  const { surface, selection } = now();
  if (!surface || surface.turns === turns) return;
  const within = ({ turn, at }: TextPoint): TextPoint => {
    const last = Math.max(0, Math.min(turn, turns.length - 1));
    return { turn: last, at: Math.min(at, turns[last]?.text.length ?? 0) };
  };
  useCaret.setState({
    surface: { ...surface, turns },
    selection: selection && {
      ...selection,
      from: within(selection.from),
      to: within(selection.to),
    },
  });
}

const selectionIn = ({ root }: Surface) =>
  textSelectionOf(root, root.ownerDocument.getSelection());

const hasFocus = ({ root }: Surface) => root.ownerDocument.activeElement === root;

/** Takes over what the person has selected; true if it is something else than before. */
export function followSelection(): boolean {
  const { surface, selection } = now();
  if (!surface || !hasFocus(surface)) return false;
  const next = selectionIn(surface);
  if (!next || isSameSelection(next, selection)) return false;
  useCaret.setState({ selection: next });
  return true;
}

/** The selection of this moment: an event of the browser's may not have come yet. */
export function selectionNow(): TextSelection | null {
  followSelection();
  return now().selection;
}

/** Where commands act: the end of the selection that the person moves. */
export function caretNow(): TextPoint | null {
  const selection = selectionNow();
  if (!selection) return null;
  return selection.isBackward || isCollapsed(selection) ? selection.from : selection.to;
}

function showSelection(surface: Surface, selection: TextSelection): void {
  const { from, to, isBackward } = selection;
  const start = domPointOf(surface.root, from, 'start');
  const end = isCollapsed(selection) ? start : domPointOf(surface.root, to, 'end');
  if (!start || !end) return;
  const [anchor, focus] = isBackward ? [end, start] : [start, end];
  surface.root.ownerDocument
    .getSelection()
    ?.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
}

/** Selects words, or places the caret when `to` is left out; the text gets the focus unless told. */
export function selectText(
  from: TextPoint,
  to: TextPoint = from,
  options: { readonly keepsFocus?: boolean } = {},
): void {
  const { surface } = now();
  if (!surface) return;
  surface.reach(from);
  surface.reach(to);
  const selection = { from, to, isBackward: false };
  useCaret.setState({ selection });
  if (options.keepsFocus) return;
  if (!hasFocus(surface)) surface.root.focus({ preventScroll: true });
  showSelection(surface, selection);
}

/** Makes the browser's selection what is known to be selected. */
export function showCaret(): void {
  const { surface, selection } = now();
  if (surface && selection) showSelection(surface, selection);
}

/** Gives the focus back to the text, where the caret was. */
export function focusText(): void {
  now().surface?.root.focus({ preventScroll: true });
  showCaret();
}

/** Drawing a turn again may put the browser's selection elsewhere in its words: it is put back. */
export function restoreSelectionIn(turn: number): void {
  const { surface, selection } = now();
  if (!surface || !selection || !hasFocus(surface)) return;
  if (selection.to.turn < turn || selection.from.turn > turn) return;
  if (!isSameSelection(selectionIn(surface), selection))
    showSelection(surface, selection);
}

function rectOf(
  surface: Surface,
  place: TextPoint,
  edge: 'start' | 'end',
): DOMRect | null {
  const point = domPointOf(surface.root, place, edge);
  if (!point) return null;
  const range = surface.root.ownerDocument.createRange();
  range.setStart(point.node, point.offset);
  const rect = range.getBoundingClientRect();
  if (rect.height > 0) return rect;
  const element = point.node instanceof Element ? point.node : point.node.parentElement;
  return element?.getBoundingClientRect() ?? null;
}

/** Where in the window a place of the words is; null while it is not drawn. */
export function placeInWindow(
  place: TextPoint,
  edge: 'start' | 'end' = 'start',
): DOMRect | null {
  const { surface } = now();
  return surface && rectOf(surface, place, edge);
}

const margin = 64;

function lineOf({ root }: Surface, place: TextPoint): HTMLElement | null {
  const node = domPointOf(root, place)?.node ?? null;
  const element = node instanceof HTMLElement ? node : node?.parentElement;
  return element?.closest<HTMLElement>('[data-at]') ?? null;
}

/** Scrolls a place into view if it is not there, at once. */
export function scrollToText(place: TextPoint): void {
  const { surface } = now();
  if (!surface) return;
  surface.reach(place);
  const scroller = surface.root.closest('.workspace-content');
  const line = lineOf(surface, place);
  if (!scroller || !line) return;
  // A chunk that has been out of sight has its size guessed until it is shown: the second look is the true one.
  for (let look = 0; look < 2; look += 1) {
    const view = scroller.getBoundingClientRect();
    const rect = line.getBoundingClientRect();
    if (rect.top >= view.top + margin && rect.bottom <= view.bottom - margin) return;
    line.scrollIntoView({ block: 'center', behavior: 'instant' });
  }
}

/** The end of the selection that moved. */
export const endOf = ({ from, to, isBackward }: TextSelection): TextPoint =>
  isBackward ? from : to;
