import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';

import {
  begin,
  withTranscript,
  description,
  sessions,
} from '../support/sessionAtWork.ts';
import { toFirstVersion } from '../support/firstVersion.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

describe('trouble with the disk', () => {
  test('a project that is moved away says so until it is back, and a copy can be saved meanwhile', async () => {
    const folder = temporaryFolder();
    const { ask, refusal, path } = await withTranscript(folder);
    renameSync(path, `${path}-elsewhere`);
    expect((await refusal('participants.add', { pseudonym: 'P9' })).code).toBe(
      'project.gone',
    );
    expect((await ask('project.state', {}))!.trouble?.code).toBe('project.gone');
    const copy = join(folder, 'copy.utsaga');
    await ask('project.saveCopy', { path: copy });
    renameSync(`${path}-elsewhere`, path);
    await ask('participants.add', { pseudonym: 'P9' });
    expect((await ask('project.state', {}))!.trouble).toBeNull();
    await ask('project.open', { path: copy });
    expect(await ask('transcripts.list', {})).toHaveLength(1);
  });

  const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0;
  test.skipIf(!isRootOnLinux)(
    'a full disk is said, the step is not half there, and work goes on when there is room',
    async () => {
      const folder = temporaryFolder();
      const small = join(folder, 'small');
      mkdirSync(small);
      try {
        execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', small], {
          stdio: 'ignore',
        });
      } catch {
        return; // Mounting is not allowed everywhere, even to root.
      }
      try {
        const { ask, refusal } = begin(folder);
        await ask('project.create', {
          path: join(small, 'a.utsaga'),
          description,
          analyst: '',
        });
        writeFileSync(join(small, 'ballast'), Buffer.alloc(300_000));
        const turns = [
          {
            speaker: null,
            startMs: null,
            endMs: null,
            text: 'Ord i mängd. '.repeat(100_000),
          },
        ];
        const report = {
          fileName: 'a.txt',
          sha256: '',
          format: 'plainText',
          encoding: null,
          changes: [],
          warnings: [],
        };
        const big = {
          name: 'Lång',
          kind: 'document' as const,
          turns,
          speakers: [],
          report,
        };
        expect((await refusal('transcripts.import', big)).code).toBe('disk.full');
        expect((await ask('project.state', {}))!.trouble?.code).toBe('disk.full');
        expect(await ask('transcripts.list', {})).toEqual([]);
        rmSync(join(small, 'ballast'));
        await ask('participants.add', { pseudonym: 'P1' });
        expect((await ask('project.state', {}))!.trouble).toBeNull();
        await sessions.pop()!.close();
      } finally {
        execFileSync('umount', [small], { stdio: 'ignore' });
      }
    },
  );
});

describe('backups', () => {
  test('are made when work ends, listed, and can be put back, with the state before kept', async () => {
    const folder = temporaryFolder();
    const { ask, path } = await withTranscript(folder);
    const backup = await ask('backups.make', {});
    await ask('participants.add', { pseudonym: 'P9' });
    const names = async () =>
      (await ask('participants.list', {})).map((row) => row.pseudonym);
    expect(await names()).toContain('P9');
    const state = await ask('backups.restore', { id: backup.id });
    expect(state.path).toBe(path);
    expect(await names()).not.toContain('P9');
    const reasons = (await ask('backups.list', {})).map((row) => row.reason);
    expect(reasons).toContain('restore');
    const before = (await ask('backups.list', {})).find(
      (row) => row.reason === 'restore',
    );
    await ask('backups.restore', { id: before!.id });
    expect(await names()).toContain('P9');
  });

  test('of a project are private to the account, and one that is not there is refused', async () => {
    const folder = temporaryFolder();
    const { ask, refusal } = await withTranscript(folder);
    await ask('backups.make', {});
    const mode = execFileSync('stat', ['-c', '%a', join(folder, 'data')])
      .toString()
      .trim();
    expect(mode).toBe('700');
    expect((await refusal('backups.restore', { id: '../../study' })).code).toBe(
      'backup.missing',
    );
  });

  test('closing after work leaves one, closing without work does not', async () => {
    const folder = temporaryFolder();
    const first = await withTranscript(folder);
    await first.ask('project.close', {});
    await first.ask('project.open', { path: first.path });
    expect(await first.ask('backups.list', {})).toHaveLength(1);
    await first.ask('project.close', {});
    await first.ask('project.open', { path: first.path });
    expect(await first.ask('backups.list', {})).toHaveLength(1);
  });
});

describe('a project of an earlier Utsaga', () => {
  test('is copied before it is brought up to date', async () => {
    const written = await withTranscript(temporaryFolder());
    await written.ask('project.close', {});
    const { path } = written;
    const old = new Database(path);
    toFirstVersion(old);
    old.exec("UPDATE project SET aim = 'förr'");
    old.close();
    const folder = temporaryFolder();
    const { ask } = begin(folder);
    await ask('project.open', { path });
    const [copy] = await ask('backups.list', {});
    expect(copy?.reason).toBe('migration');
    const backups = readdirSync(join(folder, 'data', 'backups'), {
      recursive: true,
      withFileTypes: true,
    });
    const file = backups.find((entry) => entry.name.endsWith('.utsaga-backup'))!;
    const kept = new Database(join(file.parentPath, file.name), { readonly: true });
    expect(kept.pragma('user_version', { simple: true })).toBe(1);
    expect(kept.prepare('SELECT aim FROM project').get()).toEqual({ aim: 'förr' });
    kept.close();
  });
});
