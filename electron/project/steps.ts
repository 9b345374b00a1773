import type { Database } from 'better-sqlite3';

import type { AnalystId } from '../../shared/domain/ids.ts';
import { Refusal } from '../../shared/errors.ts';
import { prepareChangeLog, replayer, type LoggedTable } from './changeLog.ts';
import {
  newId,
  readable,
  type ReadableProject,
  type SqlParams,
  type SqlValue,
  writable,
  type WritableProject,
} from './handle.ts';

export interface StepRow {
  readonly seq: number;
  readonly label: string;
  readonly params: string;
  readonly heading: string | null;
  readonly tables: string;
  readonly first_change: number;
  readonly last_change: number;
  readonly state: 'done' | 'undone' | 'overtaken';
  readonly is_wall: number;
}

/** What was written, undone or redone, for the announcement. */
export interface Written {
  readonly seq: number;
  readonly tables: readonly string[];
}

export interface StepRequest {
  readonly label: string;
  readonly analystId: AnalystId | null;
  /** Steps under one heading are undone together (rulings 9). */
  readonly heading?: string | undefined;
  /** The step that makes the project: there is nothing before it to undo to. */
  readonly isBeginning?: boolean;
}

/** The steps of an open project: doing, undoing and redoing. */
export interface Steps {
  /** Runs `work` as one transaction and one step; a step that wrote nothing leaves no trace and is null. */
  step<Result>(
    request: StepRequest,
    work: (project: WritableProject) => Result,
  ): { readonly result: Result; readonly written: Written | null };
  /** The step that undo would take back, or null at the beginning or at a wall. */
  nextUndo(): StepRow | null;
  nextRedo(): StepRow | null;
  /** Takes back the latest step with everything under its heading; empty when there is nothing to undo. */
  undo(): readonly StepRow[];
  redo(): readonly StepRow[];
  /** Brings the project to how it was after step `seq`, as a step of its own; null when it is like that already. */
  goTo(seq: number, analystId: AnalystId | null): Written | null;
  readonly tables: readonly LoggedTable[];
  readonly reading: ReadableProject;
}

const stepColumns =
  'seq, label, params, heading, tables, first_change, last_change, state, is_wall';

/** Prepares the change log of a connection and returns the doors to it; a reader has none to prepare. */
export function openSteps(db: Database, isWriter = true): Steps {
  const tables = isWriter ? prepareChangeLog(db) : [];
  const reading = readable(db);
  const replay = replayer(db, tables);
  const { all, get, statement } = reading;
  const run = (sql: string, params: SqlParams = {}) => statement(sql).run(params);
  const record = (seq: number | null) =>
    run('UPDATE temp.recorder SET step = :seq', { seq });

  /** Where the next step will stand in the log. */
  function begin(): { readonly seq: number; readonly firstChange: number } {
    const last = get<{ seq: number; change: number }>(
      `SELECT (SELECT coalesce(max(seq), 0) FROM steps) AS seq,
         (SELECT coalesce(max(id), 0) FROM changes) AS change`,
    );
    return { seq: (last?.seq ?? 0) + 1, firstChange: (last?.change ?? 0) + 1 };
  }

  /** Writes the step's own row; returns the tables it wrote, none if it wrote nothing. */
  function finish(
    { seq, firstChange }: ReturnType<typeof begin>,
    request: StepRequest,
    facts: { readonly params: Readonly<Record<string, SqlValue>>; readonly now: string },
  ): readonly string[] {
    const touched = all<{ table_name: string; last: number }>(
      `SELECT table_name, max(id) AS last FROM changes WHERE id >= :firstChange
       GROUP BY table_name ORDER BY table_name`,
      { firstChange },
    );
    if (touched.length === 0) return [];
    run("UPDATE steps SET state = 'overtaken' WHERE state = 'undone'");
    run(
      `INSERT INTO steps (seq, id, label, params, heading, tables, first_change, last_change, analyst_id,
         created_at, state, is_wall)
       VALUES (:seq, :id, :label, :params, :heading, :tables, :firstChange, :lastChange, :analyst,
         :now, 'done', :isWall)`,
      {
        seq,
        id: newId(),
        label: request.label,
        params: JSON.stringify(facts.params),
        heading: request.heading ?? null,
        tables: touched.map((row) => row.table_name).join(','),
        firstChange,
        lastChange: request.isBeginning
          ? firstChange - 1
          : Math.max(...touched.map((row) => row.last)),
        analyst: request.analystId,
        now: facts.now,
        isWall: request.isBeginning ? 1 : 0,
      },
    );
    if (request.isBeginning)
      run('DELETE FROM changes WHERE id >= :firstChange', { firstChange });
    return touched.map((row) => row.table_name);
  }

  function step<Result>(
    request: StepRequest,
    work: (project: WritableProject) => Result,
  ) {
    const now = new Date().toISOString();
    let written: Written | null = null;
    let result!: Result;
    const nothingWritten = new Error('nothing written');
    const transaction = db.transaction(() => {
      let params: Record<string, SqlValue> = {};
      const begun = begin();
      record(begun.seq);
      result = work({
        all,
        get,
        run,
        describe: (more) => {
          params = { ...params, ...more };
        },
        now,
        analystId: request.analystId,
        [writable]: true,
      });
      record(null);
      const touched = finish(begun, request, { params, now });
      if (touched.length === 0) throw nothingWritten;
      written = { seq: begun.seq, tables: touched };
    });
    try {
      transaction.immediate();
    } catch (error) {
      if (error !== nothingWritten) throw error;
    }
    return { result, written };
  }

  const nextUndo = () => {
    const row = get<StepRow>(
      `SELECT ${stepColumns} FROM steps WHERE state = 'done' ORDER BY seq DESC LIMIT 1`,
    );
    return row && row.is_wall === 0 ? row : null;
  };
  const nextRedo = () =>
    get<StepRow>(
      `SELECT ${stepColumns} FROM steps WHERE state = 'undone' ORDER BY seq LIMIT 1`,
    ) ?? null;

  function changesOf(row: StepRow, order: 'ASC' | 'DESC') {
    return all<{ table_name: string; before: string | null; after: string | null }>(
      `SELECT table_name, before, after FROM changes
       WHERE id BETWEEN :first AND :last ORDER BY id ${order}`,
      { first: row.first_change, last: row.last_change },
    );
  }

  function takeBack(row: StepRow): void {
    replay(changesOf(row, 'DESC'), true);
    run("UPDATE steps SET state = 'undone', undone_at = :now WHERE seq = :seq", {
      seq: row.seq,
      now: new Date().toISOString(),
    });
  }

  function bringBack(row: StepRow): void {
    replay(changesOf(row, 'ASC'), false);
    run("UPDATE steps SET state = 'done', undone_at = NULL WHERE seq = :seq", {
      seq: row.seq,
    });
  }

  /** One step, or all that stand together under its heading, in one transaction. */
  function walk(
    next: () => StepRow | null,
    move: (row: StepRow) => void,
  ): readonly StepRow[] {
    const moved: StepRow[] = [];
    db.transaction(() => {
      db.pragma('defer_foreign_keys = ON');
      for (let row = next(); row; row = next()) {
        const first = moved[0];
        if (first && (first.heading === null || row.heading !== first.heading)) break;
        move(row);
        moved.push(row);
      }
    }).immediate();
    return moved;
  }

  function goTo(seq: number, analystId: AnalystId | null): Written | null {
    const wall = get<{ seq: number }>(
      "SELECT max(seq) AS seq FROM steps WHERE is_wall = 1 AND state = 'done'",
    );
    if (wall && seq < (wall.seq ?? 0)) throw new Refusal('step.wall');
    const later = all<{
      table_name: string;
      before: string | null;
      after: string | null;
    }>(
      `SELECT table_name, before, after FROM changes
       WHERE step IN (SELECT seq FROM steps WHERE state = 'done' AND seq > :seq) ORDER BY id DESC`,
      { seq },
    );
    return step({ label: 'steps.goTo', analystId }, (project) => {
      db.pragma('defer_foreign_keys = ON');
      replay(later, true);
      project.describe({ to: seq });
    }).written;
  }

  return {
    step,
    nextUndo,
    nextRedo,
    undo: () => walk(nextUndo, takeBack),
    redo: () => walk(nextRedo, bringBack),
    goTo,
    tables,
    reading,
  };
}
