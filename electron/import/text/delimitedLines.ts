import Papa from 'papaparse';

import type { SourceLine } from '../sourceLines.ts';
import { isTableHeading } from './tableRows.ts';

function delimiterOf(text: string): string | null {
  const end = text.indexOf('\n');
  const first = text.slice(0, Math.min(end < 0 ? text.length : end, 2000));
  return (
    [';', ','].find(
      (sign) => first.includes(sign) && isTableHeading(cellsOf(first, sign)[0] ?? []),
    ) ?? null
  );
}

function cellsOf(text: string, delimiter: string): string[][] {
  return Papa.parse<string[]>(text, { delimiter, skipEmptyLines: 'greedy' }).data;
}

/** The rows of a comma or semicolon separated transcript (NVivo); null when the first line does not name such columns. */
export function delimitedLines(text: string): SourceLine[] | null {
  const delimiter = delimiterOf(text);
  if (delimiter === null) return null;
  return cellsOf(text, delimiter).map((row, at) => {
    const cells = row.map((cell) => cell.trim());
    return {
      text: cells.join('\t'),
      number: at + 1,
      blankBefore: false,
      bold: 0,
      heading: 0,
      cells,
    };
  });
}
