import { z } from 'zod';

import type { GuideVersionId, QuestionId, TranscriptId, TurnId } from './ids.ts';
import type { MarkedUnit } from './meaningUnit.ts';
import type { Speaker, Turn } from './transcript.ts';

export const questionKinds = [
  'opening',
  'main',
  'followUp',
  'closing',
  'background',
] as const;
export type QuestionKind = (typeof questionKinds)[number];
export const questionKind = z.enum(questionKinds);

/** A question of the interview guide as it was worded in one version. */
export interface Question {
  readonly id: QuestionId;
  /** Its place in the guide, from 1. */
  readonly number: number;
  readonly text: string;
  /** False for a question that came with a later version, or that this one leaves out. */
  readonly isAsked: boolean;
  readonly kind: QuestionKind;
  readonly contentArea: string;
  readonly developmentArea: string;
}

/** What the material holds on a question. */
export interface GuideQuestion extends Question {
  /** Transcripts in which a participant speaks to it. */
  readonly transcripts: number;
  /** Turns of anybody that belong to it. */
  readonly turns: number;
  readonly units: number;
  /** Transcripts whose version of the guide asks it. */
  readonly askedIn: number;
  /** Those of them that are divided and have no turn that belongs to it (method.md T09). */
  readonly missing: readonly TranscriptId[];
}

export interface GuideVersion {
  readonly id: GuideVersionId;
  readonly number: number;
  /** Transcripts that are tied to it. */
  readonly transcripts: number;
}

export interface Guide {
  /** Oldest first; none before the first question. */
  readonly versions: readonly GuideVersion[];
  /** The one whose wordings are given. */
  readonly versionId: GuideVersionId | null;
  readonly questions: readonly GuideQuestion[];
  readonly transcripts: readonly {
    readonly id: TranscriptId;
    readonly name: string;
    readonly versionId: GuideVersionId | null;
    /** Whether any turn of it has been matched to a question. */
    readonly isSorted: boolean;
  }[];
}

/** A turn and the question that it opens or belongs to; null is outside the guide. */
export interface PlacedTurn {
  readonly turnId: TurnId;
  readonly questionId: QuestionId | null;
}

/** How the turns of one transcript are matched to questions. */
export interface TranscriptQuestions {
  readonly versionId: GuideVersionId | null;
  readonly questions: readonly Question[];
  /** Where a question begins, in the order of the text. */
  readonly borders: readonly PlacedTurn[];
  /** Turns that belong to another question than those around them, in the order of the text. */
  readonly alone: readonly PlacedTurn[];
}

export interface ProposedBorder {
  readonly turnId: TurnId;
  readonly questionId: QuestionId;
  /** From 0 to 1: how much of the question is heard in the turn. */
  readonly likeness: number;
  /** Questions without a place that seem to be asked in the same turn. */
  readonly also: readonly QuestionId[];
}

/** A turn as an answer to a question. */
export interface AnswerTurn extends Turn {
  readonly transcriptId: TranscriptId;
  /** Why it is set aside; null when it is not. */
  readonly aside: string | null;
}

/** One transcript beside the others that the question was, or was not, asked in. */
export interface AnswerGroup {
  readonly transcriptId: TranscriptId;
  readonly name: string;
  readonly language: string;
  /** As the version of the guide that the transcript followed has it. */
  readonly asked: {
    readonly isAsked: boolean;
    readonly text: string;
    /** Of the version; null where nobody has said which was followed, and the newest is taken. */
    readonly number: number | null;
  };
  /** Whether any turn of it has been matched to a question. */
  readonly isSorted: boolean;
  /** Participants' voices in it, and those of them that speak to the question. */
  readonly participants: number;
  readonly answering: number;
}

/** What every transcript has on one question. */
export interface Answers {
  /** All transcripts, in their order. */
  readonly groups: readonly AnswerGroup[];
  readonly speakers: readonly Speaker[];
  /** Group after group, in the order of the text. */
  readonly turns: readonly AnswerTurn[];
  /** What is marked in them; spans tell a turn by its place among `turns`, and those elsewhere are left out. */
  readonly units: readonly MarkedUnit[];
}

/** What the analyst wrote of the answers to a question. */
export interface QuestionSummary {
  readonly questionId: QuestionId;
  /** Null of all transcripts together. */
  readonly transcriptId: TranscriptId | null;
  readonly text: string;
}

/** The question of each turn, in their order: null outside the guide, undefined where nobody has said yet. */
export function questionsOfTurns(
  turns: readonly { readonly id: TurnId }[],
  { borders, alone }: Pick<TranscriptQuestions, 'borders' | 'alone'>,
): readonly (QuestionId | null | undefined)[] {
  const opened = new Map(borders.map(({ turnId, questionId }) => [turnId, questionId]));
  const own = new Map(alone.map(({ turnId, questionId }) => [turnId, questionId]));
  let now: QuestionId | null | undefined;
  return turns.map(({ id }) => {
    if (opened.has(id)) now = opened.get(id) ?? null;
    return own.has(id) ? (own.get(id) ?? null) : now;
  });
}
