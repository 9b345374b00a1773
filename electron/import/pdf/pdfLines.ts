import type { PdfPage, PdfPiece } from './pdfPages.ts';

/** What stands side by side on a line, with a gap between. */
interface PdfCell {
  readonly text: string;
  readonly x: number;
}

/** A line as it looks on the page. */
export interface PdfLine {
  readonly text: string;
  readonly cells: readonly PdfCell[];
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** From 0. */
  readonly page: number;
  /** The page whole, or one of its two columns. */
  readonly column: 'whole' | 'left' | 'right';
}

type Place = Pick<PdfLine, 'page' | 'column'>;

const cellGap = 1.5;
const wordGap = 0.2;

/** The middle of a list in order; the place may be another part of the way through it. */
export function quantile(values: readonly number[], part = 0.5): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
}

type Span = Pick<PdfPiece, 'x' | 'right'>;

function extent(spans: readonly Span[]): {
  readonly left: number;
  readonly right: number;
} {
  const xs = spans.map(({ x }) => x);
  const rights = spans.map(({ right }) => right);
  return { left: quantile(xs, 0), right: quantile(rights, 1) };
}

/** Pieces on the same base line, each line from left to right. Spaces that were drawn are kept where they stand. */
export function rowsOfPieces(pieces: readonly PdfPiece[]): PdfPiece[][] {
  const rows: PdfPiece[][] = [];
  let last: PdfPiece | undefined;
  for (const piece of pieces.toSorted((a, b) => a.y - b.y)) {
    if (piece.text.trim() === '') continue;
    const isSame =
      last !== undefined && piece.y - last.y < 0.5 * Math.max(piece.size, last.size);
    if (isSame) rows.at(-1)?.push(piece);
    else {
      rows.push([piece]);
      last = piece;
    }
  }
  return rows.map((row) => row.toSorted((a, b) => a.x - b.x));
}

function needsSpace(before: PdfPiece, after: PdfPiece): boolean {
  if (/\s$/u.test(before.text) || /^\s/u.test(after.text)) return false;
  return after.x - before.right > wordGap * Math.max(before.size, after.size);
}

/** One line of the pieces on a base line. */
export function lineOfRow(row: readonly PdfPiece[], place: Place): PdfLine {
  const cells: { text: string; x: number }[] = [];
  let before: PdfPiece | undefined;
  for (const piece of row) {
    const cell = cells.at(-1);
    if (
      cell === undefined ||
      before === undefined ||
      piece.x - before.right > cellGap * Math.max(piece.size, before.size)
    )
      cells.push({ text: piece.text, x: piece.x });
    else cell.text += `${needsSpace(before, piece) ? ' ' : ''}${piece.text}`;
    before = piece;
  }
  const shown = cells.map(({ text, x }) => ({ text: text.trim(), x }));
  return {
    text: shown.map(({ text }) => text).join(' '),
    cells: shown,
    x: row[0]?.x ?? 0,
    right: extent(row).right,
    y: row[0]?.y ?? 0,
    size: quantile(
      row.map(({ size }) => size),
      1,
    ),
    ...place,
  };
}

interface Gutter {
  readonly from: number;
  readonly to: number;
}

// The widest strip in the middle of the page that next to nothing crosses.
function gutterOf(pieces: readonly PdfPiece[]): Gutter | null {
  const { left, right } = extent(pieces);
  const width = right - left;
  const most = Math.max(1, pieces.length * 0.05);
  let best: Gutter | null = null;
  let from: number | null = null;
  const step = Math.max(width / 200, 1);
  for (let x = left + width * 0.35; x <= left + width * 0.65; x += step) {
    const crossing = pieces.filter((piece) => piece.x < x && piece.right > x).length;
    if (crossing > most) from = null;
    else from ??= x;
    if (from !== null && (best === null || x - from > best.to - best.from))
      best = { from, to: x };
  }
  return best !== null && best.to > best.from ? best : null;
}

// A column is filled by its lines; beside a column of names stand lines that are much wider.
function isColumn(pieces: readonly PdfPiece[]): boolean {
  const rows = rowsOfPieces(pieces).map((row) =>
    lineOfRow(row, { page: 0, column: 'whole' }),
  );
  if (rows.length < 4) return false;
  const { left, right } = extent(rows);
  return quantile(rows.map((row) => row.right - row.x)) > 0.5 * (right - left);
}

interface Sides {
  readonly left: PdfPiece[];
  readonly right: PdfPiece[];
  readonly across: PdfPiece[];
}

function sidesOf(pieces: readonly PdfPiece[]): Sides | null {
  const words = pieces.filter(({ text }) => text.trim() !== '');
  if (words.length < 8) return null;
  const gutter = gutterOf(words);
  if (gutter === null) return null;
  const middle = (gutter.from + gutter.to) / 2;
  const sides: Sides = { left: [], right: [], across: [] };
  for (const piece of words) {
    if (piece.right <= middle) sides.left.push(piece);
    else if (piece.x >= middle) sides.right.push(piece);
    else sides.across.push(piece);
  }
  return isColumn(sides.left) && isColumn(sides.right) ? sides : null;
}

function linesOf(pieces: readonly PdfPiece[], place: Place): PdfLine[] {
  return rowsOfPieces(pieces).map((row) => lineOfRow(row, place));
}

/** The lines of a page in reading order: with two columns the left one first, between what stands across them. */
export function linesOfPage({ pieces }: PdfPage, page: number): PdfLine[] {
  const sides = sidesOf(pieces);
  if (sides === null) return linesOf(pieces, { page, column: 'whole' });
  const across = linesOf(sides.across, { page, column: 'whole' });
  let top = -Infinity;
  const band = (bottom: number): PdfLine[][] => {
    const inBand = ({ y }: PdfPiece) => y > top && y <= bottom;
    return [
      linesOf(sides.left.filter(inBand), { page, column: 'left' }),
      linesOf(sides.right.filter(inBand), { page, column: 'right' }),
    ];
  };
  const bands: PdfLine[][] = [];
  for (const line of across) {
    bands.push(...band(line.y), [line]);
    top = line.y;
  }
  return [...bands, ...band(Infinity)].flat();
}
