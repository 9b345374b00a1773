import { z } from 'zod';

import type {
  CategoryId,
  CodeId,
  MeaningUnitId,
  QuestionId,
  ThemeId,
  TranscriptId,
} from './ids.ts';
import {
  attributeId,
  categoryId,
  codeId,
  meaningUnitId,
  questionId,
  themeId,
  transcriptId,
} from './ids.ts';
import { line, prose } from './text.ts';

export interface PlacedCode {
  readonly id: CodeId;
  readonly name: string;
  /** Low to high; empty while the code is not placed. */
  readonly path: readonly {
    readonly id: CategoryId;
    readonly depth: number;
    readonly name: string;
  }[];
}

/** A question that a unit answers, in the words of the version that its transcript followed; outside the guide without id. */
export interface RowQuestion {
  readonly id: QuestionId | null;
  /** Its place in the guide, from 1; 0 outside it. */
  readonly number: number;
  readonly text: string;
}

/** One row per unit (rulings 11). */
export interface AnalysisRow {
  readonly id: MeaningUnitId;
  readonly number: number;
  readonly transcriptId: TranscriptId;
  readonly transcript: string;
  readonly speaker: string;
  readonly turnLabel: string;
  readonly spans: readonly {
    readonly turn: number;
    readonly start: number;
    readonly end: number;
  }[];
  readonly unit: string;
  readonly condensed: string;
  readonly interpretation: string;
  readonly codes: readonly PlacedCode[];
  /** Direct and inherited, each once. */
  readonly themes: readonly {
    readonly id: ThemeId;
    readonly name: string;
    readonly isDirect: boolean;
  }[];
  readonly isQuotable: boolean;
  /** It waits in the review list. */
  readonly isInDoubt: boolean;
  /** Who may not be quoted of those who speak in it; absent where all may. */
  readonly withheld?: readonly string[];
  /** What its turns belong to: several where it goes over a border, absent where nobody has said. */
  readonly questions?: readonly RowQuestion[];
  /** By attribute, the values of those who speak in the unit; absent where nothing is known of them. */
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
}

export const rowFilter = z.object({
  text: line(200).optional(),
  transcriptIds: z.array(transcriptId).optional(),
  speakers: z.array(z.string().max(200)).optional(),
  codeIds: z.array(codeId).optional(),
  /** Rows under any of these categories, at whatever depth. */
  categoryIds: z.array(categoryId).optional(),
  themeIds: z.array(themeId).optional(),
  /** Rows with a turn that belongs to any of these questions; `outside` is outside the guide. */
  questionIds: z.array(z.union([questionId, z.literal('outside')])).optional(),
  /** One of the values of each attribute that is named. */
  attributes: z
    .array(z.object({ attributeId, value: z.string().max(2000) }))
    .max(200)
    .optional(),
  missing: z.enum(['condensation', 'code', 'category']).optional(),
  isQuotable: z.boolean().optional(),
});
export type RowFilter = z.input<typeof rowFilter>;

export const sortColumns = [
  'place',
  'number',
  'transcript',
  'speaker',
  'unit',
  'condensed',
  'interpretation',
  'code',
  'category',
  'theme',
  'question',
] as const;
export type SortColumn = (typeof sortColumns)[number];

export const rowsRequest = z.object({
  filter: rowFilter.default({}),
  sort: z.enum(sortColumns).default('place'),
  descending: z.boolean().default(false),
  /** Rows come category by category, unplaced codes last, then by `sort`. */
  groupByCategory: z.boolean().default(false),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(20_000).default(100),
});
export type RowsRequest = z.input<typeof rowsRequest>;

/** One cell that is typed or pasted into. A code cell takes names separated by `;`; an empty value clears. */
export const cellEdit = z.discriminatedUnion('column', [
  z.object({
    unitId: meaningUnitId,
    column: z.literal('condensed'),
    value: prose(20_000),
  }),
  z.object({
    unitId: meaningUnitId,
    column: z.literal('interpretation'),
    value: prose(20_000),
  }),
  z.object({ unitId: meaningUnitId, column: z.literal('code'), value: line(2000) }),
  z.object({
    unitId: meaningUnitId,
    column: z.literal('category'),
    depth: z.int().min(1),
    /** Which of the unit's codes is moved; needed only when it has several. */
    codeId: codeId.optional(),
    value: line(300),
  }),
  z.object({ unitId: meaningUnitId, column: z.literal('theme'), value: line(2000) }),
]);
export type CellEdit = z.input<typeof cellEdit>;
