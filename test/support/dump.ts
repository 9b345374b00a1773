import { createHash } from 'node:crypto';

import type { Database } from 'better-sqlite3';

import { loggedTables } from '../../electron/project/steps/changeLog.ts';

/** Every row of every logged table, one line each, in a fixed order: two projects with the same dump are the same. */
export function dump(db: Database): string {
  return loggedTables(db)
    .flatMap(({ name }) =>
      db
        .prepare<[], unknown[]>(`SELECT * FROM ${name} ORDER BY id`)
        .raw()
        .all()
        .map((row) => `${name} ${JSON.stringify(row)}`),
    )
    .join('\n');
}

/** The dump as a short name, to remember many of them. */
export function fingerprint(db: Database): string {
  return createHash('sha256').update(dump(db)).digest('hex');
}
