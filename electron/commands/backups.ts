import Database from 'better-sqlite3';

import type { Output, Parsed } from '../../shared/api.ts';
import { Refusal } from '../../shared/errors.ts';
import { backupsOf } from '../backups.ts';
import { refusalOfDisk } from '../project/file/diskErrors.ts';
import { claim } from '../project/file/lock.ts';
import { beginNewFile, realPathOf } from '../project/file/newFile.ts';
import type { SessionContext } from '../session.ts';
import { openProjectAt } from './projects.ts';

function titleOf(context: SessionContext): string {
  return context.state()?.title ?? '';
}

export function listBackups(context: SessionContext): Output<'backups.list'> {
  return backupsOf(context.options.dataFolder, context.project().path).list();
}

export function makeBackup(context: SessionContext): Promise<Output<'backups.make'>> {
  const { db, path } = context.project();
  return backupsOf(context.options.dataFolder, path).make(db, titleOf(context), 'asked');
}

export function removeBackups(
  context: SessionContext,
  input: Parsed<'backups.remove'>,
): void {
  const backups = backupsOf(context.options.dataFolder, context.project().path);
  for (const id of input.ids) backups.remove(id);
}

async function copyDatabase(from: string, to: string): Promise<void> {
  const db = new Database(from, { readonly: true });
  try {
    await db.backup(to);
  } finally {
    db.close();
  }
}

async function copyToNewFile(source: string, target: string): Promise<void> {
  const file = beginNewFile(target, false);
  try {
    await copyDatabase(source, file.partial);
  } catch (error) {
    file.abandon();
    throw refusalOfDisk(error, target);
  }
  file.finish();
}

/** SQLite writes a database over another in one transaction: a failure half-way leaves the project as it was. */
async function copyOver(source: string, path: string): Promise<void> {
  const claimed = claim(path, { initials: '' });
  if (!claimed.isOurs)
    throw new Refusal('project.isOpen', { file: path }, { file: path });
  try {
    await copyDatabase(source, path);
  } catch (error) {
    throw refusalOfDisk(error, path);
  } finally {
    claimed.release();
  }
}

/**
 * Puts a backup in the project's place, after a backup of how it is now; or, with `to`, writes it under another
 * name and opens that.
 */
export async function restoreBackup(
  context: SessionContext,
  input: Parsed<'backups.restore'>,
): Promise<Output<'backups.restore'>> {
  const { path } = context.project();
  const backups = backupsOf(context.options.dataFolder, path);
  const source = backups.pathOf(input.id);
  if (source === null) throw new Refusal('backup.missing');
  const target = input.to === undefined ? path : realPathOf(input.to);
  if (target !== path) {
    await copyToNewFile(source, target);
    return openProjectAt(context, { path: target });
  }
  const { db } = context.writableProject();
  await backups.make(db, titleOf(context), 'restore');
  await context.closeProject();
  try {
    await copyOver(source, path);
  } catch (error) {
    // The person goes on with the project as it was.
    await openProjectAt(context, { path });
    throw error;
  }
  return openProjectAt(context, { path });
}
