import { snapToGrapheme } from '../../shared/text/graphemes.ts';
import { nearestWordBorder, wordBorder } from '../../shared/text/wordsAt.ts';
import { comparePoints, type TextPoint } from './spansOfSelection.ts';

/** A span by the ordinal of its turn. */
export interface OrdinalSpan {
  readonly turn: number;
  readonly start: number;
  readonly end: number;
}

export type Edge = 'start' | 'end';

export interface EdgeMove {
  readonly edge: Edge;
  readonly direction: 'back' | 'forward';
  readonly byCharacter: boolean;
}

type Texts = readonly { readonly text: string }[];

const startOf = ({ turn, start }: OrdinalSpan): TextPoint => ({ turn, at: start });
const endOf = ({ turn, end }: OrdinalSpan): TextPoint => ({ turn, at: end });

function turnsBetween(texts: Texts, from: number, to: number): readonly OrdinalSpan[] {
  return texts
    .slice(from, to)
    .map(({ text }, index) => ({ turn: from + index, start: 0, end: text.length }))
    .filter(({ end }) => end > 0);
}

function withEnd(
  spans: readonly OrdinalSpan[],
  point: TextPoint,
  texts: Texts,
): readonly OrdinalSpan[] {
  const kept = spans.filter((span) => comparePoints(startOf(span), point) < 0);
  const last = kept.at(-1);
  if (!last) return spans;
  if (last.turn === point.turn) return [...kept.slice(0, -1), { ...last, end: point.at }];
  const length = texts[last.turn]?.text.length ?? last.end;
  return [
    ...kept.slice(0, -1),
    { ...last, end: length },
    ...turnsBetween(texts, last.turn + 1, point.turn),
    ...(point.at > 0 ? [{ turn: point.turn, start: 0, end: point.at }] : []),
  ];
}

function withStart(
  spans: readonly OrdinalSpan[],
  point: TextPoint,
  texts: Texts,
): readonly OrdinalSpan[] {
  const kept = spans.filter((span) => comparePoints(endOf(span), point) > 0);
  const [first] = kept;
  if (!first) return spans;
  if (first.turn === point.turn) return [{ ...first, start: point.at }, ...kept.slice(1)];
  const length = texts[point.turn]?.text.length ?? 0;
  return [
    ...(point.at < length ? [{ turn: point.turn, start: point.at, end: length }] : []),
    ...turnsBetween(texts, point.turn + 1, first.turn),
    { ...first, start: 0 },
    ...kept.slice(1),
  ];
}

/** The unit's first or last border at another place. Words it passes come in or go out; at least one stays. */
export function withEdgeAt(
  spans: readonly OrdinalSpan[],
  {
    edge,
    point,
    texts,
  }: { readonly edge: Edge; readonly point: TextPoint; readonly texts: Texts },
): readonly OrdinalSpan[] {
  return edge === 'end' ? withEnd(spans, point, texts) : withStart(spans, point, texts);
}

/** The place under the pointer, moved to where a word begins or ends unless single characters are wanted. */
export function snappedPoint(
  { turn, at }: TextPoint,
  texts: Texts,
  { edge, byCharacter }: Omit<EdgeMove, 'direction'>,
): TextPoint {
  const text = texts[turn]?.text ?? '';
  return {
    turn,
    at: byCharacter
      ? snapToGrapheme(text, at, 'back')
      : nearestWordBorder(text, at, edge),
  };
}

function nextInTurn(text: string, at: number, move: EdgeMove): number | null {
  const { edge, direction, byCharacter } = move;
  if (!byCharacter) return wordBorder(text, at, { edge, direction });
  const next = direction === 'back' ? at - 1 : at + 1;
  return next < 0 || next > text.length ? null : snapToGrapheme(text, next, direction);
}

/** The next place for a border, over into the turns beside; null at the ends of the transcript. */
function nextPoint(from: TextPoint, texts: Texts, move: EdgeMove): TextPoint | null {
  const step = move.direction === 'back' ? -1 : 1;
  const at = nextInTurn(texts[from.turn]?.text ?? '', from.at, move);
  if (at !== null) return { turn: from.turn, at };
  for (let turn = from.turn + step; texts[turn]; turn += step) {
    const text = texts[turn]?.text ?? '';
    const outside = step === 1 ? -1 : text.length + 1;
    const first = nextInTurn(text, Math.max(0, Math.min(text.length, outside)), {
      ...move,
      byCharacter: false,
    });
    if (first !== null) return { turn, at: first };
  }
  return null;
}

/** B and the arrows: the border moves by word or by character; a span that it passes over goes. */
export function moveEdge(
  spans: readonly OrdinalSpan[],
  texts: Texts,
  move: EdgeMove,
): readonly OrdinalSpan[] {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return spans;
  const isEnd = move.edge === 'end';
  const next = nextPoint(isEnd ? endOf(last) : startOf(first), texts, move);
  if (!next) return spans;
  const shrinksAway = isEnd
    ? comparePoints(next, startOf(last)) <= 0
    : comparePoints(next, endOf(first)) >= 0;
  if (!shrinksAway) return withEdgeAt(spans, { edge: move.edge, point: next, texts });
  if (spans.length === 1) return spans;
  return isEnd ? spans.slice(0, -1) : spans.slice(1);
}
