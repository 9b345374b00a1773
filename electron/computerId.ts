import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { isOnNetwork } from './project/file/places.ts';

function orNothing(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}

/** Kept in a file of the data folder; its place on the disk counts too, so that a copied folder is another computer's. */
function idInFolder(dataFolder: string): string {
  const path = join(dataFolder, 'computer-id');
  if (!statSync(path, { throwIfNoEntry: false }))
    writeFileSync(path, randomUUID(), { mode: 0o600, flag: 'wx' });
  const { ino, birthtimeMs } = statSync(path);
  return `${readFileSync(path, 'utf8')} ${ino} ${birthtimeMs}`;
}

/**
 * The same for every program on this computer with this data folder, also after the computer has been renamed, and
 * never the same on two computers or in two spaces of processes: programs that share it can tell whether the other
 * lives. Empty where that cannot be said. Names nobody: it is a hash.
 */
export function computerIdOf(dataFolder: string): string {
  try {
    if (isOnNetwork(dataFolder)) return '';
    const facts = [
      idInFolder(dataFolder),
      orNothing(() => readFileSync('/etc/machine-id', 'utf8').trim()),
      orNothing(() => readlinkSync('/proc/self/ns/pid')),
    ];
    return createHash('sha256').update(facts.join('\n')).digest('hex').slice(0, 32);
  } catch {
    return '';
  }
}
