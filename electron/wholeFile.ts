import { randomUUID } from 'node:crypto';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

import { Refusal } from '../shared/errors.ts';
import { refusalOfDisk } from './project/file/diskErrors.ts';

/** A project, or what SQLite and the lock keep beside it. */
const ofProject = /\.utsaga(?:-wal|-shm|-journal|-lock)?$/i;

function isSameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => statSync(path, { throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}

/** Where a file is to be written: the place itself, also when the path is a link to it. Refuses what must not be written over. */
export function placeFor(
  to: string,
  { project, overwrite }: { readonly project: string; readonly overwrite: boolean },
): string {
  const path = resolve(to);
  const folder = dirname(path);
  if (ofProject.test(path))
    throw new Refusal('export.overProject', { file: path }, { file: path });
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Refusal('folder.missing', { file: folder }, { file: path });
  if (!existsSync(path)) return path;
  if (statSync(path).isDirectory())
    throw new Refusal('file.isFolder', { file: path }, { file: path });
  if (!overwrite) throw new Refusal('file.exists', { file: path }, { file: path });
  const real = realpathSync(path);
  if (ofProject.test(real) || isSameFile(real, project))
    throw new Refusal('export.overProject', { file: path }, { file: path });
  return real;
}

function refusalOf(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const folder = dirname(path);
  if (['EACCES', 'EPERM', 'EROFS'].includes(code))
    return new Refusal('folder.readOnly', { file: folder }, { file: path });
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code))
    return new Refusal('export.diskFull', { file: path }, { file: path });
  if (['ENAMETOOLONG', 'EINVAL'].includes(code))
    return new Refusal('export.name', { file: basename(path) }, { file: path });
  return refusalOfDisk(error, path, 'folder.missing');
}

/** All of the file or none of it: written beside the place, brought to the disk, then moved there. Answers with the bytes written. */
export async function writeWholeFile(path: string, bytes: Uint8Array): Promise<number> {
  const partial = join(dirname(path), `.utsaga-${randomUUID()}.part`);
  try {
    const file = await open(partial, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {});
    throw refusalOf(error, path);
  }
  return bytes.byteLength;
}
