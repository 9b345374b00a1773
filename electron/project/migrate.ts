import { readdirSync, readFileSync } from 'node:fs';

import type { Database } from 'better-sqlite3';

/** `UTSG`, so that `file` and others can tell what the file is. */
export const applicationId = 0x55545347;

const folder = new URL('./migrations/', import.meta.url);

interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** The migrations in order; the number before the dash is the version that a file has afterwards. */
function migrations(): readonly Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .toSorted()
    .map((file) => ({
      version: Number.parseInt(file, 10),
      sql: readFileSync(new URL(file, folder), 'utf8'),
    }));
}

/** The version that this Utsaga writes. */
export function newestVersion(): number {
  return migrations().at(-1)?.version ?? 0;
}

/** Brings the file up to the newest version, each migration in one transaction; forward only. */
export function migrate(db: Database): void {
  const current = db.pragma('user_version', { simple: true }) as number;
  for (const migration of migrations()) {
    if (migration.version <= current) continue;
    db.transaction(() => {
      db.exec(migration.sql);
      db.pragma(`user_version = ${migration.version}`);
    })();
  }
}
