import { unitText } from '../../domain/meaningUnit.ts';
import { isGraphemeBorder } from '../graphemes.ts';
import type { QuoteIndex } from './quoteIndex.ts';

/** A stretch of words in the index, from and up to. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Letters of the first and of the last word that are no part of it, where it is cut inside a word. */
  readonly cut?: { readonly first: number; readonly last: number };
}

/** A part of a turn, by the turn's place in its transcript from 0. */
export interface QuoteSpan {
  readonly turn: number;
  readonly start: number;
  readonly end: number;
}

/** What stands before the first word of a quotation and after its last. */
export interface QuoteEdges {
  readonly lead: string;
  readonly trail: string;
}

/** As many of the signs before the first word as the transcript has there too. */
function startWith(text: string, start: number, lead: string): number {
  let taken = 0;
  while (
    taken < lead.length &&
    start - taken > 0 &&
    text[start - taken - 1] === lead[lead.length - taken - 1]
  )
    taken += 1;
  while (taken > 0 && !isGraphemeBorder(text, start - taken)) taken -= 1;
  return start - taken;
}

function endWith(text: string, end: number, trail: string): number {
  let taken = 0;
  while (taken < trail.length && text[end + taken] === trail[taken]) taken += 1;
  while (taken > 0 && !isGraphemeBorder(text, end + taken)) taken -= 1;
  return end + taken;
}

function trimmed(text: string, span: QuoteSpan): QuoteSpan {
  const words = text.slice(span.start, span.end);
  return {
    ...span,
    start: span.start + words.length - words.trimStart().length,
    end: span.end - (words.length - words.trimEnd().length),
  };
}

const uncut = { first: 0, last: 0 } as const;

/** Spans for a stretch of words: one per turn, whole turns between the first and the last. */
export function spansOfStretch(
  index: QuoteIndex,
  { from, to, cut = uncut }: Stretch,
  { lead, trail }: QuoteEdges,
): readonly QuoteSpan[] {
  const begin = index.start[from]! + cut.first;
  const finish = index.end[to - 1]! - cut.last;
  const first = index.turn[from] ?? 0;
  const last = index.turn[to - 1] ?? 0;
  const spans: QuoteSpan[] = [];
  for (let at = first; at <= last; at += 1) {
    const { text, ordinal } = index.turns[at]!;
    const start = at === first ? startWith(text, begin, lead) : 0;
    const end = at === last ? endWith(text, finish, trail) : text.length;
    const span = trimmed(text, { turn: ordinal, start, end });
    if (span.end > span.start) spans.push(span);
  }
  return spans;
}

/** The words of spans that follow on each other, as a unit of them reads. */
export function textOfStretch(
  index: QuoteIndex,
  stretch: Stretch,
  spans: readonly QuoteSpan[],
): string {
  const first = index.turn[stretch.from] ?? 0;
  const ordinal = index.turns[first]?.ordinal ?? 0;
  return unitText(
    spans.map((span) => ({
      text: (index.turns[first + span.turn - ordinal]?.text ?? '').slice(
        span.start,
        span.end,
      ),
      followsOn: true,
    })),
  );
}
