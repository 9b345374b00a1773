import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { changedTurns } from '../../../../electron/project/steps/changedTurns.ts';
import { markUnit } from '../../../../electron/project/meaningUnits.ts';
import {
  importTranscript,
  readTranscript,
} from '../../../../electron/project/transcripts.ts';
import * as turns from '../../../../electron/project/turns/turns.ts';
import { withChangedTurns } from '../../../../renderer/freshTurns.ts';
import type { TranscriptId } from '../../../../shared/domain/ids.ts';
import { newProject, type TestProject } from '../../../support/newProject.ts';

let project: TestProject;
let transcriptId: TranscriptId;

beforeEach(() => {
  project = newProject();
  ({ transcriptId } = project.write((on) =>
    importTranscript(on, {
      name: 'Fokusgrupp 1',
      kind: 'focusGroup',
      turns: ['Hur var det?', 'Det var tyst.', 'Ja.'].map((text, index) => ({
        speaker: index === 0 ? 'Mod' : 'P1',
        startMs: null,
        endMs: null,
        text,
      })),
      speakers: [{ label: 'Mod', role: 'moderator' }],
      report: {
        fileName: 'fg1.txt',
        sha256: '',
        format: 'plainText',
        encoding: 'utf-8',
        changes: [],
        warnings: [],
      },
    }),
  ));
});

afterEach(() => project.remove());

const read = () => readTranscript(project.read, { transcriptId });
const changed = () => {
  const { seq } = project.read.get<{ seq: number }>('SELECT max(seq) AS seq FROM steps')!;
  return changedTurns(project.read, { transcriptId, from: seq, to: seq });
};

describe('the turns that a step changed', () => {
  test('put into the transcript as it was give the transcript as it is', () => {
    const before = read();
    const turnId = before.turns[1]!.id;
    project.write((on) =>
      turns.correctTurn(on, { turnId, text: 'Det var alldeles tyst.' }),
    );
    const answer = changed();
    expect(answer?.map(({ id }) => id)).toEqual([turnId]);
    const after = withChangedTurns(before, answer ?? []);
    expect(after).toEqual(read());
    expect(after.turns[0]).toBe(before.turns[0]);
    project.undo();
    expect(withChangedTurns(after, changed() ?? [])).toEqual(before);
  });

  test('are none where a step wrote on other things', () => {
    const turnId = read().turns[1]!.id;
    project.write((on) => markUnit(on, { spans: [{ turnId, start: 0, end: 3 }] }));
    expect(changed()).toEqual([]);
  });

  test('are not told where one came or went: then the transcript is asked for', () => {
    const [first, second] = read().turns;
    project.write((on) => turns.splitTurnInTwo(on, { turnId: second!.id, at: 3 }));
    expect(changed()).toBeNull();
    project.write((on) => turns.removeTurns(on, { turnIds: [first!.id] }));
    expect(changed()).toBeNull();
    project.undo();
    expect(changed()).toBeNull();
  });
});
