import { snapToGrapheme } from './graphemes.ts';
import type { TextRange } from './textRange.ts';

export const standardLineLength = 66;

const isSpace = (codePoint: number) => codePoint === 0x20 || codePoint === 0x09;

function breakInsideWord(text: string, start: number, offset: number): number {
  const back = snapToGrapheme(text, offset, 'back');
  return back > start ? back : snapToGrapheme(text, offset, 'forward');
}

/** Where the line that begins at `start` ends, at most at the end of its paragraph. */
function endOfLine(text: string, paragraph: TextRange, length: number): number {
  let count = 0;
  let afterSpace: number | null = null;
  let hasInk = false;
  let at = paragraph.start;
  while (at < paragraph.end) {
    const codePoint = text.codePointAt(at)!;
    const width = codePoint > 0xffff ? 2 : 1;
    if (isSpace(codePoint)) {
      if (hasInk) afterSpace = at + width;
    } else if (count >= length) {
      return afterSpace ?? breakInsideWord(text, paragraph.start, at);
    } else hasInk = true;
    count += 1;
    at += width;
  }
  return paragraph.end;
}

/**
 * The reference lines of one turn: paragraphs broken at the last space within `length` characters (code points, so that
 * fonts and Unicode versions have no say). The lines tile the text; a line owns the spaces and the line feed that end it,
 * and a word longer than a line is broken between characters as a person sees them. An empty turn is one empty line.
 */
export function referenceLines(
  text: string,
  length: number = standardLineLength,
): readonly TextRange[] {
  const lines: TextRange[] = [];
  let start = 0;
  do {
    const feed = text.indexOf('\n', start);
    const paragraphEnd = feed === -1 ? text.length : feed;
    const end = endOfLine(text, { start, end: paragraphEnd }, length);
    const next = end === feed ? end + 1 : end;
    lines.push({ start, end: next });
    start = next;
  } while (start < text.length);
  return lines;
}

/** The index of the line that an offset stands on; an offset at the border of two lines stands on the second. */
export function lineAt(lines: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
