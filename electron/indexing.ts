import type { HostEvent } from '../shared/bridge.ts';
import { indexingJob } from '../shared/domain/search.ts';
import { readable } from './project/handle.ts';
import type { OpenProject } from './project/file/open.ts';
import { indexForAWhile, turnsToIndex } from './project/search/searchIndex.ts';

/** Keeps what search looks in up to date, a little at a time while nothing else is asked of the project. */
export interface Indexing {
  begin(project: OpenProject): void;
  /** Something was written. */
  note(): void;
  /** Indexes what was written lately at once, as far as nobody notices; true when that was all. */
  catchUp(): boolean;
  end(): void;
}

/** For sessions that end before anybody searches; what they wrote is indexed when a window opens the project. */
export const noIndexing: Indexing = {
  begin: () => {},
  note: () => {},
  catchUp: () => false,
  end: () => {},
};

/** After the last step, so that reading in many files is not slowed down by it. */
const restFirst = 250;
const atATime = 20;
const between = 12;
const unnoticed = 40;
/** So many turns are a while's work that is worth being shown. */
const shownFrom = 1500;

interface Open {
  readonly db: OpenProject['db'];
  readonly reading: ReturnType<typeof readable>;
}

/** True when nothing is left, and when it cannot be done: on a full disk, say, the turns stay noted until the next step. */
function indexOpen({ db, reading }: Open, milliseconds: number): boolean | 'failed' {
  try {
    return indexForAWhile(db, reading, milliseconds);
  } catch {
    return 'failed';
  }
}

export function indexing(announce: (event: HostEvent) => void): Indexing {
  let open: Open | null = null;
  let timer: NodeJS.Timeout | undefined;
  let total = 0;
  /** Nothing was written since all was indexed. */
  let isReady = false;

  const later = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(work, milliseconds);
    timer.unref();
  };

  function tell(isDone: boolean): void {
    if (!open) return;
    const left = isDone ? 0 : turnsToIndex(open.reading);
    total = Math.max(total, left);
    if (total >= shownFrom)
      announce({
        kind: 'progress',
        job: indexingJob,
        done: total - left,
        total,
        words: 'progress.indexing',
      });
    if (isDone) total = 0;
  }

  /** True when there is nothing more to do for now. */
  function index(milliseconds: number): boolean {
    if (!open || isReady) return true;
    const done = indexOpen(open, milliseconds);
    isReady = done === true;
    return done !== false;
  }

  function work(): void {
    const isDone = index(atATime);
    tell(isDone);
    if (!isDone) later(between);
  }

  return {
    begin: (project) => {
      open = project.heldBy ? null : { db: project.db, reading: readable(project.db) };
      total = open ? turnsToIndex(open.reading) : 0;
      isReady = open !== null && total === 0;
      if (total > 0) later(restFirst);
    },
    note: () => {
      isReady = false;
      if (open) later(restFirst);
    },
    catchUp: () => {
      index(unnoticed);
      return isReady;
    },
    end: () => {
      clearTimeout(timer);
      open = null;
      isReady = false;
    },
  };
}
