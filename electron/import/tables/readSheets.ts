import { Refusal } from '../../../shared/errors.ts';
import { looksLikeZip } from '../detectFormat.ts';
import { refuseTooLarge } from '../readTranscript.ts';

/** One sheet of a table: every row is as long as its last filled cell, blank rows stand where they stood. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Hidden by whoever made the file. */
  readonly isHidden: boolean;
  /** Cells whose formula has no value saved beside it; they are blank here. */
  readonly notComputed: number;
  /** The lowest row, from 0, that a merged cell goes on into; -1 where none does. */
  readonly lastMerge: number;
  /** Rows, from 0, that whoever made the file has hidden, by a filter for instance. */
  readonly hiddenRows: ReadonlySet<number>;
}

interface TableFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const oleStart = [0xd0, 0xcf, 0x11, 0xe0];

function isBlank({ rows }: Sheet): boolean {
  return rows.every((row) => row.every((cell) => cell.trim() === ''));
}

/**
 * Reads a table (csv, tsv or xlsx, found by content) as text within bounds. Formulas are never worked out: in xlsx the
 * value saved beside them is taken, in csv they are text. A merged cell's words stand in each of its rows.
 */
export async function readSheets(
  file: TableFile,
): Promise<{ readonly sheets: readonly Sheet[] }> {
  const { name, bytes } = file;
  const place = { file: name };
  if (bytes.length === 0) throw new Refusal('import.empty', place, place);
  refuseTooLarge(name, bytes.length);
  if (oleStart.every((byte, at) => bytes[at] === byte))
    throw new Refusal('tables.oldExcel', place, place);
  const sheets = looksLikeZip(bytes)
    ? await (await import('./xlsxSheets.ts')).xlsxSheets(bytes, name)
    : [await (await import('./delimitedSheet.ts')).delimitedSheet(bytes, name)];
  if (sheets.every(isBlank)) throw new Refusal('tables.empty', place, place);
  return { sheets };
}
