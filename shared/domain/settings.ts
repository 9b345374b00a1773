import { z } from 'zod';

import { line } from './text.ts';

const choices = z.object({
  language: z.enum(['sv', 'en', 'system']),
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['compact', 'standard', 'large']),
  /** Per cent of the app's text, 90 to 200. */
  textSize: z.int().min(90).max(200),
  /** Pixels of the transcript's text at 100 %, 14 to 32. */
  readingSize: z.number().min(14).max(32),
  readingFont: z.enum(['literata', 'atkinson', 'sourceSans']),
  lineHeight: z.union([z.literal(1.45), z.literal(1.6), z.literal(1.8)]),
  showLineNumbers: z.boolean(),
  /** Draw every turn at once, so that a screen reader finds all of them (rulings 24). */
  drawWholeTranscript: z.boolean(),
  singleKeys: z.boolean(),
  keys: z.record(z.string().max(80), z.string().max(40)),
  afterMarking: z.enum(['stay', 'condense', 'code']),
  navigationWidth: z.int().min(168).max(320),
  inspectorWidth: z.int().min(300).max(520),
  isNavigationOpen: z.boolean(),
  isInspectorOpen: z.boolean(),
  analystName: line(200),
  /** Column choices of the analysis table: order, width, hidden. */
  tableColumns: z.array(
    z.object({
      id: z.string().max(60),
      width: z.int().min(60).max(1200),
      isHidden: z.boolean(),
    }),
  ),
  /** Paths of projects whose advice about a synced folder has been read. */
  readAdvice: z.array(z.string().max(4096)).max(500),
  tableRowHeight: z.enum(['one', 'two', 'all']),
});

export type Settings = z.output<typeof choices>;

const standard: Settings = {
  language: 'system',
  theme: 'system',
  density: 'standard',
  textSize: 100,
  readingSize: 16.5,
  readingFont: 'literata',
  lineHeight: 1.6,
  showLineNumbers: true,
  drawWholeTranscript: false,
  singleKeys: true,
  keys: {},
  afterMarking: 'condense',
  navigationWidth: 204,
  inspectorWidth: 348,
  isNavigationOpen: true,
  isInspectorOpen: true,
  analystName: '',
  tableColumns: [],
  readAdvice: [],
  tableRowHeight: 'two',
};

/** Some of the settings: what is changed, the others stay. Without defaults, which would put the others back. */
export const settingsPatch = choices.partial();

/** What belongs to the computer, not to the project; what is missing is as from the start. */
export const settings = settingsPatch.transform((given): Settings =>
  choices.parse({ ...standard, ...given }),
);

export interface RecentProject {
  readonly path: string;
  readonly title: string;
  readonly openedAt: string;
  readonly isMissing: boolean;
  readonly transcripts: number;
  readonly units: number;
}
