import type { AnalysisChoices } from '../../../shared/domain/existingAnalysis.ts';
import { kindOfHeading, plainHeading } from './analysisHeadings.ts';
import type { AnalysisSheet, AnalysisSource } from './analysisSource.ts';
import { headOf, recognisedIn } from './tableHead.ts';

/** Which tables of a file are read: none where its comments are. */
export interface ChosenTables {
  readonly chosen: number | 'all';
  readonly sheets: readonly AnalysisSheet[];
  /** The places of those that are alike, when there are several. */
  readonly alike: readonly number[];
}

function unitHeading(sheet: AnalysisSheet): string {
  const heading = headOf(sheet).headings.find((cell) => kindOfHeading(cell) === 'unit');
  return plainHeading(heading ?? '');
}

/** Tables that call the words of the transcripts the same, in the order of the file: one per group or per session. */
function alikeIn(sheets: readonly AnalysisSheet[], best: number): readonly number[] {
  const called = unitHeading(sheets[best]!);
  const alike = sheets.flatMap((sheet, at) =>
    !sheet.isHidden && recognisedIn(sheet) > 1 && unitHeading(sheet) === called ? at : [],
  );
  return alike.length > 1 ? alike : [];
}

/** The tables that are most like an analysis; comments when no table is and there are any. Hidden ones only when there are no others. */
export function chooseTables(
  { sheets, comments }: AnalysisSource,
  { table }: AnalysisChoices,
): ChosenTables {
  const areAllHidden = sheets.every(({ isHidden }) => isHidden);
  const known = sheets.map((sheet) =>
    sheet.isHidden && !areAllHidden ? -1 : recognisedIn(sheet),
  );
  const most = known.reduce((a, b) => Math.max(a, b), 0);
  const best = Math.max(0, known.indexOf(most));
  const alike = most > 0 ? alikeIn(sheets, best) : [];
  const proposed =
    most === 0 && comments.length > 0 ? sheets.length : alike.length > 0 ? 'all' : best;
  const chosen = table === 'all' && alike.length === 0 ? proposed : (table ?? proposed);
  const read = chosen === 'all' ? alike : [chosen];
  return { chosen, alike, sheets: read.flatMap((at) => sheets[at] ?? []) };
}
