/** The headings of a table of people, and the row, from 0, that what stands below them begins with. */
interface TableHeadings {
  readonly cells: readonly string[];
  readonly firstRow: number;
}

type Row = readonly string[];

const looked = 10;
const oneLine = (text: string | undefined) => (text ?? '').replaceAll(/\s+/g, ' ').trim();
const filledIn = (row: Row) => row.filter((cell) => cell.trim() !== '').length;

/** The first of the first rows that is filled about as far as the fullest; a title stands alone in its row. */
function headingRow(rows: readonly Row[]): number {
  const filled = rows.slice(0, looked).map(filledIn);
  const fullest = Math.max(0, ...filled);
  const least = fullest < 3 ? 1 : Math.max(2, fullest / 3);
  const at = filled.findIndex((count) => count >= least);
  return at >= 0 ? at : rows.findIndex((row) => filledIn(row) > 0);
}

/** Whether the first column says nothing new below its heading, which a row of answers nearly always does. */
function isSecondRow(upper: Row, lower: Row): boolean {
  const [first, below] = [oneLine(upper[0]), oneLine(lower[0])];
  const parts = lower.filter((_, at) => oneLine(upper[at]) === '').filter(Boolean);
  return (
    first !== '' &&
    (below === '' || below === first) &&
    parts.length > 0 &&
    parts.every((part) => /\p{L}/u.test(part))
  );
}

/** A question over several columns, and below it what each of them is about. */
function inTwoRows(upper: Row, lower: Row = []): Row | null {
  if (!isSecondRow(upper, lower)) return null;
  let over = '';
  const cells: string[] = [];
  for (let at = 0; at < Math.max(upper.length, lower.length); at += 1) {
    const [above, below] = [oneLine(upper[at]), oneLine(lower[at])];
    over = above || over;
    cells.push(below === '' || below === above ? above : `${over}: ${below}`);
  }
  return cells;
}

/** Finds the headings among the first rows, below titles, in one row or in two. */
export function headingsOf(rows: readonly Row[]): TableHeadings {
  const at = headingRow(rows);
  const head = rows[at] ?? [];
  const both = inTwoRows(head, rows[at + 1]);
  return both === null
    ? { cells: head.map(oneLine), firstRow: at + 1 }
    : { cells: both, firstRow: at + 2 };
}
