import type { Span } from '../../shared/domain/span.ts';
import type { Turn } from '../../shared/domain/transcript.ts';
import { snapRangeToGraphemes } from '../../shared/text/graphemes.ts';
import type { TextRange } from '../../shared/text/textRange.ts';

/** A place in the transcript: ordinal of the turn from 0, and offset in its text. */
export interface TextPoint {
  readonly turn: number;
  readonly at: number;
}

/** From a place to a later one; `isBackward` when the focus of the selection is at `from`. */
export interface TextSelection {
  readonly from: TextPoint;
  readonly to: TextPoint;
  readonly isBackward: boolean;
}

export const turnElementId = (turn: number) => `turn-${turn}`;

export const comparePoints = (a: TextPoint, b: TextPoint): number =>
  a.turn - b.turn || a.at - b.at;

export const isCollapsed = ({ from, to }: TextSelection): boolean =>
  comparePoints(from, to) === 0;

function pointInLine(line: HTMLElement, node: Node, offset: number): TextPoint | null {
  const turn = line.closest<HTMLElement>('[data-turn]')?.dataset['turn'];
  if (turn === undefined) return null;
  const before = document.createRange();
  before.setStart(line, 0);
  before.setEnd(node, offset);
  return {
    turn: Number(turn),
    at: Number(line.dataset['at']) + before.toString().length,
  };
}

const lengthOf = (line: HTMLElement) => line.textContent.length;

/** The nearest line at or after a place between elements, else the last before it. */
function lineNear(root: HTMLElement, node: Node, offset: number) {
  const place = document.createRange();
  place.setStart(node, offset);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT, (element) =>
    (element as HTMLElement).dataset['at'] === undefined
      ? NodeFilter.FILTER_SKIP
      : NodeFilter.FILTER_ACCEPT,
  );
  walker.currentNode = node.childNodes[offset] ?? node;
  const current = walker.currentNode as HTMLElement;
  const after = current.dataset?.['at'] === undefined ? walker.nextNode() : current;
  if (after && place.comparePoint(after, 0) >= 0)
    return { line: after as HTMLElement, isAfter: true };
  const before = walker.previousNode() ?? after;
  return before ? { line: before as HTMLElement, isAfter: false } : null;
}

/** The place in the words that a place in the document stands for; null outside the transcript's text. */
export function textPointOf(
  root: HTMLElement,
  node: Node,
  offset: number,
): TextPoint | null {
  if (!root.contains(node)) return null;
  const element = node instanceof HTMLElement ? node : node.parentElement;
  const line = element?.closest<HTMLElement>('[data-at]');
  if (line && root.contains(line)) return pointInLine(line, node, offset);
  const near = lineNear(root, node, offset);
  if (!near) return null;
  return near.isAfter
    ? pointInLine(near.line, near.line, 0)
    : pointInLine(near.line, near.line, near.line.childNodes.length);
}

/** What is selected of the words; null when the selection is elsewhere. */
export function textSelectionOf(
  root: HTMLElement,
  selection: Selection | null,
): TextSelection | null {
  if (!selection?.anchorNode || !selection.focusNode) return null;
  const anchor = textPointOf(root, selection.anchorNode, selection.anchorOffset);
  const focus = textPointOf(root, selection.focusNode, selection.focusOffset);
  if (!anchor || !focus) return null;
  const isBackward = comparePoints(focus, anchor) < 0;
  return isBackward
    ? { from: focus, to: anchor, isBackward }
    : { from: anchor, to: focus, isBackward };
}

function trimmed(text: string, { start, end }: TextRange): TextRange {
  const words = text.slice(start, end);
  return {
    start: start + words.length - words.trimStart().length,
    end: end - words.length + words.trimEnd().length,
  };
}

/** The words between two places, turn by turn, in whole characters as a person sees them and without white space at the ends. */
export function spansBetween(
  from: TextPoint,
  to: TextPoint,
  turns: readonly Pick<Turn, 'id' | 'text'>[],
): readonly Span[] {
  return turns.slice(from.turn, to.turn + 1).flatMap((turn, index) => {
    const ordinal = from.turn + index;
    const selected = {
      start: ordinal === from.turn ? from.at : 0,
      end: ordinal === to.turn ? to.at : turn.text.length,
    };
    if (selected.end <= selected.start) return [];
    const { start, end } = trimmed(turn.text, snapRangeToGraphemes(turn.text, selected));
    return end > start ? [{ turnId: turn.id, start, end }] : [];
  });
}

/** Selected text → spans (house.md section 6). */
export function spansOfSelection(
  selection: TextSelection,
  turns: readonly Pick<Turn, 'id' | 'text'>[],
): readonly Span[] {
  return spansBetween(selection.from, selection.to, turns);
}

/** The lines of a turn that are drawn; a very long turn stands in several pieces. */
function linesOf(root: HTMLElement, turn: number): readonly HTMLElement[] {
  const first = root.ownerDocument.getElementById(turnElementId(turn));
  const pieces =
    first?.dataset['pieces'] === undefined
      ? [first]
      : [...root.querySelectorAll<HTMLElement>(`[data-turn="${turn}"]`)];
  return pieces.flatMap((piece) => [
    ...(piece?.querySelectorAll<HTMLElement>(':scope > [data-at]') ?? []),
  ]);
}

interface DomPoint {
  readonly node: Node;
  readonly offset: number;
}

type PointEdge = 'start' | 'end';

/** So many characters into a line; between two texts the edge says whether it is the end of one or the start of the other. */
function domPointIn(line: HTMLElement, at: number, edge: PointEdge): DomPoint {
  let left = Math.min(at, lengthOf(line));
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (left < text.length || (left === text.length && edge === 'end'))
      return { node: text, offset: left };
    left -= text.length;
  }
  const last = line.lastChild;
  return last instanceof Text
    ? { node: last, offset: last.length }
    : { node: line, offset: line.childNodes.length };
}

/** Where in the document a place in the words is; null while its chunk is not drawn. */
export function domPointOf(
  root: HTMLElement,
  { turn, at }: TextPoint,
  edge: PointEdge = 'start',
): DomPoint | null {
  const beginningOf = (line: HTMLElement) => Number(line.dataset['at']);
  const lines = linesOf(root, turn);
  const line =
    lines.findLast((one) =>
      edge === 'start' ? beginningOf(one) <= at : beginningOf(one) < at,
    ) ?? lines[0];
  return line ? domPointIn(line, at - beginningOf(line), edge) : null;
}

const wordsSaid = 6;

/** The words at one end of a text, to be said when a border moves there. */
export function selectionText(text: string, edge: 'start' | 'end'): string {
  const words = text.trim().split(/\s+/);
  return (edge === 'end' ? words.slice(-wordsSaid) : words.slice(0, wordsSaid)).join(' ');
}
