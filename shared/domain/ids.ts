import { z } from 'zod';

type Id<Noun extends string> = string & { readonly __noun: Noun };

export type TranscriptId = Id<'transcript'>;
export type TurnId = Id<'turn'>;
export type SpeakerId = Id<'speaker'>;
export type ParticipantId = Id<'participant'>;
export type MeaningUnitId = Id<'meaningUnit'>;
export type CodeId = Id<'code'>;
export type CategoryId = Id<'category'>;
export type ThemeId = Id<'theme'>;
export type MemoId = Id<'memo'>;
export type AnalystId = Id<'analyst'>;
export type AttributeId = Id<'attribute'>;
export type ImportReportId = Id<'importReport'>;
export type SoundId = Id<'sound'>;
export type QuestionId = Id<'question'>;
export type PassageId = Id<'passage'>;
export type GuideVersionId = Id<'guideVersion'>;

function id<T extends string>() {
  return z.uuid().transform((text) => text as T);
}

export const transcriptId = id<TranscriptId>();
export const turnId = id<TurnId>();
export const speakerId = id<SpeakerId>();
export const participantId = id<ParticipantId>();
export const meaningUnitId = id<MeaningUnitId>();
export const codeId = id<CodeId>();
export const categoryId = id<CategoryId>();
export const themeId = id<ThemeId>();
export const memoId = id<MemoId>();
export const analystId = id<AnalystId>();
export const soundId = id<SoundId>();
export const questionId = id<QuestionId>();
export const guideVersionId = id<GuideVersionId>();
export const attributeId = id<AttributeId>();
export const passageId = id<PassageId>();
