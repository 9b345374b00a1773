import { fileURLToPath } from 'node:url';

import Database from 'better-sqlite3';
import { expect, test } from 'vitest';

import { migrate, newestVersion } from '../../electron/project/migrate.ts';

const snapshot = fileURLToPath(new URL('./schema.sql', import.meta.url));

function schemaOf(db: Database.Database): string {
  const statements = db
    .prepare<[], { sql: string }>(
      'SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name',
    )
    .all()
    .map((row) => `${row.sql.replace(/^\s*--.*\n/gm, '')};\n`);
  const version = db.pragma('user_version', { simple: true }) as number;
  return `-- user_version ${version}\n\n${statements.join('\n')}`;
}

test('the migrations lead to the schema in test/migrations/schema.sql (the diff is the review)', async () => {
  const db = new Database(':memory:');
  migrate(db);
  await expect(schemaOf(db)).toMatchFileSnapshot(snapshot);
  expect(db.pragma('user_version', { simple: true })).toBe(newestVersion());
});
