import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { checkProject } from '../../../../electron/project/file/check.ts';
import { importReports } from '../../../../electron/project/importReports.ts';
import { markUnit, readUnit } from '../../../../electron/project/meaningUnits.ts';
import {
  compareVersions,
  renewTranscript,
} from '../../../../electron/project/turns/newVersions.ts';
import { renameSpeaker } from '../../../../electron/project/people/participants.ts';
import { reviews } from '../../../../electron/project/turns/reviews.ts';
import {
  importTranscript,
  readTranscript,
} from '../../../../electron/project/transcripts.ts';
import { letPassageWait } from '../../../../electron/project/privacy/waitingPassages.ts';
import type { MeaningUnitId, TranscriptId } from '../../../../shared/domain/ids.ts';
import { Refusal } from '../../../../shared/errors.ts';
import { newProject, type TestProject } from '../../../support/newProject.ts';

type Said = readonly (readonly [speaker: string | null, text: string])[];

let project: TestProject;
let transcriptId: TranscriptId;

const report = {
  fileName: 'fg1 rättad.docx',
  sha256: 'ab',
  format: 'word',
  encoding: null,
  changes: [],
  warnings: [],
};
const turnsOf = (said: Said, times = false) =>
  said.map(([speaker, text], index) => ({
    speaker,
    startMs: times ? index * 1000 : null,
    endMs: times ? index * 1000 + 900 : null,
    text,
  }));

const first: Said = [
  ['Mod', 'Hur var det att komma hem?'],
  ['P1', 'Det var tyst. Jag ringde Anna, men ingen svarade.'],
  ['P2', 'Så var det för mig med.'],
  ['P1', 'Ja, tyst var det. Och mörkt i trappan.'],
  ['P2', 'Vi hörde grannens radio.'],
];

beforeEach(() => {
  project = newProject();
  ({ transcriptId } = project.write((on) =>
    importTranscript(on, {
      name: 'Fokusgrupp 1',
      kind: 'focusGroup',
      turns: turnsOf(first, true),
      speakers: [{ label: 'Mod', role: 'moderator' }],
      report: { ...report, fileName: 'fg1.txt' },
    }),
  ));
});
afterEach(() => {
  const findings = checkProject(project.read);
  project.remove();
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
});

const read = () => readTranscript(project.read, { transcriptId });
const renew = (said: Said, times = false) =>
  project.write((on) =>
    renewTranscript(on, { transcriptId, turns: turnsOf(said, times), report }),
  );
const compare = (said: Said) =>
  compareVersions(project.read, { transcriptId, turns: turnsOf(said) });

function lines(): readonly string[] {
  const { turns, speakers } = read();
  return turns.map(({ label, speakerId, text }) => {
    const speaker = speakers.find(({ id }) => id === speakerId)?.label ?? '–';
    return `${label} ${speaker}: ${text}`;
  });
}

function mark(label: string, words: string): MeaningUnitId {
  const { id, text } = read().turns.find((turn) => turn.label === label)!;
  const start = text.indexOf(words);
  const spans = [{ turnId: id, start, end: start + words.length }];
  return project.write((on) => markUnit(on, { spans })).id;
}
const wordsOf = (unitId: MeaningUnitId) => readUnit(project.read, { unitId }).text;

describe('A new version of a transcript is read in', () => {
  test('words that were misheard are mended, and units keep the words that were kept', () => {
    const unit = mark('r2', 'Jag ringde Anna');
    const other = mark('r4', 'mörkt i trappan');
    const outcome = renew(
      first.with(1, ['P1', 'Det var tyst. Jag ringde Hanna, men ingen svarade.']),
    );
    expect(wordsOf(unit)).toBe('Jag ringde Hanna');
    expect(wordsOf(other)).toBe('mörkt i trappan');
    expect(outcome).toEqual({ changed: [unit], inDoubt: [] });
  });

  test('turns that were missed come in where they were said, those taken away go, the others keep their labels', () => {
    renew([
      ['Mod', 'Välkomna.'],
      first[0]!,
      first[1]!,
      ['P3', 'Inte för mig.'],
      first[3]!,
      first[4]!,
    ]);
    expect(lines()).toEqual([
      'r0 Mod: Välkomna.',
      'r1 Mod: Hur var det att komma hem?',
      'r2 P1: Det var tyst. Jag ringde Anna, men ingen svarade.',
      'r3 P3: Inte för mig.',
      'r4 P1: Ja, tyst var det. Och mörkt i trappan.',
      'r5 P2: Vi hörde grannens radio.',
    ]);
  });

  test('a unit whose turn is gone waits in the review list with its words', () => {
    const unit = mark('r3', 'Så var det för mig med.');
    expect(renew(first.toSpliced(2, 1)).inDoubt).toEqual([unit]);
    expect(reviews(project.read)).toMatchObject([
      { unitId: unit, reason: 'gone', was: { text: 'Så var det för mig med.' } },
    ]);
  });

  test('a unit over a turn that is now two turns is in both', () => {
    const unit = mark('r4', 'tyst var det. Och mörkt');
    renew(
      first.toSpliced(3, 1, ['P1', 'Ja, tyst var det.'], ['P2', 'Och mörkt i trappan.']),
    );
    expect(wordsOf(unit)).toBe('tyst var det. Och mörkt');
    expect(lines().slice(3)).toHaveLength(3);
  });

  test('a speaker whose label was changed in the project is known by her words', () => {
    const { speakers } = read();
    const p1 = speakers.find(({ label }) => label === 'P1')!.id;
    project.write((on) => renameSpeaker(on, { speakerId: p1, label: 'Eva' }));
    expect(compare(first).speakers).toContainEqual({ label: 'P1', is: 'Eva' });
    renew(first.with(3, ['P1', 'Ja, tyst var det i huset.']));
    expect(lines()[3]).toBe('r4 Eva: Ja, tyst var det i huset.');
    expect(read().speakers.map(({ label }) => label)).toEqual(['Mod', 'Eva', 'P2']);
  });

  test('a turn that somebody else said is theirs, and a label that nobody has is somebody new', () => {
    renew(first.with(2, ['P1', first[2]![1]]).with(3, ['P4', first[3]![1]]));
    expect(lines().slice(2, 4)).toEqual([
      'r3 P1: Så var det för mig med.',
      'r4 P4: Ja, tyst var det. Och mörkt i trappan.',
    ]);
  });

  test('a version without times leaves those that are there', () => {
    renew(first.with(0, ['Mod', 'Hur var det att komma hem igen?']));
    expect(read().turns[0]).toMatchObject({ startMs: 0, endMs: 900 });
  });

  test('what was read in is noted beside the first reading', () => {
    renew(first);
    expect(
      importReports(project.read, { transcriptId }).map((one) => one.fileName),
    ).toEqual(['fg1.txt', 'fg1 rättad.docx']);
  });

  test('a version without any words is refused', () => {
    expect(() => renew([['P1', ' \n ']])).toThrow(Refusal);
  });
});

describe('A new version is laid beside the old one before it is read in', () => {
  test('the same version changes nothing', () => {
    mark('r2', 'tyst');
    expect(compare(first)).toMatchObject({
      turns: { same: 5, changed: 0, added: 0, removed: 0 },
      units: { kept: 1, changedInside: 0, borderMoved: 0, inDoubt: 0, gone: 0 },
      changes: [],
    });
  });

  test('turns are shown as they were and as they are now, in the order of the text', () => {
    const version = compare([
      first[0]!,
      ['P1', 'Det var tyst. Jag ringde Hanna, men ingen svarade.'],
      ['P3', 'Nej.'],
      ['P5', first[3]![1]],
      first[4]!,
    ]);
    expect(version.changes).toEqual([
      {
        label: 'r2',
        before: { speaker: 'P1', text: first[1]![1] },
        after: {
          speaker: 'P1',
          text: 'Det var tyst. Jag ringde Hanna, men ingen svarade.',
        },
      },
      {
        label: 'r3',
        before: { speaker: 'P2', text: first[2]![1] },
        after: { speaker: 'P3', text: 'Nej.' },
      },
      {
        label: 'r4',
        before: { speaker: 'P1', text: first[3]![1] },
        after: { speaker: 'P5', text: first[3]![1] },
      },
    ]);
    expect(version.turns).toEqual({ same: 2, changed: 3, added: 0, removed: 0 });
  });

  test('the fate of every unit is foretold as it will be', () => {
    mark('r2', 'Jag ringde Anna');
    mark('r3', 'Så var det för mig med.');
    mark('r4', 'mörkt i trappan');
    const next = first
      .with(1, ['P1', 'Det var tyst. Jag ringde Hanna, men ingen svarade.'])
      .toSpliced(2, 1);
    expect(compare(next).units).toEqual({
      kept: 1,
      changedInside: 1,
      borderMoved: 0,
      inDoubt: 0,
      gone: 1,
    });
    expect(renew(next)).toMatchObject({ changed: { length: 2 }, inDoubt: { length: 1 } });
  });
});

test('a paragraph that was moved takes its units along, and no word is lost', () => {
  const id = mark('r4', 'mörkt i trappan');
  const moved = [...first.slice(3, 4), ...first.slice(0, 3), ...first.slice(4)];
  expect(compare(moved)).toMatchObject({
    units: { kept: 1, gone: 0 },
    turns: { added: 1, removed: 1 },
    keptShare: 1,
  });
  expect(renew(moved)).toEqual({ changed: [], inDoubt: [] });
  expect(readUnit(project.read, { unitId: id })).toMatchObject({
    text: 'mörkt i trappan',
    reviewReason: null,
  });
  expect(read().turns.map(({ text }) => text)).toEqual(moved.map(([, text]) => text));
});

test('a version that says the same with other times is told from one that says nothing new', () => {
  expect(compare(first).times).toBe(0);
  const turns = turnsOf(first).map((turn, n) => ({ ...turn, startMs: n * 2000 }));
  const version = compareVersions(project.read, { transcriptId, turns });
  expect(version).toMatchObject({ times: 4, changes: [], keptShare: 1 });
  project.write((on) => renewTranscript(on, { transcriptId, turns, report }));
  expect(read().turns[4]).toMatchObject({ startMs: 8000 });
});

test('another talk altogether can be told by how little is the same', () => {
  const other: Said = first.map(([speaker]) => [
    speaker,
    'Båtar, nät och garn vid kusten.',
  ]);
  expect(compare(other).keptShare).toBeLessThan(0.2);
});

test('it is said how many passages wait whose words the file may bring back', () => {
  expect(compare(first).waiting).toBe(0);
  const [, turn] = readTranscript(project.read, { transcriptId }).turns;
  project.write((on) =>
    letPassageWait(on, {
      spans: [{ turnId: turn!.id, start: 0, end: 13 }],
      reason: 'hälsa',
      deadline: '2027-01-01',
    }),
  );
  expect(compare(first).waiting).toBe(1);
});

test('a turn never ends before it begins, whatever the times of a new version say', () => {
  project.write((on) =>
    renewTranscript(on, {
      transcriptId,
      turns: turnsOf(first).map((turn) => ({ ...turn, startMs: 90_000 })),
      report,
    }),
  );
  expect(read().turns[0]).toMatchObject({ startMs: 90_000, endMs: null });
});
