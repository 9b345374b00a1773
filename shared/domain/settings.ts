import { z } from 'zod';

import { line } from './text.ts';

/** What belongs to the computer, not to the project. */
export const settings = z.object({
  language: z.enum(['sv', 'en', 'system']).default('system'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  density: z.enum(['compact', 'standard', 'large']).default('standard'),
  /** Per cent of the app's text, 90 to 200. */
  textSize: z.int().min(90).max(200).default(100),
  /** Pixels of the transcript's text at 100 %, 14 to 32. */
  readingSize: z.number().min(14).max(32).default(16.5),
  readingFont: z.enum(['literata', 'atkinson', 'sourceSans']).default('literata'),
  lineHeight: z.union([z.literal(1.45), z.literal(1.6), z.literal(1.8)]).default(1.6),
  showLineNumbers: z.boolean().default(true),
  /** Draw every turn at once, so that a screen reader finds all of them (rulings 24). */
  drawWholeTranscript: z.boolean().default(false),
  singleKeys: z.boolean().default(true),
  keys: z.record(z.string().max(80), z.string().max(40)).default({}),
  afterMarking: z.enum(['stay', 'condense', 'code']).default('condense'),
  navigationWidth: z.int().min(168).max(320).default(204),
  inspectorWidth: z.int().min(300).max(520).default(348),
  isNavigationOpen: z.boolean().default(true),
  isInspectorOpen: z.boolean().default(true),
  analystName: line(200).default(''),
  /** Column choices of the analysis table: order, width, hidden. */
  tableColumns: z
    .array(
      z.object({
        id: z.string().max(40),
        width: z.int().min(60).max(1200),
        isHidden: z.boolean(),
      }),
    )
    .default([]),
  /** Paths of projects whose advice about a synced folder has been read. */
  readAdvice: z.array(z.string().max(4096)).max(500).default([]),
  tableRowHeight: z.enum(['one', 'two', 'all']).default('two'),
});

export type Settings = z.output<typeof settings>;
export const settingsPatch = settings.partial();

export interface RecentProject {
  readonly path: string;
  readonly title: string;
  readonly openedAt: string;
  readonly isMissing: boolean;
  readonly transcripts: number;
  readonly units: number;
}
