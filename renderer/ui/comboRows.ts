export type ComboRow<Item> =
  { readonly kind: 'item'; readonly item: Item } | { readonly kind: 'create' };

export interface RowSource<Item> {
  readonly search: (typed: string) => readonly Item[];
  /** Absent when nothing can be created. */
  readonly isOffered: ((typed: string) => boolean) | undefined;
  readonly limit: number;
}

export interface FoundRows<Item> {
  readonly rows: readonly ComboRow<Item>[];
  /** Found but not shown. */
  readonly left: number;
}

export const noRows: FoundRows<never> = { rows: [], left: 0 };

/** The best rows for what is typed, the offer to create last. */
export function findRows<Item>(source: RowSource<Item>, typed: string): FoundRows<Item> {
  const { search, isOffered, limit } = source;
  const found = search(typed);
  const rows: ComboRow<Item>[] = found
    .slice(0, limit)
    .map((item) => ({ kind: 'item', item }));
  if (typed !== '' && isOffered?.(typed)) rows.push({ kind: 'create' });
  return { rows, left: Math.max(0, found.length - limit) };
}

/** The row after or before the active one, round the ends; with none active, the first or the last. */
export function stepRow(
  active: number | null,
  count: number,
  direction: 1 | -1,
): number | null {
  if (count === 0) return null;
  if (active === null) return direction === 1 ? 0 : count - 1;
  return (active + direction + count) % count;
}
