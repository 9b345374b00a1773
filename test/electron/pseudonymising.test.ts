import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { Decrypter, Encrypter } from 'age-encryption';
import { describe, expect, test } from 'vitest';

import { writeCodeKey } from '../../electron/codeKey.ts';
import type { Input } from '../../shared/api.ts';
import type { IdentifierPlace } from '../../shared/domain/identifier.ts';
import { begin, description } from '../support/sessionAtWork.ts';
import { wav } from '../support/wavFile.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const name = 'Brunhylda';
const texts = [
  `Hur var det, ${name}?`,
  `Ja. ${name}s syster bor i Malmö, på 070-174 06 05 når du henne. Malmöborna är snälla.`,
  'Jag heter Eva och bor i Umeå. Eva är jag.',
  name,
];

/** A project in a folder beside the data folder, where names stand in every kind of text. */
async function study(folder: string) {
  const started = begin(folder);
  const { ask } = started;
  mkdirSync(join(folder, 'projekt'));
  const path = join(folder, 'projekt', 'study.utsaga');
  await ask('project.create', { path, description, analyst: 'Eva Lind' });
  const { transcriptId } = await ask('transcripts.import', {
    name: `Intervju ${name}`,
    kind: 'interview',
    turns: texts.map((text, at) => ({
      speaker: ['Moderator', name, 'P2', name][at]!,
      startMs: null,
      endMs: null,
      text,
    })),
    speakers: [{ label: 'Moderator', role: 'moderator' }],
    report: {
      fileName: `${name}.txt`,
      sha256: 'x',
      format: 'plainText',
      encoding: 'utf-8',
      changes: [],
      warnings: [{ code: 'x', params: { words: `${name} "sa"` } }],
    },
  });
  const { turns } = await ask('transcripts.read', { transcriptId });
  const replace = async (
    words: string,
    by: string,
    kind: Input<'identifiers.replace'>['kind'] = 'name',
  ) => {
    const places = await ask('identifiers.places', { words });
    return ask('identifiers.replace', { words, by, kind, places: [...places] });
  };
  return { ...started, path, transcriptId, turns, replace };
}

/** Whether any file below the folder holds the words in UTF-8 or UTF-16; the path of the first that does. */
function fileWith(folder: string, words: string): string | null {
  const utf16 = Buffer.from(words, 'utf16le');
  const forms = [Buffer.from(words, 'utf8'), utf16, Buffer.from(utf16).swap16()];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const entry of files) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    if (forms.some((form) => bytes.includes(form))) return path;
  }
  return null;
}

const where = (place: IdentifierPlace) =>
  'turnId' in place ? place.turnLabel : `${place.table}.${place.column}`;

describe('identifiers', () => {
  test('are found in turns and in every other text, once each with all places', async () => {
    const { ask } = await study(temporaryFolder());
    const found = await ask('identifiers.find', {});
    expect(
      found.map(({ kind, words, certainty, places, elsewhere }) => [
        kind,
        words,
        certainty,
        places,
        elsewhere,
      ]),
    ).toEqual([
      ['phone', '070-174 06 05', 'sure', 1, 0],
      ['place', 'Malmö', 'likely', 2, 0],
      ['name', 'Eva', 'likely', 2, 0],
      ['place', 'Umeå', 'likely', 1, 0],
      ['capitalised', name, 'maybe', 3, 5],
    ]);
    const places = await ask('identifiers.places', { words: name });
    expect(places.map(where)).toEqual([
      'r1',
      'r2',
      'r4',
      'import_reports.file_name',
      'import_reports.warnings',
      'participants.pseudonym',
      'speakers.label',
      'transcripts.name',
    ]);
  });

  test('are replaced everywhere in one step, endings stay, units follow without doubt, and it undoes', async () => {
    const { ask, turns, transcriptId, replace } = await study(temporaryFolder());
    const { id } = await ask('meaningUnits.mark', {
      spans: [{ turnId: turns[3]!.id, start: 0, end: name.length }],
    });
    const longer = await ask('meaningUnits.mark', {
      spans: [{ turnId: turns[1]!.id, start: 0, end: 20 }],
    });
    await ask('meaningUnits.condense', { unitId: id, text: `Om ${name} och hennes liv` });
    await ask('memos.write', { text: `Tänk på ${name}s läge`, unitId: id });
    expect(await replace(name, 'P"1')).toEqual({ places: 10 });
    const now = await ask('transcripts.read', { transcriptId });
    expect(now.turns.map(({ text }) => text)).toEqual([
      'Hur var det, P"1?',
      'Ja. P"1s syster bor i Malmö, på 070-174 06 05 når du henne. Malmöborna är snälla.',
      'Jag heter Eva och bor i Umeå. Eva är jag.',
      'P"1',
    ]);
    expect(now.name).toBe('Intervju P"1');
    expect(now.speakers.map(({ label }) => label)).toContain('P"1');
    const [report] = await ask('imports.reports', { transcriptId });
    expect(report).toMatchObject({
      fileName: 'P"1.txt',
      warnings: [{ params: { words: 'P"1 "sa"' } }],
    });
    expect(await ask('reviews.list', {})).toEqual([]);
    expect(await ask('meaningUnits.read', { unitId: id })).toMatchObject({
      spans: [{ text: 'P"1' }],
      condensed: 'Om P"1 och hennes liv',
    });
    expect(
      (await ask('meaningUnits.read', { unitId: longer.id })).spans[0]!.text,
    ).toMatch(/^Ja\. P"1s syste$/u);
    expect(await ask('project.check', {})).toEqual([]);
    expect((await ask('identifiers.find', {})).some(({ words }) => words === name)).toBe(
      false,
    );
    await ask('steps.undo', {});
    expect(
      (await ask('transcripts.read', { transcriptId })).turns.map(({ text }) => text),
    ).toEqual(texts);
  });

  test('are replaced only where they still stand', async () => {
    const { ask, refusal, turns } = await study(temporaryFolder());
    const place = { turnId: turns[0]!.id, start: 0, end: 3 };
    const order = { words: name, by: 'P1', kind: 'name' as const };
    const wrong = [place];
    expect((await refusal('identifiers.replace', { ...order, places: wrong })).code).toBe(
      'replace.changed',
    );
    for (const [table, column] of [
      ['steps', 'label'],
      ['turns', 'text'],
      ['memos', "text\" = '' --"],
    ] as const)
      expect(
        (
          await refusal('identifiers.replace', {
            ...order,
            places: [{ table, column, rowId: turns[0]!.id, start: 0, end: 3 }],
          })
        ).code,
      ).toBe('replace.changed');
    await ask('project.check', {});
  });

  test('that are left are not proposed again, and can be taken up; a pseudonym is not proposed either', async () => {
    const { ask, replace } = await study(temporaryFolder());
    const isLeft = async (words: string) =>
      (await ask('identifiers.find', {})).find((one) => one.words === words)?.isLeft;
    await ask('identifiers.leave', { words: ['umeå', 'Malmö'] });
    expect(await isLeft('Umeå')).toBe(true);
    expect(await isLeft('Eva')).toBe(false);
    await ask('identifiers.takeUp', { words: 'Umeå' });
    expect(await isLeft('Umeå')).toBe(false);
    await replace('Eva', 'Tindra');
    expect(await isLeft('Tindra')).toBe(true);
  });
});

describe('after the old words are forgotten', () => {
  test('no file that the app wrote holds them, in UTF-8 or UTF-16, while it is open and after', async () => {
    const folder = temporaryFolder();
    const { ask, refusal, session, turns, replace } = await study(folder);
    await ask('meaningUnits.mark', {
      spans: [{ turnId: turns[3]!.id, start: 0, end: name.length }],
    });
    // A unit that is in doubt keeps its old words until somebody has looked.
    await ask('turns.correct', {
      turnId: turns[3]!.id,
      text: `Nej, nej, ${name}, verkligen inte alls så.`,
    });
    await ask('identifiers.leave', { words: [name] });
    await ask('backups.make', {});
    session.context.log.write('identifiers.find', new Error(name));
    await replace(name, 'P1');
    await replace('070-174 06 05', '[telefon]', 'phone');
    expect(fileWith(folder, name)).not.toBeNull();
    expect(await ask('identifiers.oldWords', {})).toMatchObject({
      replaced: [
        { kind: 'name', identifiers: 1 },
        { kind: 'phone', identifiers: 1, places: 1 },
      ],
      pending: 2,
      erasedAt: null,
    });
    expect((await refusal('identifiers.forgetOldWords', { typed: 'Annat' })).code).toBe(
      'typed.wrong',
    );
    await ask('identifiers.forgetOldWords', { typed: description.title });
    const facts = await ask('identifiers.oldWords', {});
    expect(facts).toMatchObject({
      pending: 0,
      steps: 0,
      replaced: [{ kind: 'name' }, {}],
    });

    // The backup still has them, is known to be older, and goes when it is told to.
    expect(fileWith(folder, name)).toContain('utsaga-backup');
    const older = (await ask('backups.list', {})).filter(
      ({ madeAt }) => madeAt < facts.erasedAt!,
    );
    expect(older).toHaveLength(1);
    await ask('backups.remove', { ids: older.map(({ id }) => id) });
    expect(fileWith(folder, name)).toBeNull();
    expect(fileWith(folder, '070-174 06 05')).toBeNull();
    expect((await ask('steps.undo', {})).undone).toEqual([]);
    expect((await ask('steps.history', {})).steps.map(({ label }) => label)).toContain(
      'identifiers.replace',
    );
    // What was remembered of a word that stands nowhere is gone too.
    expect(
      session.context.project().steps.reading.all('SELECT 1 FROM left_words'),
    ).toEqual([]);
    expect(await ask('project.check', {})).toEqual([]);
    await ask('project.close', {});
    expect(fileWith(folder, name)).toBeNull();
  });

  test('nor do the names of the project, of a recording and of a file, wherever the computer remembers them', async () => {
    const folder = temporaryFolder();
    const { ask, transcriptId, session, turns, replace } = await study(folder);
    await ask('project.describe', { title: `Samtal med ${name}` });
    const recording = join(folder, 'ljud', `intervju_${name}_2.wav`);
    mkdirSync(join(folder, 'ljud'));
    writeFileSync(recording, wav([{ seconds: 1, hertz: 440 }]));
    const { soundId } = await ask('sounds.link', { transcriptId, path: recording });
    expect(await ask('sounds.place', { soundId })).toMatchObject({ state: 'here' });
    // Recent list, both search indexes, an undone step, a draft of a correction and a passage that waits.
    await ask('project.close', {});
    await ask('project.open', { path: join(folder, 'projekt', 'study.utsaga') });
    for (const way of ['words', 'inside', 'pattern'] as const)
      await ask('search.find', { text: name, way });
    await ask('memos.write', { text: `Om ${name}` });
    await ask('steps.undo', {});
    await ask('passages.wait', {
      spans: [{ turnId: turns[1]!.id, start: 4, end: 30 }],
      deadline: '2026-06-01',
    });
    session.context.log.write(`turns.correct`, new Error(`${name} står här`));
    await replace(name, 'P1');
    expect(fileWith(folder, name)).not.toBeNull();
    await ask('identifiers.forgetOldWords', { typed: 'Samtal med P1' });
    const backups = await ask('backups.list', {});
    await ask('backups.remove', { ids: backups.map(({ id }) => id) });
    expect(fileWith(folder, name)).toBeNull();
    const listened = await ask('listening.read', { transcriptId });
    expect(listened.sound?.fileName).toBe('intervju_P1_2.wav');
    expect(await ask('sounds.place', { soundId })).toEqual({
      state: 'missing',
      path: null,
    });
    expect((await ask('passages.waiting', {}))[0]).toMatchObject({ lostSign: null });
    await ask('project.close', {});
    expect(fileWith(folder, name)).toBeNull();
  });

  test('a passage too, and the units that held it, of which the analyst is told', async () => {
    const folder = temporaryFolder();
    const { ask, turns, transcriptId } = await study(folder);
    const { id } = await ask('meaningUnits.mark', {
      spans: [{ turnId: turns[1]!.id, start: 4, end: 40 }],
    });
    const spans = [
      { turnId: turns[1]!.id, start: 4, end: texts[1]!.length },
      { turnId: turns[2]!.id, start: 0, end: 30 },
    ];
    const by = '[avsnitt borttaget: hälsa]';
    expect(await ask('passages.remove', { spans, by })).toEqual({ inDoubt: 1 });
    expect(
      (await ask('transcripts.read', { transcriptId })).turns.map(({ text }) => text),
    ).toEqual([texts[0], `Ja. ${by}`, `${by}Eva är jag.`, texts[3]]);
    expect(await ask('reviews.list', {})).toMatchObject([
      { unitId: id, was: { text: by, before: '', after: '' } },
    ]);
    expect(fileWith(folder, 'syster bor i')).not.toBeNull();
    await ask('identifiers.forgetOldWords', { typed: description.title });
    expect(fileWith(folder, 'syster bor i')).toBeNull();
    expect(fileWith(folder, 'Jag heter')).toBeNull();
  });
});

test('with a participant go the names of files that she speaks in, here and on the computer', async () => {
  const folder = temporaryFolder();
  const { ask, transcriptId } = await study(folder);
  await ask('transcripts.describe', { transcriptId, name: 'Intervju 1' });
  const recording = join(folder, `${name}.wav`);
  writeFileSync(recording, wav([{ seconds: 1, hertz: 440 }]));
  await ask('sounds.link', { transcriptId, path: recording });
  const person = (await ask('participants.list', {})).find(
    ({ pseudonym }) => pseudonym === name,
  )!;
  expect(fileWith(join(folder, 'data'), `${name}.wav`)).not.toBeNull();
  await ask('participants.forget', {
    participantId: person.id,
    typed: name,
    what: 'words',
  });
  expect(fileWith(folder, `${name}.wav`)).toBeNull();
  expect(fileWith(folder, `${name}.txt`)).toBeNull();
  const { sound } = await ask('listening.read', { transcriptId });
  expect(sound?.fileName).toBe('Intervju 1');
});

test('a participant is erased from the talk of a group with a place kept for each turn', async () => {
  const folder = temporaryFolder();
  const { ask, transcriptId, turns } = await study(folder);
  await ask('turns.setAside', { turnIds: [turns[3]!.id], reason: 'om syskonet' });
  await ask('meaningUnits.mark', { spans: [{ turnId: turns[2]!.id, start: 0, end: 8 }] });
  await ask('meaningUnits.mark', { spans: [{ turnId: turns[1]!.id, start: 0, end: 8 }] });
  const person = (await ask('participants.list', {})).find(
    ({ pseudonym }) => pseudonym === name,
  )!;
  await ask('participants.forget', {
    participantId: person.id,
    typed: name,
    what: 'words',
  });
  const left = await ask('transcripts.read', { transcriptId });
  expect(left.turns.map(({ label, text }) => [label, text])).toEqual([
    ['r1', texts[0]],
    ['r2', '[replik borttagen]'],
    ['r3', texts[2]],
    ['r4', '[replik borttagen]'],
  ]);
  expect(left.turns[1]!.speakerId).not.toBeNull();
  expect(await ask('meaningUnits.ofTranscript', { transcriptId })).toHaveLength(1);
  expect(fileWith(folder, 'syster bor i')).toBeNull();
  expect(fileWith(folder, 'om syskonet')).toBeNull();
  expect(await ask('project.check', {})).toEqual([]);
});

describe('the code key', () => {
  const passphrase = 'blå hund under bordet';

  test(
    'is a file of its own and tells the finder who is who',
    { timeout: 120_000 },
    async () => {
      const folder = temporaryFolder();
      const { ask, refusal } = await study(folder);
      const path = join(folder, 'annanstans.kodnyckel');
      expect(await ask('codeKey.state', {})).toBeNull();
      expect((await refusal('codeKey.set', { pairs: [] })).code).toBe('codeKey.closed');
      await ask('codeKey.create', { path, passphrase });
      const pairs = [{ realName: `${name} Påhittsson`, pseudonym: 'P1' }];
      await ask('codeKey.set', { pairs });
      expect(await ask('codeKey.state', {})).toEqual({ path, pairs });
      expect(JSON.stringify(await ask('codeKey.state', {}))).not.toContain(passphrase);
      expect(
        (await ask('identifiers.find', {})).find(({ words }) => words === name),
      ).toMatchObject({ kind: 'name', certainty: 'sure', pseudonym: 'P1' });

      // Nothing of it is in the project, settings or logs; and the file itself is closed to who has not the passphrase.
      expect(fileWith(folder, 'Påhittsson')).toBeNull();
      expect(fileWith(folder, passphrase)).toBeNull();
      await ask('codeKey.close', {});
      expect(await ask('codeKey.state', {})).toBeNull();
      expect((await refusal('codeKey.open', { path, passphrase: 'gul hund' })).code).toBe(
        'codeKey.passphrase',
      );
      expect(await ask('codeKey.open', { path, passphrase })).toMatchObject({ pairs });
      await ask('project.close', {});
      expect(await ask('codeKey.state', {})).toBeNull();
    },
  );

  // Slow on purpose: another program's own work on the passphrase, in JavaScript.
  test(
    'is opened by any program that reads the age format',
    { timeout: 120_000 },
    async () => {
      const path = join(temporaryFolder(), 'a.kodnyckel');
      const pairs = [{ realName: name, pseudonym: 'P1' }];
      await writeCodeKey({ path, passphrase }, pairs);
      const decrypter = new Decrypter();
      decrypter.addPassphrase(passphrase);
      const text = await decrypter.decrypt(readFileSync(path), 'text');
      expect(JSON.parse(text)).toEqual({ utsagaCodeKey: 1, pairs });
    },
  );

  test('is refused in and under the folder of the project, also through a link', async () => {
    const folder = temporaryFolder();
    const { ask, refusal } = await study(folder);
    mkdirSync(join(folder, 'projekt', 'under'));
    symlinkSync(join(folder, 'projekt', 'under'), join(folder, 'genväg'));
    for (const place of ['projekt', 'projekt/under', 'genväg']) {
      const path = join(folder, place, 'a.kodnyckel');
      expect((await refusal('codeKey.create', { path, passphrase })).code).toBe(
        'codeKey.withProject',
      );
      expect(existsSync(path)).toBe(false);
    }
    const beside = join(folder, 'projekt2');
    mkdirSync(beside);
    const path = join(beside, 'a.kodnyckel');
    await ask('codeKey.create', { path, passphrase });
    expect((await refusal('codeKey.create', { path, passphrase })).code).toBe(
      'file.exists',
    );
  });

  test('that is none, or of somebody else, is refused and left as it is', async () => {
    const folder = temporaryFolder();
    const { refusal } = await study(folder);
    const path = join(folder, 'x.kodnyckel');
    const code = async () => (await refusal('codeKey.open', { path, passphrase })).code;
    expect(await code()).toBe('codeKey.unreadable');
    writeFileSync(path, 'inte en nyckel');
    expect(await code()).toBe('codeKey.unreadable');
    const encrypter = new Encrypter();
    encrypter.setPassphrase(passphrase);
    encrypter.setScryptWorkFactor(10);
    writeFileSync(path, await encrypter.encrypt('{"annat": 1}'));
    expect(await code()).toBe('codeKey.unreadable');
    writeFileSync(path, readFileSync(path).subarray(0, 180));
    expect(await code()).toBe('codeKey.unreadable');
  });
});
