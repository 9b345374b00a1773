import type { Database } from 'better-sqlite3';

/** Tables that are not the analyst's work and therefore not in the log: the log itself, and what is left to index. */
const unlogged = new Set(['steps', 'changes', 'unindexed_turns']);

export interface LoggedTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** The project's tables with their columns; every one but the log itself and what search is made of is logged. */
export function loggedTables(db: Database): readonly LoggedTable[] {
  const names = db
    .prepare<[], { name: string }>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .all()
    .map((row) => row.name)
    .filter((name) => !unlogged.has(name));
  return names.map((name) => ({
    name,
    columns: db
      .prepare<[], { name: string }>(`SELECT name FROM pragma_table_info('${name}')`)
      .all()
      .map((row) => row.name),
  }));
}

function rowAsJson(side: 'OLD' | 'NEW', columns: readonly string[]): string {
  return `json_object(${columns.map((column) => `'${column}', ${side}."${column}"`).join(', ')})`;
}

function trigger(table: LoggedTable, event: 'INSERT' | 'UPDATE' | 'DELETE'): string {
  const before = event === 'INSERT' ? 'NULL' : rowAsJson('OLD', table.columns);
  const after = event === 'DELETE' ? 'NULL' : rowAsJson('NEW', table.columns);
  const side = event === 'DELETE' ? 'OLD' : 'NEW';
  const isDifferent =
    event === 'UPDATE'
      ? ` AND (${table.columns.map((column) => `OLD."${column}" IS NOT NEW."${column}"`).join(' OR ')})`
      : '';
  return `
    CREATE TEMP TRIGGER log_${table.name}_${event.toLowerCase()} AFTER ${event} ON main.${table.name}
    WHEN recorded_step() IS NOT NULL${isDifferent}
    BEGIN
      INSERT INTO changes (step, table_name, row_id, before, after)
      VALUES (recorded_step(), '${table.name}', ${side}.id, ${before}, ${after});
    END;`;
}

export interface ChangeLog {
  readonly tables: readonly LoggedTable[];
  /** While a number is set, every written row of every table is logged under it. */
  readonly record: (step: number | null) => void;
}

/**
 * TEMP triggers follow migrations by themselves, see cascades and bulk updates, and leave nothing in the file. They
 * ask a function for the step that is running: a table to ask would be written twice in every step.
 */
export function prepareChangeLog(db: Database): ChangeLog {
  let recorded: number | null = null;
  db.function('recorded_step', () => recorded);
  const tables = loggedTables(db);
  for (const table of tables) {
    db.exec(
      (['INSERT', 'UPDATE', 'DELETE'] as const)
        .map((event) => trigger(table, event))
        .join(''),
    );
  }
  return {
    tables,
    record: (step) => {
      recorded = step;
    },
  };
}

type Row = Readonly<Record<string, string | number | null>>;

interface Replay {
  readonly table: LoggedTable;
  readonly from: Row | null;
  readonly to: Row | null;
}

/** Writes rows back and forth between the two sides of logged changes, one prepared statement per table and kind. */
export function replayer(db: Database, tables: readonly LoggedTable[]) {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const prepared = new Map<string, ReturnType<Database['prepare']>>();
  const statement = (sql: string) => {
    let known = prepared.get(sql);
    if (!known) prepared.set(sql, (known = db.prepare(sql)));
    return known;
  };
  /** A row that was logged before a column came has what the column began with. */
  const columnsOf = (table: LoggedTable, row: Row) =>
    table.columns.filter((column) => Object.hasOwn(row, column));

  function write({ table, from, to }: Replay): void {
    if (to === null) {
      statement(`DELETE FROM main.${table.name} WHERE id = :id`).run({
        id: from?.id ?? null,
      });
    } else if (from === null) {
      const columns = columnsOf(table, to);
      const names = columns.map((column) => `"${column}"`).join(', ');
      const values = columns.map((column) => `:${column}`).join(', ');
      statement(`INSERT INTO main.${table.name} (${names}) VALUES (${values})`).run(to);
    } else {
      const sets = columnsOf(table, to)
        .map((column) => `"${column}" = :${column}`)
        .join(', ');
      statement(`UPDATE main.${table.name} SET ${sets} WHERE id = :id`).run(to);
    }
  }

  const parse = (json: string | null) =>
    json === null ? null : (JSON.parse(json) as Row);

  /** `changes` in the order they shall be written; `backwards` takes each from its after to its before. */
  return function replay(
    changes: Iterable<{
      table_name: string;
      before: string | null;
      after: string | null;
    }>,
    backwards: boolean,
  ): void {
    for (const change of changes) {
      const table = byName.get(change.table_name);
      if (!table)
        throw new Error(`The log names a table that is not there: ${change.table_name}`);
      const before = parse(change.before);
      const after = parse(change.after);
      write(
        backwards
          ? { table, from: after, to: before }
          : { table, from: before, to: after },
      );
    }
  };
}
