import type { ReadableProject, SqlParams } from './handle.ts';

/** Two names are the same when this is: case does not tell them apart, å and a do. */
export function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** SQLite's LIKE knows the case of a–z only, so that other letters are left open and compared in JavaScript. */
function roughly(name: string): string {
  return name.replace(/[\\%_]/g, String.raw`\$&`).replace(/[^\0-\u007f]+/g, '%');
}

/** The rows with that name; `sql` selects `name` and holds `name LIKE :like ESCAPE '\\'`. */
export function rowsNamed<Row extends { readonly name: string }>(
  project: ReadableProject,
  sql: string,
  params: SqlParams & { readonly name: string },
): readonly Row[] {
  const { name, ...rest } = params;
  const wanted = folded(name);
  return project
    .all<Row>(sql, { ...rest, like: roughly(name) })
    .filter((row) => folded(row.name) === wanted);
}
