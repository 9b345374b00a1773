import { z } from 'zod';

import type { Passage } from '../text/passage.ts';
import {
  attributeId,
  codeId,
  participantId,
  questionId,
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

/** The most hits of each scope that a window shows, and that anybody can ask for. */
export const mostHits = 5000;
export const mostHitsOfAll = 100_000;

/** The most units that are made at once. */
export const mostMarked = 20_000;

/** How much around a hit becomes a unit: just the words, or what they stand in. */
export const hitExtents = ['words', 'sentence', 'turn'] as const;
export type HitExtent = (typeof hitExtents)[number];

/** Of the material: with any of these only turns, units and condensations are searched. All must hold; an empty list asks for nothing. */
export const searchFilter = z.object({
  transcriptIds: z.array(transcriptId).optional(),
  /** Labels, whichever transcript they are of. */
  speakers: z.array(z.string().max(200)).optional(),
  roles: z.array(speakerRole).optional(),
  participantIds: z.array(participantId).optional(),
  /** What is known of who speaks: one of the values of each attribute that is named. */
  attributes: z
    .array(z.object({ attributeId, value: z.string().max(2000) }))
    .max(500)
    .optional(),
  /** What the turn has been matched to; null is outside the guide. */
  questionIds: z.array(questionId.nullable()).optional(),
  /** Words of units that have any of these codes. */
  codeIds: z.array(codeId).optional(),
});
export type SearchFilter = z.output<typeof searchFilter>;

/** What is searched for, and in which of what was said. */
export const sought = z.object({
  text: z.string().max(4000).transform(enteredText).pipe(z.string().max(1000)),
  way: z.enum(searchWays).default('words'),
  /** å is also found by a; what is written as it was typed comes first. */
  fold: z.boolean().default(false),
  filter: searchFilter.default({}),
});
export type Sought = z.output<typeof sought>;

export const searchRequest = sought.extend({
  scopes: z
    .array(z.enum(searchScopes))
    .min(1)
    .default(() => [...searchScopes]),
  /** The most hits of each scope. */
  limit: z.int().min(1).max(mostHitsOfAll).default(50),
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
    readonly total: number;
  })[];
  /** The time limit came before the end: what is here was found until then. */
  readonly isCut: boolean;
}

/** How many there are in all; with `isAtLeast` the time was over before all were counted. */
export interface HitCount {
  readonly turns: number;
  /** Null where they were not asked for. */
  readonly units: number | null;
  readonly isAtLeast: boolean;
}

/** What marking all hits would come to. */
export interface HitsToMark {
  /** Units that would be made. */
  readonly units: number;
  /** Units of just those words that are there already. */
  readonly already: number;
  /** Hits in what moderators, observers and interpreters say. */
  readonly context: number;
  /** There are more hits than can be marked at once, or than could be found in time: those that come first are marked. */
  readonly isCut: boolean;
}

/** Under which the host says how far it has come with what search looks in. */
export const indexingJob = 'search.index';
