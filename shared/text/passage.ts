import { snapToGrapheme } from './graphemes.ts';
import type { TextRange } from './textRange.ts';

/** Words as they stand, with what stands around them on one line. */
export interface Passage {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

const uneven = /[^\S ]| {2}/u;

const onOneLine = (text: string) =>
  uneven.test(text) ? text.replace(/\s+/gu, ' ') : text;

function cutBefore(text: string, from: number): string {
  if (from === 0) return text;
  const space = text.indexOf(' ');
  return `…${space < 0 ? text : text.slice(space)}`;
}

function cutAfter(text: string, isCut: boolean): string {
  if (!isCut) return text;
  const space = text.lastIndexOf(' ');
  return `${space < 0 ? text : text.slice(0, space)} …`;
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
    before: cutBefore(onOneLine(text.slice(from, start)), from),
    words: onOneLine(text.slice(start, end)),
    after: cutAfter(onOneLine(text.slice(end, to)), to < text.length),
  };
}
