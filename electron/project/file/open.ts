import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

import Database from 'better-sqlite3';

import { Refusal } from '../../../shared/errors.ts';
import { refusalOfDisk, refusalOfPlace } from './diskErrors.ts';
import { inspectFile } from './inspectFile.ts';
import { claim, ownerInWords, type Claimant, type Owner } from './lock.ts';
import { applicationId, migrate } from '../migrate.ts';
import { beginNewFile } from './newFile.ts';
import { isOnNetwork } from './places.ts';
import { openSteps, type Steps } from '../steps/steps.ts';

export interface OpenProject {
  readonly path: string;
  readonly db: Database.Database;
  readonly steps: Steps;
  /** Who writes it, when that is another program; then this one only reads. */
  readonly heldBy: Owner | null;
  /**
   * Throws `project.gone` when the file was moved or deleted since it was opened (a write-ahead log writes on silently),
   * `project.takenOver` when another program has been given the writing.
   */
  assertInPlace(): void;
  close(): void;
}

/** What the lock file shall say, and whose lock is taken over if that has been decided. */
export interface OpenOptions extends Claimant {
  /** Called with the open database before an older file is migrated; must make a copy. */
  readonly beforeMigration?: (db: Database.Database) => void;
}

/**
 * A new project file, empty but for what `fill` writes into it; refuses to replace one that is there unless told to.
 * It is made beside its place, so that whatever lies there stays until the new one is whole.
 */
export function createProjectFile(
  path: string,
  overwrite: boolean,
  fill: (partial: string) => void = () => {},
): void {
  const file = beginNewFile(path, overwrite);
  try {
    const db = new Database(file.partial);
    try {
      db.pragma('page_size = 4096');
      db.pragma(`application_id = ${applicationId}`);
      db.pragma('secure_delete = ON');
      migrate(db);
    } finally {
      db.close();
    }
    fill(file.partial);
  } catch (error) {
    file.abandon();
    throw refusalOfPlace(error, path);
  }
  file.finish();
}

/** A file that lacks what every project of any version holds was cut out of something else. */
function assertTables(db: Database.Database, path: string): void {
  try {
    for (const table of ['project', 'analysts', 'steps', 'changes', 'turns', 'spans'])
      db.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get();
  } catch {
    throw new Refusal('project.damaged', { file: path }, { file: path });
  }
}

function isSound(db: Database.Database): boolean {
  try {
    return db.pragma('quick_check(1)', { simple: true }) === 'ok';
  } catch {
    return false;
  }
}

function prepareToWrite(db: Database.Database, path: string): void {
  const isNetwork = isOnNetwork(dirname(path));
  if (isNetwork) db.pragma('locking_mode = EXCLUSIVE');
  db.pragma(`journal_mode = ${isNetwork ? 'DELETE' : 'WAL'}`);
  db.pragma('synchronous = FULL');
  db.pragma('secure_delete = ON');
}

function claimOrRead(path: string, claimant: Claimant): ReturnType<typeof claim> {
  try {
    return claim(path, claimant);
  } catch (error) {
    throw refusalOfPlace(error, path);
  }
}

/**
 * Opens a project for writing, or for reading when another program writes it. Refusals leave the file byte for
 * byte as it was; an older file is migrated after `beforeMigration` has copied it.
 */
export function openProject(path: string, options: OpenOptions): OpenProject {
  const facts = inspectFile(path, existsSync(`${path}-wal`));
  const claimed = claimOrRead(path, options);
  let db: Database.Database | undefined;
  try {
    db = new Database(path);
    db.pragma('query_only = ON');
    if (!isSound(db))
      throw new Refusal('project.damaged', { file: path }, { file: path });
    if (claimed.isOurs) {
      assertTables(db, path);
      db.pragma('query_only = OFF');
      if (facts.needsMigration) {
        options.beforeMigration?.(db);
        migrate(db);
      }
      prepareToWrite(db, path);
    }
    return opened(path, db, claimed);
  } catch (error) {
    db?.close();
    if (claimed.isOurs) claimed.release();
    throw refusalOfDisk(error, path, 'project.missing');
  }
}

function opened(
  path: string,
  db: Database.Database,
  claimed: ReturnType<typeof claim>,
): OpenProject {
  db.pragma('foreign_keys = ON');
  db.pragma('recursive_triggers = ON');
  db.pragma('temp_store = MEMORY');
  db.pragma('cache_size = -49152');
  const steps = openSteps(db, claimed.isOurs);
  const identity = statSync(path);
  return {
    path,
    db,
    steps,
    heldBy: claimed.isOurs ? null : claimed.owner,
    assertInPlace: () => {
      const now = statSync(path, { throwIfNoEntry: false });
      if (!now || now.ino !== identity.ino || now.dev !== identity.dev) {
        throw new Refusal('project.gone', { file: path }, { file: path });
      }
      const by = claimed.isOurs ? claimed.takenBy() : null;
      if (by)
        throw new Refusal(
          'project.takenOver',
          { heldBy: ownerInWords(by) },
          { file: path },
        );
    },
    close: () => {
      // Closing tries once more; a full disk must not leave the lock behind.
      try {
        const isInPlace = statSync(path, { throwIfNoEntry: false })?.ino === identity.ino;
        if (claimed.isOurs && isInPlace) db.pragma('wal_checkpoint(TRUNCATE)');
      } catch {
        // What is in the log stays there until the project is opened again.
      } finally {
        db.close();
        if (claimed.isOurs) claimed.release();
      }
    },
  };
}
