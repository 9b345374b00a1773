import {
  categoryId,
  codeId,
  meaningUnitId,
  themeId,
  turnId,
} from '../shared/domain/ids.ts';
import type { Change } from '../shared/domain/step.ts';
import type { Selected } from './place.ts';

type Side = 'before' | 'after';

/** Which column of a table holds the id of something that can be selected; `id` is the row itself. */
const selectable: Readonly<
  Record<string, readonly [kind: Selected['kind'], column: string]>
> = {
  meaning_units: ['unit', 'id'],
  condensations: ['unit', 'unit_id'],
  codings: ['unit', 'unit_id'],
  spans: ['unit', 'unit_id'],
  codes: ['code', 'id'],
  categories: ['category', 'id'],
  themes: ['theme', 'id'],
  set_asides: ['turn', 'turn_id'],
};

function selectedOf(kind: Selected['kind'], id: string): Selected {
  if (kind === 'unit') return { kind, id: meaningUnitId.parse(id) };
  if (kind === 'code') return { kind, id: codeId.parse(id) };
  if (kind === 'category') return { kind, id: categoryId.parse(id) };
  if (kind === 'theme') return { kind, id: themeId.parse(id) };
  return { kind, id: turnId.parse(id) };
}

function selectedIn(change: Change, side: Side): Selected | null {
  const [kind, column] = selectable[change.table] ?? [];
  if (kind === undefined || column === undefined) return null;
  // A unit whose own row went is gone, but one that lost a code is still there.
  if (column === 'id') return change[side] ? selectedOf(kind, change.rowId) : null;
  const row = change[side] ?? change.before ?? change.after;
  return row ? selectedOf(kind, String(row[column])) : null;
}

/** What the rows of a step were about and that is there on this side of it; null when nothing can be shown. */
export function changedThing(changes: readonly Change[], side: Side): Selected | null {
  const gone = new Set(
    changes.filter((change) => change[side] === null).map(({ rowId }) => rowId),
  );
  return (
    changes
      .map((change) => selectedIn(change, side))
      .find((selected) => selected !== null && !gone.has(selected.id)) ?? null
  );
}
