import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { loggedTables } from '../../electron/project/steps/changeLog.ts';
import { sampleProject } from '../support/sampleProject.ts';
import type { TestProject } from '../support/newProject.ts';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly pk: number;
}

/** Written by the steps themselves. */
const ofTheLogItself = ['changes', 'steps'];
/** What is left to be made ready for search; the indexes themselves are virtual tables. */
const ofSearch = 'unindexed_turns';

describe('the change log', () => {
  let project: TestProject;
  beforeAll(() => {
    project = sampleProject();
  });
  afterAll(() => project.remove());

  const tables = () =>
    project.read
      .all<{ name: string }>(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
      )
      .map((row) => row.name)
      .filter((name) => name !== ofSearch);
  const columns = (table: string) =>
    project.read.all<Column>(`SELECT name, type, pk FROM pragma_table_info('${table}')`);

  test('knows every table but its own', () => {
    const logged = loggedTables(project.opened.db).map((table) => table.name);
    expect([...logged, ...ofTheLogItself].toSorted()).toEqual(tables());
  });

  test('records each way of writing each table, and undoes it', () => {
    for (const { name } of loggedTables(project.opened.db)) {
      expect(
        project.read.get(`SELECT 1 FROM ${name}`),
        `the sample has no ${name}`,
      ).toBeDefined();
      const id = project.read.get<{ id: string }>(
        `SELECT id FROM ${name} ORDER BY id LIMIT 1`,
      )!.id;
      const changes = () =>
        project.read.all<{ before: string | null; after: string | null }>(
          `SELECT before, after FROM changes WHERE table_name = :name AND row_id = :id
             AND step = (SELECT max(seq) FROM steps) ORDER BY id`,
          { name, id },
        );
      const row = () =>
        project.read.get<Record<string, unknown>>(
          `SELECT * FROM ${name} WHERE id = :id`,
          { id },
        );
      const before = row();
      const text = columns(name).find(
        (column) => column.name === 'text' || column.name === 'name',
      );
      if (text) {
        project.write((writing) =>
          writing.run(`UPDATE ${name} SET ${text.name} = 'x' WHERE id = :id`, { id }),
        );
        expect(JSON.parse(changes()[0]!.before!)).toEqual(before);
        project.undo();
        expect(row()).toEqual(before);
      }
      project.write((writing) =>
        writing.run(`DELETE FROM ${name} WHERE id = :id`, { id }),
      );
      expect(changes().at(-1)).toMatchObject({ after: null });
      project.undo();
      expect(row()).toEqual(before);
    }
  });

  test('is of tables with one id of text, strict types and no blobs', () => {
    const odd = tables().flatMap((table) =>
      columns(table)
        .filter((column) => !['TEXT', 'INTEGER'].includes(column.type))
        .map((column) => `${table}.${column.name}`),
    );
    expect(odd).toEqual([]);
    expect(
      tables().filter((table) => !columns(table).some((column) => column.name === 'id')),
    ).toEqual([]);
    const loose = project.read.all(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
    );
    expect(loose).toEqual([]);
  });

  test('says for every foreign key what becomes of the row, and finds it by an index', () => {
    for (const table of tables()) {
      const keys = project.read.all<{ from: string; on_delete: string }>(
        `SELECT "from", on_delete FROM pragma_foreign_key_list('${table}')`,
      );
      for (const key of keys) {
        expect(['CASCADE', 'SET NULL'], `${table}.${key.from}`).toContain(key.on_delete);
        const isIndexed = project.read.get(
          `SELECT 1 FROM pragma_index_list('${table}') AS list
           WHERE (SELECT name FROM pragma_index_info(list.name) WHERE seqno = 0) = :column`,
          { column: key.from },
        );
        expect(isIndexed, `${table}.${key.from} has no index`).toBeDefined();
      }
    }
  });
});
