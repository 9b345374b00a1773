import type { Category } from '../../shared/domain/category.ts';
import type { Code } from '../../shared/domain/code.ts';
import type { CategoryId, CodeId } from '../../shared/domain/ids.ts';

/** What can hold the focus on the board; `orphans` is the band of categories that have no parent. */
export type NodeKey = `code:${CodeId}` | `category:${CategoryId}` | 'orphans';

export const codeKey = (id: CodeId): NodeKey => `code:${id}`;
export const categoryKey = (id: CategoryId): NodeKey => `category:${id}`;

export function codeIn(key: NodeKey | null): CodeId | null {
  return key?.startsWith('code:') ? (key.slice(5) as CodeId) : null;
}

export function categoryIn(key: NodeKey | null): CategoryId | null {
  return key?.startsWith('category:') ? (key.slice(9) as CategoryId) : null;
}

/** A stack of cards: a category of the lowest level, the codes directly in a band, or the pile. */
export interface Column {
  readonly id: string;
  /** Where a code lands that is put here; null is the pile. */
  readonly categoryId: CategoryId | null;
  /** The category that the column is; null for the pile and for codes directly in a band. */
  readonly head: Category | null;
  readonly codes: readonly Code[];
}

/** A category above the lowest level, with what stands in it. */
export interface Band {
  readonly id: string;
  /** Null for categories without a parent, and for the whole of a project with one level. */
  readonly category: Category | null;
  /** As a tree says it, 1 outermost. */
  readonly level: number;
  readonly columns: readonly Column[];
  readonly bands: readonly Band[];
  /** Categories of the lowest level and codes, at whatever depth. */
  readonly categories: number;
  readonly codes: number;
}

export interface BoardLayout {
  readonly pile: Column;
  readonly bands: readonly Band[];
  /** A project with one level has columns and no band heads. */
  readonly isFlat: boolean;
  readonly codes: readonly Code[];
  readonly categories: readonly Category[];
  readonly codeById: ReadonlyMap<CodeId, Code>;
  readonly categoryById: ReadonlyMap<CategoryId, Category>;
  readonly codesIn: ReadonlyMap<CategoryId | null, readonly Code[]>;
  readonly childrenOf: ReadonlyMap<CategoryId | null, readonly Category[]>;
}

export const orphansId = 'orphans';

interface Groups extends Pick<BoardLayout, 'codesIn' | 'childrenOf'> {
  /** The columns as they were, by their ids. */
  readonly before: ReadonlyMap<string, Column>;
}

const nothing: readonly never[] = [];

/** The same object as before if nothing in it has changed, so that it is not drawn again. */
function kept(column: Column, before: ReadonlyMap<string, Column>): Column {
  const old = before.get(column.id);
  const isSame =
    old?.head === column.head &&
    old.codes.length === column.codes.length &&
    old.codes.every((code, index) => code === column.codes[index]);
  return isSame ? old : column;
}

function columnOf(head: Category, { codesIn, before }: Groups): Column {
  const codes = codesIn.get(head.id) ?? nothing;
  return kept({ id: head.id, categoryId: head.id, head, codes }, before);
}

function band(category: Category, level: number, groups: Groups): Band {
  const children = groups.childrenOf.get(category.id) ?? [];
  const direct = groups.codesIn.get(category.id) ?? [];
  const columns: Column[] = children
    .filter((child) => child.depth === 1)
    .map((child) => columnOf(child, groups));
  if (direct.length > 0)
    columns.unshift(
      kept(
        {
          id: `direct:${category.id}`,
          categoryId: category.id,
          head: null,
          codes: direct,
        },
        groups.before,
      ),
    );
  const bands = children
    .filter((child) => child.depth > 1)
    .map((child) => band(child, level + 1, groups));
  return counted({ id: category.id, category, level, columns, bands });
}

function counted(bare: Omit<Band, 'categories' | 'codes'>): Band {
  const { columns, bands } = bare;
  const sum = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0);
  return {
    ...bare,
    categories:
      columns.filter((column) => column.head !== null).length +
      sum(bands.map((inner) => inner.categories + 1)),
    codes:
      sum(columns.map((column) => column.codes.length)) +
      sum(bands.map((inner) => inner.codes)),
  };
}

export interface BoardSource {
  readonly codes: readonly Code[];
  readonly categories: readonly Category[];
  readonly topDepth: number;
}

function columnsOf(bands: readonly Band[]): readonly Column[] {
  return bands.flatMap((one) => [...one.columns, ...columnsOf(one.bands)]);
}

/**
 * The tree as the board shows it: bands of the top level, columns of the lowest, what has no parent in a band of its
 * own. Columns that are as they were in the layout before are the same objects.
 */
export function boardLayout(
  { codes, categories, topDepth }: BoardSource,
  before?: BoardLayout,
): BoardLayout {
  const categoryById = new Map(categories.map((category) => [category.id, category]));
  const parentOf = ({ categoryId }: Code) =>
    categoryId !== null && categoryById.has(categoryId) ? categoryId : null;
  const groups: Groups = {
    codesIn: Map.groupBy(codes, parentOf),
    childrenOf: Map.groupBy(categories, (category) => category.parentId),
    before: new Map(
      before
        ? [before.pile, ...columnsOf(before.bands)].map((column) => [column.id, column])
        : [],
    ),
  };
  const roots = groups.childrenOf.get(null) ?? [];
  const isFlat = topDepth <= 1;
  const lone = roots.filter((root) => root.depth < topDepth || isFlat);
  const bands = roots
    .filter((root) => !lone.includes(root))
    .map((root) => band(root, 1, groups));
  if (lone.length > 0) bands.push(loneBand(lone, isFlat, groups));
  return {
    pile: kept(
      {
        id: 'pile',
        categoryId: null,
        head: null,
        codes: groups.codesIn.get(null) ?? nothing,
      },
      groups.before,
    ),
    bands,
    isFlat,
    codes,
    categories,
    codeById: new Map(codes.map((code) => [code.id, code])),
    categoryById,
    codesIn: groups.codesIn,
    childrenOf: groups.childrenOf,
  };
}

function loneBand(lone: readonly Category[], isFlat: boolean, groups: Groups): Band {
  return counted({
    id: orphansId,
    category: null,
    level: isFlat ? 0 : 1,
    columns: lone.filter(({ depth }) => depth === 1).map((one) => columnOf(one, groups)),
    bands: lone.filter(({ depth }) => depth > 1).map((one) => band(one, 2, groups)),
  });
}

export function hasNode({ codeById, categoryById }: BoardLayout, key: NodeKey): boolean {
  const code = codeIn(key);
  const category = categoryIn(key);
  if (code) return codeById.has(code);
  return category ? categoryById.has(category) : true;
}

/** Whether there is any other place in the tree for a category. */
export function hasOtherPlace(layout: BoardLayout, id: CategoryId): boolean {
  const own = layout.categoryById.get(id);
  if (!own) return false;
  return (
    own.parentId !== null || layout.categories.some((other) => other.depth > own.depth)
  );
}

/** The codes in a column or a band, in the order they stand. */
export function codesUnder(layout: BoardLayout, id: CategoryId): readonly Code[] {
  return [
    ...(layout.codesIn.get(id) ?? []),
    ...(layout.childrenOf.get(id) ?? []).flatMap((child) => codesUnder(layout, child.id)),
  ];
}
