import type { AttributeId } from '../../shared/domain/ids.ts';
import type { SearchFilter } from '../../shared/domain/search.ts';

export type FilterName = keyof SearchFilter;

/** What stands for turns that are outside the guide. */
export const outsideGuide = 'outside';

type ByAttribute = NonNullable<SearchFilter['attributes']>[number];

export const attributeChoice = ({ attributeId, value }: ByAttribute) =>
  `${attributeId} ${value}`;

function attributeOf(id: string): ByAttribute {
  const [attributeId = '', ...value] = id.split(' ');
  return { attributeId: attributeId as AttributeId, value: value.join(' ') };
}

/** What is chosen of a kind, as the ids of its choices. */
export function chosenOf(filter: SearchFilter, name: FilterName): readonly string[] {
  if (name === 'attributes') return (filter.attributes ?? []).map(attributeChoice);
  if (name === 'questionIds')
    return (filter.questionIds ?? []).map((id) => id ?? outsideGuide);
  return filter[name] ?? [];
}

function listOf(name: FilterName, ids: readonly string[]): readonly unknown[] {
  if (name === 'attributes') return ids.map(attributeOf);
  return name === 'questionIds'
    ? ids.map((id) => (id === outsideGuide ? null : id))
    : ids;
}

function withChosen(
  filter: SearchFilter,
  name: FilterName,
  ids: readonly string[],
): SearchFilter {
  const { [name]: _, ...others } = filter;
  return ids.length === 0 ? others : { ...others, [name]: listOf(name, ids) };
}

/** The filter with one more of a kind. */
export function withOne(
  filter: SearchFilter,
  name: FilterName,
  id: string,
): SearchFilter {
  const now = chosenOf(filter, name);
  return now.includes(id) ? filter : withChosen(filter, name, [...now, id]);
}

/** The filter with one less; a kind with none left is gone. */
export function withoutOne(
  filter: SearchFilter,
  name: FilterName,
  id: string,
): SearchFilter {
  return withChosen(
    filter,
    name,
    chosenOf(filter, name).filter((one) => one !== id),
  );
}
