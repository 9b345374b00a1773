import { z } from 'zod';

import { participantId, type TranscriptId } from './ids.ts';
import {
  importFormats,
  type ImportNote,
  type ParsedTranscript,
} from './importedTranscript.ts';
import { line, name } from './text.ts';
import { speakerRole, transcriptKind, type SpeakerRole } from './transcript.ts';

export const importChoices = z.object({
  encoding: z.string().max(40).optional(),
  format: z.enum(importFormats).optional(),
  joinSameSpeaker: z.boolean().optional(),
  keepTimeStamps: z.boolean().optional(),
  dropHeader: z.boolean().optional(),
  unwrapLines: z.boolean().optional(),
  alsoSpeakers: z.array(z.string().max(200)).optional(),
  notSpeakers: z.array(z.string().max(200)).optional(),
  speechTiers: z.array(z.string().max(500)).max(2000).optional(),
});

/** A file that has been read into memory but not into the project. */
export interface StagedFile {
  readonly fileId: string;
  readonly name: string;
  readonly bytes: number;
}

export interface ProposedSpeaker {
  readonly label: string;
  readonly role: SpeakerRole;
  readonly turns: number;
  readonly words: number;
  /** Another label of the file that may be the same person; never joined unasked. */
  readonly nearly: string | null;
}

/** What would come in; `parsed.turns` holds the first 500, `turns` is the true count. */
export interface ImportPreview {
  readonly fileId: string;
  readonly fileName: string;
  readonly proposedName: string;
  readonly parsed: ParsedTranscript;
  readonly turns: number;
  readonly words: number;
  readonly speakers: readonly ProposedSpeaker[];
  /** A transcript of the project that was read from the same bytes. */
  readonly sameAs: string | null;
}

/** What becomes of one label of the file. Two labels with the same `as` become one speaker. */
export const speakerChoice = z.object({
  label: z.string().max(200),
  /** The label in the project; default the one in the file. */
  as: name(200).optional(),
  role: speakerRole,
  /** An existing participant. */
  participantId: participantId.optional(),
  /** A new (or, by the same name, existing) participant; default a new one called as the label. */
  pseudonym: name(100).optional(),
});

export const fileToImport = z.object({
  fileId: z.string(),
  name: name(200).optional(),
  kind: transcriptKind.default('focusGroup'),
  choices: importChoices.default({}),
  /** Labels that are not named here get their proposed role. */
  speakers: z.array(speakerChoice).default([]),
});

export const parsedTurn = z.object({
  /** A label of nothing but spaces is no speaker. */
  speaker: line(200)
    .nullable()
    .transform((label) => label || null),
  startMs: z.int().min(0).nullable(),
  endMs: z.int().min(0).nullable(),
  text: z.string().max(20_000_000),
});

export interface ImportedFile {
  readonly fileName: string;
  readonly transcriptId: TranscriptId;
  readonly turns: number;
  readonly words: number;
  readonly encoding: string | null;
  readonly format: string;
  readonly speakers: readonly Omit<ProposedSpeaker, 'nearly'>[];
  readonly changes: readonly ImportNote[];
  readonly warnings: readonly ImportNote[];
}
