import { z } from 'zod';

import type { Passage } from '../text/passage.ts';
import {
  codeId,
  participantId,
  transcriptId,
  type CategoryId,
  type CodeId,
  type MeaningUnitId,
  type ThemeId,
  type TranscriptId,
} from './ids.ts';
import type { Span } from './span.ts';
import { speakerRole, type SpeakerRole } from './transcript.ts';
import { enteredText } from './text.ts';

/** How what is typed is meant: whole words and phrases, any run of signs, a regular expression. */
export const searchWays = ['words', 'inside', 'pattern'] as const;
export type SearchWay = (typeof searchWays)[number];

/** What can be searched, in the order it is shown. */
export const searchScopes = [
  'turns',
  'units',
  'condensations',
  'codes',
  'categories',
  'themes',
  'memos',
] as const;
export type SearchScope = (typeof searchScopes)[number];

/** Of the material: with any of these only turns, units and condensations are searched. */
export const searchFilter = z.object({
  transcriptIds: z.array(transcriptId).optional(),
  /** Labels, whichever transcript they are of. */
  speakers: z.array(z.string().max(200)).optional(),
  roles: z.array(speakerRole).optional(),
  participantIds: z.array(participantId).optional(),
  /** Words of units that have any of these codes. */
  codeIds: z.array(codeId).optional(),
});
export type SearchFilter = z.output<typeof searchFilter>;

export const searchRequest = z.object({
  text: z.string().max(4000).transform(enteredText).pipe(z.string().max(1000)),
  way: z.enum(searchWays).default('words'),
  /** å is also found by a; what is written as it was typed comes first. */
  fold: z.boolean().default(false),
  scopes: z
    .array(z.enum(searchScopes))
    .min(1)
    .default(() => [...searchScopes]),
  filter: searchFilter.default({}),
  /** The most hits of each scope. */
  limit: z.int().min(1).max(5000).default(50),
});
export type SearchRequest = z.output<typeof searchRequest>;

/** Words that were said. */
export interface SpokenHit extends Span {
  readonly transcriptId: TranscriptId;
  readonly transcriptName: string;
  readonly turnLabel: string;
  readonly speaker: string | null;
  readonly role: SpeakerRole | null;
  readonly passage: Passage;
  /** Found only because marks were disregarded. */
  readonly isFolded: boolean;
  /** Numbers of the active units that hold any of the words. */
  readonly units: readonly number[];
  /** A unit holds exactly these words. */
  readonly isMarked: boolean;
}

/** Words of a unit that is in the analysis. */
export interface UnitHit extends SpokenHit {
  readonly unitId: MeaningUnitId;
  readonly number: number;
}

/** What an analyst's words are about, and where they are shown. */
export type WrittenAbout =
  | {
      readonly noun: 'unit';
      readonly id: MeaningUnitId;
      readonly number: number;
      readonly transcriptId: TranscriptId;
      readonly name: string;
    }
  | { readonly noun: 'transcript'; readonly id: TranscriptId; readonly name: string }
  | { readonly noun: 'code'; readonly id: CodeId; readonly name: string }
  | { readonly noun: 'category'; readonly id: CategoryId; readonly name: string }
  | { readonly noun: 'theme'; readonly id: ThemeId; readonly name: string }
  | { readonly noun: 'project' };

export const writtenFields = [
  'condensation',
  'interpretation',
  'name',
  'definition',
  'inclusion',
  'exclusion',
  'memo',
] as const;

/** Words that an analyst wrote. */
export interface WrittenHit {
  readonly id: string;
  readonly field: (typeof writtenFields)[number];
  readonly about: WrittenAbout;
  readonly passage: Passage;
  readonly isFolded: boolean;
}

interface Found<Hit> {
  readonly hits: readonly Hit[];
  /** There are more than were asked for. */
  readonly hasMore: boolean;
}

/** One entry for each scope that was asked for. */
export interface SearchAnswer {
  readonly turns?: Found<SpokenHit>;
  readonly units?: Found<UnitHit>;
  readonly written: readonly (Found<WrittenHit> & {
    readonly scope: Exclude<SearchScope, 'turns' | 'units'>;
  })[];
  /** The time limit came before the end: what is here was found until then. */
  readonly isCut: boolean;
  /** Turns that were written so lately that they have not been searched. */
  readonly unindexed: number;
}

/** Under which the host says how far it has come with what search looks in. */
export const indexingJob = 'search.index';
