import type { TextRange } from './textRange.ts';

/** Letters, digits and marks, joined by a hyphen, apostrophe or colon (SIP-möte, SIP:en) or, between digits, a point (14.30). */
const word =
  /[\p{L}\p{N}\p{M}\u200d]+(?:(?:[-'’:\u2011]|(?<=\p{N})[.,](?=\p{N}))[\p{L}\p{N}\p{M}\u200d]+)*/gu;

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
