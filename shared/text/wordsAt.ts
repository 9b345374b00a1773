import type { TextRange } from './textRange.ts';

/** Letters, digits and marks, and the signs between them that are not seen. */
const signs = '[\\p{L}\\p{N}\\p{M}\\u00ad\\u200b-\\u200d\\u2060]+';

/** Joined by a hyphen, apostrophe or colon (SIP-möte, SIP:en) or, between digits, a point (14.30). */
const word = new RegExp(
  `${signs}(?:(?:[-'’:\\u2011]|(?<=\\p{N})[.,](?=\\p{N}))${signs})*`,
  'gu',
);

/** A word is looked for within this distance, so that a turn of a megabyte costs no more than a sentence. */
const reach = 400;

function wordsNear(text: string, offset: number): readonly TextRange[] {
  const gap = text.lastIndexOf(' ', Math.max(0, offset - reach));
  const from = gap === -1 ? 0 : gap;
  const to = text.indexOf(' ', Math.min(text.length, offset + reach));
  return [...text.slice(from, to === -1 ? text.length : to).matchAll(word)].map(
    (found) => ({
      start: from + found.index,
      end: from + found.index + found[0].length,
    }),
  );
}

/** The word that the offset stands in or beside, the one after it first; between words the nearest before. Null if there is none near. */
export function wordAt(text: string, offset: number): TextRange | null {
  const words = wordsNear(text, offset);
  return (
    words.find(({ start, end }) => start <= offset && offset < end) ??
    words.findLast(({ end }) => end <= offset) ??
    words[0] ??
    null
  );
}

const holds = (found: TextRange | null, offset: number): found is TextRange =>
  found !== null && found.start <= offset && offset < found.end;

/** The range with the whole of the words that it begins and ends in. */
export function wholeWords(text: string, { start, end }: TextRange): TextRange {
  const first = wordAt(text, start);
  const last = wordAt(text, end - 1);
  return {
    start: holds(first, start) ? first.start : start,
    end: holds(last, end - 1) ? last.end : end,
  };
}

const isBlank = (text: string, offset: number) => /\s/u.test(text[offset] ?? ' ');

function isBorder(text: string, offset: number, edge: 'start' | 'end'): boolean {
  const [inside, outside] =
    edge === 'start' ? [offset, offset - 1] : [offset - 1, offset];
  return !isBlank(text, inside) && isBlank(text, outside);
}

export interface WordBorderSought {
  /** start: where a word with its opening marks begins; end: where one with its punctuation ends. */
  readonly edge: 'start' | 'end';
  readonly direction: 'back' | 'forward';
}

/** The next place beyond the offset where a word begins or ends; null at the end of the text. For moving a unit's borders by word. */
export function wordBorder(
  text: string,
  offset: number,
  { edge, direction }: WordBorderSought,
): number | null {
  const step = direction === 'back' ? -1 : 1;
  for (let at = offset + step; at >= 0 && at <= text.length; at += step)
    if (isBorder(text, at, edge)) return at;
  return null;
}

/** The place nearest the offset where a word begins or ends, the offset itself included. For dragging a border by word. */
export function nearestWordBorder(
  text: string,
  offset: number,
  edge: 'start' | 'end',
): number {
  if (isBorder(text, offset, edge)) return offset;
  const back = wordBorder(text, offset, { edge, direction: 'back' });
  const forward = wordBorder(text, offset, { edge, direction: 'forward' });
  if (back === null || forward === null) return back ?? forward ?? offset;
  return offset - back <= forward - offset ? back : forward;
}
