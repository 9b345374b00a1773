import { snapToGrapheme } from './graphemes.ts';
import type { TextRange } from './textRange.ts';

/** Words as they stand, with what stands around them on one line. */
export interface Passage {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

const onOneLine = (text: string) => text.replace(/\s+/gu, ' ');

function cutBefore(text: string, from: number): string {
  if (from === 0) return text;
  const space = text.search(/\s/u);
  return `…${space < 0 ? text : text.slice(space)}`;
}

function cutAfter(text: string, isCut: boolean): string {
  if (!isCut) return text;
  const cut = text.replace(/\s\S*$/u, '');
  return `${cut} …`;
}

/** A place in a text with so many characters of what stands around it, cut between words. */
export function passageAt(
  text: string,
  { start, end }: TextRange,
  around: { readonly before: number; readonly after: number },
): Passage {
  const from = snapToGrapheme(text, Math.max(0, start - around.before), 'back');
  const to = snapToGrapheme(text, Math.min(text.length, end + around.after), 'forward');
  return {
    before: onOneLine(cutBefore(text.slice(from, start), from)),
    words: onOneLine(text.slice(start, end)),
    after: onOneLine(cutAfter(text.slice(end, to), to < text.length)),
  };
}
