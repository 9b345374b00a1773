import { analysisCells, type ChosenTable } from './analysisTable.ts';
import type { Edition } from './edition.ts';
import { spreadsheet } from './spreadsheet.ts';
import { tableColumns } from './tableColumns.ts';

export function analysisTableXlsx(
  edition: Edition,
  table: ChosenTable,
): Promise<Uint8Array> {
  return spreadsheet(edition, {
    name: edition.say('export.sheet'),
    columns: tableColumns(edition, table.rows, table.columns),
    rows: analysisCells(edition, table).slice(1),
  });
}
