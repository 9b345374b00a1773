import { basename, dirname } from 'node:path';

import { Refusal, type ProblemCode } from '../../../shared/errors.ts';

const codes: Readonly<Record<string, ProblemCode>> = {
  ENOSPC: 'disk.full',
  EDQUOT: 'disk.full',
  SQLITE_FULL: 'disk.full',
  EACCES: 'file.unreadable',
  EPERM: 'file.unreadable',
  EROFS: 'folder.readOnly',
  SQLITE_READONLY: 'folder.readOnly',
  SQLITE_READONLY_DIRECTORY: 'folder.readOnly',
  SQLITE_CANTOPEN: 'folder.readOnly',
  SQLITE_READONLY_DBMOVED: 'project.gone',
  EISDIR: 'file.isFolder',
  SQLITE_NOTADB: 'project.notOurs',
  SQLITE_BUSY: 'disk.busy',
  SQLITE_BUSY_RECOVERY: 'disk.busy',
  SQLITE_BUSY_SNAPSHOT: 'disk.busy',
  SQLITE_LOCKED: 'disk.busy',
  EBUSY: 'disk.busy',
  ENAMETOOLONG: 'export.name',
};

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Turns what Node or SQLite throws at a file into a sentence; anything else comes back as it is. */
export function refusalOfDisk(
  error: unknown,
  file: string,
  missing: ProblemCode = 'file.missing',
): unknown {
  if (error instanceof Refusal) return error;
  const code = codeOf(error);
  const place = { file };
  if (code === 'ENOENT' || code === 'ENOTDIR') return new Refusal(missing, place, place);
  if (code.startsWith('SQLITE_CORRUPT'))
    return new Refusal('project.damaged', place, place);
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO')
    return new Refusal('disk.failed', place, place);
  const known = codes[code];
  return known ? new Refusal(known, place, place) : error;
}

/** The same where a file is to be made: then it is the folder that does not let us, or the name that does not do. */
export function refusalOfPlace(error: unknown, file: string): unknown {
  const code = codeOf(error);
  const folder = dirname(file);
  if (['EACCES', 'EPERM', 'EROFS', 'SQLITE_CANTOPEN'].includes(code))
    return new Refusal('folder.readOnly', { file: folder }, { file });
  if (['EINVAL', 'ENAMETOOLONG'].includes(code))
    return new Refusal('export.name', { file: basename(file) }, { file });
  return refusalOfDisk(error, file, 'folder.missing');
}
