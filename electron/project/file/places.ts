import { statfsSync } from 'node:fs';
import { sep } from 'node:path';

/** NFS, SMB, CIFS, SMB2: https://man7.org/linux/man-pages/man2/statfs.2.html */
const networkFileSystems = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42]);

/** Whether shared memory cannot be trusted there, so that a write-ahead log must not be used (rulings 1). */
export function isOnNetwork(folder: string): boolean {
  if (folder.startsWith(`${sep}${sep}`)) return true;
  try {
    return networkFileSystems.has(statfsSync(folder).type >>> 0);
  } catch {
    return false;
  }
}
