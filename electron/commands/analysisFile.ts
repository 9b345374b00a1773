import type {
  AnalysisChoices,
  ConflictRow,
  FileTable,
} from '../../shared/domain/existingAnalysis.ts';
import type { Level } from '../../shared/domain/project.ts';
import { Refusal } from '../../shared/errors.ts';
import {
  nameParts,
  transcriptHeadedBy,
  transcriptNamedIn,
} from '../../shared/text/quotes/transcriptNames.ts';
import { withoutLevel } from '../import/analyses/analysisColumns.ts';
import {
  readTable,
  type AnalysisEntry,
  type ReadTable,
} from '../import/analyses/analysisEntries.ts';
import type { AnalysisSource } from '../import/analyses/analysisSource.ts';
import { chooseTables, type ChosenTables } from '../import/analyses/chooseTables.ts';
import {
  entriesOfComments,
  labelsOfComments,
} from '../import/analyses/commentEntries.ts';
import { readAnalysis } from '../import/analyses/readAnalysis.ts';
import type { SessionContext } from '../session.ts';

/** A staged file that is read as an analysis, with the choices that hold for it. */
export interface AnalysisFile {
  readonly fileName: string;
  readonly source: AnalysisSource;
  readonly tables: ChosenTables;
  /** Null where the comments are read. */
  readonly table: ReadTable | null;
  /** The headings of the table or the labels in the comments, and what they hold. */
  readonly columns: Pick<ReadTable, 'headings' | 'roles'>;
  readonly entries: readonly AnalysisEntry[];
}

export interface FileAsked {
  readonly fileId: string;
  readonly choices: AnalysisChoices;
}

/** What the file is held against: levels for its categories, and transcripts that its headings may name. */
export interface FileGround {
  readonly levels: readonly Level[];
  readonly transcripts: readonly { readonly name: string }[];
}

/** Reads a staged file by its headings and the choices; a file without tables that has no comments is refused. */
export async function readAnalysisFile(
  context: SessionContext,
  { fileId, choices }: FileAsked,
  { levels, transcripts }: FileGround,
): Promise<AnalysisFile> {
  const fileName = context.staged.name(fileId);
  const source = await readAnalysis(context.staged.file(fileId));
  const tables = chooseTables(source, choices);
  if (tables.sheets.length === 0) {
    const columns = labelsOfComments(source.comments, levels);
    const entries = entriesOfComments(source.comments, columns);
    if (entries.length === 0)
      throw new Refusal('analysis.nothing', { file: fileName }, { file: fileName });
    return { fileName, source, tables, table: null, columns, entries };
  }
  const names = transcripts.map(({ name }) => nameParts(name));
  const table = readTable(tables.sheets, {
    levels,
    choices,
    isOurs: source.isOurs,
    withoutHidden: choices.withoutHidden ?? false,
    sourceIn: (heading) => transcripts[transcriptNamedIn(names, heading)]?.name ?? null,
    sectionFor: (row) =>
      source.isOurs ? null : (transcripts[transcriptHeadedBy(names, row)]?.name ?? null),
  });
  return { fileName, source, tables, table, columns: table, entries: table.entries };
}

/** The tables of the file as they are to be chosen among; comments come last and have no name. */
export function tablesOf({ source, tables }: AnalysisFile): readonly FileTable[] {
  const comments = { name: '', isHidden: false, isAlike: false };
  return [
    ...source.sheets.map(({ name, isHidden }, at) => ({
      name,
      isHidden,
      isAlike: tables.alike.includes(at),
    })),
    ...(source.comments.length > 0 ? [comments] : []),
  ];
}

const ofFile = { row: 0, table: '' } as const;

/** Tables and sheets of the file that nothing is read of although something stands in them. */
function tablesNotRead({ source, tables }: AnalysisFile): readonly ConflictRow[] {
  const left = source.sheets.filter(
    (sheet) =>
      !tables.sheets.includes(sheet) && sheet.rows.some((row) => row.some(Boolean)),
  );
  return left.map(({ name, isHidden }) => ({
    ...ofFile,
    conflict: isHidden ? ('sheetHidden' as const) : ('tableNotRead' as const),
    params: { table: name },
  }));
}

function hiddenRows({ table }: AnalysisFile, areLeftOut: boolean) {
  const [first] = table?.hidden ?? [];
  if (first === undefined || areLeftOut) return [];
  const { row, table: name } = first;
  const count = table?.hidden.length ?? 0;
  return [{ row, table: name, conflict: 'rowsHidden' as const, params: { count } }];
}

function replies({ table, source }: AnalysisFile): readonly ConflictRow[] {
  if (table !== null) return [];
  return source.comments.flatMap(({ isReply, author, comment }, at) =>
    isReply
      ? {
          row: at + 1,
          table: '',
          conflict: 'reply' as const,
          params: { author, text: comment.slice(0, 200).toWellFormed() },
        }
      : [],
  );
}

/** Columns of categories that are left over when every level of the project has one. */
function columnsLeft({ columns }: AnalysisFile, levels: readonly Level[]) {
  const used = columns.roles.filter((role) => role.startsWith('level-')).length;
  if (used < levels.length) return [];
  return withoutLevel(columns.headings, columns.roles).map((column) => ({
    ...ofFile,
    conflict: 'noLevel' as const,
    params: { column },
  }));
}

/** What of the file is not read, or is read although it is hidden, so that nothing is left out in silence. */
export function notReadOf(
  file: AnalysisFile,
  levels: readonly Level[],
  choices: AnalysisChoices,
): readonly ConflictRow[] {
  return [
    ...tablesNotRead(file),
    ...columnsLeft(file, levels),
    ...hiddenRows(file, choices.withoutHidden ?? false),
    ...replies(file),
  ];
}
