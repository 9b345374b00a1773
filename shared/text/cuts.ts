import type { TextRange } from './textRange.ts';

/** A range of a text that gives way to other words. Cuts of one text are in order and do not overlap. */
export interface Cut extends TextRange {
  readonly text: string;
}

/** What a range holds of the words that were cut, counted from the beginning of the cut. */
export interface Held extends TextRange {
  readonly cut: number;
}

/** The text after its cuts. */
export function textAfterCuts(text: string, cuts: readonly Cut[]): string {
  return cuts.reduceRight(
    (now, { start, end, text: words }) => now.slice(0, start) + words + now.slice(end),
    text,
  );
}

function after(cuts: readonly Cut[], offset: number): number {
  return cuts.reduce(
    (now, { start, end, text }) =>
      end <= offset ? now + text.length - (end - start) : now,
    offset,
  );
}

const startOf = (cuts: readonly Cut[], cut: Cut) => after(cuts, cut.start);
const isWithin = ({ start, end }: Cut, at: number) => start < at && at < end;

/** What the range holds of each cut. */
export function heldBy({ start, end }: TextRange, cuts: readonly Cut[]): readonly Held[] {
  return cuts.flatMap((cut, index) => {
    const from = Math.max(start, cut.start);
    const to = Math.min(end, cut.end);
    const isHeld = from < to || (start === end && isWithin(cut, start));
    return isHeld ? [{ cut: index, start: from - cut.start, end: to - cut.start }] : [];
  });
}

/** Where the range lies after the cuts; of a cut that it holds any of, it holds all that came instead. */
export function rangeAfterCuts(range: TextRange, cuts: readonly Cut[]): TextRange {
  const held = heldBy(range, cuts).map((one) => cuts[one.cut]!);
  const first = held.find((cut) => cut.start <= range.start);
  const last = held.findLast((cut) => cut.end >= range.end);
  return {
    start: first ? startOf(cuts, first) : after(cuts, range.start),
    end: last ? startOf(cuts, last) + last.text.length : after(cuts, range.end),
  };
}

/** Where the range lies after the cuts but for what came instead of them: nothing, one piece or several. */
export function rangesBesideCuts(
  { start, end }: TextRange,
  cuts: readonly Cut[],
): readonly TextRange[] {
  const pieces: TextRange[] = [];
  let from = start;
  for (const cut of cuts) {
    if (cut.end <= from || cut.start >= end) continue;
    if (cut.start > from)
      pieces.push({ start: after(cuts, from), end: after(cuts, cut.start) });
    from = Math.max(from, cut.end);
  }
  const isLeft = from < end || (start === end && from === start);
  return isLeft
    ? [...pieces, { start: after(cuts, from), end: after(cuts, end) }]
    : pieces;
}

/** Where words that were held lie in what came instead of the cut. */
export function heldRange(cuts: readonly Cut[], { cut, start, end }: Held): TextRange {
  const from = startOf(cuts, cuts[cut]!);
  return { start: from + start, end: from + end };
}

/** Ranges in order, those that touch or overlap made one. */
export function joinedRanges(ranges: readonly TextRange[]): readonly TextRange[] {
  const joined: TextRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1);
    if (last && range.start <= last.end)
      joined[joined.length - 1] = { ...last, end: Math.max(last.end, range.end) };
    else joined.push(range);
  }
  return joined;
}
