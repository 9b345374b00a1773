import type { AnalysisRow } from '../../shared/domain/analysisTable.ts';
import { delimitedText, type Delimiter } from './delimitedText.ts';
import type { Edition } from './edition.ts';
import { cellText, tableColumns } from './tableColumns.ts';

/** A table and which of its columns, by their ids; without a choice all that the project uses. */
export interface ChosenTable {
  readonly rows: readonly AnalysisRow[];
  readonly columns?: readonly string[] | undefined;
}

/** Headings first, then one row of text per unit. */
export function analysisCells(
  edition: Edition,
  table: ChosenTable,
): readonly (readonly string[])[] {
  const columns = tableColumns(edition, table.rows, table.columns);
  return [
    columns.map((column) => column.heading),
    ...table.rows.map((row) => columns.map((column) => cellText(column, row))),
  ];
}

export function analysisTableCsv(
  edition: Edition,
  table: ChosenTable,
  delimiter: Delimiter,
): Uint8Array {
  return delimitedText(analysisCells(edition, table), delimiter);
}

/** Names in place of ids; `categories` has one path, low to high, for each code in the order of `codes`; null among `questions` is outside the guide. */
export function analysisTableJson(rows: readonly AnalysisRow[]): Uint8Array {
  const units = rows.map((row) => ({
    id: row.id,
    transcript: row.transcript,
    speaker: row.speaker,
    unit: row.unit,
    spans: row.spans.map(({ turn, start, end }) => ({ turn, start, end })),
    condensed: row.condensed,
    interpretation: row.interpretation,
    codes: row.codes.map((code) => code.name),
    categories: row.codes.map((code) => code.path.map((node) => node.name)),
    themes: row.themes.map((theme) => theme.name),
    ...(row.questions && {
      questions: row.questions.map(({ id, number, text }) =>
        id === null ? null : { number, text },
      ),
    }),
  }));
  return new TextEncoder().encode(`${JSON.stringify(units, null, 2)}\n`);
}
