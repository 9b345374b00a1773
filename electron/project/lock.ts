import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';

import { Refusal } from '../../shared/errors.ts';

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

function isOwner(read: unknown): read is Owner {
  const facts = (read ?? {}) as Readonly<Record<string, unknown>>;
  const words = ['initials', 'host', 'processStart', 'since'];
  return (
    Number.isInteger(facts['process']) &&
    words.every((key) => typeof facts[key] === 'string')
  );
}

function ownerOf(path: string): Owner | null {
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isOwner(read) ? read : null;
  } catch {
    return null;
  }
}

const isError = (error: unknown, ...codes: readonly string[]) =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

/** Whether a living program has the project for writing. */
export function isHeld(project: string): boolean {
  const now = ownerOf(lockPath(project));
  return now !== null && isAlive(now);
}

/** Makes the lock with all its words at once, so that nobody reads half of it; false when there is one. */
function make(path: string, mine: Owner): boolean {
  const own = `${path}-${mine.process}-${randomUUID().slice(0, 8)}`;
  writeFileSync(own, JSON.stringify(mine), { flag: 'wx' });
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (isError(error, 'EEXIST')) return false;
    // Some disks (exFAT, some shares) have no hard links.
    return makeWithoutLink(path, mine);
  } finally {
    rmSync(own, { force: true });
  }
}

function makeWithoutLink(path: string, mine: Owner): boolean {
  try {
    writeFileSync(path, JSON.stringify(mine), { flag: 'wx' });
    return true;
  } catch (error) {
    if (isError(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Takes a dead owner's lock away; if another program took it over just before, that one's is put back. */
function takeAway(path: string, dead: Owner | null): void {
  const aside = `${path}-${process.pid}-${randomUUID().slice(0, 8)}`;
  try {
    renameSync(path, aside);
    const taken = ownerOf(aside);
    if (taken && (taken.process !== dead?.process || taken.since !== dead.since))
      linkSync(aside, path);
  } catch (error) {
    if (!isError(error, 'ENOENT', 'EEXIST')) throw error;
  } finally {
    rmSync(aside, { force: true, recursive: true });
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
  if (make(path, mine)) {
    return {
      isOurs: true,
      release: () => {
        const now = ownerOf(path);
        if (now?.process === mine.process && now.since === mine.since)
          rmSync(path, { force: true });
      },
    };
  }
  const other = ownerOf(path);
  if (other && isAlive(other)) return { isOurs: false, owner: other };
  takeAway(path, other);
  if (tries <= 1) throw new Refusal('disk.busy', { file: project }, { file: project });
  return claim(project, initials, tries - 1);
}
