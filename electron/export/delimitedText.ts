import Papa from 'papaparse';

import { guardFormula } from '../../shared/text/formulaGuard.ts';

export type Delimiter = ';' | ',';

/** Comma-separated values after RFC 4180, in UTF-8; with `;` comes the byte order mark that a Swedish Excel needs (rulings 23). */
export function delimitedText(
  table: readonly (readonly string[])[],
  delimiter: Delimiter,
): Uint8Array {
  const text = Papa.unparse(
    table.map((row) => row.map((cell) => guardFormula(cell.toWellFormed()))),
    { delimiter, newline: '\r\n' },
  );
  const mark = delimiter === ';' ? '\uFEFF' : '';
  return new TextEncoder().encode(`${mark}${text}\r\n`);
}
