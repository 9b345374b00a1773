import type {
  AnalysisChoices,
  ColumnRole,
} from '../../../shared/domain/existingAnalysis.ts';
import type { Level } from '../../../shared/domain/project.ts';
import { normaliseText } from '../../../shared/text/normaliseText.ts';
import { areOurHeadings, headingsIn, rolesOf } from './analysisColumns.ts';
import type { AnalysisSheet, CommentedWords } from './analysisSource.ts';

/** What one row says of a meaning unit, as its cells have it. */
export interface EntryFacts {
  readonly row: number;
  readonly condensed: string;
  readonly interpretation: string;
  readonly code: string;
  /** Cells of categories by their level; without the levels that have no column. */
  readonly levels: ReadonlyMap<number, string>;
  readonly theme: string;
}

/** A meaning unit of an existing analysis; rows below it without words of their own say more of it. */
export interface AnalysisEntry {
  readonly row: number;
  readonly quote: string;
  readonly transcript: string;
  readonly speaker: string;
  readonly turn: string;
  readonly before: string;
  readonly after: string;
  readonly author: string | null;
  readonly facts: readonly EntryFacts[];
}

export interface ReadTable {
  readonly headings: readonly string[];
  readonly roles: readonly ColumnRole[];
  readonly carryDown: boolean;
  /** The rows below the headings. */
  readonly rows: readonly (readonly string[])[];
  readonly entries: readonly AnalysisEntry[];
}

const lookedForHeadings = 15;

/** The row of headings is the one that says most; without any the first that says something. */
function headRowOf(rows: AnalysisSheet['rows']): number {
  const known = rows.slice(0, lookedForHeadings).map(headingsIn);
  const most = Math.max(0, ...known);
  return most > 0
    ? known.indexOf(most)
    : Math.max(
        0,
        rows.findIndex((row) => row.some(Boolean)),
      );
}

/** How many columns the first rows of a table name; nought when none of them is a meaning unit's. */
export function recognisedIn({ rows }: AnalysisSheet): number {
  return headingsIn(rows[headRowOf(rows)] ?? []);
}

const carried = (role: ColumnRole | undefined) =>
  role !== undefined &&
  (role.startsWith('level-') || ['theme', 'transcript', 'speaker'].includes(role));

/** Names written once for several rows never stand twice below each other, and leave blanks below them. */
function isWrittenOnce(rows: AnalysisSheet['rows'], at: number): boolean {
  let blanks = 0;
  let above = '';
  for (const row of rows) {
    const cell = row[at] ?? '';
    if (cell === '') blanks += Number(above !== '');
    else if (cell === above) return false;
    above = cell === '' ? above : cell;
  }
  return blanks > 0;
}

function carriesDown(
  sheet: AnalysisSheet,
  rows: AnalysisSheet['rows'],
  table: { readonly headings: readonly string[]; readonly roles: readonly ColumnRole[] },
): boolean {
  if (sheet.hasMerges || areOurHeadings(table.headings)) return false;
  return table.roles.some(
    (role, at) => /^level-|^theme$/.test(role) && isWrittenOnce(rows, at),
  );
}

const clean = (cell: string | undefined) => normaliseText(cell ?? '').text.trim();

type Cell = (role: ColumnRole) => string;

function factsOf(row: number, cell: Cell, roles: readonly ColumnRole[]): EntryFacts {
  const levels = new Map<number, string>();
  for (const role of roles) {
    const depth = Number(/^level-(\d)$/.exec(role)?.[1] ?? 0);
    if (depth > 0) levels.set(depth, cell(role));
  }
  return {
    row,
    condensed: cell('condensed'),
    interpretation: cell('interpretation'),
    code: cell('code'),
    levels,
    theme: cell('theme'),
  };
}

const saysSomething = (facts: EntryFacts) =>
  facts.condensed !== '' || facts.interpretation !== '' || facts.code !== '';

interface Filling {
  readonly roles: readonly ColumnRole[];
  readonly carryDown: boolean;
}

/** The cells of one row after another, blanks filled from above where the table is written so. */
function cellReader({ roles, carryDown }: Filling): (row: readonly string[]) => Cell {
  const above = new Map<ColumnRole, string>();
  const levels = roles.filter((role) => role.startsWith('level-')).toSorted();
  return (row) => {
    const own = new Map(roles.map((role, at) => [role, clean(row[at])]));
    // A new main category ends the categories below it; those are not carried on under it.
    const highest = levels.findLast((role) => own.get(role) !== '');
    for (const role of levels)
      if (highest !== undefined && role < highest) above.delete(role);
    for (const [role, text] of own) if (text !== '') above.set(role, text);
    return (role) =>
      own.get(role) || (carryDown && carried(role) ? (above.get(role) ?? '') : '');
  };
}

function entriesOf(
  rows: AnalysisSheet['rows'],
  firstRow: number,
  filling: Filling,
): readonly AnalysisEntry[] {
  const read = cellReader(filling);
  const entries: (AnalysisEntry & { readonly facts: EntryFacts[] })[] = [];
  for (const [at, row] of rows.entries()) {
    const cell = read(row);
    const facts = factsOf(firstRow + at, cell, filling.roles);
    const quote = cell('unit');
    const last = entries.at(-1);
    if (quote === '') {
      if (saysSomething(facts)) last?.facts.push(facts);
      continue;
    }
    entries.push({
      row: facts.row,
      quote,
      transcript: cell('transcript'),
      speaker: cell('speaker'),
      turn: cell('turn'),
      before: '',
      after: '',
      author: null,
      facts: [facts],
    });
  }
  return entries;
}

/** Reads a table by its headings, or by what the person has chosen for its columns; no row is read twice. */
export function readTable(
  sheet: AnalysisSheet,
  levels: readonly Level[],
  choices: AnalysisChoices,
): ReadTable {
  const head = headRowOf(sheet.rows);
  const rows = sheet.rows.slice(head + 1);
  const width = sheet.rows
    .slice(head, head + 1000)
    .reduce((most, row) => Math.max(most, row.length), 0);
  const headings = Array.from({ length: width }, (_, at) =>
    clean(sheet.rows[head]?.[at]),
  );
  const roles = rolesOf(headings, levels).map(
    (role, at) => choices.columns?.[at] ?? role,
  );
  const carryDown = choices.carryDown ?? carriesDown(sheet, rows, { headings, roles });
  const entries = entriesOf(rows, head + 2, { roles, carryDown });
  return { headings, roles, carryDown, rows, entries };
}

/** One entry per comment; the codes stand in it line by line or parted by `;`. */
export function entriesOfComments(
  comments: readonly CommentedWords[],
): readonly AnalysisEntry[] {
  return comments.map(({ words, before, after, comment, author }, at) => ({
    row: at + 1,
    quote: clean(words),
    transcript: '',
    speaker: '',
    turn: '',
    before: clean(before),
    after: clean(after),
    author: clean(author) || null,
    facts: [
      {
        row: at + 1,
        condensed: '',
        interpretation: '',
        code: clean(comment),
        levels: new Map(),
        theme: '',
      },
    ],
  }));
}
