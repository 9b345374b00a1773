import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';

import Database from 'better-sqlite3';

import type { Output, Parsed } from '../../shared/api.ts';
import { Refusal } from '../../shared/errors.ts';
import { backupsOf } from '../backups.ts';
import { refusalOfDisk } from '../project/diskErrors.ts';
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
  const target = input.to === undefined ? path : resolve(input.to);
  if (target !== path && existsSync(target)) {
    throw new Refusal('file.exists', { file: target }, { file: target });
  }
  if (target === path) {
    const { db } = context.writableProject();
    await backups.make(db, titleOf(context), 'restore');
    await context.closeProject();
  }
  const partial = `${target}-part`;
  try {
    await copyDatabase(source, partial);
    rmSync(target, { force: true });
    copyFileSync(partial, target);
  } catch (error) {
    throw refusalOfDisk(error, target);
  } finally {
    rmSync(partial, { force: true });
  }
  return openProjectAt(context, { path: target });
}
