import type { ImportNotes } from '../importNotes.ts';
import { quantile } from './pdfLines.ts';
import type { PdfPage, PdfPiece } from './pdfPages.ts';

const fewest = 5;
const longestStep = 10;
const isNumber = ({ text }: PdfPiece) => /^\s*\d{1,5}\s*$/.test(text);

// Numbers that count lines or turns go up by the same step, and may begin anew or be repeated where a page begins.
function counts(numbers: readonly number[]): boolean {
  if (numbers.length < fewest) return false;
  const steps = numbers.slice(1).map((number, at) => number - (numbers[at] ?? 0));
  const usual = quantile(steps);
  const same = steps.filter((step) => step === usual).length;
  return usual > 0 && usual <= longestStep && same >= steps.length * 0.8;
}

function inMargin(
  pages: readonly PdfPage[],
  side: (piece: PdfPiece) => boolean,
): PdfPiece[] {
  const found = pages.flatMap(({ pieces }) =>
    pieces
      .filter((piece) => isNumber(piece) && side(piece))
      .toSorted((a, b) => a.y - b.y),
  );
  return counts(found.map(({ text }) => Number(text))) ? found : [];
}

/** Takes away numbers of lines or turns that stand in a margin of their own, left or right of all words. */
export function withoutMarginNumbers(
  pages: readonly PdfPage[],
  notes: ImportNotes,
): PdfPage[] {
  const words = pages
    .flatMap(({ pieces }) => pieces)
    .filter((piece) => piece.text.trim() !== '' && !isNumber(piece));
  const left = quantile(
    words.map(({ x }) => x),
    0.02,
  );
  const right = quantile(
    words.map((word) => word.right),
    0.98,
  );
  const dropped = new Set([
    ...inMargin(pages, (piece) => piece.right <= left),
    ...inMargin(pages, (piece) => piece.x >= right),
  ]);
  notes.changed({ code: 'lineNumbersDropped', count: dropped.size });
  return pages.map((page) => ({
    ...page,
    pieces: page.pieces.filter((piece) => !dropped.has(piece)),
  }));
}
