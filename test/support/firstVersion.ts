import { readFileSync } from 'node:fs';

import Database from 'better-sqlite3';

import { loggedTables } from '../../electron/project/steps/changeLog.ts';

const sql = new URL(
  '../../electron/project/migrations/0001-first-project.sql',
  import.meta.url,
);

interface Named {
  readonly name: string;
}

const names = (db: Database.Database, kind: string) =>
  db
    .prepare<[string], Named>(
      'SELECT name FROM sqlite_schema WHERE type = ? AND sql IS NOT NULL',
    )
    .all(kind)
    .map(({ name }) => name);

const columns = (db: Database.Database, table: string) =>
  (db.pragma(`table_info(${table})`) as readonly Named[]).map(({ name }) => name);

const isVirtual = (db: Database.Database, name: string) =>
  db
    .prepare<[string]>(
      "SELECT 1 FROM sqlite_schema WHERE name = ? AND sql LIKE 'CREATE VIRTUAL%'",
    )
    .get(name) !== undefined;

function withFirstVersion<Result>(work: (first: Database.Database) => Result): Result {
  const first = new Database(':memory:');
  try {
    first.exec(readFileSync(sql, 'utf8'));
    return work(first);
  } finally {
    first.close();
  }
}

/** Takes away whatever later migrations brought, and the history with it: the file is as the first version would have it. */
export function toFirstVersion(db: Database.Database): void {
  db.pragma('foreign_keys = OFF');
  db.exec('DELETE FROM changes; UPDATE meaning_units SET review_reason = NULL');
  withFirstVersion((first) => {
    const later = (kind: string) => {
      const known = new Set(names(first, kind));
      return names(db, kind).filter((name) => !known.has(name));
    };
    // An index of words is a table that has others beneath it, which go with it.
    for (const name of later('table').filter((table) => isVirtual(db, table)))
      db.exec(`DROP TABLE "${name}"`);
    for (const kind of ['trigger', 'view', 'index', 'table'])
      for (const name of later(kind)) db.exec(`DROP ${kind} IF EXISTS "${name}"`);
    for (const table of names(first, 'table')) {
      const known = new Set(columns(first, table));
      for (const column of columns(db, table))
        if (!known.has(column)) db.exec(`ALTER TABLE ${table} DROP COLUMN ${column}`);
    }
  });
  db.pragma('user_version = 1');
  db.pragma('foreign_keys = ON');
}

/** Every row of the first version's logged tables, with its columns only. */
export function dumpOfFirstVersion(db: Database.Database): string {
  return withFirstVersion((first) =>
    loggedTables(first)
      .flatMap(({ name }) =>
        db
          .prepare<[], unknown[]>(
            `SELECT ${columns(first, name)
              .map((column) => `"${column}"`)
              .join(', ')} FROM ${name} ORDER BY id`,
          )
          .raw()
          .all()
          .map((row) => `${name} ${JSON.stringify(row)}`),
      )
      .join('\n'),
  );
}
