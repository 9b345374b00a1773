import type { Draw, Generators } from './randomInputs.ts';

type Asking = Pick<
  Generators,
  | 'guide.newVersion'
  | 'guide.use'
  | 'questions.add'
  | 'questions.leaveOut'
  | 'questions.takeIn'
  | 'summaries.write'
  | 'questions.reword'
  | 'questions.describe'
  | 'questions.move'
  | 'questions.remove'
  | 'questions.begin'
  | 'questions.moveBorder'
  | 'questions.removeBorders'
  | 'questions.reject'
  | 'questions.setApart'
  | 'questions.putBack'
>;

const question = (draw: Draw) =>
  draw.isLucky(0.2) ? null : draw.one(draw.ids.questions);

/** The guide and its borders, drawn so that borders meet corrections, one another, and questions that are gone. */
export const randomQuestions: Asking = {
  'guide.newVersion': { weight: 0.3, input: () => ({}) },
  'guide.use': {
    weight: 0.5,
    input: (draw) => ({
      transcriptId: draw.one(draw.ids.transcripts),
      versionId: draw.one(draw.ids.guideVersions),
    }),
  },
  'questions.add': {
    weight: 1,
    input: (draw) => ({
      questions: Array.from({ length: 1 + draw.below(3) }, () => ({ text: draw.name() })),
      ...(draw.isLucky(0.5) ? { versionId: draw.one(draw.ids.guideVersions) } : {}),
      ...(draw.isLucky(0.5) ? { after: draw.one(draw.ids.questions) } : {}),
    }),
  },
  'questions.leaveOut': {
    weight: 1,
    input: (draw) => ({
      questionId: draw.one(draw.ids.questions),
      versionId: draw.one(draw.ids.guideVersions),
    }),
  },
  'questions.takeIn': {
    weight: 1,
    input: (draw) => ({
      questionId: draw.one(draw.ids.questions),
      versionId: draw.one(draw.ids.guideVersions),
    }),
  },
  'summaries.write': {
    weight: 1,
    input: (draw) => ({
      questionId: draw.one(draw.ids.questions),
      transcriptId: draw.isLucky(0.3) ? null : draw.one(draw.ids.transcripts),
      text: draw.isLucky(0.2) ? '' : draw.text(),
    }),
  },
  'questions.reword': {
    weight: 1,
    input: (draw) => ({
      questionId: draw.one(draw.ids.questions),
      versionId: draw.one(draw.ids.guideVersions),
      text: draw.name(),
    }),
  },
  'questions.describe': {
    weight: 0.5,
    input: (draw) => ({
      questionId: draw.one(draw.ids.questions),
      contentArea: draw.text(),
      ...(draw.isLucky(0.5) ? { kind: 'closing' as const } : {}),
    }),
  },
  'questions.move': {
    weight: 1,
    input: (draw) => ({
      questionId: draw.one(draw.ids.questions),
      after: draw.isLucky(0.3) ? null : draw.one(draw.ids.questions),
    }),
  },
  'questions.remove': {
    weight: 0.3,
    input: (draw) => ({ questionId: draw.one(draw.ids.questions) }),
  },
  'questions.begin': {
    weight: 4,
    input: (draw) => ({
      borders: draw
        .some(draw.ids.turns, 3)
        .map((turnId) => ({ turnId, questionId: question(draw) })),
    }),
  },
  'questions.moveBorder': {
    weight: 2,
    input: (draw) => ({
      turnId: draw.one(draw.ids.borders),
      to: draw.one(draw.ids.turns),
    }),
  },
  'questions.removeBorders': {
    weight: 1,
    input: (draw) => ({ turnIds: draw.some(draw.ids.borders, 2) }),
  },
  'questions.reject': {
    weight: 1,
    input: (draw) => ({ turnIds: draw.some(draw.ids.turns, 2) }),
  },
  'questions.setApart': {
    weight: 2,
    input: (draw) => ({
      turnIds: draw.some(draw.ids.turns, 2),
      questionId: question(draw),
    }),
  },
  'questions.putBack': {
    weight: 1,
    input: (draw) => ({ turnIds: draw.some(draw.ids.apart, 2) }),
  },
};
