import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { computerIdOf } from '../../../../electron/computerId.ts';
import { begin, withTranscript } from '../../../support/sessionAtWork.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';

/** No process has so high a number. */
const nobody = 2 ** 30;

const aLock = {
  initials: 'AE',
  host: 'annans-dator',
  computer: '',
  process: nobody,
  processStart: '',
  since: '2026-11-12T08:00:00.000Z',
};

function lock(path: string, facts: Partial<typeof aLock>): void {
  writeFileSync(`${path}-lock`, JSON.stringify({ ...aLock, ...facts }));
}

/** A project that nobody has open, and the folder of this computer's data. */
async function aStudy() {
  const folder = temporaryFolder();
  const { ask, path } = await withTranscript(folder);
  await ask('project.close', {});
  return { ...begin(folder), folder, path, computer: computerIdOf(join(folder, 'data')) };
}

describe('a computer that has been renamed', () => {
  test('takes over the lock that it left under its old name', async () => {
    const { ask, path, computer } = await aStudy();
    lock(path, { host: 'gamla-namnet', computer });
    expect((await ask('project.open', { path })).isReadOnly).toBe(false);
    expect(JSON.parse(readFileSync(`${path}-lock`, 'utf8'))).toMatchObject({
      host: hostname(),
      computer,
    });
  });

  test('leaves the project to a program of its own that is still running', async () => {
    const { ask, refusal, path, computer } = await aStudy();
    lock(path, { host: 'gamla-namnet', computer, process: process.pid });
    const state = await ask('project.open', { path });
    expect(state).toMatchObject({ isReadOnly: true, mayTakeOver: false });
    const problem = await refusal('project.takeOver', { from: 'AE (gamla-namnet)' });
    expect(problem.code).toBe('project.heldHere');
    expect((await ask('project.state', {}))?.isReadOnly).toBe(true);
  });

  test('is known by nothing that is the same on another computer: not by a copied data folder', async () => {
    const { folder, computer } = await aStudy();
    const copy = join(folder, 'roaming', 'data');
    cpSync(join(folder, 'data'), copy, { recursive: true });
    expect(computer).not.toBe('');
    expect(computerIdOf(join(folder, 'data'))).toBe(computer);
    expect(computerIdOf(copy)).not.toBe(computer);
    expect(computerIdOf(join(folder, 'nowhere'))).toBe('');
  });
});

describe('a lock of another computer', () => {
  test('keeps the project read only until the person takes it over, and a backup is made first', async () => {
    const { ask, refusal, path } = await aStudy();
    lock(path, {});
    const state = await ask('project.open', { path });
    expect(state).toMatchObject({
      isReadOnly: true,
      heldBy: 'AE (annans-dator)',
      heldSince: aLock.since,
      mayTakeOver: true,
    });
    expect((await refusal('project.takeOver', { from: 'EL (annans-dator)' })).code).toBe(
      'project.readOnly',
    );
    const taken = await ask('project.takeOver', { from: 'AE (annans-dator)' });
    expect(taken).toMatchObject({ isReadOnly: false, heldBy: null, mayTakeOver: false });
    const [latest] = await ask('backups.list', {});
    expect(latest?.reason).toBe('takeOver');
    await ask('participants.add', { pseudonym: 'P9' });
    await ask('project.close', {});
    expect((await ask('project.open', { path })).isReadOnly).toBe(false);
  });

  test('of a first version, which knew no computer but by name, is one too', async () => {
    const { ask, path } = await aStudy();
    const { computer: _computer, ...old } = aLock;
    writeFileSync(`${path}-lock`, JSON.stringify(old));
    expect(await ask('project.open', { path })).toMatchObject({ mayTakeOver: true });
  });

  test('is not taken over when another has come since the person was asked', async () => {
    const { ask, refusal, path } = await aStudy();
    lock(path, {});
    await ask('project.open', { path });
    lock(path, { initials: 'BB', host: 'tredje-datorn', process: nobody - 1 });
    const problem = await refusal('project.takeOver', { from: 'AE (annans-dator)' });
    expect(problem.params).toEqual({ heldBy: 'BB (tredje-datorn)' });
  });

  test('tells the one who had it after all, who then changes nothing more', async () => {
    const folder = temporaryFolder();
    const first = await withTranscript(folder);
    const mine = JSON.parse(readFileSync(`${first.path}-lock`, 'utf8')) as typeof aLock;
    lock(first.path, { ...mine, host: 'annans-dator', computer: '' });
    const second = begin(join(folder, 'other'));
    const { heldBy } = await second.ask('project.open', { path: first.path });
    await second.ask('project.takeOver', { from: heldBy! });

    const problem = await first.refusal('participants.add', { pseudonym: 'P9' });
    expect(problem.code).toBe('project.takenOver');
    expect((await first.ask('project.state', {}))?.trouble?.code).toBe(
      'project.takenOver',
    );
    await first.ask('project.close', {});
    await second.ask('participants.add', { pseudonym: 'P9' });
  });
});
