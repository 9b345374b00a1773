import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';

import { Refusal } from '../../../shared/errors.ts';
import { refusalOfPlace } from './diskErrors.ts';
import { claim, isHeld } from './lock.ts';

export const projectEnding = '.utsaga';

/** The file itself, through whatever links lead to it: however a project is reached, it has one lock. */
export function realPathOf(path: string): string {
  const whole = resolve(path);
  try {
    return realpathSync(whole);
  } catch {
    try {
      return join(realpathSync(dirname(whole)), basename(whole));
    } catch {
      return whole;
    }
  }
}

/** A project file in the making, beside the place that it will have. */
export interface NewFile {
  readonly path: string;
  readonly partial: string;
  /** Moves it to its place, whole; refuses when a program has opened what lies there. */
  finish(): void;
  /** Leaves everything as it was before. */
  abandon(): void;
}

function assertPlace(path: string, overwrite: boolean): void {
  const place = { file: path };
  if (extname(path) !== projectEnding)
    throw new Refusal('project.ending', { suggestion: `${path}${projectEnding}` }, place);
  const folder = dirname(path);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Refusal('folder.missing', { file: folder }, { file: folder });
  if (!existsSync(path)) return;
  if (!overwrite) throw new Refusal('project.exists', place, place);
  if (statSync(path).isDirectory()) throw new Refusal('file.isFolder', place, place);
  if (isHeld(path)) throw new Refusal('project.isOpen', place, place);
}

/** What a crash left beside the old file would be taken for steps of the new one. */
function moveOver(partial: string, path: string): void {
  const claimed = claim(path, { initials: '' });
  if (!claimed.isOurs)
    throw new Refusal('project.isOpen', { file: path }, { file: path });
  try {
    for (const ending of ['-wal', '-shm', '-journal'])
      rmSync(path + ending, { force: true });
    renameSync(partial, path);
  } finally {
    claimed.release();
  }
}

/** Begins a project file at `path`; what lies there stays until the new one is whole. */
export function beginNewFile(path: string, overwrite: boolean): NewFile {
  const partial = join(dirname(path), `.utsaga-${randomUUID()}.part`);
  const abandon = () => {
    for (const ending of ['', '-wal', '-shm', '-journal', '-lock'])
      rmSync(partial + ending, { force: true });
  };
  try {
    assertPlace(path, overwrite);
    closeSync(openSync(partial, 'wx'));
  } catch (error) {
    throw refusalOfPlace(error, path);
  }
  return {
    path,
    partial,
    abandon,
    finish: () => {
      try {
        moveOver(partial, path);
      } catch (error) {
        abandon();
        throw refusalOfPlace(error, path);
      }
    },
  };
}
