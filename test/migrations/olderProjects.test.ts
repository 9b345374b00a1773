import Database from 'better-sqlite3';
import { expect, test } from 'vitest';

import { checkProject } from '../../electron/project/check.ts';
import { newestVersion } from '../../electron/project/migrate.ts';
import { openProject } from '../../electron/project/open.ts';
import { dump } from '../support/dump.ts';
import { sampleProject } from '../support/sampleProject.ts';

const versionOf = (db: Database.Database) => db.pragma('user_version', { simple: true });

test('a project of version 1 opens with all that is in it, and is copied before it is migrated', () => {
  const project = sampleProject();
  project.close();
  const older = new Database(project.path);
  older.exec(
    'UPDATE meaning_units SET review_reason = NULL; DELETE FROM changes; DROP TABLE review_spans; DROP TABLE left_words',
  );
  older.pragma('user_version = 1');
  const before = dump(older);
  older.close();
  const copied: unknown[] = [];
  const opened = openProject(project.path, {
    initials: 'EL',
    beforeMigration: (db) => copied.push(versionOf(db), dump(db)),
  });
  expect(copied).toEqual([1, before]);
  expect(versionOf(opened.db)).toBe(newestVersion());
  expect(dump(opened.db)).toBe(before);
  expect(checkProject(opened.steps.reading)).toEqual([]);
  opened.close();
  project.remove();
});
