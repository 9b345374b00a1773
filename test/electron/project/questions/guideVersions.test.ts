import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { answersTo } from '../../../../electron/project/questions/answers.ts';
import * as guide from '../../../../electron/project/questions/guide.ts';
import {
  leaveQuestionOut,
  takeQuestionIn,
} from '../../../../electron/project/questions/guideVersions.ts';
import {
  beginQuestions,
  proposalsFor,
  questionsOfTranscript,
} from '../../../../electron/project/questions/questionBorders.ts';
import {
  summariesOf,
  writeSummary,
} from '../../../../electron/project/questions/summaries.ts';
import type { GuideVersionId, QuestionId } from '../../../../shared/domain/ids.ts';
import { aTranscript } from '../../../support/anAnalysis.ts';
import { newProject, type TestProject } from '../../../support/newProject.ts';

describe('a guide of several versions', () => {
  let project: TestProject;
  let ids: readonly QuestionId[];
  let first: GuideVersionId;

  beforeEach(() => {
    project = newProject();
    ({ ids } = project.write((p) =>
      guide.addQuestions(p, {
        questions: ['Hur fick ni veta det?', 'Hur var mötet?', 'Vad hände sedan?'].map(
          (text) => ({ text, kind: 'main' as const }),
        ),
      }),
    ));
    first = guide.readGuide(project.read, {}).versionId!;
  });
  afterEach(() => project.remove());

  const nextVersion = () => project.write((p) => guide.newVersion(p)).id;
  const leaveOut = (versionId: GuideVersionId, at: number) =>
    project.write((p) => leaveQuestionOut(p, { questionId: ids[at]!, versionId }));
  const takeIn = (versionId: GuideVersionId, at: number) =>
    project.write((p) => takeQuestionIn(p, { questionId: ids[at]!, versionId }));
  /** The questions of a version by their numbers; a version's text where it is asked, – where not. */
  const asked = (versionId: GuideVersionId) =>
    guide
      .readGuide(project.read, { versionId })
      .questions.map(({ number, isAsked }) => (isAsked ? number : '–'))
      .join('');

  test('leaves a question out of one version only, and the next version begins without it', () => {
    const second = nextVersion();
    const third = nextVersion();
    leaveOut(second, 1);
    expect([first, second, third].map(asked)).toEqual(['123', '1–3', '123']);
    leaveOut(third, 1);
    expect(asked(nextVersion())).toBe('1–3');
    takeIn(second, 1);
    expect([first, second, third].map(asked)).toEqual(['123', '123', '1–3']);
  });

  test('asks a question in an earlier version without changing those between', () => {
    nextVersion();
    const third = nextVersion();
    const { ids: added } = project.write((p) =>
      guide.addQuestions(p, {
        questions: [{ text: 'Vem ledde mötet?', kind: 'main' }],
        versionId: third,
        after: ids[0]!,
      }),
    );
    const second = guide.readGuide(project.read, {}).versions[1]!.id;
    expect([first, second, third].map(asked)).toEqual(['1–34', '1–34', '1234']);
    project.write((p) => takeQuestionIn(p, { questionId: added[0]!, versionId: first }));
    expect([first, second, third].map(asked)).toEqual(['1234', '1–34', '1234']);
    expect(questionText(first, 1)).toBe('Vem ledde mötet?');
  });

  const questionText = (versionId: GuideVersionId, at: number) =>
    guide.readGuide(project.read, { versionId }).questions[at]!.text;

  test('a question that comes back keeps the words it had in that version', () => {
    const second = nextVersion();
    project.write((p) =>
      guide.rewordQuestion(p, {
        questionId: ids[1]!,
        versionId: second,
        text: 'Hur blev mötet?',
      }),
    );
    leaveOut(second, 1);
    expect([questionText(first, 1), questionText(second, 1)]).toEqual([
      'Hur var mötet?',
      'Hur blev mötet?',
    ]);
    takeIn(second, 1);
    expect(questionText(second, 1)).toBe('Hur blev mötet?');
  });

  test('turns keep a question that their version no longer asks, and it is not proposed', () => {
    const { id: transcriptId, turns } = aTranscript(project, 'FG1', [
      'M: Hur fick ni veta det?',
      'P1: Av en vän.',
      'M: Hur var mötet?',
      'P1: Långt.',
    ]);
    const proposed = () =>
      proposalsFor(project.read, { transcriptId }).map(({ questionId }) =>
        ids.indexOf(questionId),
      );
    project.write((p) =>
      beginQuestions(p, { borders: [{ turnId: turns[0]!, questionId: ids[0]! }] }),
    );
    expect(proposed()).toEqual([1]);
    leaveOut(first, 1);
    expect(proposed()).toEqual([]);
    leaveOut(first, 0);
    const { borders } = questionsOfTranscript(project.read, { transcriptId });
    expect(borders).toEqual([{ turnId: turns[0]!, questionId: ids[0]! }]);
    const answers = answersTo(project.read, { questionId: ids[0]! });
    expect(answers.groups[0]!.asked).toEqual({
      isAsked: false,
      text: 'Hur fick ni veta det?',
      number: 1,
    });
    expect(answers.turns).toHaveLength(4);
  });

  test('misses a question only where it was asked and the transcript is divided', () => {
    const groups = ['FG1', 'FG2', 'FG3'].map((name) =>
      aTranscript(project, name, ['M: Hur fick ni veta det?', 'P1: Av en vän.']),
    );
    const begin = (at: number) =>
      project.write((p) =>
        beginQuestions(p, {
          borders: [{ turnId: groups[at]!.turns[0]!, questionId: ids[0]! }],
        }),
      );
    const missing = () =>
      guide
        .readGuide(project.read, {})
        .questions.map(({ askedIn, missing: where }) => [
          askedIn,
          where.map((id) => groups.findIndex((group) => group.id === id)),
        ]);
    begin(0);
    expect(missing()).toEqual([
      [3, []],
      [3, [0]],
      [3, [0]],
    ]);
    const second = nextVersion();
    leaveOut(second, 2);
    begin(1);
    expect(missing()).toEqual([
      [3, []],
      [3, [0, 1]],
      [1, [0]],
    ]);
  });

  test('summaries stand question by question, each group’s before that of all, and go with the question', () => {
    const { id: transcriptId } = aTranscript(project, 'FG1', ['M: Ja?', 'P1: Ja.']);
    const write = (at: number, of: typeof transcriptId | null, text: string) =>
      project.write((p) =>
        writeSummary(p, { questionId: ids[at]!, transcriptId: of, text }),
      );
    write(1, null, 'Alla');
    write(1, transcriptId, 'En grupp');
    write(0, null, 'Först');
    write(0, null, 'Först, omskrivet');
    const texts = () => summariesOf(project.read).map(({ text }) => text);
    expect(texts()).toEqual(['Först, omskrivet', 'En grupp', 'Alla']);
    write(1, null, '');
    expect(texts()).toEqual(['Först, omskrivet', 'En grupp']);
    project.write((p) => guide.removeQuestion(p, { questionId: ids[1]! }));
    expect(texts()).toEqual(['Först, omskrivet']);
    project.undo();
    expect(texts()).toEqual(['Först, omskrivet', 'En grupp']);
  });
});
