import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { checkProject } from '../../../../electron/project/file/check.ts';
import { codeUnits } from '../../../../electron/project/codings.ts';
import {
  condenseUnit,
  markUnit,
  resizeUnit,
  restoreUnits,
  retireUnits,
} from '../../../../electron/project/meaningUnits.ts';
import {
  findPlaces,
  foreseeReplacing,
  replaceThroughout,
} from '../../../../electron/project/turns/replacing.ts';
import { acceptReviews, reviews } from '../../../../electron/project/turns/reviews.ts';
import { projectStats } from '../../../../electron/project/stats.ts';
import {
  importTranscript,
  readTranscript,
} from '../../../../electron/project/transcripts.ts';
import { correctTurn } from '../../../../electron/project/turns/turns.ts';
import type { TranscriptId, TurnId } from '../../../../shared/domain/ids.ts';
import { newProject, type TestProject } from '../../../support/newProject.ts';

let project: TestProject;
let first: TranscriptId;

const report = {
  fileName: 'fg.txt',
  sha256: '',
  format: 'plainText',
  encoding: 'utf-8',
  changes: [],
  warnings: [],
} as const;

function read(name: string, texts: readonly string[]): TranscriptId {
  return project.write((on) =>
    importTranscript(on, {
      name,
      kind: 'focusGroup',
      turns: texts.map((text, index) => ({
        speaker: `P${index + 1}`,
        startMs: null,
        endMs: null,
        text,
      })),
      speakers: [],
      report: { ...report, changes: [], warnings: [] },
    }),
  ).transcriptId;
}

beforeEach(() => {
  project = newProject();
  first = read('Fokusgrupp 1', [
    'Jag ringde ett nummer som ingen svarade på.',
    'Nja, Nja sa Anna.',
  ]);
});
afterEach(() => {
  const findings = checkProject(project.read);
  project.remove();
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
});

const turnsOf = (transcriptId: TranscriptId) =>
  readTranscript(project.read, { transcriptId }).turns;

function mark(turn: number, words: string) {
  const { id, text } = turnsOf(first)[turn]!;
  const start = text.indexOf(words);
  const spans = [{ turnId: id, start, end: start + words.length }];
  return project.write((on) => markUnit(on, { spans })).id;
}

const correct = (turn: number, text: string) =>
  project.write(
    (on) => correctTurn(on, { turnId: turnsOf(first)[turn]!.id, text }),
    'turns.correct',
  );

const list = () => reviews(project.read);

describe('the review list', () => {
  test('says which correction left a unit in doubt, and what the unit carries', () => {
    const unitId = mark(0, 'ingen svarade på');
    project.write((on) => condenseUnit(on, { unitId, text: 'Ingen svarade' }));
    project.write((on) =>
      codeUnits(on, {
        unitIds: [unitId],
        codeIds: [],
        create: [{ name: 'stängd dörr', definition: '' }],
      }),
    );
    correct(0, 'Jag ringde ett nummer som inte fanns längre alls.');
    expect(list()).toMatchObject([
      {
        unitId,
        condensed: 'Ingen svarade',
        codeIds: [expect.any(String)],
        correction: { label: 'turns.correct', params: { turn: 'r1' } },
        now: { speaker: 'P1', turnLabel: 'r1' },
      },
    ]);
  });

  test('keeps apart units of different corrections, also when a third comes after', () => {
    mark(0, 'ingen svarade på');
    mark(1, 'Anna');
    correct(0, 'Jag ringde ett nummer som inte fanns längre alls.');
    correct(1, 'Nja, Nja sa grannen.');
    project.write((on) =>
      markUnit(on, { spans: [{ turnId: turnsOf(first)[1]!.id, start: 0, end: 3 }] }),
    );
    const [one, other] = list();
    expect([one!.correction!.params, other!.correction!.params]).toMatchObject([
      { turn: 'r1' },
      { turn: 'r2' },
    ]);
    expect(one!.correction!.seq).toBeLessThan(other!.correction!.seq);
  });

  test('lets a unit go when it is accepted, pointed out elsewhere or taken out with a reason, and undo brings it back', () => {
    const unitId = mark(0, 'ingen svarade på');
    correct(0, 'Jag ringde ett nummer som inte fanns längre alls.');
    const other = read('Fokusgrupp 2', ['Ingen svarade där heller.']);
    const turnId: TurnId = turnsOf(other)[0]!.id;
    const before = list();
    const ways = [
      () => project.write((on) => acceptReviews(on, { unitIds: [unitId] })),
      () =>
        project.write((on) =>
          resizeUnit(on, { unitId, spans: [{ turnId, start: 0, end: 13 }] }),
        ),
      () =>
        project.write((on) =>
          retireUnits(on, { unitIds: [unitId], reason: 'sades aldrig' }),
        ),
    ];
    for (const way of ways) {
      way();
      expect(list()).toEqual([]);
      expect(projectStats(project.read).toReview).toBe(0);
      project.undo();
      expect(list()).toEqual(before);
    }
  });

  test('has a unit again that is taken back into the analysis while it is in doubt', () => {
    const unitId = mark(0, 'ingen svarade på');
    correct(0, 'Jag ringde ett nummer som inte fanns längre alls.');
    project.write((on) => retireUnits(on, { unitIds: [unitId], reason: '' }));
    project.write((on) => restoreUnits(on, { unitIds: [unitId] }));
    expect(list()).toHaveLength(1);
  });

  test('lets many go as one step', () => {
    const unitIds = [mark(0, 'ingen svarade på'), mark(1, 'Anna')];
    correct(0, 'Jag ringde ett nummer som inte fanns längre alls.');
    correct(1, 'Nja, Nja sa grannen.');
    project.write((on) => acceptReviews(on, { unitIds }));
    expect(list()).toEqual([]);
    project.undo();
    expect(list()).toHaveLength(2);
  });
});

describe('replacing throughout', () => {
  const sought = { words: 'Anna', matchCase: true, wholeWords: true };

  test('foresees what it then does to the units, and writes nothing meanwhile', () => {
    mark(1, 'Anna');
    mark(1, 'Nja sa Anna');
    const input = { ...sought, by: 'en granne som bodde bredvid' };
    const before = turnsOf(first);
    const foreseen = foreseeReplacing(project.read, input);
    expect(turnsOf(first)).toEqual(before);
    const done = project.write((on) => replaceThroughout(on, input));
    expect({ ...foreseen, places: 1 }).toEqual(done);
    expect(foreseen.inDoubt.length).toBeGreaterThan(0);
    expect(new Set(list().map(({ unitId }) => unitId))).toEqual(
      new Set(foreseen.inDoubt),
    );
  });

  test('foresees nothing where the words do not stand', () => {
    const nowhere = { ...sought, words: 'Beata', by: 'B' };
    expect(foreseeReplacing(project.read, nowhere)).toEqual({ changed: [], inDoubt: [] });
    expect(findPlaces(project.read, nowhere)).toEqual([]);
  });

  test('finds words of another case only when it is asked to', () => {
    const asked = (matchCase: boolean) =>
      findPlaces(project.read, { ...sought, words: 'nja', matchCase }).length;
    expect([asked(true), asked(false)]).toEqual([0, 2]);
  });
});
