import type { ConflictRow } from '../domain/existingAnalysis.ts';
import type { Say } from '../words/words.ts';

/** Sheets are called by their names and tables of a document by their numbers; comments have no name. */
export function tableInWords(say: Say, name: string): string {
  if (name === '') return say('analysis.comments');
  return /^\d+$/.test(name) ? say('analysis.tableNumber', { number: name }) : name;
}

/** Where in the file something stands: the row, and the table where several are read. */
export function rowInWords(
  say: Say,
  { row, table }: { readonly row: number; readonly table: string },
): string {
  if (row === 0) return say('analysis.wholeFile');
  return table === ''
    ? say('analysis.row', { row })
    : say('analysis.rowIn', { row, table: tableInWords(say, table) });
}

/** What does not go together or is not read, as a sentence. */
export function conflictInWords(say: Say, { conflict, params }: ConflictRow): string {
  const { table } = params;
  return say(`analysis.conflict.${conflict}`, {
    ...params,
    ...(table === undefined ? {} : { table: tableInWords(say, String(table)) }),
  });
}
