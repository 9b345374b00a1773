import { generateKeyBetween } from 'fractional-indexing';

import { Refusal } from '../../shared/errors.ts';
import type { ReadableProject, SqlParams } from './handle.ts';

/** The row that a call names, or the refusal `gone` when it is no longer there. */
export function rowThatIsThere<Row>(
  project: ReadableProject,
  sql: string,
  params: SqlParams,
): Row {
  const row = project.get<Row>(sql, params);
  if (!row) throw new Refusal('gone');
  return row;
}

/** A position after all rows that `sql` (a SELECT of one column named `position`, the greatest) finds. */
export function positionAtEnd(
  project: ReadableProject,
  sql: string,
  params: SqlParams = {},
): string {
  return generateKeyBetween(
    project.get<{ position: string | null }>(sql, params)?.position ?? null,
    null,
  );
}
