import { deflateSync } from 'node:zlib';

/** Text at a place on a page of A4, as a program that makes PDF writes it: x from the left, y from the top, in points. */
export interface PdfText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

// Of Helvetica's letters these differ enough from half an em to matter for where a line ends.
function latin(text: string): string {
  return text
    .replaceAll('–', '\u0096')
    .replaceAll('…', '\u0085')
    .replaceAll('”', '\u0094')
    .replace(/[\\()]/g, '\\$&');
}

function content(texts: readonly PdfText[]): string {
  return texts
    .map(
      ({ text, x, y, size = 10 }) =>
        `BT /F1 ${size} Tf 1 0 0 1 ${x} ${842 - y} Tm (${latin(text)}) Tj ET`,
    )
    .join('\n');
}

interface PdfParts {
  /** In place of the contents of the first page. */
  readonly content?: Buffer;
  /** More entries of the first page and objects from number 100 that they refer to. */
  readonly page?: string;
  readonly objects?: readonly string[];
  readonly trailer?: string;
}

/** A PDF with the given texts on its pages, in the order they are drawn. */
export function pdfFile(
  pages: readonly (readonly PdfText[])[],
  { content: packed, page = '', objects = [], trailer = '' }: PdfParts = {},
): Uint8Array {
  const kids = pages.map((_, at) => `${10 + at * 2} 0 R`).join(' ');
  const parts = [
    '1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj',
    `2 0 obj <</Type/Pages/Kids[${kids}]/Count ${pages.length}>> endobj`,
    '3 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>> endobj',
    ...pages.flatMap((texts, at) => {
      const stream =
        at === 0 && packed !== undefined
          ? packed
          : deflateSync(Buffer.from(content(texts), 'latin1'));
      return [
        `${10 + at * 2} 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${11 + at * 2} 0 R${at === 0 ? page : ''}>> endobj`,
        `${11 + at * 2} 0 obj <</Filter/FlateDecode/Length ${stream.length}>> stream\n${stream.toString('latin1')}\nendstream endobj`,
      ];
    }),
    ...objects.map((object, at) => `${100 + at} 0 obj ${object} endobj`),
  ];
  let file = '%PDF-1.7\n%\xE5\xE4\xF6\n';
  const places = new Map<number, number>();
  for (const part of parts) {
    places.set(Number.parseInt(part, 10), file.length);
    file += `${part}\n`;
  }
  const start = file.length;
  const rows = [...places].map(
    ([number, place]) => `${number} 1\n${String(place).padStart(10, '0')} 00000 n \n`,
  );
  file += `xref\n0 1\n0000000000 65535 f \n${rows.join('')}trailer <</Size 200/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(file, 'latin1'));
}

/** Lines below each other, with an empty line's room where there is an empty string. */
export function linesAt(
  lines: readonly string[],
  { x = 60, y = 80, step = 12 }: { x?: number; y?: number; step?: number } = {},
): PdfText[] {
  return lines.flatMap((text, at) =>
    text === '' ? [] : [{ text, x, y: y + at * step }],
  );
}
