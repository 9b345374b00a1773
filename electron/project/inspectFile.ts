import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

import { Refusal } from '../../shared/errors.ts';
import { refusalOfDisk } from './diskErrors.ts';
import { applicationId, newestVersion } from './migrate.ts';

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
  // A crash before the first checkpoint leaves an empty file whose rows are all in the log.
  if (size === 0 && hasWriteAheadLog)
    return { version: 0, needsMigration: false, hasWriteAheadLog };
  const isSqlite =
    header.length === headerLength && header.toString('latin1', 0, 16) === magic;
  if (!isSqlite) {
    const isBeginning =
      size > 0 && magic.startsWith(header.toString('latin1', 0, Math.min(16, size)));
    throw new Refusal(
      isBeginning ? 'project.truncated' : 'project.notOurs',
      { file: path },
      { file: path },
    );
  }
  if (header.readUInt32BE(68) !== applicationId && !hasWriteAheadLog) {
    throw new Refusal('project.notOurs', { file: path }, { file: path });
  }
  const version = header.readUInt32BE(60);
  if (version > newestVersion()) {
    throw new Refusal('project.newer', { file: path, version }, { file: path });
  }
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  if (!hasWriteAheadLog && size < pageSize * header.readUInt32BE(28)) {
    throw new Refusal('project.truncated', { file: path }, { file: path });
  }
  return { version, needsMigration: version < newestVersion(), hasWriteAheadLog };
}

function readHeader(path: string): { header: Buffer; size: number } {
  let descriptor: number;
  try {
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
