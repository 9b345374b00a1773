import { z } from 'zod';

import type { ColumnUse, ProposedColumn } from '../text/proposeColumns.ts';
import { columnUses } from '../text/proposeColumns.ts';
import { attributeName, attributeType } from './attribute.ts';
import type { ImportedFile } from './importing.ts';

export type { ColumnUse, ProposedColumn };

/** Rows that a survey, or a table of attributes, may have; more are refused before anything is written. */
export const mostPeople = 10_000;

/** One sheet of a table, with what each column is taken for. */
export interface SheetPreview {
  readonly name: string;
  readonly isHidden: boolean;
  /** Cells whose formula has no value saved beside it. */
  readonly notComputed: number;
  /** Rows that are hidden in the file, by a filter for instance; `total` is without them where they are left out. */
  readonly hiddenRows: number;
  /** The lowest row of headings, from 1. */
  readonly headingRow: number;
  readonly total: number;
  readonly columns: readonly ProposedColumn[];
  readonly renamed: readonly string[];
  /** The rows themselves, when they were asked for. */
  readonly rows: readonly (readonly string[])[];
}

export interface TablePreview {
  readonly fileId: string;
  readonly fileName: string;
  /** Whether it looks like a table with headings, a row for each person. */
  readonly isSurvey: boolean;
  readonly sheets: readonly SheetPreview[];
}

/** What becomes of a column; those that are not named are left out. */
export const surveyColumn = z.object({
  index: z.int().min(0).max(1000),
  use: z.enum(columnUses),
  name: attributeName.optional(),
  type: attributeType.optional(),
});

export interface SurveyOutcome {
  readonly people: number;
  readonly attributes: number;
  readonly imported: readonly ImportedFile[];
}
