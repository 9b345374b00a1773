import type { CodeId, MeaningUnitId, TranscriptId, TurnId } from './ids.ts';
import type { StepLabel } from './step.ts';

/**
 * Why a unit waits in the review list: its words were changed in a way that leaves it in doubt, or are gone, or an
 * analysis that was read in has other words than the place that is proposed.
 */
export const reviewReasons = ['edited', 'gone', 'imported'] as const;
export type ReviewReason = (typeof reviewReasons)[number];

/** What was done to the text that left units in doubt. */
export interface CorrectionMade extends StepLabel {
  readonly seq: number;
  readonly at: string;
  readonly initials: string | null;
}

/** A unit in doubt, with its words as they last stood and as they stand now. */
export interface Review {
  readonly unitId: MeaningUnitId;
  readonly number: number;
  readonly transcriptId: TranscriptId;
  readonly transcriptName: string;
  readonly reason: ReviewReason;
  /** Null when the step is known no longer. */
  readonly correction: CorrectionMade | null;
  readonly marked: { readonly at: string; readonly initials: string | null };
  readonly condensed: string;
  readonly codeIds: readonly CodeId[];
  readonly was: {
    readonly turnLabel: string;
    readonly text: string;
    /** Up to 32 characters on each side. */
    readonly before: string;
    readonly after: string;
  };
  readonly now: {
    readonly turnId: TurnId;
    readonly turnLabel: string;
    /** Nobody's: empty. */
    readonly speaker: string;
    /** Where the words begin; where they stood when they are gone. */
    readonly start: number;
    /** Empty when the words are gone. */
    readonly text: string;
    readonly before: string;
    readonly after: string;
  };
}

/** What a correction has done to the meaning units. */
export interface CorrectedUnits {
  /** Units whose text is another than before, those in doubt included. */
  readonly changed: readonly MeaningUnitId[];
  /** Units that have come to wait in the review list. */
  readonly inDoubt: readonly MeaningUnitId[];
}

/** A place where words that are sought stand. */
export interface FoundPlace {
  readonly turnId: TurnId;
  readonly turnLabel: string;
  readonly transcriptId: TranscriptId;
  readonly transcriptName: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly before: string;
  readonly after: string;
  /** Numbers of the active meaning units that hold any of it. */
  readonly units: readonly number[];
}
