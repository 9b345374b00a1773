import type { CategoryId } from '../../shared/domain/ids.ts';
import { createCategory, moveCategories } from './categories.ts';
import type { WritableProject } from './handle.ts';
import { rowsNamed } from './naming.ts';

interface NamedCategory {
  readonly id: CategoryId;
  readonly parent_id: CategoryId | null;
  readonly name: string;
}

interface Step {
  readonly name: string;
  readonly depth: number;
  /** What it stands under; null when nothing is said. */
  readonly above: CategoryId | null;
}

/** The category of that name there; one that stands under nothing is moved there, and without either it is made. */
function categoryAt(project: WritableProject, { name, depth, above }: Step): CategoryId {
  const named = rowsNamed<NamedCategory>(
    project,
    String.raw`SELECT id, parent_id, name FROM categories
      WHERE depth = :depth AND name LIKE :like ESCAPE '\' ORDER BY position, id`,
    { name, depth },
  );
  const there = named.find((category) => category.parent_id === above);
  if (there) return there.id;
  if (above === null && named[0]) return named[0].id;
  const loose = named.find((category) => category.parent_id === null);
  if (loose && above !== null) {
    moveCategories(project, { categoryIds: [loose.id], parentId: above });
    return loose.id;
  }
  const nothing = { codeIds: [], categoryIds: [] };
  return createCategory(project, { name, depth, parentId: above, ...nothing }).id;
}

/** The lowest category of a path (names low to high by the levels, null where one is left out), made as far as it is not there; null for a blank path. */
export function categoryForPath(
  project: WritableProject,
  path: readonly (string | null)[],
): CategoryId | null {
  let above: CategoryId | null = null;
  for (const [at, name] of [...path.entries()].toReversed())
    if (name) above = categoryAt(project, { name, depth: at + 1, above });
  return above;
}
