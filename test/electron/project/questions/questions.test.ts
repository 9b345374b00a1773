import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { answersTo } from '../../../../electron/project/questions/answers.ts';
import { forget } from '../../../../electron/project/steps/forget.ts';
import * as guide from '../../../../electron/project/questions/guide.ts';
import * as borders from '../../../../electron/project/questions/questionBorders.ts';
import {
  insertTurn,
  mergeTurnsToOne,
  removeTurns,
  splitTurnInTwo,
} from '../../../../electron/project/turns/turns.ts';
import { questionsOfTurns } from '../../../../shared/domain/question.ts';
import type {
  ParticipantId,
  QuestionId,
  TranscriptId,
  TurnId,
} from '../../../../shared/domain/ids.ts';
import { aTranscript, aUnit } from '../../../support/anAnalysis.ts';
import { dump } from '../../../support/dump.ts';
import { newProject, type TestProject } from '../../../support/newProject.ts';

describe('the question guide', () => {
  let project: TestProject;
  let transcriptId: TranscriptId;
  let turns: readonly TurnId[];
  let ids: readonly QuestionId[];

  beforeEach(() => {
    project = newProject();
    ({ id: transcriptId, turns } = aTranscript(project, 'FG1', [
      'M: Hur fick ni veta det?',
      'P1: Av en vän som visste.',
      'M: Hur var mötet?',
      'P2: Långt.',
      'P1: Kort för mig.',
      'M: Vad hände sedan?',
      'P2: Ingenting alls.',
    ]));
    ({ ids } = project.write((p) =>
      guide.addQuestions(p, {
        questions: ['Hur fick ni veta det?', 'Hur var mötet?', 'Vad hände sedan?'].map(
          (text) => ({ text, kind: 'main' as const }),
        ),
      }),
    ));
    project.write((p) =>
      borders.beginQuestions(p, {
        borders: [0, 2, 5].map((at, index) => ({
          turnId: turns[at]!,
          questionId: ids[index]!,
        })),
      }),
    );
  });
  afterEach(() => project.remove());

  /** The question of each turn: 1, 2, 3, – outside, . not said. */
  const told = () => {
    const order = project.read.all<{ id: TurnId }>(
      'SELECT id FROM turns WHERE transcript_id = :id ORDER BY position',
      { id: transcriptId },
    );
    const matched = borders.questionsOfTranscript(project.read, { transcriptId });
    return questionsOfTurns(order, matched)
      .map((id) => (id === undefined ? '.' : id === null ? '–' : ids.indexOf(id) + 1))
      .join('');
  };

  function expectUndone(work: () => void): void {
    const before = dump(project.opened.db);
    work();
    project.undo();
    expect(dump(project.opened.db)).toBe(before);
    project.redo();
  }

  test('the host counts what the window draws', () => {
    project.write((p) =>
      borders.setTurnsApart(p, { turnIds: [turns[4]!], questionId: ids[0]! }),
    );
    aUnit(project, [turns[3]!]);
    aUnit(project, [turns[4]!]);
    expect(told()).toBe('1122133');
    expect(
      guide
        .readGuide(project.read, {})
        .questions.map((row) => [row.turns, row.units, row.transcripts]),
    ).toEqual([
      [3, 1, 1],
      [2, 1, 1],
      [2, 0, 1],
    ]);
    const answers = answersTo(project.read, { questionId: ids[0]! });
    expect(answers.turns.map(({ label }) => label)).toEqual(['r1', 'r2', 'r5']);
    expect(answers.groups).toMatchObject([
      { transcriptId, participants: 2, answering: 1, isSorted: true },
    ]);
    expect(answers.units.map(({ spans }) => spans)).toEqual([[[2, 0, 13]]]);
  });

  test('turns keep their question when others are taken away, and undo is exact', () => {
    expectUndone(() =>
      project.write((p) => removeTurns(p, { turnIds: [turns[2]!, turns[3]!] })),
    );
    expect(told()).toBe('11233');
    expectUndone(() => project.write((p) => removeTurns(p, { turnIds: [turns[4]!] })));
    expect(told()).toBe('1133');
  });

  test('a turn that several become takes over the border; those after it keep theirs', () => {
    expectUndone(() =>
      project.write((p) => mergeTurnsToOne(p, { turnIds: [turns[1]!, turns[2]!] })),
    );
    expect(told()).toBe('122233');
    project.write((p) => mergeTurnsToOne(p, { turnIds: [turns[0]!, turns[1]!] }));
    expect(told()).toBe('12233');
  });

  test('a turn that was missed, and the second half of one, belong to what is around them', () => {
    project.write((p) =>
      borders.setTurnsApart(p, { turnIds: [turns[4]!], questionId: null }),
    );
    expect(told()).toBe('1122–33');
    expectUndone(() =>
      project.write((p) => splitTurnInTwo(p, { turnId: turns[4]!, at: 4 })),
    );
    expect(told()).toBe('1122––33');
    project.write((p) =>
      insertTurn(p, {
        transcriptId,
        after: turns[2]!,
        text: 'Ja?',
        speaker: { speakerId: null },
      }),
    );
    expect(told()).toBe('11222––33');
  });

  test('a border is moved, and one that it is moved past gives way', () => {
    expectUndone(() =>
      project.write((p) => borders.moveBorder(p, { turnId: turns[2]!, to: turns[1]! })),
    );
    expect(told()).toBe('1222233');
    project.write((p) => borders.moveBorder(p, { turnId: turns[1]!, to: turns[6]! }));
    expect(told()).toBe('1111112');
  });

  test('a question that is removed leaves its turns outside the guide and says how many', () => {
    let left = 0;
    expectUndone(() => {
      left = project.write((p) => guide.removeQuestion(p, { questionId: ids[1]! })).turns;
    });
    expect(left).toBe(3);
    expect(told()).toBe('11–––33');
  });

  test('a transcript stays with the version that was used in it', () => {
    const { id: versionId } = project.write((p) => guide.newVersion(p));
    project.write((p) =>
      guide.rewordQuestion(p, {
        questionId: ids[1]!,
        versionId,
        text: 'Hur blev mötet?',
      }),
    );
    const words = (id: TranscriptId) =>
      borders.questionsOfTranscript(project.read, { transcriptId: id }).questions[1]!
        .text;
    const later = aTranscript(project, 'FG2', ['M: Hur blev mötet?', 'P3: Bra.']);
    expect([words(transcriptId), words(later.id)]).toEqual([
      'Hur var mötet?',
      'Hur blev mötet?',
    ]);
    project.write((p) => guide.useVersion(p, { transcriptId, versionId }));
    expect(words(transcriptId)).toBe('Hur blev mötet?');
  });

  test('proposals are what is left to match, and not what was rejected', () => {
    const proposed = () =>
      borders.proposalsFor(project.read, { transcriptId }).map(({ turnId }) => turnId);
    expect(proposed()).toEqual([]);
    project.write((p) =>
      borders.removeBorders(p, { turnIds: [turns[0]!, turns[2]!, turns[5]!] }),
    );
    expect(proposed()).toEqual([turns[0], turns[2], turns[5]]);
    project.write((p) => borders.rejectBorders(p, { turnIds: [turns[2]!] }));
    expect(proposed()).toEqual([turns[0], turns[5]]);
  });

  test('erasing somebody who opened a question leaves the others with theirs', () => {
    project.write((p) =>
      borders.beginQuestions(p, {
        borders: [{ turnId: turns[3]!, questionId: ids[2]! }],
      }),
    );
    expect(told()).toBe('1123333');
    const { id } = project.read.get<{ id: ParticipantId }>(
      "SELECT id FROM participants WHERE pseudonym = 'P2'",
    )!;
    forget(project.opened.db, { noun: 'participant', id }, null);
    expect(told()).toBe('11233');
  });
});
