import type { Category } from '../shared/domain/category.ts';
import { pathOf } from '../shared/domain/category.ts';
import type { Code } from '../shared/domain/code.ts';
import type { CategoryId, CodeId } from '../shared/domain/ids.ts';
import { slotOrder } from './ui/swatchShapes.ts';

/** Colour slots by id; a code that is not placed has none (design.md 3.4). */
export interface Colours {
  readonly ofCode: ReadonlyMap<CodeId, number | null>;
  readonly ofCategory: ReadonlyMap<CategoryId, number | null>;
}

/** The level whose nodes give colour: the chosen one, else the highest with two to eight nodes, else the lowest. */
function colourDepth(categories: readonly Category[], chosen: number | null): number {
  if (chosen !== null) return chosen;
  const counts = new Map<number, number>();
  for (const { depth } of categories) counts.set(depth, (counts.get(depth) ?? 0) + 1);
  const depths = [...counts.keys()].toSorted((a, b) => a - b);
  const fitting = depths.filter(
    (depth) => (counts.get(depth) ?? 0) >= 2 && (counts.get(depth) ?? 0) <= 8,
  );
  return fitting[0] ?? depths[0] ?? 1;
}

/** Colour follows the project's level and is inherited downwards; a code or category may have its own. */
export function coloursOf(
  codes: readonly Code[],
  categories: readonly Category[],
  chosen: number | null,
): Colours {
  const byId = new Map(categories.map((category) => [category.id, category]));
  const depth = colourDepth(categories, chosen);
  const givers =
    depth === 0 ? codes : categories.filter((category) => category.depth === depth);
  const given = new Map<string, number>(
    givers.map((giver, index) => [giver.id, slotAt(index)]),
  );

  const ofCategory = new Map<CategoryId, number | null>();
  const slotOf = (id: CategoryId): number | null => {
    for (const node of pathOf(id, byId)) {
      if (node.colour !== null) return node.colour;
      const slot = given.get(node.id);
      if (slot !== undefined) return slot;
    }
    return null;
  };
  for (const category of categories) ofCategory.set(category.id, slotOf(category.id));
  const ofCode = new Map(
    codes.map((code) => [
      code.id,
      code.colour ??
        given.get(code.id) ??
        (code.categoryId ? (ofCategory.get(code.categoryId) ?? null) : null),
    ]),
  );
  return { ofCode, ofCategory };
}

function slotAt(index: number): number {
  return (slotOrder[index % slotOrder.length] ?? 1) + (index >= slotOrder.length ? 8 : 0);
}
