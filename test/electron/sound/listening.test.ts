// Linking, finding again and listening, behind the one door, with real files on a real disk.
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { openSession, type Session } from '../../../electron/session.ts';
import type { ApiName, Input, Output } from '../../../shared/api.ts';
import type { HostEvent } from '../../../shared/bridge.ts';
import type { SoundId, TranscriptId, TurnId } from '../../../shared/domain/ids.ts';
import type { Problem } from '../../../shared/errors.ts';
import { dump } from '../../support/dump.ts';
import { newProject, type TestProject } from '../../support/newProject.ts';
import { importTranscript } from '../../../electron/project/transcripts.ts';
import { interview } from '../../support/sampleProject.ts';
import { wav, wavHeader, writeWav } from '../../support/wavFile.ts';

let project: TestProject;
let session: Session;
let folder: string;
let transcriptId: TranscriptId;
let turns: readonly TurnId[];
let events: HostEvent[];

async function call<Name extends ApiName>(
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const answer = await session.call(name, input);
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.problem)}`);
  return answer.value as Output<Name>;
}

async function refused(name: ApiName, input: unknown): Promise<Problem> {
  const answer = await session.call(name, input);
  if (answer.ok) throw new Error(`${name} was not refused`);
  return answer.problem;
}

const db = () => session.context.project().db;
const path = (name: string) => join(folder, name);
const link = async (name: string): Promise<SoundId> =>
  (await call('sounds.link', { transcriptId, path: path(name) })).soundId;

beforeEach(async () => {
  project = newProject();
  transcriptId = project.write((writing) =>
    importTranscript(writing, {
      ...interview,
      turns: [...interview.turns],
      speakers: [...interview.speakers],
    }),
  ).transcriptId;
  project.close();
  folder = join(dirname(project.path), 'inspelningar');
  mkdirSync(folder);
  events = [];
  session = openSession({
    dataFolder: join(dirname(project.path), 'data'),
    nativeDialogs: false,
    announce: (event) => events.push(event),
  });
  await call('project.open', { path: project.path });
  turns = (await call('transcripts.read', { transcriptId })).turns.map(({ id }) => id);
});

afterEach(async () => {
  await session.close();
  project.remove();
});

describe('a recording', () => {
  test('is linked at once, known by its content, and nothing of it or of its folder is in the project', async () => {
    writeWav(path('samtal.mp3'));
    const soundId = await link('samtal.mp3');
    const { sound } = await call('listening.read', { transcriptId });
    expect(sound).toEqual({
      id: soundId,
      fileName: 'samtal.mp3',
      mediaType: 'audio/wav',
      bytes: 24_044,
      sha256: null,
    });
    expect(await call('sounds.place', { soundId })).toMatchObject({
      state: 'here',
      path: path('samtal.mp3'),
      bytes: 24_044,
    });
    await call('project.close', {});
    expect(readFileSync(project.path).includes('inspelningar')).toBe(false);
  });

  test('is unlinked and linked again by undo and redo, and is still found', async () => {
    writeWav(path('samtal.wav'));
    const before = dump(db());
    const soundId = await link('samtal.wav');
    const after = dump(db());
    await call('steps.undo', {});
    expect(dump(db())).toBe(before);
    expect(await refused('sounds.place', { soundId })).toMatchObject({ code: 'gone' });
    await call('steps.redo', {});
    expect(dump(db())).toBe(after);
    expect(await call('sounds.place', { soundId })).toMatchObject({ state: 'here' });
    await call('sounds.unlink', { transcriptId });
    expect((await call('listening.read', { transcriptId })).sound).toBeNull();
    await call('steps.undo', {});
    expect(dump(db())).toBe(after);
  });

  test('gives way to another one that is linked in its place', async () => {
    writeWav(path('ett.wav'));
    writeWav(path('annat.wav'), 2, 220);
    const one = await link('ett.wav');
    const other = await link('annat.wav');
    expect(other).not.toBe(one);
    expect(await refused('sounds.place', { soundId: one })).toMatchObject({
      code: 'gone',
    });
    await call('steps.undo', {});
    expect(await call('sounds.place', { soundId: one })).toMatchObject({ state: 'here' });
  });

  test('linked a second time is no new step', async () => {
    writeWav(path('samtal.wav'));
    await link('samtal.wav');
    const { total } = await call('steps.history', {});
    await link('samtal.wav');
    expect((await call('steps.history', {})).total).toBe(total);
  });

  test('has its checksum noted in the background, with how far it has come, and undo stays exact', async () => {
    const bytes = Buffer.concat([
      writeWav(path('lång.wav'), 1),
      Buffer.alloc(3 * 2 ** 20),
    ]);
    writeFileSync(path('lång.wav'), bytes);
    const before = dump(db());
    const soundId = await link('lång.wav');
    const { total } = await call('steps.history', {});
    await call('sounds.hash', { soundId, job: 'hash' });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect((await call('listening.read', { transcriptId })).sound?.sha256).toBe(sha256);
    expect(events.filter(({ kind }) => kind === 'progress')).toHaveLength(4);
    expect((await call('steps.history', {})).total).toBe(total);
    const after = dump(db());
    await call('steps.undo', {});
    expect(dump(db())).toBe(before);
    await call('steps.redo', {});
    expect(dump(db())).toBe(after);
    expect(after).toContain(sha256);
  });

  test('stays linked when the reading of it is cancelled', async () => {
    writeFileSync(
      path('lång.wav'),
      Buffer.concat([wavHeader(8 * 2 ** 20), Buffer.alloc(8 * 2 ** 20)]),
    );
    const soundId = await link('lång.wav');
    const hashing = session.call('sounds.hash', { soundId, job: 'hash' });
    await call('jobs.cancel', { job: 'hash' });
    expect(await hashing).toMatchObject({
      ok: false,
      problem: { code: 'job.cancelled' },
    });
    expect((await call('listening.read', { transcriptId })).sound).toMatchObject({
      id: soundId,
      sha256: null,
    });
  });

  test('of six hours is linked without being read', async () => {
    const hours = 6 * 3600 * 44_100 * 2 * 2;
    writeFileSync(path('heldag.wav'), wavHeader(hours));
    truncateSync(path('heldag.wav'), hours + 44);
    const memory = process.memoryUsage().arrayBuffers;
    const soundId = await link('heldag.wav');
    expect(process.memoryUsage().arrayBuffers - memory).toBeLessThan(4 * 2 ** 20);
    expect(await call('sounds.place', { soundId })).toMatchObject({
      state: 'here',
      bytes: hours + 44,
    });
  });
});

describe('a recording that has gone elsewhere', () => {
  test('is found beside the project, whoever opens it and wherever', async () => {
    writeWav(path('samtal.wav'));
    const soundId = await link('samtal.wav');
    renameSync(path('samtal.wav'), join(dirname(project.path), 'samtal.wav'));
    expect(await call('sounds.place', { soundId })).toMatchObject({
      state: 'here',
      path: join(dirname(project.path), 'samtal.wav'),
    });
  });

  test('is found by what it is, under another name, when it is looked for', async () => {
    writeWav(path('samtal.wav'));
    writeWav(path('samma längd.wav'), 3, 220);
    const soundId = await link('samtal.wav');
    mkdirSync(path('arkiv/2026'), { recursive: true });
    renameSync(path('samtal.wav'), path('arkiv/2026/FG1 klar.wav'));
    expect(await call('sounds.place', { soundId })).toEqual({
      state: 'missing',
      path: path('samtal.wav'),
    });
    expect(await call('sounds.search', { soundId, job: 'leta' })).toMatchObject({
      state: 'here',
      path: path('arkiv/2026/FG1 klar.wav'),
    });
    const { sound } = await call('listening.read', { transcriptId });
    expect(sound).toMatchObject({ id: soundId, fileName: 'FG1 klar.wav' });
    await call('steps.undo', {});
    expect((await call('listening.read', { transcriptId })).sound?.fileName).toBe(
      'samtal.wav',
    );
  });

  test('is not taken for another of the same length, which is said', async () => {
    writeWav(path('samtal.wav'));
    writeWav(path('annat.wav'), 3, 220);
    const soundId = await link('samtal.wav');
    renameSync(path('samtal.wav'), join(dirname(dirname(folder)), 'borta.bin'));
    expect(
      await refused('sounds.find', { soundId, path: path('annat.wav') }),
    ).toMatchObject({
      code: 'sound.different',
      params: { file: 'annat.wav', linked: 'samtal.wav' },
    });
    renameSync(join(dirname(dirname(folder)), 'borta.bin'), path('samtal.wav'));
    expect(await call('sounds.place', { soundId })).toMatchObject({ state: 'here' });
  });

  test('and was exchanged for another is said, not played', async () => {
    writeWav(path('samtal.wav'));
    const soundId = await link('samtal.wav');
    writeWav(path('samtal.wav'), 3, 220);
    utimesSync(path('samtal.wav'), new Date(), new Date(Date.now() + 5000));
    expect(await call('sounds.place', { soundId })).toEqual({
      state: 'changed',
      path: path('samtal.wav'),
    });
    appendFileSync(path('samtal.wav'), 'mer');
    expect(await call('sounds.place', { soundId })).toMatchObject({ state: 'changed' });
  });

  test('is nowhere on another computer until it is pointed out, and then no step is made', async () => {
    writeWav(path('samtal.wav'));
    const soundId = await link('samtal.wav');
    await session.close();
    session = openSession({
      dataFolder: join(dirname(project.path), 'other'),
      nativeDialogs: false,
      announce: () => {},
    });
    await call('project.open', { path: project.path });
    expect(await call('sounds.place', { soundId })).toEqual({
      state: 'missing',
      path: null,
    });
    const { total } = await call('steps.history', {});
    expect(
      await call('sounds.find', { soundId, path: path('samtal.wav') }),
    ).toMatchObject({ state: 'here' });
    expect((await call('steps.history', {})).total).toBe(total);
  });

  test('is not followed out of the project folder by a name that a project gives', async () => {
    const bytes = writeWav(join(dirname(project.path), 'utanför.wav'));
    const fingerprint = createHash('sha256')
      .update(`${bytes.length}\n`)
      .update(bytes)
      .digest('hex');
    const { soundId } = await call('sounds.attach', {
      transcriptId,
      fileName: '../utanför.wav',
      mediaType: 'audio/wav',
      bytes: bytes.length,
      fingerprint,
    });
    // The name alone is looked for, in the folder of the project.
    expect(await call('sounds.place', { soundId })).toMatchObject({
      state: 'here',
      path: join(dirname(project.path), 'utanför.wav'),
    });
    mkdirSync(join(dirname(project.path), 'flyttat'));
    await call('project.close', {});
    const moved = join(dirname(project.path), 'flyttat/prov.utsaga');
    renameSync(project.path, moved);
    await call('project.open', { path: moved });
    expect(await call('sounds.place', { soundId })).toMatchObject({
      path: join(dirname(project.path), 'utanför.wav'),
    });
    await call('project.close', {});
    renameSync(moved, project.path);
  });

  test('is forgotten by the computer when its transcript is erased', async () => {
    writeWav(path('Anna Svensson.wav'));
    await link('Anna Svensson.wav');
    const places = () =>
      readFileSync(join(dirname(project.path), 'data/sounds.json'), 'utf8');
    expect(places()).toContain('Anna Svensson');
    await call('transcripts.forget', { transcriptId, typed: interview.name });
    expect(places()).not.toContain('Anna Svensson');
  });
});

describe('what is no recording', () => {
  test.each([
    ['text under the name of a recording', 'intervju.mp3', 'P1: Ja.', 'sound.notSound'],
    ['a page', 'intervju.wav', '<html><script>1</script>', 'sound.notSound'],
    ['an empty file', 'tom.wav', '', 'sound.empty'],
  ])('is refused: %s', async (_, name, content, code) => {
    writeFileSync(path(name), content);
    const before = dump(db());
    const problem = await refused('sounds.link', { transcriptId, path: path(name) });
    expect(problem).toMatchObject({ code, file: path(name) });
    expect(dump(db())).toBe(before);
  });

  test('is refused: a folder, a device, a file that is not there', async () => {
    const problemOf = async (at: string) =>
      (await refused('sounds.link', { transcriptId, path: at })).code;
    symlinkSync('/dev/zero', path('oändlig.wav'));
    expect(await problemOf(folder)).toBe('file.isFolder');
    expect(await problemOf(path('oändlig.wav'))).toBe('file.notFile');
    expect(await problemOf(path('saknas.wav'))).toBe('file.missing');
  });

  test('is linked to no transcript that is not there', async () => {
    writeWav(path('samtal.wav'));
    const gone = '01930000-0000-7000-8000-000000000000';
    expect(
      await refused('sounds.link', { transcriptId: gone, path: path('samtal.wav') }),
    ).toMatchObject({ code: 'gone' });
  });
});

describe('times', () => {
  const times = async () =>
    (await call('transcripts.read', { transcriptId })).turns.map(({ startMs, endMs }) => [
      startMs,
      endMs,
    ]);

  test('are set turn by turn, each its own step; an end that would come first goes', async () => {
    const before = await times();
    await call('turns.setTime', { turnId: turns[0]!, startMs: 1000 });
    await call('turns.setTime', { turnId: turns[1]!, startMs: 9_000_000 });
    expect((await times()).slice(0, 2)).toEqual([
      [1000, 2400],
      [9_000_000, null],
    ]);
    await call('steps.undo', {});
    await call('steps.undo', {});
    expect(await times()).toEqual(before);
  });

  test('move together, and never to before the sound begins', async () => {
    const before = await times();
    const moved = before.map((pair) =>
      pair.map((ms) => (ms === null ? null : ms + 1500)),
    );
    await call('turns.shiftTimes', { transcriptId, byMs: 1500 });
    expect(await times()).toEqual(moved);
    expect(
      await refused('turns.shiftTimes', { transcriptId, byMs: -1501 }),
    ).toMatchObject({
      code: 'turn.timeTooEarly',
      params: { seconds: 1.5 },
    });
    await call('turns.shiftTimes', { transcriptId, byMs: -1500 });
    expect(await times()).toEqual(before);
  });
});

describe('proof-listening', () => {
  test('is noted turn by turn, follows a turn that is divided, and is lost where a turn that was not heard is joined in', async () => {
    await call('turns.listened', { turnIds: [turns[1]!] });
    const { id } = await call('turns.split', { turnId: turns[1]!, at: 5 });
    const listened = async () =>
      (await call('listening.read', { transcriptId })).listened;
    expect(await listened()).toEqual([turns[1], id]);
    await call('turns.merge', { turnIds: [turns[1]!, id] });
    expect(await listened()).toEqual([turns[1]]);
    await call('turns.merge', { turnIds: [turns[1]!, turns[2]!] });
    expect(await listened()).toEqual([]);
    await call('steps.undo', {});
    expect(await listened()).toEqual([turns[1]]);
    await call('turns.notListened', { turnIds: [turns[1]!] });
    expect(await listened()).toEqual([]);
  });

  test('counts the steps that corrected the transcript, as long as they stand, also after something else was erased', async () => {
    const counts = async () => {
      const { corrections, correctionsSince } = await call('listening.read', {
        transcriptId,
      });
      return [corrections, correctionsSince];
    };
    expect(await counts()).toEqual([0, 0]);
    await call('turns.correct', { turnId: turns[0]!, text: 'Hur var det?' });
    await call('turns.replaceAll', { words: 'Tyst', by: 'Stilla', transcriptId });
    await call('turns.setTime', { turnId: turns[0]!, startMs: 100 });
    expect(await counts()).toEqual([2, 0]);
    await call('steps.undo', {});
    await call('steps.undo', {});
    expect(await counts()).toEqual([1, 0]);
    await call('transcripts.verify', { transcriptId, date: '2026-11-12' });
    await call('turns.remove', { turnIds: [turns.at(-1)!] });
    expect(await counts()).toEqual([2, 1]);
    const other = await call('transcripts.import', {
      ...interview,
      name: 'En annan',
      turns: [...interview.turns],
      speakers: [...interview.speakers],
    });
    await call('transcripts.forget', {
      transcriptId: other.transcriptId,
      typed: 'En annan',
    });
    expect(await counts()).toEqual([2, 1]);
  });

  test('ends with somebody who vouches for the transcript, by name and date', async () => {
    await call('transcripts.verify', { transcriptId, date: '2026-11-12' });
    const { verified } = await call('listening.read', { transcriptId });
    expect(verified).toMatchObject({ date: '2026-11-12' });
    await call('analysts.add', { name: 'Bo Ek' });
    const { analysts } = await call('project.read', {});
    await call('transcripts.verify', {
      transcriptId,
      date: '2026-11-13',
      analystId: analysts.at(-1)!.id,
    });
    expect((await call('listening.read', { transcriptId })).verified).toMatchObject({
      date: '2026-11-13',
      analyst: 'Bo Ek',
    });
    await call('transcripts.unverify', { transcriptId });
    expect((await call('listening.read', { transcriptId })).verified).toBeNull();
    expect(await refused('transcripts.unverify', { transcriptId })).toMatchObject({
      code: 'gone',
    });
  });
});

test('the tones of a test are what they say', () => {
  expect(wav([{ seconds: 1, hertz: 440 }])).toHaveLength(8044);
});
