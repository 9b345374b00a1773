import { plainHeading } from './analysisHeadings.ts';
import type { AnalysisSheet } from './analysisSource.ts';
import { cleanCell, headOf, repeatsHeadings } from './tableHead.ts';

/** A row below the headings, with where in the file it stands. */
export interface AnalysisRow {
  readonly cells: readonly string[];
  /** As the program numbers it, from 1, in the table of that name; the name is empty where there is but one. */
  readonly row: number;
  readonly table: string;
  /** The transcript that a heading before it names; empty where none does. */
  readonly source: string;
}

/** Tables put below each other, by their headings. */
export interface AnalysisRows {
  readonly headings: readonly string[];
  readonly rows: readonly AnalysisRow[];
  /** Rows that are hidden in the file, whether or not they are read. */
  readonly hidden: readonly AnalysisRow[];
}

export interface RowsWanted {
  /** The transcript that a heading or the name of a sheet names, by its own name; null when it names none. */
  readonly sourceIn: (heading: string) => string | null;
  /** The transcript that a row across the table is a heading for. */
  readonly sectionFor: (row: string) => string | null;
  readonly withoutHidden: boolean;
}

const longestSection = 100;

/** A row across the table that names the transcript of those below it. */
function sectionIn(cells: readonly string[], { sectionFor }: RowsWanted): string | null {
  const said = cells.filter(Boolean);
  const [only] = said;
  if (only === undefined || said.length > 1 || only.length > longestSection) return null;
  return sectionFor(only);
}

const looked = 1000;

function headingsOf(sheet: AnalysisSheet): readonly string[] {
  const { headings, firstRow } = headOf(sheet);
  const widest = sheet.rows
    .slice(firstRow, firstRow + looked)
    .reduce((most, row) => Math.max(most, row.length), headings.length);
  return Array.from({ length: widest }, (_, at) => headings[at] ?? '');
}

/** Puts tables below each other; columns are the same by their headings, in their order where several are called the same. */
class Gathering {
  readonly headings: string[] = [];
  readonly rows: AnalysisRow[] = [];
  readonly hidden: AnalysisRow[] = [];
  readonly #wanted: RowsWanted;

  constructor(wanted: RowsWanted) {
    this.#wanted = wanted;
  }

  #placesOf(headings: readonly string[]): readonly number[] {
    const taken = new Set<number>();
    return headings.map((heading) => {
      const known = this.headings.findIndex(
        (one, at) => !taken.has(at) && plainHeading(one) === plainHeading(heading),
      );
      const at = known >= 0 ? known : this.headings.push(heading) - 1;
      taken.add(at);
      return at;
    });
  }

  add(sheet: AnalysisSheet, table: string): void {
    const headings = headingsOf(sheet);
    const places = this.#placesOf(headings);
    const named = [sheet.name, ...sheet.captions].map(this.#wanted.sourceIn);
    let source = named.find((name) => name !== null) ?? '';
    for (let at = headOf(sheet).firstRow; at < sheet.rows.length; at += 1) {
      const cells = (sheet.rows[at] ?? []).map(cleanCell);
      if (repeatsHeadings(cells, headings)) continue;
      const section = sectionIn(cells, this.#wanted);
      source = section ?? source;
      if (section !== null) continue;
      const row = { cells: this.#placed(cells, places), row: at + 1, table, source };
      this.#push(row, sheet.hiddenRows.has(at));
    }
  }

  #placed(cells: readonly string[], places: readonly number[]): readonly string[] {
    const placed = Array.from({ length: this.headings.length }, () => '');
    for (const [from, cell] of cells.entries()) {
      const to = places[from];
      if (to !== undefined) placed[to] = cell;
    }
    return placed;
  }

  #push(row: AnalysisRow, isHidden: boolean): void {
    if (isHidden) this.hidden.push(row);
    if (!isHidden || !this.#wanted.withoutHidden) this.rows.push(row);
  }
}

/** The rows of one table, or of several as if they were one; headings that come again are passed over. */
export function rowsOf(
  sheets: readonly AnalysisSheet[],
  wanted: RowsWanted,
): AnalysisRows {
  const gathering = new Gathering(wanted);
  for (const sheet of sheets) gathering.add(sheet, sheets.length > 1 ? sheet.name : '');
  const { headings, rows, hidden } = gathering;
  return { headings, rows, hidden };
}
