import {
  chmodSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  readFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';

import type { Database } from 'better-sqlite3';

import type { Backup } from '../shared/api.ts';

const newestKept = 10;
const daysKept = 14;
const hour = 3_600_000;

/** Rolling backups of one project in the app's data folder, made by SQLite's own backup, never by copying the file. */
export interface Backups {
  list(): readonly Backup[];
  make(db: Database, title: string, reason: Backup['reason']): Promise<Backup>;
  /** The copy made before a migration must be there before anything is changed, so this one waits. */
  makeNow(db: Database, title: string, reason: Backup['reason']): Backup;
  pathOf(id: string): string | null;
  remove(id: string): void;
}

const ending = '.utsaga-backup';

/** One folder per project path, named by its hash: a project's title is not for others to read. */
function folderOf(dataFolder: string, project: string): string {
  const key = createHash('sha256').update(project).digest('hex').slice(0, 16);
  return join(dataFolder, 'backups', key);
}

const factsPath = (folder: string, id: string) => join(folder, `${basename(id)}.json`);
const backupPath = (folder: string, id: string) =>
  join(folder, `${basename(id)}${ending}`);

/** Newest first; a copy without its facts is none. */
function listIn(folder: string): readonly Backup[] {
  const files = statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder) : [];
  return files
    .filter((file) => file.endsWith(ending))
    .toSorted()
    .toReversed()
    .flatMap((file) => {
      try {
        const facts = readFileSync(
          factsPath(folder, file.slice(0, -ending.length)),
          'utf8',
        );
        return [JSON.parse(facts) as Backup];
      } catch {
        return [];
      }
    });
}

function removeFrom(folder: string, id: string): void {
  rmSync(backupPath(folder, id), { force: true });
  rmSync(factsPath(folder, id), { force: true });
}

/** Keeps the ten newest, and the last of each of the fourteen latest days. */
function prune(folder: string): void {
  const days = new Set<string>();
  for (const [index, backup] of listIn(folder).entries()) {
    const day = backup.madeAt.slice(0, 10);
    const isFirstOfDay = !days.has(day) && days.size < daysKept;
    days.add(day);
    if (index >= newestKept && !isFirstOfDay) removeFrom(folder, backup.id);
  }
}

/** What a crash left half-made is listed nowhere, so nobody could take the words in it away. */
function sweep(folder: string): void {
  for (const file of readdirSync(folder)) {
    const path = join(folder, file);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (file.includes(`${ending}-partial`) && age > hour) rmSync(path, { force: true });
  }
}

interface Begun {
  readonly folder: string;
  readonly id: string;
  readonly partial: string;
}

function begin(folder: string, project: string): Begun {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  writeFileSync(join(folder, 'project.json'), JSON.stringify({ path: project }), {
    mode: 0o600,
  });
  sweep(folder);
  const id = new Date().toISOString().replaceAll(':', '-');
  return { folder, id, partial: `${backupPath(folder, id)}-partial` };
}

function finish(begun: Begun, title: string, reason: Backup['reason']): Backup {
  const { folder, id, partial } = begun;
  const path = backupPath(folder, id);
  chmodSync(partial, 0o600);
  const bytes = statSync(partial).size;
  const backup: Backup = { id, title, reason, madeAt: new Date().toISOString(), bytes };
  // Facts first: a backup without them would not be listed.
  writeFileSync(factsPath(folder, id), JSON.stringify(backup), { mode: 0o600 });
  renameSync(partial, path);
  prune(folder);
  return backup;
}

/** The backups of the project at this path. */
export function backupsOf(dataFolder: string, project: string): Backups {
  const folder = folderOf(dataFolder, project);
  return {
    list: () => listIn(folder),
    pathOf: (id) => {
      const path = backupPath(folder, id);
      return statSync(path, { throwIfNoEntry: false })?.isFile() ? path : null;
    },
    remove: (id) => removeFrom(folder, id),
    make: async (db, title, reason) => {
      const begun = begin(folder, project);
      await db.backup(begun.partial);
      return finish(begun, title, reason);
    },
    makeNow: (db, title, reason) => {
      const begun = begin(folder, project);
      db.exec(`VACUUM INTO '${begun.partial.replaceAll("'", "''")}'`);
      return finish(begun, title, reason);
    },
  };
}
