import type { Support } from './code.ts';
import type { CategoryId } from './ids.ts';

/** A node of the category tree; `depth` is its level, 1 just above the codes. Siblings come in their order. */
export interface Category {
  readonly id: CategoryId;
  readonly parentId: CategoryId | null;
  readonly depth: number;
  readonly name: string;
  readonly definition: string;
  readonly inclusion: string;
  readonly exclusion: string;
  readonly colour: number | null;
  readonly support: Support;
}

interface Node {
  readonly id: CategoryId;
  readonly parentId: CategoryId | null;
  readonly depth: number;
}

/** The path of a category, low to high, itself first. */
export function pathOf<N extends Node>(
  start: CategoryId,
  byId: ReadonlyMap<CategoryId, N>,
): readonly N[] {
  const path: N[] = [];
  for (
    let next = byId.get(start);
    next;
    next = next.parentId ? byId.get(next.parentId) : undefined
  ) {
    if (path.includes(next)) break;
    path.push(next);
  }
  return path;
}

/** A category may stand under another only if that one is of a higher level, so the tree never has a cycle. */
export function mayStandUnder(
  child: { readonly depth: number },
  parent: { readonly depth: number },
): boolean {
  return parent.depth > child.depth;
}
