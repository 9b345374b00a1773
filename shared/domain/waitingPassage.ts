import type { PassageId, TranscriptId } from './ids.ts';

/** A sensitive passage that nobody sees until it is released or removed, in facts: never in its words. */
export interface WaitingPassage {
  readonly id: PassageId;
  readonly transcriptId: TranscriptId;
  readonly transcript: string;
  /** Where it stood, in the order of the text; the turns as they are called now. */
  readonly turnLabels: readonly string[];
  readonly reason: string;
  /** The day by which somebody has decided. */
  readonly deadline: string;
  readonly since: string;
  readonly initials: string | null;
  readonly words: number;
  /** Meaning units that wait with it. */
  readonly units: number;
  /** A sign that stands in the text no longer, so that the words cannot be put back; null where all do. */
  readonly lostSign: string | null;
}

/** The words of a waiting passage, for the one who decides about it. */
export interface WaitingWords {
  readonly parts: readonly {
    readonly sign: string;
    readonly speaker: string | null;
    readonly text: string;
  }[];
  readonly units: readonly { readonly number: number; readonly condensed: string }[];
}
