import type { ParsedTurn } from '../../shared/domain/importedTranscript.ts';
import { isLabelLike, labelKind } from '../../shared/text/speakerLabels.ts';
import { clockMs, stampAtStart, type Clock } from '../../shared/text/timeStamps.ts';
import type { SourceLine } from './sourceLines.ts';

type Column = 'start' | 'end' | 'speaker' | 'text' | 'number';

const columnWords = {
  start:
    /^(?:tid|tidskod|tidpunkt|tidsintervall|tidsstämpel|time|timespan|time ?stamp|time ?code|start|start ?tid|start ?time|begin|in|från|from)$/iu,
  end: /^(?:slut|sluttid|stop|end|end ?time|ut|out|till|to)$/iu,
  speaker:
    /^(?:talare|talaren|speaker|namn|name|deltagare|person|vem|röst|voice|participant|speaker name|who)$/iu,
  text: /^(?:text|content|innehåll|utsaga|yttrande|replik|repliker|transkript|transkription|transcript|transcription|utterance|dialog|dialogue|tal|vad sägs|citat)$/iu,
  number: /^(?:nr|nr\.|#|rad|no|no\.|id|index|nummer|turn|row)$/iu,
} as const satisfies Record<Column, RegExp>;
const columnOrder: readonly Column[] = ['start', 'end', 'speaker', 'text', 'number'];

/** A table of turns: what each column holds, and which rows are headings or came before the table. */
export interface TableShape {
  readonly columns: ReadonlyMap<Column, number>;
  readonly heading: string | null;
}

function columnNamed(cell: string): Column | null {
  const word = cell.replace(/[\s:*]+$/u, '').trim();
  return columnOrder.find((column) => columnWords[column].test(word)) ?? null;
}

function fromHeading(cells: readonly string[]): Map<Column, number> | null {
  const columns = new Map<Column, number>();
  for (const [at, cell] of cells.entries()) {
    const column = columnNamed(cell);
    if (column !== null && !columns.has(column)) columns.set(column, at);
  }
  return columns.has('text') && columns.size >= 2 ? columns : null;
}

/** Whether a row names the columns of a table of turns. */
export function isTableHeading(cells: readonly string[]): boolean {
  return fromHeading(cells) !== null;
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

function fromContent(
  rows: readonly (readonly string[])[],
  width: number,
): Map<Column, number> | null {
  const columns = new Map<Column, number>();
  for (let at = 0; at < width - 1; at += 1) {
    if (shareOf(rows, at, isTime) >= 0.8)
      columns.set(columns.has('start') ? 'end' : 'start', at);
    else if (shareOf(rows, at, isNumber) >= 0.9) columns.set('number', at);
    else if (
      !columns.has('speaker') &&
      shareOf(rows, at, isLabel) >= 0.8 &&
      comesBack(rows, at)
    ) {
      columns.set('speaker', at);
    }
  }
  columns.set('text', width - 1);
  return columns.has('speaker') || columns.has('start') ? columns : null;
}

/** What the columns of a tab separated file or a Word table hold; null when the rows are no table of turns. */
export function tableShape(lines: readonly SourceLine[]): TableShape | null {
  const rows = lines.filter((line) => line.cells !== null && line.cells.length > 1);
  if (rows.length < 2 || rows.length < lines.length * 0.5) return null;
  const cells = rows.map((line) => line.cells ?? []);
  const headings = cells.slice(0, 3).map(fromHeading);
  const headingAt = headings.findIndex((columns) => columns !== null);
  const named = headings[headingAt];
  if (named !== null && named !== undefined) {
    return { columns: named, heading: (cells[headingAt] ?? []).join('\t') };
  }
  const width = Math.max(...cells.slice(0, 1000).map((row) => row.length));
  const full = cells.filter((row) => row.length === width);
  if (
    full.length < rows.length * 0.7 ||
    cells.some((row) => row[0]?.endsWith(':') || row[1]?.endsWith(':'))
  )
    return null;
  const columns = fromContent(full, width);
  return columns === null ? null : { columns, heading: null };
}

function rowTurn(
  line: SourceLine,
  { columns }: TableShape,
  before: string | null,
): ParsedTurn {
  const cells = line.cells ?? [];
  const cell = (column: Column) => cells[columns.get(column) ?? -1] ?? '';
  const [start, span] = timesOf(cell('start'));
  const textAt = columns.get('text') ?? 0;
  const isLast = textAt === Math.max(...columns.values());
  const text = isLast
    ? cells
        .slice(textAt)
        .filter((part) => part !== '')
        .join(' ')
    : cell('text');
  const speaker = cell('speaker')
    .replace(/\s*:$/, '')
    .replace(/^\*+|\*+$/g, '');
  return {
    speaker: columns.has('speaker') ? speaker || before : null,
    startMs: start,
    endMs: timesOf(cell('end'))[0] ?? span,
    text,
    line: line.number,
  };
}

/** One turn per row; a row without a speaker belongs to the one before, a line without columns goes on with its row. */
export function turnsOfRows(
  lines: readonly SourceLine[],
  shape: TableShape,
): ParsedTurn[] {
  const turns: ParsedTurn[] = [];
  for (const line of lines) {
    const isRow = line.cells !== null && line.cells.length > 1;
    if (isRow && line.cells?.join('\t') === shape.heading) continue;
    const last = turns.at(-1);
    if (isRow) {
      turns.push(rowTurn(line, shape, last?.speaker ?? null));
    } else if (last === undefined) {
      turns.push({
        speaker: null,
        startMs: null,
        endMs: null,
        text: line.text.trim(),
        line: line.number,
      });
    } else {
      turns[turns.length - 1] = { ...last, text: `${last.text}\n${line.text.trim()}` };
    }
  }
  return turns;
}
