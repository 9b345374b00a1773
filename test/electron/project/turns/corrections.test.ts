import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { analysisRows } from '../../../../electron/project/analysisTable/analysisTable.ts';
import { checkProject } from '../../../../electron/project/file/check.ts';
import { unitsOfTranscript } from '../../../../electron/project/markedUnits.ts';
import {
  markUnit,
  readUnit,
  resizeUnit,
  retireUnits,
} from '../../../../electron/project/meaningUnits.ts';
import { participants } from '../../../../electron/project/people/participants.ts';
import {
  findPlaces,
  replaceThroughout,
} from '../../../../electron/project/turns/replacing.ts';
import { acceptReviews, reviews } from '../../../../electron/project/turns/reviews.ts';
import {
  importTranscript,
  readTranscript,
  setAsides,
  setTurnsAside,
} from '../../../../electron/project/transcripts.ts';
import * as turns from '../../../../electron/project/turns/turns.ts';
import { api } from '../../../../shared/api.ts';
import type {
  MeaningUnitId,
  TranscriptId,
  TurnId,
} from '../../../../shared/domain/ids.ts';
import { Refusal } from '../../../../shared/errors.ts';
import { newProject, type TestProject } from '../../../support/newProject.ts';

let project: TestProject;
let transcriptId: TranscriptId;

const said = [
  ['Mod', 'Hur var det att komma hem?'],
  ['P1', 'Det var tyst. Jag ringde Anna, men Anna svarade inte.'],
  ['P2', 'Så var det för mig med.'],
  ['P1', 'Ja.'],
] as const;

beforeEach(() => {
  project = newProject();
  ({ transcriptId } = project.write((on) =>
    importTranscript(on, {
      name: 'Fokusgrupp 1',
      kind: 'focusGroup',
      turns: said.map(([speaker, text], index) => ({
        speaker,
        startMs: index * 1000,
        endMs: index * 1000 + 900,
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
afterEach(() => {
  const findings = checkProject(project.read);
  project.remove();
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
});

const read = () => readTranscript(project.read, { transcriptId });
const turn = (label: string): TurnId =>
  read().turns.find((one) => one.label === label)!.id;
const textOf = (label: string) => read().turns.find((one) => one.label === label)?.text;
const labels = () => read().turns.map((one) => one.label);
const speakerOf = (label: string) => {
  const { turns: all, speakers } = read();
  const id = all.find((one) => one.label === label)!.speakerId;
  return speakers.find((one) => one.id === id)?.label ?? null;
};

/** Marks these words, one span for each turn that is named. */
function mark(...places: readonly (readonly [label: string, words: string])[]) {
  const spans = places.map(([label, words]) => {
    const start = textOf(label)!.indexOf(words);
    return { turnId: turn(label), start, end: start + words.length };
  });
  return project.write((on) => markUnit(on, { spans })).id;
}

const unit = (unitId: MeaningUnitId) => readUnit(project.read, { unitId });
const correct = (label: string, text: string) =>
  project.write((on) => turns.correctTurn(on, { turnId: turn(label), text }));

function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.problem.code;
    throw error;
  }
  return 'nothing refused';
}

describe('correcting a turn', () => {
  test('moves the units after the words and leaves them as they are', () => {
    const id = mark(['r2', 'Jag ringde Anna']);
    const before = unit(id).spans[0]!;
    const done = correct('r2', 'Det var väldigt tyst. Jag ringde Anna, men hon svarade.');
    expect(done).toEqual({ changed: [], inDoubt: [] });
    const [now] = unit(id).spans;
    expect(now).toMatchObject({ text: 'Jag ringde Anna', start: before.start + 8 });
    expect(now!.after).toBe(', men hon svarade.');
    project.undo();
    expect(unit(id).spans).toEqual([before]);
  });

  test('takes a word spelt right into the unit, and says that it has changed', () => {
    const id = mark(['r2', 'Jag ringde Anna']);
    const done = correct('r2', textOf('r2')!.replace('ringde', 'ringade'));
    expect(done).toEqual({ changed: [id], inDoubt: [] });
    expect(unit(id)).toMatchObject({ text: 'Jag ringade Anna', reviewReason: null });
    expect(reviews(project.read)).toEqual([]);
  });

  test('logs no more than the turn and the spans that moved', () => {
    mark(['r2', 'Det var tyst']);
    mark(['r2', 'svarade inte']);
    correct('r2', `${textOf('r2')} Inte alls.`);
    const rows = project.read.all<{ table_name: string }>(
      'SELECT table_name FROM changes WHERE step = (SELECT max(seq) FROM steps)',
    );
    // The second one has new words after it; the first is further off than its context.
    expect(rows.map((row) => row.table_name)).toEqual(['turns', 'spans']);
  });

  test('makes what was typed normal before it is anchored', () => {
    const id = mark(['r2', 'svarade inte']);
    correct('r2', 'E\u0301n rad till.\r\nAnna svarade inte.\ud83d');
    expect(textOf('r2')).toBe('\u00c9n rad till.\nAnna svarade inte.\ufffd');
    expect(unit(id).text).toBe('svarade inte');
  });

  test('by edits outside the text is refused', () => {
    const edits = [{ start: 2, end: 900, text: '' }];
    const work = () =>
      project.write((on) => turns.correctTurn(on, { turnId: turn('r4'), edits }));
    expect(refusalOf(work)).toBe('span.outside');
  });

  test('with the same text is no step', () => {
    const seq = () => project.opened.steps.nextUndo()?.seq;
    const before = seq();
    correct('r2', said[1][1]);
    expect(seq()).toBe(before);
  });
});

describe('a unit in doubt', () => {
  test('waits in the review list with its old words and what stands there now', () => {
    const id = mark(['r2', 'Anna svarade inte']);
    expect(correct('r2', 'Det var tyst. Jag ringde Anna, men det var upptaget.')).toEqual(
      {
        changed: [id],
        inDoubt: [id],
      },
    );
    expect(reviews(project.read)).toMatchObject([
      {
        unitId: id,
        number: 1,
        reason: 'edited',
        was: {
          turnLabel: 'r2',
          text: 'Anna svarade inte',
          before: ' var tyst. Jag ringde Anna, men ',
          after: '.',
        },
        now: { turnId: turn('r2'), start: 35, text: 'det var upptaget' },
      },
    ]);
  });

  test('keeps its oldest words through later corrections', () => {
    const id = mark(['r2', 'Jag ringde Anna, men Anna']);
    correct('r2', 'Det var tyst. Jag hörde av mig till Anna, fast hon svarade inte.');
    correct('r2', 'Det var tyst. Jag hörde aldrig av mig till Anna.');
    const [review] = reviews(project.read);
    expect(review).toMatchObject({
      unitId: id,
      was: { text: 'Jag ringde Anna, men Anna' },
    });
    expect(unit(id).text).toBe(review!.now.text);
  });

  test('is settled when it is accepted as it stands', () => {
    const id = mark(['r2', 'Jag ringde Anna']);
    correct('r2', 'Det var tyst. Jag hörde av mig till Anna.');
    expect(unit(id).reviewReason).toBe('edited');
    project.write((on) => acceptReviews(on, { unitIds: [id] }));
    expect(reviews(project.read)).toEqual([]);
    expect(unit(id).reviewReason).toBeNull();
    project.undo();
    expect(reviews(project.read)).toHaveLength(1);
  });

  test('is settled when its old words are typed again', () => {
    const id = mark(['r2', 'Jag ringde Anna']);
    correct('r2', textOf('r2')!.replace('ringde', 'hörde väl av mig till'));
    expect(unit(id).reviewReason).toBe('edited');
    correct('r2', said[1][1]);
    expect(unit(id)).toMatchObject({ reviewReason: null, text: 'Jag ringde Anna' });
  });

  test('whose words are gone cannot be accepted, but marked anew or taken out', () => {
    const id = mark(['r4', 'Ja.']);
    correct('r3', 'Så var det för mig med. Nej då.');
    correct('r4', '– –');
    expect(unit(id)).toMatchObject({ text: '– –', reviewReason: 'edited' });
    correct('r4', '');
    expect(unit(id)).toMatchObject({ text: '', speaker: '', reviewReason: 'gone' });
    const accept = () => project.write((on) => acceptReviews(on, { unitIds: [id] }));
    expect(refusalOf(accept)).toBe('review.noWords');
    expect(unitsOfTranscript(project.read, { transcriptId })).toEqual([]);
    const order = api['analysisTable.rows'].input.parse({});
    expect(analysisRows(project.read, order).rows.map((row) => row.id)).toEqual([id]);
    project.write((on) =>
      resizeUnit(on, { unitId: id, spans: [{ turnId: turn('r3'), start: 24, end: 30 }] }),
    );
    expect(unit(id)).toMatchObject({ text: 'Nej då', reviewReason: null });
    project.undo();
    project.write((on) => retireUnits(on, { unitIds: [id], reason: '' }));
    expect(reviews(project.read)).toEqual([]);
  });
});

describe('turns', () => {
  test('are split at the cursor, with a new speaker, a label and the end of the time', () => {
    const id = mark(['r2', 'tyst. Jag ringde']);
    const at = textOf('r2')!.indexOf('Jag');
    project.write((on) => setTurnsAside(on, { turnIds: [turn('r2')], reason: 'prat' }));
    const done = project.write((on) =>
      turns.splitTurnInTwo(on, { turnId: turn('r2'), at, speaker: { label: 'P9' } }),
    );
    expect(done).toMatchObject({ inDoubt: [], id: turn('r2b') });
    expect(labels()).toEqual(['r1', 'r2', 'r2b', 'r3', 'r4']);
    expect([textOf('r2'), speakerOf('r2b')]).toEqual(['Det var tyst.', 'P9']);
    expect(read().turns.slice(1, 3)).toMatchObject([
      { startMs: 1000, endMs: null },
      { startMs: null, endMs: 1900 },
    ]);
    expect(unit(id)).toMatchObject({ text: 'tyst. Jag ringde', speaker: 'P1, P9' });
    expect(setAsides(project.read, { transcriptId })).toHaveLength(2);
    expect(participants(project.read).map((row) => row.pseudonym)).toContain('P9');
  });

  test('cannot be split where one half would have no words', () => {
    for (const at of [0, 3]) {
      const work = () =>
        project.write((on) => turns.splitTurnInTwo(on, { turnId: turn('r4'), at }));
      expect(refusalOf(work)).toBe('turn.splitEmpty');
    }
  });

  test('are merged with the lower label, and only where they stand together', () => {
    const id = mark(['r3', 'för mig med.'], ['r4', 'Ja.']);
    project.write((on) => setTurnsAside(on, { turnIds: [turn('r3')], reason: 'prat' }));
    const apart = () =>
      project.write((on) =>
        turns.mergeTurnsToOne(on, { turnIds: [turn('r2'), turn('r4')] }),
      );
    expect(refusalOf(apart)).toBe('turn.notTogether');
    project.write((on) =>
      turns.mergeTurnsToOne(on, { turnIds: [turn('r4'), turn('r3')] }),
    );
    expect(labels()).toEqual(['r1', 'r2', 'r3']);
    expect(textOf('r3')).toBe('Så var det för mig med. Ja.');
    expect(unit(id)).toMatchObject({ text: 'för mig med. Ja.', reviewReason: null });
    expect(unit(id).spans).toHaveLength(1);
    expect(setAsides(project.read, { transcriptId })).toEqual([]);
    expect(read().turns[2]).toMatchObject({ startMs: 2000, endMs: 3900 });
  });

  test('give words to one another, with their units', () => {
    const id = mark(['r3', 'för mig med.']);
    const start = textOf('r3')!.indexOf('för');
    project.write((on) =>
      turns.moveWords(on, {
        from: { turnId: turn('r3'), start, end: textOf('r3')!.length },
        to: { turnId: turn('r4'), at: 0 },
      }),
    );
    expect([textOf('r3'), textOf('r4')]).toEqual(['Så var det', 'för mig med. Ja.']);
    expect(unit(id)).toMatchObject({ text: 'för mig med.', speaker: 'P1' });
  });

  test('get another speaker', () => {
    const { speakers } = read();
    project.write((on) =>
      turns.changeSpeaker(on, {
        turnIds: [turn('r3')],
        speaker: { speakerId: speakers[1]!.id },
      }),
    );
    expect(speakerOf('r3')).toBe('P1');
  });

  test('are taken away without a unit being lost, and the last one stays', () => {
    const whole = mark(['r3', 'Så var det']);
    const half = mark(['r2', 'svarade inte.'], ['r3', 'för mig']);
    const done = project.write((on) =>
      turns.removeTurns(on, { turnIds: [turn('r3'), turn('r4')] }),
    );
    expect(new Set(done.inDoubt)).toEqual(new Set([whole, half]));
    expect(reviews(project.read)).toMatchObject([
      { reason: 'edited', was: { text: 'svarade inte. […] för mig' } },
      {
        reason: 'gone',
        was: { text: 'Så var det', turnLabel: 'r3' },
        now: { turnId: turn('r2'), start: said[1][1].length },
      },
    ]);
    const all = () =>
      project.write((on) =>
        turns.removeTurns(on, { turnIds: read().turns.map((one) => one.id) }),
      );
    expect(refusalOf(all)).toBe('turn.last');
    project.undo();
    expect(unit(whole).text).toBe('Så var det');
    expect(reviews(project.read)).toEqual([]);
  });

  test('that were missed are put in, first or after another', () => {
    const insert = (after: TurnId | null, text: string) =>
      project.write((on) =>
        turns.insertTurn(on, {
          transcriptId,
          after,
          text,
          speaker: { label: 'P2' },
        }),
      );
    insert(turn('r2'), ' Jaha. ');
    insert(null, 'Välkomna.');
    expect(labels()).toEqual(['r0', 'r1', 'r2', 'r2b', 'r3', 'r4']);
    expect([textOf('r2b'), speakerOf('r2b')]).toEqual(['Jaha.', 'P2']);
    expect(refusalOf(() => insert(null, ' \n '))).toBe('turn.noWords');
  });
});

describe('replacing a name throughout', () => {
  const sought = { words: 'Anna', matchCase: true, wholeWords: true };

  test('shows every place with the units it is in, and changes them in one step', () => {
    const id = mark(['r2', 'Jag ringde Anna']);
    const places = findPlaces(project.read, sought);
    expect(places).toMatchObject([
      { turnLabel: 'r2', text: 'Anna', units: [1] },
      { turnLabel: 'r2', text: 'Anna', units: [] },
    ]);
    const done = project.write((on) => replaceThroughout(on, { ...sought, by: 'P3' }));
    expect(done).toEqual({ places: 2, changed: [id], inDoubt: [] });
    expect(textOf('r2')).toBe('Det var tyst. Jag ringde P3, men P3 svarade inte.');
    expect(unit(id).text).toBe('Jag ringde P3');
    project.undo();
    expect(textOf('r2')).toBe(said[1][1]);
  });

  test('changes only the places that were chosen, and none when the text has changed since', () => {
    const places = findPlaces(project.read, sought).slice(1);
    project.write((on) => replaceThroughout(on, { ...sought, by: 'hon', places }));
    expect(textOf('r2')).toBe('Det var tyst. Jag ringde Anna, men hon svarade inte.');
    const again = () =>
      project.write((on) => replaceThroughout(on, { ...sought, by: 'hon', places }));
    expect(refusalOf(again)).toBe('replace.changed');
  });
});
