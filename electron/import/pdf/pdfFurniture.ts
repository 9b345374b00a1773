import { labelAtStart, labelKind } from '../../../shared/text/speakerLabels.ts';
import { excerpt, type ImportNotes } from '../importNotes.ts';
import { lineOfRow, quantile, rowsOfPieces } from './pdfLines.ts';
import type { PdfPage, PdfPiece } from './pdfPages.ts';

interface EdgeRow {
  readonly pieces: readonly PdfPiece[];
  readonly text: string;
  readonly key: string;
  readonly y: number;
  readonly page: number;
}

const edge = 0.15;
const rowsLooked = 3;
const nearby = 4;
const commonShare = 0.6;

function edgeRows(page: PdfPage, number: number): EdgeRow[] {
  const rows = rowsOfPieces(page.pieces);
  return rows.flatMap((pieces, at) => {
    const { text, y } = lineOfRow(pieces, { page: number, column: 'whole' });
    const isTop = at < rowsLooked && y < page.height * edge;
    const isBottom = at >= rows.length - rowsLooked && y > page.height * (1 - edge);
    if (!isTop && !isBottom) return [];
    const key = text.replace(/\d+/g, '#').replace(/\s+/gu, ' ');
    return [{ pieces, text, key, y, page: number }];
  });
}

// "P1: Ja." may stand first on one page and "P2: Ja." on the next; that is talk, whatever its digits.
function isTalk({ text }: EdgeRow): boolean {
  const label = labelAtStart(text);
  return (
    label !== null &&
    label.text !== '' &&
    ['code', 'role', 'name'].includes(labelKind(label.label))
  );
}

const pageNumber =
  /^(?:\p{L}{1,5}\.?\s*)?[-–—]?\s*(\d{1,4})(?:\s*(?:av|of|\/|\()\s*\d{1,4}\)?)?\s*[-–—]?$/iu;

function saysItsPage({ text, page }: EdgeRow): boolean {
  return Number(pageNumber.exec(text)?.[1]) === page + 1;
}

function repeated(rows: readonly EdgeRow[], pages: number): EdgeRow[] {
  const y = quantile(rows.map((row) => row.y));
  const same = rows.filter((row) => Math.abs(row.y - y) <= nearby && !isTalk(row));
  const count = new Set(same.map(({ page }) => page)).size;
  return count >= Math.max(2, pages * commonShare) ? same : [];
}

/** Takes away what is printed on the pages and is no part of the talk: headers, footers, page numbers. All of it is told. */
export function withoutPdfFurniture(
  pages: readonly PdfPage[],
  notes: ImportNotes,
): PdfPage[] {
  const rows = pages.flatMap(edgeRows);
  const dropped = new Set<PdfPiece>();
  for (const alike of Map.groupBy(rows, ({ key }) => key).values()) {
    const numbers = alike.filter(saysItsPage);
    const known =
      numbers.length === alike.length ? numbers : repeated(alike, pages.length);
    for (const row of known) {
      for (const piece of row.pieces) dropped.add(piece);
      if (pageNumber.test(row.text))
        notes.changed({ code: 'pageNumberDropped', line: row.page + 1 });
      else
        notes.changed({
          code: 'pageHeadDropped',
          params: { text: excerpt(alike[0]?.text ?? '') },
          line: row.page + 1,
        });
    }
  }
  return pages.map((page) => ({
    ...page,
    pieces: page.pieces.filter((piece) => !dropped.has(piece)),
  }));
}
