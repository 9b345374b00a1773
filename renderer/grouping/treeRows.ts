import type { Category } from '../../shared/domain/category.ts';
import type { Code } from '../../shared/domain/code.ts';
import { type BoardLayout, categoryKey, codeKey, type NodeKey } from './boardLayout.ts';
import type { Shown } from './boardLanes.ts';

/** A row of the tree: a category or a code, with its place among its siblings. */
export interface TreeRow {
  readonly key: NodeKey;
  readonly category: Category | null;
  readonly code: Code | null;
  readonly parentKey: NodeKey | null;
  readonly level: number;
  readonly position: number;
  readonly count: number;
  /** Null for what cannot be opened. */
  readonly isOpen: boolean | null;
}

interface Under {
  readonly id: Category['id'] | null;
  readonly key: NodeKey | null;
  readonly level: number;
}

/** The rows that are shown, top to bottom; the pile stands beside the tree and is not in it. */
export function treeRows(layout: BoardLayout, shown: Shown): readonly TreeRow[] {
  const rowsUnder = ({ id, key, level }: Under): readonly TreeRow[] => {
    const categories = layout.childrenOf.get(id) ?? [];
    const codes =
      id === null
        ? []
        : shown.cardsOf({
            id,
            categoryId: id,
            head: null,
            codes: layout.codesIn.get(id) ?? [],
          });
    const count = categories.length + codes.length;
    return [
      ...categories.flatMap((category, index) => {
        const isOpen = !shown.collapsed.has(category.id);
        const own = categoryKey(category.id);
        const row: TreeRow = {
          key: own,
          category,
          code: null,
          parentKey: key,
          level,
          position: index + 1,
          count,
          isOpen,
        };
        const inner = isOpen
          ? rowsUnder({ id: category.id, key: own, level: level + 1 })
          : [];
        return [row, ...inner];
      }),
      ...codes.map((code, index): TreeRow => ({
        key: codeKey(code.id),
        category: null,
        code,
        parentKey: key,
        level,
        position: categories.length + index + 1,
        count,
        isOpen: null,
      })),
    ];
  };
  return rowsUnder({ id: null, key: null, level: 1 });
}

export type TreeStep =
  | { readonly kind: 'go'; readonly key: NodeKey }
  | { readonly kind: 'open' | 'close'; readonly id: Category['id'] };

const page = 15;

const jumps: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowUp: (index) => index - 1,
  ArrowDown: (index) => index + 1,
  PageUp: (index) => Math.max(0, index - page),
  PageDown: (index, last) => Math.min(last, index + page),
  Home: () => 0,
  End: (_, last) => last,
};

/** → opens what is closed, then goes in; ← closes what is open, then goes out. */
function turn(
  rows: readonly TreeRow[],
  index: number,
  isRight: boolean,
): TreeStep | null {
  const row = rows[index]!;
  if (row.category && row.isOpen === !isRight)
    return { kind: isRight ? 'open' : 'close', id: row.category.id };
  const key = isRight ? firstChild(rows, index) : row.parentKey;
  return key ? { kind: 'go', key } : null;
}

function firstChild(rows: readonly TreeRow[], index: number): NodeKey | null {
  const next = rows[index + 1];
  return next && next.parentKey === rows[index]!.key ? next.key : null;
}

/** What an arrow key does on a row; null when there is nothing that way. */
export function stepInTree(
  rows: readonly TreeRow[],
  from: NodeKey,
  pressed: string,
): TreeStep | null {
  const index = rows.findIndex((row) => row.key === from);
  if (index < 0) return null;
  if (pressed === 'ArrowLeft' || pressed === 'ArrowRight')
    return turn(rows, index, pressed === 'ArrowRight');
  const to = jumps[pressed]?.(index, rows.length - 1);
  const key = to === undefined ? undefined : rows[to]?.key;
  return key ? { kind: 'go', key } : null;
}
