import { z } from 'zod';

import type { QuoteReason } from '../text/quotes/findQuote.ts';
import { analystId, turnId } from './ids.ts';
import { span } from './span.ts';
import { name, prose } from './text.ts';

/** What a column of an analysis table holds; `level-1` is the lowest level of categories. */
export const columnRole = z.union([
  z.enum([
    'ignore',
    'unit',
    'condensed',
    'interpretation',
    'code',
    'theme',
    'transcript',
    'speaker',
    'turn',
  ]),
  z.templateLiteral(['level-', z.int().min(1).max(9)]),
]);
export type ColumnRole = z.output<typeof columnRole>;

export const analysisChoices = z.object({
  /** Which of the tables in the file, from 0, or all that are alike; the comments of a document come after its tables. */
  table: z.union([z.int().min(0).max(10_000), z.literal('all')]).optional(),
  /** By the columns from the left; what is not given is as it was recognised. */
  columns: z.array(columnRole.nullable()).max(1000).optional(),
  /** Blank cells of category, theme, source and speaker mean the same as the cell above. */
  carryDown: z.boolean().optional(),
  /** Rows that are hidden in the file are left out. */
  withoutHidden: z.boolean().optional(),
});
export type AnalysisChoices = z.output<typeof analysisChoices>;

/** How much of a table or of the comments in a document could be found in the transcripts. */
export const foundKinds = ['exact', 'normalised', 'review', 'refused'] as const;
export type FoundKind = (typeof foundKinds)[number];

/** What the table says that does not go together with itself or with the project. */
export type AnalysisConflict =
  | 'codeElsewhere'
  | 'placeUnclear'
  | 'condensedOtherwise'
  | 'otherSpeaker'
  | 'noLevel'
  | 'noCodeToPlace'
  | 'nameTooLong'
  /** What of the file is not read, or is read although whoever made it has hidden it. */
  | 'tableNotRead'
  | 'sheetHidden'
  | 'rowsHidden'
  | 'reply'
  /** Who and where it names is not in the project. */
  | 'unknownSource'
  | 'authorUnknown';

/** A row of the table, or a comment of the document, with where its words stand. */
export interface FoundRow {
  /** As the program numbers it, from 1; a comment is numbered in the order of the text. */
  readonly row: number;
  /** Which of several tables that are read as one; empty where there is but one. */
  readonly table: string;
  readonly quote: string;
  readonly kind: FoundKind;
  readonly reason: QuoteReason | null;
  readonly transcript: string;
  /** Where it stands, or is proposed: turns from 0 with their labels. */
  readonly spans: readonly {
    readonly turn: number;
    readonly label: string;
    readonly start: number;
    readonly end: number;
  }[];
  /** What stands there. */
  readonly text: string;
  readonly similarity: number;
  readonly places: number;
  readonly codes: readonly string[];
  readonly author: string | null;
}

export interface TableColumn {
  readonly heading: string;
  readonly role: ColumnRole;
  /** The first cells that say something. */
  readonly sample: readonly string[];
}

export interface ConflictRow {
  /** Nought where it is about the whole file. */
  readonly row: number;
  readonly table: string;
  readonly conflict: AnalysisConflict;
  readonly params: Readonly<Record<string, string | number>>;
}

export type RowCounts = Readonly<Record<FoundKind, number>>;

/** A table of a file, or the comments of a document, which have no name. */
export interface FileTable {
  readonly name: string;
  readonly isHidden: boolean;
  /** It is one of those that are read as one. */
  readonly isAlike: boolean;
}

/** What would come in; the lists hold as many rows of each kind as were asked for. */
export interface AnalysisPreview {
  readonly fileName: string;
  readonly source: 'table' | 'comments';
  readonly tables: readonly FileTable[];
  readonly table: number | 'all';
  readonly columns: readonly TableColumn[];
  readonly carryDown: boolean;
  /** Rows that are hidden in the tables that are read. */
  readonly hiddenRows: number;
  readonly withoutHidden: boolean;
  readonly counts: RowCounts;
  readonly rows: Readonly<Record<FoundKind, readonly FoundRow[]>>;
  readonly conflicts: readonly ConflictRow[];
  readonly conflictCount: number;
  /** Meaning units that would be made, and rows whose words are a unit already. */
  readonly units: number;
  readonly known: number;
  readonly codes: { readonly fresh: number; readonly known: number };
}

/** A unit of an existing analysis with where it stands; the action that takes it in knows nothing of tables. */
export const unitToTakeIn = z.object({
  spans: z.array(span).min(1).max(500),
  condensed: prose(20_000).default(''),
  interpretation: prose(20_000).default(''),
  codes: z
    .array(
      z.object({
        name: name(200),
        /** Low to high; null where the table leaves a level out. Absent: the table does not say. */
        path: z.array(name(300).nullable()).max(9).optional(),
        analystId: analystId.optional(),
      }),
    )
    .max(1000)
    .default([]),
  themes: z.array(name(300)).max(1000).default([]),
  /** The words as the table has them: the unit waits in the review list. */
  review: z
    .object({ text: prose(100_000), turnId, turnLabel: z.string().max(200) })
    .optional(),
  analystId: analystId.optional(),
});
export type UnitToTakeIn = z.output<typeof unitToTakeIn>;

/** What became of it, in counts. */
export interface TakenIn {
  readonly made: number;
  readonly known: number;
  readonly toReview: number;
  readonly codes: number;
  readonly categories: number;
}

/** What came in, with every row that waits for review or stands nowhere. */
export interface AnalysisReport {
  readonly fileName: string;
  readonly counts: RowCounts;
  readonly review: readonly FoundRow[];
  readonly refused: readonly FoundRow[];
  readonly conflicts: readonly ConflictRow[];
  readonly taken: TakenIn;
}
