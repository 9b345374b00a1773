import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { analysisRows } from '../../../../electron/project/analysisTable/analysisTable.ts';
import * as guide from '../../../../electron/project/questions/guide.ts';
import {
  beginQuestions,
  setTurnsApart,
} from '../../../../electron/project/questions/questionBorders.ts';
import {
  rowsRequest,
  type RowsRequest,
} from '../../../../shared/domain/analysisTable.ts';
import type { MeaningUnitId, QuestionId, TurnId } from '../../../../shared/domain/ids.ts';
import { aTranscript, aUnit } from '../../../support/anAnalysis.ts';
import { newProject, type TestProject } from '../../../support/newProject.ts';

describe('the question of a unit', () => {
  let project: TestProject;
  let turns: readonly TurnId[];
  let ids: readonly QuestionId[];
  let units: Readonly<Record<'before' | 'one' | 'over' | 'two' | 'out', MeaningUnitId>>;

  beforeEach(() => {
    project = newProject();
    ({ turns } = aTranscript(project, 'FG1', [
      'P1: Hej.',
      'M: Hur fick ni veta det?',
      'P1: Av en vän.',
      'M: Hur var mötet?',
      'P2: Långt.',
      'P1: Något annat nu.',
    ]));
    ({ ids } = project.write((p) =>
      guide.addQuestions(p, {
        questions: ['Hur fick ni veta det?', 'Hur var mötet?'].map((text) => ({
          text,
          kind: 'main' as const,
        })),
      }),
    ));
    units = {
      before: aUnit(project, [turns[0]!]),
      two: aUnit(project, [turns[4]!]),
      one: aUnit(project, [turns[2]!]),
      over: aUnit(project, [turns[2]!, turns[3]!, turns[4]!]),
      out: aUnit(project, [turns[5]!]),
    };
  });
  afterEach(() => project.remove());

  const divide = () =>
    project.write((p) => {
      beginQuestions(p, {
        borders: [
          { turnId: turns[1]!, questionId: ids[0]! },
          { turnId: turns[3]!, questionId: ids[1]! },
        ],
      });
      setTurnsApart(p, { turnIds: [turns[5]!], questionId: null });
    });
  const rows = (request: RowsRequest = {}) =>
    analysisRows(project.read, rowsRequest.parse(request)).rows;
  const nameOf = (id: MeaningUnitId) =>
    Object.entries(units).find(([, unit]) => unit === id)![0];
  const found = (...questionIds: readonly (QuestionId | 'outside')[]) =>
    rows({ filter: { questionIds: [...questionIds] } }).map(({ id }) => nameOf(id));

  test('follows from its turns, and a unit over a border has several', () => {
    expect(rows().some((row) => 'questions' in row)).toBe(false);
    divide();
    const told = Object.fromEntries(
      rows().map(({ id, questions }) => [
        nameOf(id),
        questions?.map(({ number, text }) => `${number} ${text}`),
      ]),
    );
    expect(told).toEqual({
      before: undefined,
      one: ['1 Hur fick ni veta det?'],
      over: ['1 Hur fick ni veta det?', '2 Hur var mötet?'],
      two: ['2 Hur var mötet?'],
      out: ['0 '],
    });
    project.undo();
    expect(rows().some((row) => 'questions' in row)).toBe(false);
  });

  test('is what rows are filtered and sorted by', () => {
    divide();
    expect(found(ids[0]!)).toEqual(['one', 'over']);
    expect(found(ids[1]!)).toEqual(['over', 'two']);
    expect(found('outside', ids[1]!)).toEqual(['over', 'two', 'out']);
    const sorted = (descending: boolean) =>
      rows({ sort: 'question', descending }).map(({ id }) => nameOf(id));
    expect(sorted(false)).toEqual(['one', 'over', 'two', 'before', 'out']);
    expect(sorted(true)).toEqual(['two', 'one', 'over', 'before', 'out']);
  });

  test('is said in the words of the version that its transcript followed', () => {
    divide();
    const { id: versionId } = project.write((p) => guide.newVersion(p));
    project.write((p) =>
      guide.rewordQuestion(p, {
        questionId: ids[0]!,
        versionId,
        text: 'Vem berättade?',
      }),
    );
    const words = () => rows({ filter: { questionIds: [ids[0]!] } })[0]!.questions![0]!;
    expect(words().text).toBe('Hur fick ni veta det?');
    const { transcriptId } = rows()[0]!;
    project.write((p) => guide.useVersion(p, { transcriptId, versionId }));
    expect(words().text).toBe('Vem berättade?');
  });
});
