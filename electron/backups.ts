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
export function backupsOf(dataFolder: string, project: string): Backups {
  const key = createHash('sha256').update(project).digest('hex').slice(0, 16);
  const folder = join(dataFolder, 'backups', key);

  const ready = () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    writeFileSync(join(folder, 'project.json'), JSON.stringify({ path: project }), {
      mode: 0o600,
    });
  };
  const factsPath = (id: string) => join(folder, `${id}.json`);
  const pathOf = (id: string) => {
    const path = join(folder, `${basename(id)}${ending}`);
    return statSync(path, { throwIfNoEntry: false })?.isFile() ? path : null;
  };

  function list(): readonly Backup[] {
    const files = statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder) : [];
    return files
      .filter((file) => file.endsWith(ending))
      .toSorted()
      .reverse()
      .flatMap((file) => {
        const id = file.slice(0, -ending.length);
        try {
          return [JSON.parse(readFileSync(factsPath(id), 'utf8')) as Backup];
        } catch {
          return [];
        }
      });
  }

  function remove(id: string): void {
    rmSync(join(folder, basename(id) + ending), { force: true });
    rmSync(factsPath(basename(id)), { force: true });
  }

  function prune(): void {
    const all = list();
    const days = new Set<string>();
    for (const [index, backup] of all.entries()) {
      const day = backup.madeAt.slice(0, 10);
      const isFirstOfDay = !days.has(day) && days.size < daysKept;
      days.add(day);
      if (index < newestKept || isFirstOfDay) continue;
      remove(backup.id);
    }
  }

  function begin(): {
    readonly id: string;
    readonly partial: string;
    readonly final: string;
  } {
    ready();
    const id = new Date().toISOString().replaceAll(':', '-');
    const final = join(folder, id + ending);
    return { id, final, partial: `${final}-partial` };
  }

  function finish(
    { id, partial, final }: ReturnType<typeof begin>,
    title: string,
    reason: Backup['reason'],
  ): Backup {
    chmodSync(partial, 0o600);
    renameSync(partial, final);
    const backup: Backup = {
      id,
      title,
      reason,
      madeAt: new Date().toISOString(),
      bytes: statSync(final).size,
    };
    writeFileSync(factsPath(id), JSON.stringify(backup), { mode: 0o600 });
    prune();
    return backup;
  }

  return {
    list,
    pathOf,
    remove,
    make: async (db, title, reason) => {
      const place = begin();
      await db.backup(place.partial);
      return finish(place, title, reason);
    },
    makeNow: (db, title, reason) => {
      const place = begin();
      db.exec(`VACUUM INTO '${place.partial.replaceAll("'", "''")}'`);
      return finish(place, title, reason);
    },
  };
}
