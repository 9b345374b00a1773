import { z } from 'zod';

import type { AnalystId, SoundId, TurnId } from './ids.ts';

/** What a recording can be, told by its first bytes. Not every browser plays all of them. */
export const mediaTypes = [
  'audio/wav',
  'audio/mpeg',
  'audio/aac',
  'audio/mp4',
  'audio/ogg',
  'audio/flac',
  'audio/amr',
  'audio/aiff',
  'audio/x-caf',
  'audio/x-dss',
  'video/mp4',
  'video/ogg',
  'video/webm',
  'video/x-matroska',
  'video/quicktime',
  'video/x-msvideo',
  'video/mpeg',
  'video/x-ms-asf',
] as const;
export type MediaType = (typeof mediaTypes)[number];
export const mediaType = z.enum(mediaTypes);

/** Names that recordings usually end with, for the dialog that looks for one. */
export const soundEndings = [
  '.wav',
  '.mp3',
  '.m4a',
  '.ogg',
  '.oga',
  '.opus',
  '.flac',
  '.aac',
  '.amr',
  '.aif',
  '.aiff',
  '.caf',
  '.dss',
  '.ds2',
  '.wma',
  '.mp4',
  '.m4v',
  '.mov',
  '.webm',
  '.mkv',
  '.avi',
  '.mpg',
  '.mpeg',
  '.wmv',
];

/** The recording that a transcript is of. It stays where it lies and is never copied into the project. */
export interface Sound {
  readonly id: SoundId;
  readonly fileName: string;
  readonly mediaType: MediaType;
  readonly bytes: number;
  /** Of all of it; null until it has been read through. */
  readonly sha256: string | null;
}

/** Where a recording lies on this computer, looked up when it is asked. */
export type SoundPlace =
  | {
      readonly state: 'here';
      readonly path: string;
      readonly mediaType: MediaType;
      readonly bytes: number;
      readonly modifiedMs: number;
    }
  /** `path`: where it lay when it was last seen; null where this computer has never seen it. */
  | { readonly state: 'missing'; readonly path: string | null }
  /** Something else lies there now. */
  | { readonly state: 'changed'; readonly path: string };

/** Somebody vouches that the transcript says what the sound says. */
export interface Verification {
  readonly date: string;
  readonly analystId: AnalystId | null;
  /** Null when the analyst is no longer in the project. */
  readonly analyst: string | null;
  readonly initials: string | null;
}

/** How far the proof-listening of a transcript has come. */
export interface Listening {
  readonly sound: Sound | null;
  /** In the order of the text. */
  readonly listened: readonly TurnId[];
  readonly verified: Verification | null;
  /** Steps that corrected what was transcribed, as far as they are not undone. */
  readonly corrections: number;
  /** Those of them that came after it was verified. */
  readonly correctionsSince: number;
}
