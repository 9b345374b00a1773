import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { passCoverage } from '../../../electron/project/coverage.ts';
import { memosAbout, readingLog, writeMemo } from '../../../electron/project/memos.ts';
import {
  importTranscript,
  readTranscript,
  setTurnsAside,
  takeTurnsBack,
  transcripts,
} from '../../../electron/project/transcripts.ts';
import type { TranscriptId } from '../../../shared/domain/ids.ts';
import { Refusal } from '../../../shared/errors.ts';
import { interview } from '../../support/sampleProject.ts';
import { newProject, type TestProject } from '../../support/newProject.ts';

let project: TestProject;
let transcriptId: TranscriptId;

beforeEach(() => {
  project = newProject();
  ({ transcriptId } = project.write((on) =>
    importTranscript(on, {
      ...interview,
      turns: [...interview.turns],
      speakers: [...interview.speakers],
    }),
  ));
});
afterEach(() => project.remove());

const summary = () => transcripts(project.read)[0]!;
const turnIds = () =>
  readTranscript(project.read, { transcriptId }).turns.map(({ id }) => id);
const pass = () => project.write((on) => passCoverage(on, { transcriptId }));

describe('The coverage pass', () => {
  test('is refused while a turn is neither marked nor set aside, with how many', () => {
    const { turnsLeft, name } = summary();
    expect(turnsLeft).toBeGreaterThan(0);
    let refusal: unknown;
    try {
      pass();
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(Refusal);
    expect((refusal as Refusal).problem).toMatchObject({
      code: 'coverage.turnsLeft',
      params: { count: turnsLeft, transcript: name },
    });
    expect(summary().coveredAt).toBeNull();
  });

  test('is done once every turn is considered, and stays noted when one is taken back', () => {
    project.write((on) => setTurnsAside(on, { turnIds: turnIds(), reason: 'praktiskt' }));
    pass();
    expect(summary().coveredAt).not.toBeNull();
    project.write((on) => takeTurnsBack(on, { turnIds: turnIds().slice(0, 3) }));
    expect(summary().turnsLeft).toBeGreaterThan(0);
    expect(summary().coveredAt).not.toBeNull();
    project.undo();
    project.undo();
    expect(summary().coveredAt).toBeNull();
  });
});

describe('The reading log', () => {
  test('holds what was noted of reading each transcript, the latest first, apart from other memos', () => {
    const write = (text: string, kind: 'note' | 'reading') =>
      project.write((on) => writeMemo(on, { transcriptId, text, kind }));
    write('Läst från början till slut.', 'reading');
    write('Fråga moderatorn om lokalen.', 'note');
    write('Andra läsningen: mycket om väntan.', 'reading');
    expect(readingLog(project.read)).toMatchObject([
      {
        text: 'Andra läsningen: mycket om väntan.',
        transcriptId,
        transcriptName: summary().name,
      },
      { text: 'Läst från början till slut.' },
    ]);
    expect(memosAbout(project.read, { transcriptId }).map(({ text }) => text)).toEqual([
      'Fråga moderatorn om lokalen.',
    ]);
  });

  test('is of transcripts: without one it is refused', () => {
    expect(() =>
      project.write((on) => writeMemo(on, { text: 'Läst.', kind: 'reading' })),
    ).toThrow(Refusal);
  });
});
