import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';

import {
  createProjectFile,
  openProject,
  type OpenProject,
} from '../../../../electron/project/file/open.ts';
import { newestVersion } from '../../../../electron/project/migrate.ts';
import type { ProblemCode } from '../../../../shared/errors.ts';
import { Refusal } from '../../../../shared/errors.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';

const me = { initials: 'EL' };

function newFile(): string {
  const path = join(temporaryFolder(), 'study.utsaga');
  createProjectFile(path, false);
  return path;
}

function addParticipant(project: OpenProject, pseudonym: string): void {
  project.steps.step({ label: 'participants.add', analystId: null }, (writable) =>
    writable.run(
      'INSERT INTO participants (id, position, pseudonym) VALUES (:id, :id, :id)',
      { id: pseudonym },
    ),
  );
}

function pseudonyms(project: OpenProject): readonly string[] {
  return project.steps.reading
    .all<{ pseudonym: string }>('SELECT pseudonym FROM participants ORDER BY position')
    .map((row) => row.pseudonym);
}

const hashOf = (path: string) =>
  createHash('sha256').update(readFileSync(path)).digest('hex');

function refusalOf(work: () => unknown): ProblemCode | 'nothing refused' {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.problem.code;
    throw error;
  }
  return 'nothing refused';
}

describe('a project file', () => {
  test('is one file once it is closed, and holds what was done', () => {
    const path = newFile();
    const project = openProject(path, me);
    addParticipant(project, 'P1');
    project.close();
    expect(readdirSync(join(path, '..'))).toEqual(['study.utsaga']);
    const again = openProject(path, me);
    expect(pseudonyms(again)).toEqual(['P1']);
    again.close();
  });

  test('says to other programs what it is', () => {
    const path = newFile();
    const db = new Database(path, { readonly: true });
    expect(db.pragma('application_id', { simple: true })).toBe(0x55545347);
    expect(db.pragma('user_version', { simple: true })).toBe(newestVersion());
    const loose = db
      .prepare<[], { name: string }>(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
      )
      .all();
    expect(loose).toEqual([]);
    db.close();
  });

  test('does not replace a file that is there unless it is told to', () => {
    const path = newFile();
    const before = hashOf(path);
    expect(refusalOf(() => createProjectFile(path, false))).toBe('project.exists');
    expect(hashOf(path)).toBe(before);
    expect(refusalOf(() => createProjectFile(path, true))).toBe('nothing refused');
  });

  test('needs a folder that is there and the right ending', () => {
    const folder = temporaryFolder();
    expect(
      refusalOf(() => createProjectFile(join(folder, 'nowhere', 'a.utsaga'), false)),
    ).toBe('folder.missing');
    expect(refusalOf(() => createProjectFile(join(folder, 'a.txt'), false))).toBe(
      'project.ending',
    );
  });
});

describe('a file that cannot be a project here is refused and left byte for byte as it was', () => {
  const cases: readonly (readonly [string, ProblemCode, (path: string) => void])[] = [
    [
      'a text file',
      'project.notOurs',
      (path) => writeFileSync(path, 'Moderator: Hej\nP1: Hej\n'),
    ],
    ['an empty file', 'project.notOurs', (path) => writeFileSync(path, '')],
    [
      'another database',
      'project.notOurs',
      (path) => {
        rmSync(path);
        const db = new Database(path);
        db.exec('CREATE TABLE a (b)');
        db.close();
      },
    ],
    [
      'a project of a newer Utsaga',
      'project.newer',
      (path) => {
        const db = new Database(path);
        db.pragma('user_version = 999');
        db.close();
      },
    ],
    [
      'a project that is cut in the middle',
      'project.truncated',
      (path) => truncateSync(path, 50_000),
    ],
    [
      'a project of which only the first bytes are left',
      'project.truncated',
      (path) => truncateSync(path, 9),
    ],
    [
      'a project with a damaged page',
      'project.damaged',
      (path) => {
        const bytes = readFileSync(path);
        bytes.fill(0xff, 4096, 4096 * 3);
        writeFileSync(path, bytes);
      },
    ],
  ];
  test.each(cases)('%s', (_, code, spoil) => {
    const path = newFile();
    spoil(path);
    const before = hashOf(path);
    expect(refusalOf(() => openProject(path, me))).toBe(code);
    expect(hashOf(path)).toBe(before);
    expect(readdirSync(join(path, '..'))).toEqual(['study.utsaga']);
  });

  test('a file that is not there, and a folder', () => {
    const folder = temporaryFolder();
    expect(refusalOf(() => openProject(join(folder, 'none.utsaga'), me))).toBe(
      'project.missing',
    );
    mkdirSync(join(folder, 'folder.utsaga'));
    expect(refusalOf(() => openProject(join(folder, 'folder.utsaga'), me))).toBe(
      'file.isFolder',
    );
  });
});

describe('two programs', () => {
  test('the second reads what the first writes, and says who writes', () => {
    const path = newFile();
    const writer = openProject(path, me);
    addParticipant(writer, 'P1');
    const reader = openProject(path, { initials: 'AJ' });
    expect(reader.heldBy?.initials).toBe('EL');
    expect(pseudonyms(reader)).toEqual(['P1']);
    addParticipant(writer, 'P2');
    expect(pseudonyms(reader)).toEqual(['P1', 'P2']);
    expect(() =>
      reader.db.exec("INSERT INTO participants VALUES ('x', 'x', 'x')"),
    ).toThrow(/readonly/);
    writer.close();
    reader.close();
    expect(readdirSync(join(path, '..'))).toEqual(['study.utsaga']);
  });

  test('a lock whose owner has died is taken over, with what the dead one had committed', () => {
    const path = newFile();
    const script = `
      const { openProject } = await import(${JSON.stringify(new URL('../../../../electron/project/file/open.ts', import.meta.url).href)});
      const project = openProject(${JSON.stringify(path)}, { initials: 'XX' });
      project.steps.step({ label: 'participants.add', analystId: null }, (w) =>
        w.run("INSERT INTO participants (id, position, pseudonym) VALUES ('P9', 'a', 'P9')"));
      process.kill(process.pid, 'SIGKILL');`;
    spawnSync(process.execPath, ['--input-type=module', '-e', script]);
    expect(readdirSync(join(path, '..'))).toContain('study.utsaga-lock');
    const project = openProject(path, me);
    expect(project.heldBy).toBeNull();
    expect(pseudonyms(project)).toEqual(['P9']);
    project.close();
    expect(readdirSync(join(path, '..'))).toEqual(['study.utsaga']);
  });
});

describe('a project that is moved while it is open', () => {
  test('is noticed before the next step', () => {
    const path = newFile();
    const project = openProject(path, me);
    renameSync(path, `${path}-elsewhere`);
    expect(refusalOf(() => project.assertInPlace())).toBe('project.gone');
    project.close();
  });

  test('and so is another file in its place', () => {
    const path = newFile();
    const project = openProject(path, me);
    copyFileSync(path, `${path}-copy`);
    renameSync(`${path}-copy`, path);
    expect(refusalOf(() => project.assertInPlace())).toBe('project.gone');
    project.close();
  });
});
