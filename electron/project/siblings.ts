import { generateNKeysBetween } from 'fractional-indexing';

import { Refusal } from '../../shared/errors.ts';
import type { ReadableProject, WritableProject } from './handle.ts';

const parentColumns = {
  codes: 'category_id',
  categories: 'parent_id',
  themes: 'parent_id',
} as const;

export interface PlaceAmong {
  readonly table: keyof typeof parentColumns;
  readonly parent: string | null;
  /** Right after this sibling, first when null, last when absent. */
  readonly after?: string | null | undefined;
}

interface Sibling {
  readonly id: string;
  readonly position: string;
}

function siblingsAt(project: ReadableProject, place: PlaceAmong): readonly Sibling[] {
  return project.all<Sibling>(
    `SELECT id, position FROM ${place.table} WHERE ${parentColumns[place.table]} IS :parent
     ORDER BY position, id`,
    { parent: place.parent },
  );
}

/** How many of the siblings that stay come before the place; a sibling that moves itself marks its own place. */
function indexOf(
  order: readonly Sibling[],
  moved: ReadonlySet<string>,
  after: PlaceAmong['after'],
): number {
  const staysUntil = (end: number) =>
    order.slice(0, end).filter((sibling) => !moved.has(sibling.id)).length;
  if (after === undefined) return staysUntil(order.length);
  if (after === null) return 0;
  const index = order.findIndex((sibling) => sibling.id === after);
  if (index < 0) throw new Refusal('gone');
  return staysUntil(index + 1);
}

/** A position for one new row. */
export function positionAt(project: ReadableProject, place: PlaceAmong): string {
  if (place.after === undefined) {
    const last = project.get<{ position: string }>(
      `SELECT position FROM ${place.table} WHERE ${parentColumns[place.table]} IS :parent
       ORDER BY position DESC LIMIT 1`,
      { parent: place.parent },
    );
    return generateNKeysBetween(last?.position, null, 1)[0]!;
  }
  const order = siblingsAt(project, place);
  const index = indexOf(order, new Set(), place.after);
  return generateNKeysBetween(order[index - 1]?.position, order[index]?.position, 1)[0]!;
}

/** Moves rows, in the given order, to one place; rows that stand there already are left as they are. */
export function moveAmong(
  project: WritableProject,
  ids: readonly string[],
  place: PlaceAmong,
): void {
  const order = siblingsAt(project, place);
  const moved = new Set(ids);
  const staying = order.filter((sibling) => !moved.has(sibling.id));
  const index = indexOf(order, moved, place.after);
  const wanted = staying.map((sibling) => sibling.id).toSpliced(index, 0, ...moved);
  if (wanted.length === order.length && wanted.every((id, at) => id === order[at]?.id))
    return;
  const positions = generateNKeysBetween(
    staying[index - 1]?.position,
    staying[index]?.position,
    moved.size,
  );
  for (const [at, id] of [...moved].entries()) {
    const { changes } = project.run(
      `UPDATE ${place.table} SET ${parentColumns[place.table]} = :parent, position = :position WHERE id = :id`,
      { id, parent: place.parent, position: positions[at]! },
    );
    if (changes === 0) throw new Refusal('gone');
  }
}
