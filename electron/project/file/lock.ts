import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';

import { Refusal } from '../../../shared/errors.ts';

/** Who has a project open for writing: initials and machine, never a full name (rulings 2). */
export interface Owner {
  readonly initials: string;
  readonly host: string;
  /** Knows the computer again when it is renamed (electron/computerId.ts); empty where nothing does. */
  readonly computer: string;
  readonly process: number;
  /** When that process started, so that a number that is used again is not taken for it. */
  readonly processStart: string;
  readonly since: string;
}

/** "EL (elins-dator)", or the computer alone when the initials are not known. */
export function ownerInWords({ initials, host }: Owner): string {
  return initials === '' || initials === '?' ? host : `${initials} (${host})`;
}

/** Who wants a project for writing. */
export interface Claimant {
  readonly initials: string;
  readonly computer?: string;
  /** Whose lock is taken although nobody can tell from here whether they still write: the person has said so. */
  readonly over?: Owner | undefined;
}

export type Claim =
  | {
      readonly isOurs: true;
      /** Who has taken the project over since, if anybody has. */
      takenBy(): Owner | null;
      release(): void;
    }
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

const isError = (error: unknown, ...codes: readonly string[]) =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

const isSameOwner = (one: Owner, other: Owner | null | undefined) =>
  one.process === other?.process && one.since === other.since;

type Fate = 'alive' | 'dead' | 'unknown';

/** Only programs of one computer can tell; another's may still write, or may have been switched off years ago. */
function fateOf(owner: Owner, computer = ''): Fate {
  const isHere =
    owner.host === hostname() || (computer !== '' && owner.computer === computer);
  if (!isHere) return 'unknown';
  try {
    process.kill(owner.process, 0);
  } catch (error) {
    return isError(error, 'EPERM') ? 'alive' : 'dead';
  }
  const start = processStart(owner.process);
  const isSame =
    start === '' || owner.processStart === '' || start === owner.processStart;
  return isSame ? 'alive' : 'dead';
}

/** Whether nobody can tell from here if the owner still writes, so that only a person can decide. */
export function isBeyondKnowing(owner: Owner, computer: string): boolean {
  return fateOf(owner, computer) === 'unknown';
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
    if (!isOwner(read)) return null;
    // Locks of the first versions know no computer but by its name.
    return { ...read, computer: typeof read.computer === 'string' ? read.computer : '' };
  } catch {
    return null;
  }
}

/** Whether a program has the project for writing. */
export function isHeld(project: string): boolean {
  const now = ownerOf(lockPath(project));
  return now !== null && fateOf(now) !== 'dead';
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
    if (taken && !isSameOwner(taken, dead)) linkSync(aside, path);
  } catch (error) {
    if (!isError(error, 'ENOENT', 'EEXIST')) throw error;
  } finally {
    rmSync(aside, { force: true, recursive: true });
  }
}

function held(path: string, mine: Owner): Claim {
  return {
    isOurs: true,
    takenBy: () => {
      const now = ownerOf(path);
      return now && !isSameOwner(now, mine) ? now : null;
    },
    release: () => {
      if (isSameOwner(mine, ownerOf(path))) rmSync(path, { force: true });
    },
  };
}

/** Whether the lock may be taken away: its owner is dead, or the person has said that they do not write any more. */
function isFree(other: Owner | null, { computer, over }: Claimant): boolean {
  if (!other) return true;
  const fate = fateOf(other, computer);
  return fate === 'dead' || (fate === 'unknown' && isSameOwner(other, over));
}

/** Takes the project for writing, over a dead owner if need be; `tries` bounds a race with another starter. */
export function claim(project: string, claimant: Claimant, tries = 3): Claim {
  const path = lockPath(project);
  const mine: Owner = {
    initials: claimant.initials,
    host: hostname(),
    computer: claimant.computer ?? '',
    process: process.pid,
    processStart: processStart(process.pid),
    since: new Date().toISOString(),
  };
  if (make(path, mine)) return held(path, mine);
  const other = ownerOf(path);
  if (other && !isFree(other, claimant)) return { isOurs: false, owner: other };
  takeAway(path, other);
  if (tries <= 1) throw new Refusal('disk.busy', { file: project }, { file: project });
  return claim(project, claimant, tries - 1);
}
