import Database from 'better-sqlite3';
import { expect, test } from 'vitest';

import { checkProject } from '../../electron/project/file/check.ts';
import { newestVersion } from '../../electron/project/migrate.ts';
import { openProject } from '../../electron/project/file/open.ts';
import { dumpOfFirstVersion, toFirstVersion } from '../support/firstVersion.ts';
import { removeMemo, writeMemo } from '../../electron/project/memos.ts';
import type { MemoId } from '../../shared/domain/ids.ts';
import { idsOf, sampleProject } from '../support/sampleProject.ts';

const versionOf = (db: Database.Database) => db.pragma('user_version', { simple: true });

test('a project of version 1 opens with all that is in it, and is copied before it is migrated', () => {
  const project = sampleProject();
  project.close();
  const older = new Database(project.path);
  toFirstVersion(older);
  const before = dumpOfFirstVersion(older);
  older.close();
  const copied: unknown[] = [];
  const opened = openProject(project.path, {
    initials: 'EL',
    beforeMigration: (db) => copied.push(versionOf(db), dumpOfFirstVersion(db)),
  });
  expect(copied).toEqual([1, before]);
  expect(versionOf(opened.db)).toBe(newestVersion());
  expect(dumpOfFirstVersion(opened.db)).toBe(before);
  expect(checkProject(opened.steps.reading)).toEqual([]);
  opened.close();
  project.remove();
});

test('a step of before a column came is undone, and what comes back has what the column began with', () => {
  const project = sampleProject();
  const [memo] = project.read.all<{ id: MemoId }>(
    "SELECT id FROM memos WHERE kind = 'note' ORDER BY id",
  );
  const kind = () =>
    project.read.get('SELECT kind FROM memos WHERE id = :id', { id: memo!.id });
  project.write((on) => removeMemo(on, { memoId: memo!.id }));
  project.write((on) =>
    writeMemo(on, {
      text: 'Annat',
      kind: 'reading',
      transcriptId: idsOf(project.read).transcripts[0],
    }),
  );
  project.opened.db.exec(
    "UPDATE changes SET before = json_remove(before, '$.kind'), after = json_remove(after, '$.kind') WHERE table_name = 'memos'",
  );
  project.undo();
  project.undo();
  expect(kind()).toEqual({ kind: 'note' });
  project.remove();
});
