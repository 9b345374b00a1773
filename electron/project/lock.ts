import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** Who has a project open for writing: initials and machine, never a full name (rulings 2). */
export interface Owner {
  readonly initials: string;
  readonly host: string;
  readonly process: number;
  /** When that process started, so that a number that is used again is not taken for it. */
  readonly processStart: string;
  readonly since: string;
}

export type Claim =
  | { readonly isOurs: true; release(): void }
  | { readonly isOurs: false; readonly owner: Owner };

const lockPath = (project: string) => `${project}-lock`;

/** Start of a process in clock ticks since boot; empty where the system does not tell. */
function processStart(process: number): string {
  try {
    const stat = readFileSync(`/proc/${process}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isAlive(owner: Owner): boolean {
  if (owner.host !== hostname()) return true;
  try {
    process.kill(owner.process, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  const start = processStart(owner.process);
  return start === '' || owner.processStart === '' || start === owner.processStart;
}

function ownerOf(path: string): Owner | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Owner;
  } catch {
    return null;
  }
}

/** Takes the project for writing, over a dead owner if need be; `tries` bounds a race with another starter. */
export function claim(project: string, initials: string, tries = 3): Claim {
  const path = lockPath(project);
  const mine: Owner = {
    initials,
    host: hostname(),
    process: process.pid,
    processStart: processStart(process.pid),
    since: new Date().toISOString(),
  };
  try {
    writeFileSync(path, JSON.stringify(mine), { flag: 'wx' });
    return {
      isOurs: true,
      release: () => {
        const now = ownerOf(path);
        if (now?.process === mine.process && now.since === mine.since)
          rmSync(path, { force: true });
      },
    };
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (!isTaken) throw error;
  }
  const owner = ownerOf(path);
  if (owner && isAlive(owner)) return { isOurs: false, owner };
  rmSync(path, { force: true });
  if (tries <= 1) throw new Error(`The lock beside ${project} cannot be taken`);
  return claim(project, initials, tries - 1);
}
