import { pathOf } from '../../shared/domain/category.ts';
import type { CategoryId, CodeId } from '../../shared/domain/ids.ts';
import { type BoardLayout, categoryIn, codeIn } from './boardLayout.ts';
import { useBoard } from './boardStore.ts';

/** Where a new category of a level most likely belongs: in the band of what it is made of or looked at from. */
export function parentInSight(
  layout: BoardLayout,
  depth: number,
  ids: readonly CodeId[],
): CategoryId | null {
  const { focus } = useBoard.getState();
  const focused = layout.codeById.get(codeIn(focus)!)?.categoryId ?? categoryIn(focus);
  const starts = [...ids.map((id) => layout.codeById.get(id)?.categoryId), focused];
  for (const start of starts) {
    const above = start
      ? pathOf(start, layout.categoryById).find((category) => category.depth > depth)
      : undefined;
    if (above) return above.id;
  }
  const higher = layout.categories.filter((category) => category.depth === depth + 1);
  return higher.length === 1 ? higher[0]!.id : null;
}
