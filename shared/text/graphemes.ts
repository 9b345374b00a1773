import type { TextRange } from './textRange.ts';

const segmenter = new Intl.Segmenter('sv', { granularity: 'grapheme' });

/** How far we look for a character that stands for itself before we give the text up as one long cluster. */
const reach = 1000;

/** Below the first combining mark every character stands for itself, but for CR LF. */
const firstCombining = 0x300;

const isSimple = (unit: number) => unit < firstCombining && unit !== 13;

function isPlainBorder(text: string, offset: number): boolean {
  return (
    isSimple(text.charCodeAt(offset - 1)) && text.charCodeAt(offset) < firstCombining
  );
}

/** Signs that are joined to what follows them (UAX 29: Prepend, and the joiner), and halves of characters, which may be such. */
const goesBefore =
  /[\u200d\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\ud800-\udfff]/;

/** True only where a cluster is known to begin without looking further. */
function beginsCluster(text: string, offset: number): boolean {
  return isSimple(text.charCodeAt(offset)) && !goesBefore.test(text[offset - 1] ?? '');
}

/** The cluster that the offset is inside or at the start of; the text around it is cut so that long texts cost nothing. */
function clusterAround(text: string, offset: number): TextRange {
  let from = offset - 1;
  while (from > 0 && offset - from < reach && !beginsCluster(text, from)) from -= 1;
  let to = offset + 1;
  while (to < text.length && to - offset < reach && !beginsCluster(text, to)) to += 1;
  const cluster = segmenter.segment(text.slice(from, to)).containing(offset - from);
  if (!cluster) return { start: offset, end: offset };
  const start = from + cluster.index;
  return { start, end: start + cluster.segment.length };
}

/** True where the text can be cut without taking a character, as a person sees it, apart. */
export function isGraphemeBorder(text: string, offset: number): boolean {
  return snapToGrapheme(text, offset, 'back') === offset;
}

/** The offset itself when it lies between two characters as a person sees them, else the nearest such place in the direction. */
export function snapToGrapheme(
  text: string,
  offset: number,
  direction: 'back' | 'forward',
): number {
  if (offset <= 0) return 0;
  if (offset >= text.length) return text.length;
  if (isPlainBorder(text, offset)) return offset;
  const { start, end } = clusterAround(text, offset);
  if (start === offset) return offset;
  return direction === 'back' ? start : end;
}

/** The range widened, never narrowed, to whole characters as a person sees them. */
export function snapRangeToGraphemes(text: string, range: TextRange): TextRange {
  return {
    start: snapToGrapheme(text, range.start, 'back'),
    end: snapToGrapheme(text, range.end, 'forward'),
  };
}
