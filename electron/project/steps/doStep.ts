import type { AnalystId } from '../../../shared/domain/ids.ts';
import { newId, writable, type SqlValue, type WritableProject } from '../handle.ts';
import type { StepLog, Written } from './stepLog.ts';

export interface StepRequest {
  readonly label: string;
  readonly analystId: AnalystId | null;
  /** Steps under one heading are undone together (rulings 9). */
  readonly heading?: string | undefined;
  /** The step that makes the project: there is nothing before it to undo to. */
  readonly isBeginning?: boolean;
}

export interface Done<Result> {
  readonly result: Result;
  /** Null when nothing was written: then there is no step. */
  readonly written: Written | null;
}

type Work<Result> = (project: WritableProject) => Result;

interface Begun {
  readonly seq: number;
  readonly firstChange: number;
  readonly now: string;
}

/** Where the next step will stand in the log. */
function begin(log: StepLog): Begun {
  const last = log.reading.get<{ seq: number; change: number }>(
    `SELECT (SELECT coalesce(max(seq), 0) FROM steps) AS seq,
       (SELECT coalesce(max(id), 0) FROM changes) AS change`,
  );
  return {
    seq: (last?.seq ?? 0) + 1,
    firstChange: (last?.change ?? 0) + 1,
    now: new Date().toISOString(),
  };
}

/** Writes the step's own row; returns the tables it wrote, none if it wrote nothing. */
function finish(
  log: StepLog,
  begun: Begun,
  step: {
    readonly request: StepRequest;
    readonly params: Readonly<Record<string, SqlValue>>;
  },
): readonly string[] {
  const { request, params } = step;
  const touched = log.reading.all<{ table_name: string; last: number }>(
    `SELECT table_name, max(id) AS last FROM changes WHERE id >= :firstChange
     GROUP BY table_name ORDER BY table_name`,
    { firstChange: begun.firstChange },
  );
  if (touched.length === 0) return [];
  const lastChange = Math.max(...touched.map((row) => row.last));
  log.run("UPDATE steps SET state = 'overtaken' WHERE state = 'undone'");
  log.run(
    `INSERT INTO steps (seq, id, label, params, heading, tables, first_change, last_change, analyst_id,
       created_at, state, is_wall)
     VALUES (:seq, :id, :label, :params, :heading, :tables, :firstChange, :lastChange, :analyst,
       :now, 'done', :isWall)`,
    {
      ...begun,
      id: newId(),
      label: request.label,
      params: JSON.stringify(params),
      heading: request.heading ?? null,
      tables: touched.map((row) => row.table_name).join(','),
      lastChange: request.isBeginning ? begun.firstChange - 1 : lastChange,
      analyst: request.analystId,
      isWall: request.isBeginning ? 1 : 0,
    },
  );
  if (request.isBeginning) {
    log.run('DELETE FROM changes WHERE id >= :firstChange', {
      firstChange: begun.firstChange,
    });
  }
  return touched.map((row) => row.table_name);
}

const nothingWritten = new Error('nothing written');

/** Runs `work` as one transaction and one step; if it throws, nothing of it is in the file. */
export function doStep<Result>(
  log: StepLog,
  request: StepRequest,
  work: Work<Result>,
): Done<Result> {
  let done: Done<Result> | undefined;
  const transaction = log.db.transaction(() => {
    let params: Record<string, SqlValue> = {};
    const begun = begin(log);
    log.record(begun.seq);
    const result = work({
      all: log.reading.all,
      get: log.reading.get,
      run: log.run,
      describe: (more) => {
        params = { ...params, ...more };
      },
      now: begun.now,
      analystId: request.analystId,
      [writable]: true,
    });
    done = { result, written: null };
    const tables = finish(log, begun, { request, params });
    // Throwing rolls back what looked like writing and left every row as it was.
    if (tables.length === 0) throw nothingWritten;
    done = { result, written: { seq: begun.seq, tables } };
  });
  try {
    transaction.immediate();
  } catch (error) {
    if (error !== nothingWritten) throw error;
  } finally {
    log.record(null);
  }
  if (!done) throw new Error('A step ended without a result');
  return done;
}
