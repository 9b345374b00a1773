import type { Verdict } from '../text/reanchor.ts';
import type { ImportNote } from './importedTranscript.ts';

export interface TurnSide {
  /** The label, null when nobody is named. */
  readonly speaker: string | null;
  readonly text: string;
}

/** A turn that is not the same in both versions of a transcript; one side is null where it is only in the other. */
export interface TurnChange {
  /** Of the turn in the project; null when it is new. */
  readonly label: string | null;
  readonly before: TurnSide | null;
  readonly after: TurnSide | null;
}

/** What a new version of a file would do to the transcript that was read from an earlier one. */
export interface NewVersion {
  readonly fileName: string;
  readonly turns: {
    readonly same: number;
    readonly changed: number;
    readonly added: number;
    readonly removed: number;
  };
  /** How many meaning units come to which verdict. */
  readonly units: Readonly<Record<Verdict, number>>;
  /** Who each label of the file is in the transcript; null when it is somebody new. */
  readonly speakers: readonly { readonly label: string; readonly is: string | null }[];
  /** How many of the turns that stay come to begin or end at another time. */
  readonly times: number;
  /** Sensitive passages of the transcript that wait out of sight: the file may have their words. */
  readonly waiting: number;
  /** How much of what is said in the transcript is said in the file too, from 0 to 1. */
  readonly keptShare: number;
  /** The first 2,000 in the order of the text. */
  readonly changes: readonly TurnChange[];
  readonly warnings: readonly ImportNote[];
}
