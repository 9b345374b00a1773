import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';

import { openSession, type Session } from '../../electron/session.ts';
import type { ApiName, Input, Output } from '../../shared/api.ts';
import type { HostEvent } from '../../shared/bridge.ts';
import type { Problem } from '../../shared/errors.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const description = {
  title: 'Samtal om stöd',
  aim: 'Att beskriva stöd',
  researchQuestions: ['Vad hjälper?'],
  approach: 'inductive' as const,
  content: 'manifest' as const,
  language: 'sv' as const,
  levelPreset: 'categoryMain',
  levelNames: ['Kategori', 'Huvudkategori'],
  hasThemes: true,
};

const secret = 'Kålrotsvägen fjorton i Påhittby';

const sessions: Session[] = [];
afterEach(async () => {
  for (const session of sessions.splice(0)) await session.close();
});

function begin(folder: string) {
  const events: HostEvent[] = [];
  const session = openSession({
    dataFolder: join(folder, 'data'),
    nativeDialogs: false,
    announce: (event) => events.push(event),
  });
  sessions.push(session);
  async function ask<Name extends ApiName>(
    name: Name,
    input: Input<Name>,
  ): Promise<Output<Name>> {
    const result = await session.call(name, input);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.problem)}`);
    return result.value as Output<Name>;
  }
  async function refusal<Name extends ApiName>(
    name: Name,
    input: Input<Name>,
  ): Promise<Problem> {
    const result = await session.call(name, input);
    if (result.ok) throw new Error(`${name} was not refused`);
    return result.problem;
  }
  return { session, events, ask, refusal };
}

async function withTranscript(folder: string) {
  const started = begin(folder);
  const path = join(folder, 'study.utsaga');
  await started.ask('project.create', { path, description, analyst: 'Eva Lind' });
  const { transcriptId } = await started.ask('transcripts.import', {
    name: 'Fokusgrupp 1',
    kind: 'focusGroup',
    turns: [
      { speaker: 'Moderator', startMs: null, endMs: null, text: 'Var bodde du då?' },
      {
        speaker: 'P1',
        startMs: null,
        endMs: null,
        text: `Jag bodde på ${secret}, minns jag.`,
      },
      {
        speaker: 'P2',
        startMs: null,
        endMs: null,
        text: 'Jag bodde hemma hos min syster.',
      },
    ],
    speakers: [{ label: 'Moderator', role: 'moderator' }],
    report: {
      fileName: 'fg1.txt',
      sha256: 'x',
      format: 'plainText',
      encoding: 'utf-8',
      changes: [],
      warnings: [],
    },
  });
  const { turns } = await started.ask('transcripts.read', { transcriptId });
  return { ...started, path, transcriptId, turns };
}

function allBytes(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))
    .join('\n');
}

const inBytes = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

describe('the door', () => {
  test('refuses what it does not know, with the place of the mistake', async () => {
    const { refusal } = begin(temporaryFolder());
    expect((await refusal('nothing.atAll' as ApiName, {})).code).toBe('call.name');
    expect(await refusal('project.open', {} as never)).toMatchObject({
      code: 'call.input',
      where: 'path',
    });
    expect((await refusal('toString' as ApiName, {})).code).toBe('call.name');
  });

  test('answers that no project is open', async () => {
    const { refusal, ask } = begin(temporaryFolder());
    expect((await refusal('transcripts.list', {})).code).toBe('project.none');
    expect(await ask('project.state', {})).toBeNull();
  });

  test('announces every step with the tables that it wrote, and nothing when nothing was written', async () => {
    const { ask, events, turns } = await withTranscript(temporaryFolder());
    events.length = 0;
    const { id } = await ask('meaningUnits.mark', {
      spans: [{ turnId: turns[1]!.id, start: 0, end: 8 }],
    });
    await ask('meaningUnits.star', { unitIds: [id], isQuotable: false });
    expect(events).toEqual([
      { kind: 'step', seq: 3, tables: ['meaning_units', 'spans'] },
    ]);
  });
});

describe('what the analyst sees of the project', () => {
  test('the next undo and redo by name, when it was saved, and who it is', async () => {
    const { ask, turns } = await withTranscript(temporaryFolder());
    await ask('meaningUnits.mark', {
      spans: [{ turnId: turns[1]!.id, start: 0, end: 8 }],
    });
    const state = await ask('project.state', {});
    expect(state).toMatchObject({
      title: 'Samtal om stöd',
      isReadOnly: false,
      undo: { label: 'meaningUnits.mark', params: { unit: 1 } },
      redo: null,
      trouble: null,
    });
    expect(Date.now() - Date.parse(state!.savedAt!)).toBeLessThan(60_000);
    await ask('steps.undo', {});
    expect((await ask('project.state', {}))!.redo).toMatchObject({
      label: 'meaningUnits.mark',
    });
  });

  test('the beginning of the project cannot be undone away', async () => {
    const folder = temporaryFolder();
    const { ask } = begin(folder);
    await ask('project.create', {
      path: join(folder, 'a.utsaga'),
      description,
      analyst: '',
    });
    expect((await ask('project.state', {}))!.undo).toBeNull();
    expect((await ask('steps.undo', {})).undone).toEqual([]);
    expect((await ask('project.read', {})).title).toBe('Samtal om stöd');
  });

  test('a name in the history is still known when the thing is gone', async () => {
    const { ask, turns } = await withTranscript(temporaryFolder());
    const { id } = await ask('meaningUnits.mark', {
      spans: [{ turnId: turns[1]!.id, start: 0, end: 8 }],
    });
    const { codeIds } = await ask('meaningUnits.code', {
      unitIds: [id],
      create: [{ name: 'eget boende' }],
    });
    await ask('codes.remove', { codeIds: [...codeIds] });
    const { steps } = await ask('steps.history', {});
    expect(steps.find((step) => step.label === 'meaningUnits.code')?.params['code']).toBe(
      'eget boende',
    );
    const { undone } = await ask('steps.undo', { times: 2 });
    expect(undone.map((step) => step.params['code'])).toEqual([
      'eget boende',
      'eget boende',
    ]);
  });
});

describe('a second program', () => {
  test('reads, says who writes, and changes nothing', async () => {
    const folder = temporaryFolder();
    const first = await withTranscript(folder);
    const second = begin(join(folder, 'other'));
    mkdirSync(join(folder, 'other'), { recursive: true });
    const state = await second.ask('project.open', { path: first.path });
    expect(state.isReadOnly).toBe(true);
    expect(state.heldBy).toMatch(/^EL /);
    const problem = await second.refusal('participants.add', { pseudonym: 'P9' });
    expect(problem.code).toBe('project.readOnly');
    expect((await second.refusal('steps.undo', {})).code).toBe('project.readOnly');
    expect(await second.ask('transcripts.list', {})).toHaveLength(1);
  });
});

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
    const folder = temporaryFolder();
    const path = join(folder, 'old.utsaga');
    const old = new Database(path);
    old.pragma('application_id = 0x55545347');
    old.exec(
      "CREATE TABLE left_behind (word TEXT); INSERT INTO left_behind VALUES ('förr')",
    );
    old.close();
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
    expect(kept.pragma('user_version', { simple: true })).toBe(0);
    expect(kept.prepare('SELECT word FROM left_behind').get()).toEqual({ word: 'förr' });
    kept.close();
  });
});

describe('forgetting', () => {
  test('a participant takes every word with it: rows, history, free pages, side files', async () => {
    const folder = temporaryFolder();
    const { ask, refusal, turns, path } = await withTranscript(folder);
    const { id } = await ask('meaningUnits.mark', {
      spans: [{ turnId: turns[1]!.id, start: 0, end: 30 }],
    });
    await ask('meaningUnits.condense', { unitId: id, text: `Bodde på ${secret}` });
    await ask('meaningUnits.condense', { unitId: id, text: 'Bodde där' });
    await ask('steps.undo', {});
    const person = (await ask('participants.list', {})).find(
      (row) => row.pseudonym === 'P1',
    );
    expect(allBytes(folder)).toContain(inBytes(secret));
    expect(
      (await refusal('participants.forget', { participantId: person!.id, typed: 'P2' }))
        .code,
    ).toBe('typed.wrong');
    expect(
      await ask('meaningUnits.ofTranscript', {
        transcriptId: (await ask('transcripts.list', {}))[0]!.id,
      }),
    ).toHaveLength(1);

    await ask('participants.forget', { participantId: person!.id, typed: 'P1' });
    expect(allBytes(folder)).not.toContain(inBytes(secret));
    expect(allBytes(folder)).not.toContain(inBytes('Kålrotsvägen'));
    const { turns: left } = await ask('transcripts.read', {
      transcriptId: (await ask('transcripts.list', {}))[0]!.id,
    });
    expect(left.map((turn) => turn.label)).toEqual(['r1', 'r3']);
    expect((await ask('steps.undo', {})).undone).toEqual([]);
    expect((await refusal('steps.goTo', { seq: 2 })).code).toBe('step.wall');
    const { steps } = await ask('steps.history', {});
    expect(steps.map((step) => step.label)).toContain('meaningUnits.condense');

    await ask('participants.add', { pseudonym: 'P9' });
    expect((await ask('steps.undo', {})).undone).toHaveLength(1);
    await ask('project.close', {});
    expect(allBytes(join(path, '..'))).not.toContain(inBytes('Kålrotsvägen'));
  });

  test('and the backups that still hold the words are listed, to be taken away', async () => {
    const folder = temporaryFolder();
    const { ask, transcriptId } = await withTranscript(folder);
    await ask('backups.make', {});
    await ask('transcripts.forget', { transcriptId, typed: 'Fokusgrupp 1' });
    expect(allBytes(folder)).toContain(inBytes('Kålrotsvägen'));
    const listed = await ask('backups.list', {});
    await ask('backups.remove', { ids: listed.map((backup) => backup.id) });
    expect(allBytes(folder)).not.toContain(inBytes('Kålrotsvägen'));
  });

  test('a transcript too', async () => {
    const folder = temporaryFolder();
    const { ask, transcriptId } = await withTranscript(folder);
    await ask('transcripts.forget', { transcriptId, typed: 'Fokusgrupp 1' });
    expect(await ask('transcripts.list', {})).toEqual([]);
    expect(allBytes(folder)).not.toContain(inBytes('Kålrotsvägen'));
    expect(await ask('project.check', {})).toEqual([]);
  });
});

describe('logs', () => {
  test('hold no word of a transcript, whatever goes wrong', async () => {
    const folder = temporaryFolder();
    const { session } = await withTranscript(folder);
    const broken = { ...session.context.project().steps.reading };
    expect(broken).toBeDefined();
    session.context.log.write(
      'meaningUnits.mark',
      new Error(`near "${secret}": syntax error`),
    );
    const log = readFileSync(join(folder, 'data', 'logs', 'utsaga.log'), 'utf8');
    expect(log).toContain('meaningUnits.mark');
    expect(log).not.toContain('Kålrotsvägen');
  });
});
