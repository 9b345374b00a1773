import type { ColumnRole } from '../../../shared/domain/existingAnalysis.ts';
import type { AnalysisRow } from './analysisRows.ts';

const isPlacing = (role: ColumnRole) => role.startsWith('level-') || role === 'theme';
const isSource = (role: ColumnRole) => role === 'transcript' || role === 'speaker';

/** How often a column is blank below a name, and how often the same name stands again below itself. */
function habitOf(rows: readonly AnalysisRow[], at: number) {
  let blanks = 0;
  let repeats = 0;
  let above = '';
  let table = '';
  for (const { cells, table: own } of rows) {
    if (own !== table) above = '';
    table = own;
    const cell = cells[at] ?? '';
    if (cell === '') blanks += Number(above !== '');
    else repeats += Number(cell === above);
    above = cell || above;
  }
  return { blanks, repeats };
}

/** Names written once for several rows leave many blanks below them, and hardly ever stand twice below each other. */
function areWrittenOnce(
  rows: readonly AnalysisRow[],
  columns: readonly number[],
): boolean {
  const habits = columns.map((at) => habitOf(rows, at));
  const blanks = habits.reduce((sum, habit) => sum + habit.blanks, 0);
  const repeats = habits.reduce((sum, habit) => sum + habit.repeats, 0);
  return blanks > 0 && repeats * 4 <= blanks;
}

/** The columns in which a blank cell means the same as above: categories and themes as one, source and speaker each. */
export function columnsWrittenOnce(
  rows: readonly AnalysisRow[],
  roles: readonly ColumnRole[],
): ReadonlySet<ColumnRole> {
  const placing = roles.flatMap((role, at) => (isPlacing(role) ? at : []));
  const carried = areWrittenOnce(rows, placing) ? roles.filter(isPlacing) : [];
  const sources = roles.filter(
    (role, at) => isSource(role) && areWrittenOnce(rows, [at]),
  );
  return new Set([...carried, ...sources]);
}

/** What a person says of the whole table holds for all columns that may be so. */
export function columnsThatMayBe(roles: readonly ColumnRole[]): ReadonlySet<ColumnRole> {
  return new Set(roles.filter((role) => isPlacing(role) || isSource(role)));
}
