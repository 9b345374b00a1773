import type { ParsedTurn } from '../../../shared/domain/importedTranscript.ts';
import { isLabelLike, labelKind } from '../../../shared/text/speakerLabels.ts';
import { clockMs, stampAtStart, type Clock } from '../../../shared/text/timeStamps.ts';
import type { ImportNotes } from '../importNotes.ts';
import type { SourceLine } from '../sourceLines.ts';

type Column = 'start' | 'end' | 'speaker' | 'text' | 'number';

const columnWords = {
  start:
    /^(?:tid|tidskod|tidpunkt|tidsintervall|tidsstämpel|time|timespan|time ?stamp|time ?code|start|start ?tid|start ?time|begin|in|från|from)$/iu,
  end: /^(?:slut|sluttid|stop|end|end ?time|ut|out|till|to)$/iu,
  speaker:
    /^(?:talare|talaren|speaker|namn|name|deltagare|person|respondent|informant|vem|vem talar|röst|voice|participant|speaker name|who)$/iu,
  text: /^(?:text|content|innehåll|utsaga|yttrande|replik|repliker|transkript|transkription|utskrift|avskrift|transcript|transcription|utterance|dialog|dialogue|samtal|tal|ord|words|vad|vad sägs|vad som sägs|citat)$/iu,
  number: /^(?:nr|nr\.|#|rad|no|no\.|id|index|nummer|turn|row)$/iu,
} as const satisfies Record<Column, RegExp>;
const columnOrder: readonly Column[] = ['start', 'end', 'speaker', 'text', 'number'];

/** A table of turns: what each column holds, and which rows are headings or came before the table. */
export interface TableShape {
  readonly columns: ReadonlyMap<Column, number>;
  readonly heading: readonly string[] | null;
}

function columnNamed(cell: string): Column | null {
  const word = cell.replace(/[\s:*]+$/u, '').trim();
  return columnOrder.find((column) => columnWords[column].test(word)) ?? null;
}

function columnsNamed(cells: readonly string[]): Map<Column, number> {
  const columns = new Map<Column, number>();
  for (const [at, cell] of cells.entries()) {
    const column = columnNamed(cell);
    if (column !== null && !columns.has(column)) columns.set(column, at);
  }
  return columns;
}

/** Whether a row names the columns of a table of turns. */
export function isTableHeading(cells: readonly string[]): boolean {
  const columns = columnsNamed(cells);
  return columns.has('text') && columns.size >= 2;
}

type Rows = readonly (readonly string[])[];

/** The column with most words in it, of those that are nothing else. */
function wordiest(rows: Rows, columns: ReadonlyMap<Column, number>): number | null {
  const taken = new Set(columns.values());
  const width = Math.max(...rows.map((row) => row.length));
  let best: { readonly at: number; readonly length: number } | null = null;
  for (let at = 0; at < width; at += 1) {
    if (taken.has(at)) continue;
    const length = rows.reduce((sum, row) => sum + (row[at]?.length ?? 0), 0);
    if (length > (best?.length ?? 0)) best = { at, length };
  }
  return best?.at ?? null;
}

// A heading that names who and when names the words by whatever it calls them.
function fromHeading(heading: readonly string[], rows: Rows): Map<Column, number> | null {
  const columns = columnsNamed(heading);
  if (columns.has('text')) return columns.size >= 2 ? columns : null;
  if (!columns.has('speaker') || !columns.has('start')) return null;
  const text = wordiest(rows, columns);
  return text === null ? null : columns.set('text', text);
}

function msOf(clock: Clock | null): number | null {
  return clock === null ? null : clockMs(clock, null);
}

/** Milliseconds of a cell: a stamp, a span of two, or NVivo's shorthand in which 75 is seconds. */
function timesOf(cell: string): readonly [number | null, number | null] {
  const stamp = stampAtStart(cell.trim());
  if (stamp !== null) return [msOf(stamp.start), msOf(stamp.end)];
  const seconds = /^\s*(\d{1,6})(?:[.,](\d{1,3}))?\s*$/.exec(cell);
  if (seconds === null) return [null, null];
  return [Math.round(Number(`${seconds[1]}.${seconds[2] ?? '0'}`) * 1000), null];
}

const isTime = (cell: string) => {
  const stamp = stampAtStart(cell);
  return stamp !== null && stamp.length >= cell.length - 1;
};
const isNumber = (cell: string) => /^\d{1,6}[.:]?$/.test(cell);
const isLabel = (cell: string) =>
  isLabelLike(cell) && !['sentence', 'heading'].includes(labelKind(cell));

function shareOf(
  rows: readonly (readonly string[])[],
  at: number,
  test: (cell: string) => boolean,
): number {
  const filled = rows.map((row) => row[at] ?? '').filter((cell) => cell !== '');
  return filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
}

function comesBack(rows: readonly (readonly string[])[], at: number): boolean {
  const filled = rows.map((row) => row[at] ?? '').filter((cell) => cell !== '');
  const distinct = new Set(filled);
  const named = [...distinct].every((label) =>
    ['code', 'role', 'name'].includes(labelKind(label)),
  );
  return (
    distinct.size >= 2 &&
    (distinct.size <= filled.length * 0.6 ||
      (named && filled.length >= 2 && distinct.size < filled.length))
  );
}

function isSpeakers(rows: Rows, at: number): boolean {
  return shareOf(rows, at, isLabel) >= 0.8 && comesBack(rows, at);
}

function fromContent(
  rows: readonly (readonly string[])[],
  width: number,
): Map<Column, number> | null {
  const columns = new Map<Column, number>();
  for (let at = 0; at < width - 1; at += 1) {
    if (shareOf(rows, at, isTime) >= 0.8)
      columns.set(columns.has('start') ? 'end' : 'start', at);
    else if (shareOf(rows, at, isNumber) >= 0.9) columns.set('number', at);
    else if (!columns.has('speaker') && isSpeakers(rows, at)) {
      columns.set('speaker', at);
    }
  }
  const text = wordiest(rows, columns);
  const isTalk = columns.has('speaker') || columns.has('start');
  return text !== null && isTalk ? columns.set('text', text) : null;
}

/** What the columns of a tab separated file or a Word table hold; null when the rows are no table of turns. */
export function tableShape(lines: readonly SourceLine[]): TableShape | null {
  const rows = lines.filter((line) => line.cells !== null && line.cells.length > 1);
  if (rows.length < 2 || rows.length < lines.length * 0.5) return null;
  const cells = rows.map((line) => line.cells ?? []);
  const sample = cells.slice(0, 1000);
  const headings = cells.slice(0, 3).map((row) => fromHeading(row, sample));
  const headingAt = headings.findIndex((columns) => columns !== null);
  const named = headings[headingAt];
  if (named !== null && named !== undefined) {
    return { columns: named, heading: cells[headingAt] ?? [] };
  }
  const width = Math.max(...sample.map((row) => row.length));
  const full = cells.filter((row) => row.length === width);
  if (
    full.length < rows.length * 0.7 ||
    cells.some((row) => row[0]?.endsWith(':') || row[1]?.endsWith(':'))
  )
    return null;
  const columns = fromContent(full, width);
  return columns === null ? null : { columns, heading: null };
}

type Times = (cell: string) => readonly [number | null, number | null];

// Whisper's own table (start, end, text) counts milliseconds and has no point anywhere.
function timesIn(lines: readonly SourceLine[], { columns, heading }: TableShape): Times {
  const isWhisper = heading?.join(' ').toLowerCase() === 'start end text';
  const start = columns.get('start') ?? -1;
  const isWhole = lines.every(({ cells }) =>
    /^\d{1,9}$|^start$/i.test(cells?.[start] ?? '0'),
  );
  if (!isWhisper || !isWhole) return timesOf;
  return (cell) => [/^\d{1,9}$/.test(cell) ? Number(cell) : null, null];
}

// Tabs in what is said make more columns than there are; a column with a heading of its own is no part of it.
function textOf(cells: readonly string[], { columns, heading }: TableShape): string {
  const at = columns.get('text') ?? 0;
  const isLast = at === Math.max(...columns.values());
  const more = isLast ? cells.slice(Math.max(at + 1, heading?.length ?? 0)) : [];
  return [cells[at] ?? '', ...more].filter((part) => part !== '').join(' ');
}

function rowTurn(
  line: SourceLine,
  shape: TableShape,
  { before, times }: { readonly before: string | null; readonly times: Times },
): ParsedTurn {
  const { columns } = shape;
  const cells = line.cells ?? [];
  const cell = (column: Column) => cells[columns.get(column) ?? -1] ?? '';
  const [start, span] = times(cell('start'));
  const speaker = cell('speaker')
    .replace(/\s*:$/, '')
    .replace(/^\*+|\*+$/g, '');
  return {
    speaker: columns.has('speaker') ? speaker || before : null,
    startMs: start,
    endMs: times(cell('end'))[0] ?? span,
    text: textOf(cells, shape),
    line: line.number,
  };
}

function tellLeftOut(
  rows: readonly SourceLine[],
  { columns, heading }: TableShape,
  notes: ImportNotes,
): void {
  const used = new Set(columns.values());
  const end = heading?.length ?? Math.max(...used);
  for (let at = 0; at < end; at += 1) {
    if (used.has(at)) continue;
    const filled = rows.filter(({ cells }) => (cells?.[at] ?? '') !== '');
    const label = heading?.[at] || String(at + 1);
    const [first] = filled;
    notes.warn({
      code: 'columnLeftOut',
      params: { label },
      line: first?.number ?? null,
      count: filled.length,
    });
  }
}

function preamble({ text, number }: SourceLine): ParsedTurn {
  return { speaker: null, startMs: null, endMs: null, text: text.trim(), line: number };
}

/**
 * One turn per row; a row without a speaker belongs to the one before, a line without columns goes on with its row. A
 * column that is neither who, when nor what is told and left out.
 */
export function turnsOfRows(
  lines: readonly SourceLine[],
  shape: TableShape,
  notes: ImportNotes,
): ParsedTurn[] {
  const heading = shape.heading?.join('\t');
  const isRow = ({ cells }: SourceLine) => cells !== null && cells.length > 1;
  const body = lines.filter((line) => !isRow(line) || line.cells?.join('\t') !== heading);
  tellLeftOut(body.filter(isRow), shape, notes);
  const times = timesIn(body.filter(isRow), shape);
  const turns: ParsedTurn[] = [];
  for (const line of body) {
    const last = turns.at(-1);
    if (isRow(line))
      turns.push(rowTurn(line, shape, { before: last?.speaker ?? null, times }));
    else if (last === undefined) turns.push(preamble(line));
    else turns[turns.length - 1] = { ...last, text: `${last.text}\n${line.text.trim()}` };
  }
  return turns;
}
