import type { Database } from 'better-sqlite3';

import {
  prepareChangeLog,
  replayer,
  type ChangeLog,
  type LoggedTable,
} from './changeLog.ts';
import { readable, type ReadableProject, type SqlParams } from '../handle.ts';

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

interface ChangeRow {
  readonly table_name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A connection whose writing is logged: what doing and undoing share. */
export interface StepLog {
  readonly db: Database;
  readonly reading: ReadableProject;
  readonly tables: readonly LoggedTable[];
  readonly run: (sql: string, params?: SqlParams) => { readonly changes: number };
  /** While a number is set, every written row is logged under it. */
  readonly record: (seq: number | null) => void;
  /** The steps that `where` finds, in that order. */
  find(where: string, params?: SqlParams): StepRow | null;
  /** Writes the rows of a step as they were before it, latest first. */
  backwards(row: StepRow): void;
  /** Writes the rows of a step as they were after it. */
  forwards(row: StepRow): void;
}

const stepColumns =
  'seq, label, params, heading, tables, first_change, last_change, state, is_wall';

const noLog: ChangeLog = { tables: [], record: () => {} };

/** Prepares the change log of a connection; a reader has none to prepare. */
export function openStepLog(db: Database, isWriter: boolean): StepLog {
  const { tables, record } = isWriter ? prepareChangeLog(db) : noLog;
  const reading = readable(db);
  const replay = replayer(db, tables);
  const run = (sql: string, params: SqlParams = {}) => reading.statement(sql).run(params);
  const changesOf = (row: StepRow, order: 'ASC' | 'DESC') =>
    reading.all<ChangeRow>(
      `SELECT table_name, before, after FROM changes
       WHERE id BETWEEN :first AND :last ORDER BY id ${order}`,
      { first: row.first_change, last: row.last_change },
    );
  return {
    db,
    reading,
    tables,
    run,
    record,
    find: (where, params) =>
      reading.get<StepRow>(`SELECT ${stepColumns} FROM steps ${where} LIMIT 1`, params) ??
      null,
    backwards: (row) => replay(changesOf(row, 'DESC'), true),
    forwards: (row) => replay(changesOf(row, 'ASC'), false),
  };
}
