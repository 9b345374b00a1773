import Database from 'better-sqlite3';
import { expect, test } from 'vitest';

import { checkProject } from '../../electron/project/check.ts';
import { newestVersion } from '../../electron/project/migrate.ts';
import { openProject } from '../../electron/project/open.ts';
import { dumpOfFirstVersion, toFirstVersion } from '../support/firstVersion.ts';
import { sampleProject } from '../support/sampleProject.ts';

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
