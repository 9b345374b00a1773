import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';

import { Refusal } from '../../../shared/errors.ts';
import { refusalOfDisk } from './diskErrors.ts';
import { applicationId, newestVersion } from '../migrate.ts';

const headerLength = 100;
const magic = 'SQLite format 3\0';

export interface FileFacts {
  readonly version: number;
  /** Older than this Utsaga writes, so that a copy is made before it is migrated. */
  readonly needsMigration: boolean;
  /** A crash left committed steps beside the file. */
  readonly hasWriteAheadLog: boolean;
}

/**
 * Reads a project's header without SQLite, so that a file that is not ours, is newer or cut off is refused
 * untouched. Offsets: https://sqlite.org/fileformat.html section 1.3.
 */
export function inspectFile(path: string, hasWriteAheadLog: boolean): FileFacts {
  const { header, size } = readHeader(path);
  const refuse = (code: 'project.notOurs' | 'project.truncated') =>
    new Refusal(code, { file: path }, { file: path });
  if (!isSqlite(header))
    throw refuse(isBeginningOfSqlite(header) ? 'project.truncated' : 'project.notOurs');
  if (header.readUInt32BE(68) !== applicationId) throw refuse('project.notOurs');
  const version = header.readUInt32BE(60);
  if (version > newestVersion()) {
    throw new Refusal('project.newer', { file: path, version }, { file: path });
  }
  // With a log beside it the file may rightly be shorter than its last commit says.
  if (!hasWriteAheadLog && size < bytesSaid(header)) throw refuse('project.truncated');
  return { version, needsMigration: version < newestVersion(), hasWriteAheadLog };
}

const isSqlite = (header: Buffer) =>
  header.length === headerLength && header.toString('latin1', 0, 16) === magic;

const isBeginningOfSqlite = (header: Buffer) =>
  header.length > 0 &&
  magic.startsWith(header.toString('latin1', 0, Math.min(16, header.length)));

/** The size the header promises: pages times page size, where 1 stands for 65,536. */
function bytesSaid(header: Buffer): number {
  const pageSize = header.readUInt16BE(16);
  return (pageSize === 1 ? 65_536 : pageSize) * header.readUInt32BE(28);
}

function readHeader(path: string): { header: Buffer; size: number } {
  let descriptor: number;
  try {
    // Opening a pipe would wait for somebody to write into it.
    const kind = statSync(path);
    if (!kind.isFile() && !kind.isDirectory())
      throw new Refusal('project.notOurs', { file: path }, { file: path });
    descriptor = openSync(path, 'r');
  } catch (error) {
    throw refusalOfDisk(error, path, 'project.missing');
  }
  try {
    const facts = fstatSync(descriptor);
    if (facts.isDirectory())
      throw new Refusal('file.isFolder', { file: path }, { file: path });
    const header = Buffer.alloc(headerLength);
    const read = readSync(descriptor, header, 0, headerLength, 0);
    return { header: header.subarray(0, read), size: facts.size };
  } finally {
    closeSync(descriptor);
  }
}
