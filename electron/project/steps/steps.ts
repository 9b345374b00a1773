import type { Database } from 'better-sqlite3';

import type { AnalystId } from '../../../shared/domain/ids.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { LoggedTable } from './changeLog.ts';
import { doStep, type Done, type StepRequest } from './doStep.ts';
import type { ReadableProject, WritableProject } from '../handle.ts';
import { openStepLog, type StepLog, type StepRow, type Written } from './stepLog.ts';
import { watchTurns } from '../turns/turnMemory.ts';

export type { StepRow, Written };

/** The steps of an open project: doing, undoing and redoing. */
export interface Steps {
  /** Runs `work` as one transaction and one step; a step that wrote nothing leaves no trace. */
  step<Result>(
    request: StepRequest,
    work: (project: WritableProject) => Result,
  ): Done<Result>;
  /** The step that undo would take back, or null at the beginning or at a wall. */
  nextUndo(): StepRow | null;
  nextRedo(): StepRow | null;
  /** Takes back the latest step with everything under its heading, so many times; empty when there is nothing to undo. */
  readonly undo: (times?: number) => readonly StepRow[];
  readonly redo: (times?: number) => readonly StepRow[];
  /** Brings the project to how it was after step `seq`, as a step of its own; null when it is like that already. */
  goTo(seq: number, analystId: AnalystId | null): Written | null;
  readonly tables: readonly LoggedTable[];
  readonly reading: ReadableProject;
}

/** All that is undone comes after all that is done, so that a long way back is not walked again for each step. */
const latestDone = `WHERE state = 'done'
  AND seq < coalesce((SELECT min(seq) FROM steps WHERE state = 'undone'), ${Number.MAX_SAFE_INTEGER})
  ORDER BY seq DESC`;

function nextUndo(log: StepLog): StepRow | null {
  const row = log.find(latestDone);
  return row?.is_wall === 0 ? row : null;
}

const nextRedo = (log: StepLog) => log.find("WHERE state = 'undone' ORDER BY seq");

function takeBack(log: StepLog, row: StepRow): void {
  log.backwards(row);
  log.run("UPDATE steps SET state = 'undone', undone_at = :now WHERE seq = :seq", {
    seq: row.seq,
    now: new Date().toISOString(),
  });
}

function bringBack(log: StepLog, row: StepRow): void {
  log.forwards(row);
  log.run("UPDATE steps SET state = 'done', undone_at = NULL WHERE seq = :seq", {
    seq: row.seq,
  });
}

// Prepared once: the pragma makes SQLite prepare every living statement anew, and a new one each time would be many.
const deferReferences = (log: StepLog) => void log.run('PRAGMA defer_foreign_keys = ON');

interface Walk {
  readonly next: (log: StepLog) => StepRow | null;
  readonly move: (log: StepLog, row: StepRow) => void;
}

/** One step, or all that stand together under its heading. */
function walkOnce(log: StepLog, { next, move }: Walk): readonly StepRow[] {
  const moved: StepRow[] = [];
  for (let row = next(log); row; row = next(log)) {
    const first = moved[0];
    if (first && (first.heading === null || row.heading !== first.heading)) break;
    move(log, row);
    moved.push(row);
    if (row.heading === null) break;
  }
  return moved;
}

/** So many times, or as far as it goes, in one transaction. */
function walk(log: StepLog, times: number, way: Walk): readonly StepRow[] {
  const moved: StepRow[] = [];
  log.db
    .transaction(() => {
      deferReferences(log);
      for (let done = 0; done < times; done += 1) {
        const rows = walkOnce(log, way);
        if (rows.length === 0) break;
        // Not spread: one heading may hold more steps than a call may have arguments.
        for (const row of rows) moved.push(row);
      }
    })
    .immediate();
  return moved;
}

function goTo(log: StepLog, seq: number, analystId: AnalystId | null): Written | null {
  const wall = log.find("WHERE is_wall = 1 AND state = 'done' ORDER BY seq DESC");
  if (wall && seq < wall.seq) throw new Refusal('step.wall');
  const target = log.find('WHERE seq = :seq', { seq });
  if (!target) throw new Refusal('step.none', { step: seq });
  // The project has gone on without it, so there is no "as it was after" to go to.
  if (target.state !== 'done') throw new Refusal(`step.${target.state}`, { step: seq });
  return doStep(log, { label: 'steps.goTo', analystId }, (project) => {
    deferReferences(log);
    const latest = (before: number) =>
      log.find(
        "WHERE state = 'done' AND seq > :seq AND seq < :before ORDER BY seq DESC",
        { seq, before },
      );
    for (let row = latest(Number.MAX_SAFE_INTEGER); row; row = latest(row.seq))
      log.backwards(row);
    project.describe({ to: seq });
  }).written;
}

/** Prepares the change log of a connection and returns the doors to it. */
export function openSteps(db: Database, isWriter = true): Steps {
  const log = openStepLog(db, isWriter);
  if (isWriter) watchTurns(db, log.reading);
  return {
    step: (request, work) => doStep(log, request, work),
    nextUndo: () => nextUndo(log),
    nextRedo: () => nextRedo(log),
    undo: (times = 1) => walk(log, times, { next: nextUndo, move: takeBack }),
    redo: (times = 1) => walk(log, times, { next: nextRedo, move: bringBack }),
    goTo: (seq, analystId) => goTo(log, seq, analystId),
    tables: log.tables,
    reading: log.reading,
  };
}
