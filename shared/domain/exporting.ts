import { z } from 'zod';

import { rowsRequest } from './analysisTable.ts';
import { filePath } from './text.ts';

export const exportables = [
  'analysis-table',
  'overview',
  'codebook',
  'summaries',
  'transcripts',
] as const;
export const exportFormats = ['xlsx', 'docx', 'csv', 'txt', 'json'] as const;
export type Exportable = (typeof exportables)[number];
export type ExportFormat = (typeof exportFormats)[number];

/** Which formats a thing can be taken home in. */
export const formatsOf: Readonly<Record<Exportable, readonly ExportFormat[]>> = {
  'analysis-table': ['xlsx', 'docx', 'csv', 'json'],
  overview: ['docx'],
  codebook: ['docx', 'csv'],
  summaries: ['docx', 'xlsx', 'csv'],
  transcripts: ['txt', 'json', 'docx'],
};

/** Whose words were left out of a file since they may not be quoted, and in how many units or turns. */
export type Withheld = readonly { readonly pseudonym: string; readonly places: number }[];

export const exportRequest = z.object({
  what: z.enum(exportables),
  format: z.enum(exportFormats),
  to: filePath,
  /** Without it a file that is there already is refused with `file.exists`. */
  overwrite: z.boolean().default(false),
  /** Overview: a row per sub-category, or a column per main category (method.md 3.2). */
  layout: z.enum(['rows', 'columns']).default('rows'),
  /** Overview: numbers of units and participants, only if asked for. */
  withCounts: z.boolean().default(false),
  /** Csv: default `;` with byte order mark in Swedish, `,` in English (rulings 23). */
  delimiter: z.enum([';', ',']).optional(),
  /** Analysis table: which rows and in which order. */
  rows: rowsRequest.omit({ offset: true, limit: true }).optional(),
  /** Analysis table: column ids in order; default all that the project uses. */
  columns: z.array(z.string().max(200)).optional(),
  /** Language of headings; default the project's. */
  language: z.enum(['sv', 'en']).optional(),
});
