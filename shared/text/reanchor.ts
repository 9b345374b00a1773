import type { Span } from '../domain/span.ts';
import { snapRangeToGraphemes } from './graphemes.ts';
import { shareOf } from './shareOfSpan.ts';
import type { TextRange } from './textRange.ts';
import {
  firstAfter,
  placeNow,
  type TextPlace,
  type Trace,
  type TurnLayout,
} from './turnLayout.ts';

/** From what needs nobody's eyes to what has to be looked at; the worst of a unit's spans is the unit's. */
export const verdicts = [
  'kept',
  'changedInside',
  'borderMoved',
  'inDoubt',
  'gone',
] as const;
export type Verdict = (typeof verdicts)[number];

/** Whether a unit of which this is said has to be looked at. */
export function isForReview(verdict: Verdict): boolean {
  return verdict === 'inDoubt' || verdict === 'gone';
}

export interface Reanchored {
  readonly verdict: Verdict;
  /** In the order of the turns they are in now; none when the words are gone. */
  readonly spans: readonly Span[];
  /** Where the words stood, when they are gone; null when there is no turn left. */
  readonly place: TextPlace | null;
}

/** A piece of a span in its new turn, by the turn's index. */
interface Part extends TextRange {
  readonly turn: number;
}

interface Shares {
  readonly parts: readonly Part[];
  readonly kept: readonly Trace[];
  readonly isDoubtful: boolean;
}

const worst = (given: readonly Verdict[]): Verdict =>
  verdicts[Math.max(0, ...given.map((verdict) => verdicts.indexOf(verdict)))]!;

const combining = /[\u0300-\uffff]/;

/** A character as a person counts them, near enough: a picture with what it is joined to is one, as is a flag. */
const character =
  /\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:[\p{M}\p{Emoji_Modifier}]|\u200d\p{Extended_Pictographic})*|[^\s\p{M}]/gu;

/** How many characters there are, white space not counted. */
function inkOf(text: string): number {
  const isPlain = !combining.test(text);
  return isPlain
    ? text.replace(/\s+/gu, '').length
    : (text.match(character) ?? []).length;
}

const inOrder = (a: Part, b: Part) =>
  a.turn === b.turn ? a.start - b.start : a.turn - b.turn;

/** The pieces that the span's words are in or have been replaced by, and those beside them. */
function shares(layout: TurnLayout, span: Span): Shares {
  const traces = layout.traces.get(span.turnId) ?? [];
  const seen = new Set<string>();
  const parts: Part[] = [];
  const kept: Trace[] = [];
  let isDoubtful = false;
  const take = (turn: number, index: number) => {
    const laid = layout.after[turn]!;
    if (!laid.pieces[index] || seen.size === seen.add(`${turn} ${index}`).size) return;
    const share = shareOf(laid, index, span);
    if (share.range) parts.push({ turn, ...share.range });
    isDoubtful ||= share.isDoubtful;
  };
  for (let at = firstAfter(traces, span.start); at < traces.length; at += 1) {
    const trace = traces[at]!;
    if (trace.from >= span.end) break;
    if (trace.piece.kind === 'kept') kept.push(trace);
    for (const beside of [-1, 0, 1]) take(trace.turn, trace.index + beside);
  }
  return { parts: parts.toSorted(inOrder), kept, isDoubtful };
}

/** The part without white space at its ends, as it is and widened to whole characters; null when there is nothing in it. */
function trimmed(
  text: string,
  part: Part,
): { readonly range: TextRange; readonly isWidened: boolean } | null {
  const words = text.slice(part.start, part.end);
  if (words.trim() === '') return null;
  const start = part.end - words.trimStart().length;
  const end = part.start + words.trimEnd().length;
  const range = snapRangeToGraphemes(text, { start, end });
  return { range, isWidened: range.start !== start || range.end !== end };
}

/** Parts with nothing but white space between them made one, trimmed of it, and never inside a character. */
function joined(layout: TurnLayout, parts: readonly Part[]): readonly Part[] {
  const whole: Part[] = [];
  for (const part of parts) {
    const { text } = layout.after[part.turn]!;
    const range = trimmed(text, part)?.range;
    if (!range) continue;
    const last = whole.at(-1);
    const isNext =
      last?.turn === part.turn && text.slice(last.end, range.start).trim() === '';
    if (isNext) whole[whole.length - 1] = { ...last, end: Math.max(last.end, range.end) };
    else whole.push({ ...range, turn: part.turn });
  }
  return whole;
}

/** Whether a character is half of the span and half of others, as when flags in a row come to be paired otherwise. */
function sharesCharacter(layout: TurnLayout, parts: readonly Part[]): boolean {
  return parts.some((part) => {
    const { text } = layout.after[part.turn]!;
    const range = trimmed(text, part);
    if (!range?.isWidened) return false;
    return !parts.some(
      (other) =>
        other !== part &&
        other.turn === part.turn &&
        other.start < range.range.end &&
        other.end > range.range.start,
    );
  });
}

/** How much of the span's ink is in pieces that were kept. */
function inkKept(layout: TurnLayout, span: Span, kept: readonly Trace[]): number {
  const text = layout.textOf(span.turnId);
  return kept.reduce(
    (sum, { from, to }) =>
      sum + inkOf(text.slice(Math.max(from, span.start), Math.min(to, span.end))),
    0,
  );
}

/** Whether the span begins and ends with the characters that it began and ended with. */
function hasOldBorders(
  span: Span,
  parts: readonly Part[],
  kept: readonly Trace[],
): boolean {
  const isAt = (offset: number, part: Part, now: number) =>
    kept.some(
      ({ from, to, turn, start }) =>
        from <= offset &&
        offset < to &&
        turn === part.turn &&
        start + offset - from === now,
    );
  const [first, last] = [parts[0]!, parts.at(-1)!];
  return isAt(span.start, first, first.start) && isAt(span.end - 1, last, last.end - 1);
}

function verdictOf(
  layout: TurnLayout,
  span: Span,
  now: Omit<Shares, 'parts'> & { readonly parts: readonly Part[] },
): Verdict {
  const { parts, kept } = now;
  if (parts.length === 0) return 'gone';
  const old = layout.textOf(span.turnId).slice(span.start, span.end);
  const texts = parts.map(({ turn, start, end }) =>
    layout.after[turn]!.text.slice(start, end),
  );
  if (texts.length === 1 && texts[0] === old) return 'kept';
  const ink = inkKept(layout, span, kept);
  const isLittle = 2 * ink < inkOf(old) || 2 * ink < inkOf(texts.join(''));
  if (now.isDoubtful || isLittle) return 'inDoubt';
  return hasOldBorders(span, parts, kept) ? 'changedInside' : 'borderMoved';
}

interface Judged {
  readonly verdict: Verdict;
  readonly parts: readonly Part[];
}

/** What says anything: a letter, a digit, a picture; not a full stop that is left of a sentence. */
const said = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;

/** Whether the span said something and nothing but signs is left of it, which nobody has typed. */
function hasLostItsWords(
  layout: TurnLayout,
  span: Span,
  { parts, kept }: Pick<Shares, 'parts' | 'kept'>,
): boolean {
  const text = parts
    .map(({ turn, start, end }) => layout.after[turn]!.text.slice(start, end))
    .join('');
  if (said.test(text)) return false;
  const old = layout.textOf(span.turnId).slice(span.start, span.end);
  return said.test(old) && inkOf(text) <= inkKept(layout, span, kept);
}

function judged(layout: TurnLayout, span: Span): Judged {
  const found = shares(layout, span);
  const all = joined(layout, found.parts);
  const parts = hasLostItsWords(layout, span, { ...found, parts: all }) ? [] : all;
  const isDoubtful = found.isDoubtful || sharesCharacter(layout, found.parts);
  return { verdict: verdictOf(layout, span, { ...found, parts, isDoubtful }), parts };
}

function verdictOfUnit(all: readonly Judged[], spans: number, now: number): Verdict {
  const verdict = worst(all.map((one) => one.verdict));
  if (verdict === 'gone' && now > 0) return 'inDoubt';
  return verdict === 'kept' && now !== spans ? 'changedInside' : verdict;
}

/**
 * Where a meaning unit's words are after a correction, and what has become of them. The rules:
 *
 * 1. Words that were kept stay in the unit, wherever they stand now: in the same turn, in the second half of a split
 *    turn, moved to another. Words of others never come into it, so words moved into the middle of a unit make it two
 *    spans.
 * 2. Words typed strictly inside the unit, or over words that were all inside it, belong to it.
 * 3. Words typed at its border follow the visible mark: what touches a word of the unit without white space between
 *    goes on with that word and belongs to it, up to the first white space. Where words on both sides are touched, it
 *    goes on with the one before.
 * 4. Words typed over words that were partly inside it belong to it no further than they can be seen to be the same
 *    words; the unit is in doubt.
 * 5. A unit is in doubt too when less than half of its characters, white space not counted, are still there, or when
 *    less than half of those it has now were there before.
 * 6. A unit without any words left is gone. Nothing is deleted: `place` says where they stood. Signs that are left of a
 *    span when its words are gone (a full stop) are no words, and go with them.
 * 7. A span never begins or ends inside a character as a person sees it, nor in white space, and is never empty. Spans
 *    with nothing but white space between them become one. Where words before it make its last character another one
 *    that is half of what follows (flags in a row), it takes the whole of it and is in doubt.
 *
 * `kept` is said only of a unit whose words are the same, in as many spans; `changedInside` of one that begins and ends
 * with the same characters as before. Spans of turns that the layout does not know are left as they are; an empty span
 * is one whose words are gone already.
 */
export function reanchor(layout: TurnLayout, spans: readonly Span[]): Reanchored {
  const inLayout = spans.filter(({ turnId }) => layout.isKnown(turnId));
  const elsewhere = spans.filter(
    ({ turnId, start, end }) => !layout.isKnown(turnId) && end > start,
  );
  const all = inLayout.map((span) => judged(layout, span));
  const parts = joined(layout, all.flatMap((one) => one.parts).toSorted(inOrder));
  const now = [
    ...parts.map(({ turn, start, end }) => ({
      turnId: layout.after[turn]!.id,
      start,
      end,
    })),
    ...elsewhere,
  ];
  const first = inLayout[0];
  const isGone = now.length === 0 && first !== undefined;
  return {
    verdict: verdictOfUnit(all, spans.length, now.length),
    spans: now,
    place: isGone
      ? placeNow(layout, { turnId: first.turnId, offset: first.start })
      : null,
  };
}
