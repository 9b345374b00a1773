import { normaliseText } from '../../../shared/text/normaliseText.ts';
import { headingsIn, kindOfHeading, plainHeading } from './analysisHeadings.ts';
import type { AnalysisSheet } from './analysisSource.ts';

/** The headings of a table, and the row, from 0, that what stands below them begins with. */
export interface TableHead {
  readonly headings: readonly string[];
  readonly firstRow: number;
}

const lookedForHeadings = 15;
const longestHeading = 80;

export const cleanCell = (cell: string | undefined) =>
  normaliseText(cell ?? '').text.trim();

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

/** Headings in two rows as one: a cell that stands over several, and what is below it. */
function withSecondRow(
  head: readonly string[],
  below: readonly string[] | undefined,
): readonly string[] | null {
  const unit = head.findIndex((cell) => kindOfHeading(cell) === 'unit');
  const under = cleanCell(below?.[unit]);
  if (below === undefined || unit < 0) return null;
  if (under !== '' && under !== head[unit]) return null;
  if (below.some((cell) => cell.length > longestHeading)) return null;
  let over = '';
  const both = Array.from({ length: Math.max(head.length, below.length) }, (_, at) => {
    const upper = head[at] ?? '';
    const lower = cleanCell(below[at]);
    over = upper || over;
    if (lower === '' || lower === upper) return upper;
    return kindOfHeading(lower) === null ? `${over} ${lower}` : lower;
  });
  return headingsIn(both) > headingsIn(head) ? both : null;
}

/** Finds the headings of a table, in one row or in two. */
export function headOf({ rows }: AnalysisSheet): TableHead {
  const at = headRowOf(rows);
  const head = (rows[at] ?? []).map(cleanCell);
  const both = withSecondRow(head, rows[at + 1]);
  return both === null
    ? { headings: head, firstRow: at + 1 }
    : { headings: both, firstRow: at + 2 };
}

/** How many columns the first rows of a table name; nought when none of them is a meaning unit's. */
export function recognisedIn(sheet: AnalysisSheet): number {
  return headingsIn(headOf(sheet).headings);
}

/** Headings that are written again where a page begins. */
export function repeatsHeadings(
  cells: readonly string[],
  headings: readonly string[],
): boolean {
  const said = cells.flatMap((cell, at) => (cell === '' ? [] : { cell, at }));
  return (
    said.some(({ cell }) => kindOfHeading(cell) === 'unit') &&
    said.every(({ cell, at }) => plainHeading(cell) === plainHeading(headings[at] ?? ''))
  );
}
