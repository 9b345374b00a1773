import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { codeUnits } from '../../../electron/project/codings.ts';
import { removeCodes } from '../../../electron/project/codes.ts';
import {
  changedUnits,
  unitsOfTranscript,
} from '../../../electron/project/markedUnits.ts';
import {
  condenseUnit,
  markUnit,
  retireUnits,
} from '../../../electron/project/meaningUnits.ts';
import {
  importTranscript,
  readTranscript,
} from '../../../electron/project/transcripts.ts';
import type { TranscriptId } from '../../../shared/domain/ids.ts';
import { newProject, type TestProject } from '../../support/newProject.ts';

let project: TestProject;
let transcriptId: TranscriptId;

beforeEach(() => {
  project = newProject();
  ({ transcriptId } = project.write((on) =>
    importTranscript(on, {
      name: 'Fokusgrupp 1',
      kind: 'focusGroup',
      turns: ['Först det ena.', 'Sen det andra.', 'Till sist det tredje.'].map(
        (text) => ({
          speaker: 'P1',
          startMs: null,
          endMs: null,
          text,
        }),
      ),
      speakers: [],
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

const seq = () =>
  project.read.get<{ seq: number }>('SELECT max(seq) AS seq FROM steps')!.seq;
const units = () => unitsOfTranscript(project.read, { transcriptId });
const changed = (from = seq(), to = from) =>
  changedUnits(project.read, { transcriptId, from, to });

function mark(turn: number) {
  const { turns } = readTranscript(project.read, { transcriptId });
  const { id, text } = turns[turn]!;
  return project.write((on) =>
    markUnit(on, { spans: [{ turnId: id, start: 0, end: text.length }] }),
  ).id;
}

describe('the units that a step changed', () => {
  test('are as the whole list has them', () => {
    mark(0);
    const last = mark(2);
    expect(changed()).toEqual({
      touched: [last],
      units: units().filter(({ id }) => id === last),
    });
    expect(changed()?.units[0]?.spans[0]?.[0]).toBe(2);
  });

  test('are named by every step that is drawn: condensing, coding, retiring, removing a code', () => {
    const id = mark(1);
    mark(2);
    project.write((on) => condenseUnit(on, { unitId: id, text: 'Kort' }));
    expect(changed()).toEqual({
      touched: [id],
      units: units().filter((unit) => unit.id === id),
    });
    const { codeIds } = project.write((on) =>
      codeUnits(on, {
        unitIds: [id],
        codeIds: [],
        create: [{ name: 'kod', definition: '' }],
      }),
    );
    expect(changed()?.units[0]?.codeIds).toEqual(codeIds);
    project.write((on) => removeCodes(on, { codeIds: [...codeIds] }));
    expect(changed()).toEqual({
      touched: [id],
      units: units().filter((unit) => unit.id === id),
    });
    project.write((on) => retireUnits(on, { unitIds: [id], reason: '' }));
    expect(changed()).toEqual({ touched: [id], units: [] });
  });

  test('are those of all the steps that were undone, and what stands after it', () => {
    const first = mark(0);
    const before = seq();
    project.write((on) => condenseUnit(on, { unitId: first, text: 'Kort' }));
    const second = mark(1);
    const after = seq();
    project.undo();
    project.undo();
    const answer = changed(before + 1, after);
    expect(new Set(answer?.touched)).toEqual(new Set([first, second]));
    expect(answer?.units).toEqual(units());
  });
});
