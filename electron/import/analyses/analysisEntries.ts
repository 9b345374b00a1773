import type {
  AnalysisChoices,
  ColumnRole,
} from '../../../shared/domain/existingAnalysis.ts';
import type { Level } from '../../../shared/domain/project.ts';
import { areOurHeadings, rolesOf } from './analysisColumns.ts';
import { rowsOf, type AnalysisRow, type RowsWanted } from './analysisRows.ts';
import type { AnalysisSheet } from './analysisSource.ts';
import { columnsThatMayBe, columnsWrittenOnce } from './blankCells.ts';
import { headOf } from './tableHead.ts';

/** What one row says of a meaning unit, as its cells have it. */
export interface EntryFacts {
  readonly row: number;
  readonly table: string;
  readonly author: string | null;
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
  readonly table: string;
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
  readonly isOurs: boolean;
  /** The rows below the headings. */
  readonly rows: readonly AnalysisRow[];
  readonly hidden: readonly AnalysisRow[];
  readonly entries: readonly AnalysisEntry[];
}

type Cell = (role: ColumnRole) => string;

interface ReadRow {
  readonly cell: Cell;
  /** What stands in the row itself, whatever the rows above say. */
  readonly own: Cell;
}

function factsOf(
  { row, table }: AnalysisRow,
  cell: Cell,
  roles: readonly ColumnRole[],
): EntryFacts {
  const levels = new Map<number, string>();
  for (const role of roles) {
    const depth = Number(/^level-(\d)$/.exec(role)?.[1] ?? 0);
    if (depth > 0) levels.set(depth, cell(role));
  }
  return {
    row,
    table,
    author: null,
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
  readonly carried: ReadonlySet<ColumnRole>;
}

/** The cells of one row after another, blanks filled from above where the table is written so. */
function cellReader({ roles, carried }: Filling): (row: AnalysisRow) => ReadRow {
  const above = new Map<ColumnRole, string>();
  const levels = roles.filter((role) => role.startsWith('level-')).toSorted();
  let table = '';
  return (row) => {
    if (row.table !== table) above.clear();
    table = row.table;
    const own = new Map(roles.map((role, at) => [role, row.cells[at] ?? '']));
    // A new main category ends the categories below it; those are not carried on under it.
    const highest = levels.findLast((role) => own.get(role) !== '');
    for (const role of levels)
      if (highest !== undefined && role < highest) above.delete(role);
    for (const [role, text] of own) if (text !== '') above.set(role, text);
    return {
      own: (role) => own.get(role) ?? '',
      cell: (role) => own.get(role) || (carried.has(role) ? (above.get(role) ?? '') : ''),
    };
  };
}

/** A row without words says more of the unit above, unless it says itself that it comes from elsewhere. */
function goesOn(last: AnalysisEntry | undefined, row: AnalysisRow, own: Cell): boolean {
  return (
    last !== undefined &&
    last.table === row.table &&
    (['transcript', 'speaker', 'turn'] as const).every(
      (role) => own(role) === '' || own(role) === last[role],
    )
  );
}

function entriesOf(
  rows: readonly AnalysisRow[],
  filling: Filling,
): readonly AnalysisEntry[] {
  const read = cellReader(filling);
  const entries: (AnalysisEntry & { readonly facts: EntryFacts[] })[] = [];
  for (const row of rows) {
    const { cell, own } = read(row);
    const facts = factsOf(row, cell, filling.roles);
    const quote = cell('unit');
    const last = entries.at(-1);
    if (quote === '' && !saysSomething(facts)) continue;
    if (quote === '' && goesOn(last, row, own)) {
      last?.facts.push(facts);
      continue;
    }
    entries.push({
      row: row.row,
      table: row.table,
      quote,
      transcript: cell('transcript') || row.source,
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

interface Wanted extends RowsWanted {
  readonly levels: readonly Level[];
  readonly choices: AnalysisChoices;
  readonly isOurs: boolean;
}

function carriedIn(
  sheets: readonly AnalysisSheet[],
  { rows, roles }: { rows: readonly AnalysisRow[]; roles: readonly ColumnRole[] },
  { choices, isOurs }: Wanted,
): ReadonlySet<ColumnRole> {
  if (choices.carryDown !== undefined)
    return choices.carryDown ? columnsThatMayBe(roles) : new Set();
  const hasMerges = sheets.some((sheet) => sheet.lastMerge >= headOf(sheet).firstRow);
  return isOurs || hasMerges ? new Set() : columnsWrittenOnce(rows, roles);
}

/** Reads tables by their headings, or by what the person has chosen for the columns; no row is read twice. */
export function readTable(sheets: readonly AnalysisSheet[], wanted: Wanted): ReadTable {
  const { headings, rows, hidden } = rowsOf(sheets, wanted);
  const isOurs = wanted.isOurs || areOurHeadings(headings);
  const roles = rolesOf(headings, wanted.levels).map(
    (role, at) => wanted.choices.columns?.[at] ?? role,
  );
  const carried = carriedIn(sheets, { rows, roles }, { ...wanted, isOurs });
  return {
    headings,
    roles,
    carryDown: carried.size > 0,
    isOurs,
    rows,
    hidden,
    entries: entriesOf(rows, { roles, carried }),
  };
}
