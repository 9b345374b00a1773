import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';

import { openSession, type Session } from '../../electron/session.ts';
import type { ApiName, Input, Output } from '../../shared/api.ts';
import type { Problem } from '../../shared/errors.ts';
import { aDescription } from '../support/newProject.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const sessions: Session[] = [];
afterEach(async () => {
  for (const session of sessions.splice(0)) await session.close();
});

function begin(dataFolder: string) {
  const session = openSession({ dataFolder, nativeDialogs: false, announce: () => {} });
  sessions.push(session);
  async function ask<Name extends ApiName>(
    name: Name,
    input: Input<Name>,
  ): Promise<Output<Name>> {
    const result = await session.call(name, input);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.problem)}`);
    return result.value as Output<Name>;
  }
  async function refusal(name: ApiName, input: unknown): Promise<Problem['code'] | null> {
    const result = await session.call(name, input);
    return result.ok ? null : result.problem.code;
  }
  return { session, ask, refusal };
}

async function study(folder = temporaryFolder(), name = 'study') {
  const started = begin(join(folder, 'data'));
  const path = join(folder, `${name}.utsaga`);
  await started.ask('project.create', {
    path,
    description: aDescription(),
    analyst: 'Eva',
  });
  return { ...started, folder, path };
}

const projectFiles = (folder: string) =>
  readdirSync(folder).filter((name) => name.includes('utsaga'));

const names = async (ask: Awaited<ReturnType<typeof study>>['ask']) =>
  (await ask('codes.list', {})).map((code) => code.name);

/** A project whose program was killed with committed steps in the log beside it. */
function killWithCodes(path: string): void {
  const script = `
    const { openSession } = await import(${JSON.stringify(new URL('../../electron/session.ts', import.meta.url).href)});
    const session = openSession({ dataFolder: ${JSON.stringify(`${path}-data`)}, nativeDialogs: false, announce() {} });
    await session.call('project.open', { path: ${JSON.stringify(path)} });
    for (const name of ['a', 'b', 'c']) await session.call('codes.create', { name });
    process.kill(process.pid, 'SIGKILL');`;
  spawnSync(process.execPath, ['--input-type=module', '-e', script]);
}

describe('the levels of a project', () => {
  const alike = ['Under kategori', 'Kategori', ' underKategori'];

  test('each have a name of their own, case and spaces aside', async () => {
    const { ask, refusal, folder } = await study();
    const before = (await ask('project.read', {})).levels;
    const levels = { levelPreset: '', levelNames: alike, hasThemes: true };
    expect(await refusal('project.setLevels', levels)).toBe('levels.nameTwice');
    expect((await ask('project.read', {})).levels).toEqual(before);
    const path = join(folder, 'tvåfalt.utsaga');
    const description = { ...aDescription(), levelNames: alike };
    expect(await refusal('project.create', { path, description })).toBe(
      'levels.nameTwice',
    );
    expect(projectFiles(folder)).not.toContain('tvåfalt.utsaga');
    await ask('project.setLevels', { ...levels, levelNames: ['Kategori', 'Kategori 2'] });
  });
});

describe('one project has one writer', () => {
  test('also when the second program comes by a link', async () => {
    const { folder, path } = await study();
    const link = join(folder, 'link.utsaga');
    symlinkSync(path, link);
    const second = begin(join(folder, 'data2'));
    expect((await second.ask('project.open', { path: link })).isReadOnly).toBe(true);
    await sessions[0]?.close();
    await second.session.close();
    expect(projectFiles(folder)).toEqual(['link.utsaga', 'study.utsaga']);
  });

  test('and neither a copy nor a new project is written over one that another program has open', async () => {
    const { ask, folder, path } = await study();
    await ask('codes.create', { name: 'kvar' });
    const other = begin(join(folder, 'data2'));
    const description = aDescription();
    expect(
      await other.refusal('project.create', { path, description, overwrite: true }),
    ).toBe('project.isOpen');
    await other.ask('project.create', { path: join(folder, 'b.utsaga'), description });
    expect(await other.refusal('project.saveCopy', { path, overwrite: true })).toBe(
      'project.isOpen',
    );
    await ask('codes.create', { name: 'också' });
    expect(await names(ask)).toEqual(['kvar', 'också']);
  });

  test('a lock that is no lock does not keep anybody out', async () => {
    const { session, ask, path } = await study();
    await session.close();
    for (const words of ['', 'null', '{}', '{"host":1}', hostname()]) {
      writeFileSync(`${path}-lock`, words);
      expect((await ask('project.open', { path })).isReadOnly).toBe(false);
      await session.close();
      expect(existsSync(`${path}-lock`)).toBe(false);
    }
  });

  test('calls that open and close at the same time leave one project open and no lock behind', async () => {
    const { ask, session, folder, path } = await study();
    const other = join(folder, 'other.utsaga');
    await ask('project.create', { path: other, description: aDescription() });
    await Promise.all([
      ask('project.open', { path }),
      ask('project.open', { path: other }),
      ask('project.close', {}),
      ask('project.open', { path }),
    ]);
    expect((await ask('project.state', {}))?.path).toBe(path);
    await session.close();
    expect(projectFiles(folder)).toEqual(['other.utsaga', 'study.utsaga']);
  });
});

describe('what a crash left beside a file', () => {
  test('is not mixed into a copy or a new project that takes its place', async () => {
    const { ask, session, folder, path } = await study();
    const crashed = join(folder, 'crashed.utsaga');
    await ask('project.saveCopy', { path: crashed });
    killWithCodes(crashed);
    expect(existsSync(`${crashed}-wal`)).toBe(true);
    await ask('codes.create', { name: 'min' });
    await ask('project.saveCopy', { path: crashed, overwrite: true });
    await ask('project.open', { path: crashed });
    expect(await names(ask)).toEqual(['min']);
    await ask('project.open', { path });
    killWithCodes(crashed);
    const again = { path: crashed, description: aDescription(), overwrite: true };
    await ask('project.create', again);
    expect(await names(ask)).toEqual([]);
    await session.close();
    expect(projectFiles(folder)).toEqual([
      'crashed.utsaga',
      'crashed.utsaga-data',
      'study.utsaga',
    ]);
  });
});

describe('a failure that the person can act on says what it is', () => {
  test('a place that cannot be, and what lies there stays', async () => {
    const { refusal, ask, folder } = await study();
    const description = aDescription();
    mkdirSync(join(folder, 'folder.utsaga'));
    writeFileSync(join(folder, 'file'), '');
    const { id } = await ask('backups.make', {});
    for (const [name, code] of [
      ['a\0b.utsaga', 'call.input'],
      [`${'a'.repeat(300)}.utsaga`, 'export.name'],
      ['folder.utsaga', 'file.isFolder'],
      ['file/x.utsaga', 'folder.missing'],
      ['none/x.utsaga', 'folder.missing'],
    ] as const) {
      const path = join(folder, name);
      const over = { path, overwrite: true };
      expect(await refusal('project.create', { ...over, description })).toBe(code);
      expect(await refusal('project.saveCopy', over)).toBe(code);
      expect(await refusal('backups.restore', { id, to: path })).toBe(
        code === 'file.isFolder' ? 'project.exists' : code,
      );
    }
    expect(readdirSync(folder).toSorted()).toEqual([
      'data',
      'file',
      'folder.utsaga',
      'study.utsaga',
      'study.utsaga-lock',
      'study.utsaga-shm',
      'study.utsaga-wal',
    ]);
  });

  test('a database that only looks like a project is refused and the open one stays open', async () => {
    const { refusal, ask, folder, path } = await study();
    const hollow = join(folder, 'hollow.utsaga');
    const db = new Database(hollow);
    db.pragma('application_id = 0x55545347');
    db.pragma('user_version = 1');
    db.exec('CREATE TABLE things (a)');
    db.close();
    const before = readFileSync(hollow);
    expect(await refusal('project.open', { path: hollow })).toBe('project.damaged');
    expect((await ask('project.state', {}))?.path).toBe(path);
    expect(readFileSync(hollow).equals(before)).toBe(true);
    expect(existsSync(`${hollow}-lock`)).toBe(false);
  });

  test('another program that holds the file', async () => {
    const { refusal, path, ask } = await study();
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    expect(await refusal('codes.create', { name: 'Stöd' })).toBe('disk.busy');
    other.exec('ROLLBACK');
    other.close();
    await ask('codes.create', { name: 'Stöd' });
  }, 20_000);

  test('a pipe, which would wait for ever', async () => {
    const { refusal, folder } = await study();
    const pipe = join(folder, 'pipe.utsaga');
    spawnSync('mkfifo', [pipe]);
    expect(await refusal('project.open', { path: pipe })).toBe('project.notOurs');
    expect(await refusal('imports.stage', { path: pipe })).toBe('file.notFile');
  });

  test('a data folder that cannot be written does not stop a project from opening and closing', async () => {
    const { session, ask, folder, path } = await study();
    await session.close();
    mkdirSync(join(folder, 'data', 'recent.json-new'));
    await ask('project.open', { path });
    await ask('project.close', {});
    expect(projectFiles(folder)).toEqual(['study.utsaga']);
  });

  test('a participant that is not there', async () => {
    const { ask, refusal } = await study();
    const nobody = '01890000-0000-7000-8000-000000000000';
    const turn = { speaker: 'P1', startMs: null, endMs: null, text: 'Hej' };
    const report = { fileName: 'a.txt', sha256: '', format: 'plainText', encoding: null };
    const transcript = {
      name: 'A',
      kind: 'interview' as const,
      turns: [turn, { ...turn, speaker: '  ' }],
      speakers: [],
      report: { ...report, changes: [], warnings: [] },
    };
    const choice = { label: 'P1', role: 'participant', participantId: nobody };
    expect(
      await refusal('transcripts.import', { ...transcript, speakers: [choice] }),
    ).toBe('gone');
    const { transcriptId } = await ask('transcripts.import', transcript);
    const { speakers, turns } = await ask('transcripts.read', { transcriptId });
    expect(speakers.map((speaker) => speaker.label)).toEqual(['P1']);
    expect(turns[1]?.speakerId).toBeNull();
    expect(
      await refusal('speakers.assign', {
        speakerId: speakers[0]!.id,
        role: 'participant',
        participantId: nobody,
      }),
    ).toBe('gone');
  });
});

test('a transcript that is placed after itself stays, and after one that is gone is refused', async () => {
  const { ask, refusal } = await study();
  const report = { fileName: 'a.txt', sha256: '', format: 'plainText', encoding: null };
  const ids = [];
  for (const name of ['A', 'B', 'C'])
    ids.push(
      (
        await ask('transcripts.import', {
          name,
          kind: 'interview',
          turns: [{ speaker: 'P', startMs: null, endMs: null, text: 'Hej' }],
          speakers: [],
          report: { ...report, changes: [], warnings: [] },
        })
      ).transcriptId,
    );
  await ask('transcripts.move', { transcriptId: ids[1]!, after: ids[1]! });
  const order = (await ask('transcripts.list', {})).map(({ name }) => name);
  expect(order).toEqual(['A', 'B', 'C']);
  const after = '01890000-0000-7000-8000-000000000000';
  expect(await refusal('transcripts.move', { transcriptId: ids[1]!, after })).toBe(
    'gone',
  );
});

test('a long way back is one write, and a save is known by the latest of doing and undoing', async () => {
  const { ask, session } = await study();
  session.context.project().db.pragma('synchronous = OFF');
  for (let n = 0; n < 300; n += 1) await ask('codes.create', { name: `kod ${n}` });
  expect((await ask('steps.undo', { times: 250 })).undone).toHaveLength(250);
  expect((await names(ask)).length).toBe(50);
  const undoneAt = (await ask('project.state', {}))?.savedAt ?? '';
  const [last] = (await ask('steps.history', { limit: 1 })).steps;
  expect(undoneAt > (last?.createdAt ?? '')).toBe(true);
  expect((await ask('steps.redo', { times: 1000 })).redone).toHaveLength(250);
  expect((await names(ask)).length).toBe(300);
});

test('what a crash left of a backup is swept away by the next one', async () => {
  const { ask, folder } = await study();
  await ask('backups.make', {});
  const [key] = readdirSync(join(folder, 'data', 'backups'));
  const place = join(folder, 'data', 'backups', key ?? '');
  const left = join(place, '2020.utsaga-backup-partial');
  const fresh = join(place, '2021.utsaga-backup-partial');
  for (const path of [left, fresh]) writeFileSync(path, 'ord');
  utimesSync(left, 0, 0);
  await ask('backups.make', {});
  expect(existsSync(left)).toBe(false);
  expect(existsSync(fresh)).toBe(true);
  expect(await ask('backups.list', {})).toHaveLength(2);
});
