import Papa from 'papaparse';

import { Refusal } from '../../../shared/errors.ts';
import { withoutGuard } from '../../../shared/text/formulaGuard.ts';
import { normaliseText } from '../../../shared/text/normaliseText.ts';
import { decodeText } from '../encodings/decodeText.ts';
import { extensionOf, refuseForeignBytes } from '../detectFormat.ts';
import type { Sheet } from './readSheets.ts';
import { TableSize } from './tableLimits.ts';

const delimiters = [';', '\t', ',', '|'] as const;
/** For a table of one column: a sign that stands in no text. */
const none = '\u001F';
const looked = 200_000;
const recordsLooked = 20;

/** Excel lets the first line of a file say what parts its cells. */
const saidDelimiter = /^"?sep=([;,|\t])"?\r?\n/i;

interface Fit {
  readonly delimiter: string;
  /** The share of the first rows that are as wide as the heading. */
  readonly even: number;
  readonly width: number;
}

function fitOf(text: string, delimiter: string): Fit {
  const { data } = Papa.parse<string[]>(text.slice(0, looked), {
    delimiter,
    preview: recordsLooked,
    skipEmptyLines: true,
  });
  const width = data[0]?.length ?? 0;
  const even = data.filter((row) => row.length === width).length / (data.length || 1);
  return { delimiter, even, width };
}

function delimiterOf(text: string): string {
  const fits = delimiters
    .map((delimiter) => fitOf(text, delimiter))
    .filter((fit) => fit.width > 1)
    .toSorted((a, b) => b.even - a.even || b.width - a.width);
  return fits[0]?.delimiter ?? none;
}

function textOf(bytes: Uint8Array, file: string): string {
  refuseForeignBytes(bytes, file);
  const decoded = decodeText(bytes);
  if ('notText' in decoded) throw new Refusal('tables.notTable', { file }, { file });
  return normaliseText(decoded.text.replace(/^\uFEFF/, '')).text;
}

function rowOf(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((cell) => cell !== '');
  return cells.slice(0, last + 1).map(withoutGuard);
}

const portion = 1_000_000;

/** Parsed in portions between which whoever waits gets a turn; a quotation mark that is never closed is told by its row. */
function rowsOf(text: string, delimiter: string, file: string): Promise<string[][]> {
  const rows: string[][] = [];
  const size = new TableSize(file);
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(text, {
      delimiter,
      newline: '\n',
      chunkSize: portion,
      chunk: ({ data, errors }: Papa.ParseResult<string[]>, parser: Papa.Parser) => {
        try {
          const open = errors.find((error) => error.code === 'MissingQuotes');
          if (open !== undefined) throw openQuote(file, rows.length + (open.row ?? 0));
          for (const cells of data) {
            size.add(rows.length + 1, cells.length);
            rows.push([...rowOf(cells)]);
          }
          parser.pause();
          setImmediate(() => parser.resume());
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
          parser.abort();
        }
      },
      complete: () => resolve(rows),
    });
  });
}

function openQuote(file: string, at: number): Refusal {
  const row = at + 1;
  return new Refusal('tables.openQuote', { file, row }, { file, where: `row ${row}` });
}

/** The rows of a table whose cells are parted by a sign (csv, tsv), in whatever encoding; the sign is found by evenness. */
export async function delimitedSheet(bytes: Uint8Array, file: string): Promise<Sheet> {
  const whole = textOf(bytes, file);
  const said = saidDelimiter.exec(whole);
  const text = said === null ? whole : whole.slice(said[0].length);
  const isTabs = extensionOf(file) === 'tsv' && text.slice(0, looked).includes('\t');
  const delimiter = said?.[1] ?? (isTabs ? '\t' : delimiterOf(text));
  const rows = await rowsOf(text, delimiter, file);
  while (rows.at(-1)?.length === 0) rows.pop();
  return {
    name: file,
    rows,
    isHidden: false,
    notComputed: 0,
    lastMerge: -1,
    hiddenRows: new Set(),
  };
}
