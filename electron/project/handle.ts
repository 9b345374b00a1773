import { randomFillSync } from 'node:crypto';

import type { Database, Statement } from 'better-sqlite3';
import { v7 } from 'uuid';

import type { AnalystId } from '../../shared/domain/ids.ts';

export type SqlValue = string | number | null;
export type SqlParams = Readonly<Record<string, SqlValue>>;

/** A project that can be asked. Statements are prepared once per SQL text; parameters are named (`:id`). */
export interface ReadableProject {
  readonly all: <Row>(sql: string, params?: SqlParams) => readonly Row[];
  readonly get: <Row>(sql: string, params?: SqlParams) => Row | undefined;
}

/** Marks the handle that only a step hands out. */
export const writable: unique symbol = Symbol('writable');

/** A project inside a step: the only thing that can write rows, and only while the step runs. */
export interface WritableProject extends ReadableProject {
  readonly run: (sql: string, params?: SqlParams) => { readonly changes: number };
  /** Ids and counts for the step's label. */
  readonly describe: (params: Readonly<Record<string, SqlValue>>) => void;
  /** One time stamp for all rows of the step, ISO 8601 in UTC. */
  readonly now: string;
  readonly analystId: AnalystId | null;
  readonly [writable]: true;
}

type Prepared = Statement<[SqlParams]>;

const idBytes = 16;
const randomPool = Buffer.alloc(idBytes * 256);
let randomUsed = randomPool.length;

/** Random bytes by the pool: asking the system once per id would cost more than writing the row. */
function randomBytes(): Uint8Array {
  if (randomUsed === randomPool.length) {
    randomFillSync(randomPool);
    randomUsed = 0;
  }
  randomUsed += idBytes;
  return randomPool.subarray(randomUsed - idBytes, randomUsed);
}

let latest = 0;
let sameMoment = 0;

/** A new identity that sorts by when it was made, also within a millisecond. */
export function newId<Id extends string>(): Id {
  const now = Date.now();
  sameMoment = now > latest ? 0 : sameMoment + 1;
  latest = Math.max(now, latest);
  return v7({ random: randomBytes(), msecs: latest, seq: sameMoment }) as Id;
}

/** When an identity was made, ISO 8601 in UTC. */
export function madeAt(id: string): string {
  return new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toISOString();
}

/** Wraps a connection; the statement cache lives as long as the connection. */
export function readable(
  db: Database,
): ReadableProject & { readonly statement: (sql: string) => Prepared } {
  const cache = new Map<string, Prepared>();
  const statement = (sql: string): Prepared => {
    let prepared = cache.get(sql);
    if (!prepared) {
      prepared = db.prepare<[SqlParams]>(sql);
      cache.set(sql, prepared);
    }
    return prepared;
  };
  return {
    statement,
    all: <Row>(sql: string, params: SqlParams = {}) =>
      statement(sql).all(params) as Row[],
    get: <Row>(sql: string, params: SqlParams = {}) =>
      statement(sql).get(params) as Row | undefined,
  };
}

/** Many ids as one JSON parameter, for `IN (SELECT value FROM json_each(:ids))`. */
export function idList(ids: readonly string[]): string {
  return JSON.stringify(ids);
}
