import { z } from 'zod';

import type { TurnId } from './ids.ts';

/** What can point out a person by itself, in the order that they are decided on; `capitalised` may be anything. */
export const identifierKinds = [
  'name',
  'place',
  'address',
  'personalNumber',
  'phone',
  'email',
  'url',
  'postcode',
  'registration',
  'capitalised',
] as const;
export type IdentifierKind = (typeof identifierKinds)[number];
export const identifierKind = z.enum(identifierKinds);

/** sure: it is one by its form or by the code key; likely: it is in a list or looks like one; maybe: a person must look. */
export const certainties = ['sure', 'likely', 'maybe'] as const;
export type Certainty = (typeof certainties)[number];

/** Words that can identify somebody, once for all places where they stand. */
export interface Identifier {
  readonly kind: IdentifierKind;
  /** As they most often stand, without the ending of the genitive. */
  readonly words: string;
  readonly certainty: Certainty;
  /** In the turns. */
  readonly places: number;
  /** In names of transcripts, labels, condensations, memos and other texts of the project. */
  readonly elsewhere: number;
  /** Whom the code key says it is. */
  readonly pseudonym: string | null;
  /** The analyst has decided that it stays. */
  readonly isLeft: boolean;
}

/** Where an identifier stands: in a turn, or in another text of the project. */
export type IdentifierPlace = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Some words of context. */
  readonly before: string;
  readonly after: string;
} & (
  | {
      readonly turnId: TurnId;
      readonly turnLabel: string;
      readonly transcriptName: string;
    }
  | { readonly table: string; readonly column: string; readonly rowId: string }
);

/** How many places of a kind have been replaced so far: counts, never the words. */
export interface Replaced {
  readonly kind: IdentifierKind | 'passage';
  readonly identifiers: number;
  readonly places: number;
}

/** What letting go of the old words would erase. */
export interface OldWordsFacts {
  readonly replaced: readonly Replaced[];
  /** Steps whose content would be erased; their labels and times stay. */
  readonly steps: number;
  /** Of these, steps that replaced words: while there are any, the history holds the old ones. */
  readonly pending: number;
  /** When something was last erased for good: copies made before may hold it. */
  readonly erasedAt: string | null;
}

/** A person of the study in the code key. */
export interface CodeKeyPair {
  readonly realName: string;
  readonly pseudonym: string;
}

/** The code key that is open, held in memory only. */
export interface CodeKeyState {
  readonly path: string;
  readonly pairs: readonly CodeKeyPair[];
}
