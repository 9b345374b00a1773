import { z } from 'zod';

import type { ImportNote } from './importedTranscript.ts';
import type {
  ImportReportId,
  ParticipantId,
  SpeakerId,
  TranscriptId,
  TurnId,
} from './ids.ts';

export const transcriptKinds = [
  'focusGroup',
  'interview',
  'fieldNote',
  'document',
  'freeText',
] as const;
export type TranscriptKind = (typeof transcriptKinds)[number];
export const transcriptKind = z.enum(transcriptKinds);

export const speakerRoles = [
  'participant',
  'moderator',
  'observer',
  'interpreter',
] as const;
export type SpeakerRole = (typeof speakerRoles)[number];
export const speakerRole = z.enum(speakerRoles);

/** A label in one transcript. Moderators, observers and interpreters are context, not coverage. */
export interface Speaker {
  readonly id: SpeakerId;
  readonly label: string;
  readonly role: SpeakerRole;
  readonly participantId: ParticipantId | null;
}

export interface Turn {
  readonly id: TurnId;
  /** The reference that stays when the transcript is corrected: `r10`, `r10b`. */
  readonly label: string;
  readonly speakerId: SpeakerId | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly text: string;
}

export interface Transcript {
  readonly id: TranscriptId;
  readonly name: string;
  readonly kind: TranscriptKind;
  readonly date: string | null;
  readonly place: string | null;
  readonly minutes: number | null;
  readonly language: string;
  readonly speakers: readonly Speaker[];
  /** In the order they were said. */
  readonly turns: readonly Turn[];
}

export interface TranscriptSummary {
  readonly id: TranscriptId;
  readonly name: string;
  readonly kind: TranscriptKind;
  readonly date: string | null;
  readonly turns: number;
  readonly words: number;
  readonly participants: number;
  readonly units: number;
  /** Participants' turns that are neither marked nor set aside. */
  readonly turnsLeft: number;
  /** When the latest coverage pass was done; null before the first. */
  readonly coveredAt: string | null;
  /** The day that somebody said that nobody can be pointed out in it; null before that. */
  readonly pseudonymisedOn: string | null;
}

export interface ImportReport {
  readonly id: ImportReportId;
  readonly fileName: string;
  readonly sha256: string;
  readonly format: string;
  readonly encoding: string | null;
  readonly turns: number;
  readonly words: number;
  readonly changes: readonly ImportNote[];
  readonly warnings: readonly ImportNote[];
  readonly createdAt: string;
}

export interface Participant {
  readonly id: ParticipantId;
  readonly pseudonym: string;
}

/** A transcript that is no longer in the project but whose words its history still holds. */
export interface RemovedTranscript {
  readonly id: TranscriptId;
  readonly name: string;
  readonly turns: number;
  readonly removedAt: string;
}

/** A participant who is in the history only; what they said and what was marked of it may still stand. */
export interface RemovedParticipant extends Participant {
  readonly turns: number;
  readonly units: number;
  readonly removedAt: string;
}

export interface SetAside {
  readonly turnId: TurnId;
  readonly reason: string;
}
