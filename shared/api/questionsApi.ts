import { z } from 'zod';
import { action, query } from '../contract.ts';
import {
  guideVersionId,
  questionId,
  transcriptId,
  turnId,
  type GuideVersionId,
  type QuestionId,
} from '../domain/ids.ts';
import {
  questionKind,
  type Answers,
  type Guide,
  type ProposedBorder,
  type Question,
  type TranscriptQuestions,
} from '../domain/question.ts';
import { line, name } from '../domain/text.ts';

const text = name(2000);
const turnIds = z.array(turnId).min(1).max(20_000);
/** Null is outside the guide. */
const placed = z.object({ turnId, questionId: questionId.nullable() });

const inVersion = z.object({ questionId, versionId: guideVersionId });

/** The interview guide, and which turns belong to which question. */
export const questionsApi = {
  /** As it is worded in one version, or in the latest. */
  'guide.read': query<Guide>()(z.object({ versionId: guideVersionId.optional() })),
  /** As the latest version words them. */
  'questions.list': query<readonly Question[]>()(z.object({})),
  'guide.newVersion': action<{ readonly id: GuideVersionId }>()(
    'guide.newVersion',
    z.object({}),
  ),
  'guide.use': action()(
    'guide.use',
    z.object({ transcriptId, versionId: guideVersionId }),
  ),
  /** In the given order, last in the guide or after a question; asked from the given version on, or in the latest. */
  'questions.add': action<{ readonly ids: readonly QuestionId[] }>()(
    'questions.add',
    z.object({
      questions: z
        .array(z.object({ text, kind: questionKind.default('main') }))
        .min(1)
        .max(200),
      versionId: guideVersionId.optional(),
      after: questionId.optional(),
    }),
  ),
  /** That version does not ask it; what belongs to it stays with it. */
  'questions.leaveOut': action()('questions.leaveOut', inVersion),
  'questions.takeIn': action()('questions.takeIn', inVersion),
  /** How it is worded in that version, and in later ones that did not word it anew. */
  'questions.reword': action()(
    'questions.reword',
    z.object({ questionId, versionId: guideVersionId, text }),
  ),
  'questions.describe': action()(
    'questions.describe',
    z.object({
      questionId,
      kind: questionKind.optional(),
      contentArea: line(200).optional(),
      developmentArea: line(200).optional(),
    }),
  ),
  /** After the given one, or first when null. */
  'questions.move': action()(
    'questions.move',
    z.object({ questionId, after: questionId.nullable() }),
  ),
  /** Its turns are outside the guide from then on. */
  'questions.remove': action<{ readonly turns: number }>()(
    'questions.remove',
    z.object({ questionId }),
  ),

  'questions.ofTranscript': query<TranscriptQuestions>()(z.object({ transcriptId })),
  'questions.proposals': query<readonly ProposedBorder[]>()(z.object({ transcriptId })),
  'questions.answers': query<Answers>()(z.object({ questionId })),
  /** From these turns on; a border that stands there already gets the question. */
  'questions.begin': action()(
    'questions.begin',
    z.object({ borders: z.array(placed).min(1).max(2000) }),
  ),
  /** Takes the border from its turn to another of the same transcript. */
  'questions.moveBorder': action()(
    'questions.moveBorder',
    z.object({ turnId, to: turnId }),
  ),
  /** The turns go on with the question before them. */
  'questions.removeBorders': action()('questions.removeBorders', z.object({ turnIds })),
  /** No question begins at these turns: it will not be proposed again. */
  'questions.reject': action()('questions.reject', z.object({ turnIds })),
  /** These turns alone. */
  'questions.setApart': action()(
    'questions.setApart',
    z.object({ turnIds, questionId: questionId.nullable() }),
  ),
  /** They belong again to the question of the turns around them. */
  'questions.putBack': action()('questions.putBack', z.object({ turnIds })),
} as const;
