import type { SearchFilter } from '../../shared/domain/search.ts';

export type FilterName = keyof SearchFilter;

/** The filter with one more of a kind. */
export function withOne(
  filter: SearchFilter,
  name: FilterName,
  id: string,
): SearchFilter {
  const now: readonly string[] = filter[name] ?? [];
  return now.includes(id) ? filter : { ...filter, [name]: [...now, id] };
}

/** The filter with one less; a kind with none left is gone. */
export function withoutOne(
  filter: SearchFilter,
  name: FilterName,
  id: string,
): SearchFilter {
  const left = (filter[name] ?? []).filter((one) => one !== id);
  const { [name]: _, ...others } = filter;
  return left.length === 0 ? others : { ...others, [name]: left };
}
