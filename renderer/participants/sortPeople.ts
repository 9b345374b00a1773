import { create } from 'zustand';

import { type Attribute, fittingValue } from '../../shared/domain/attribute.ts';
import { idOf, type PeopleColumn, type Person } from './peopleColumns.ts';
import { byName } from '../../shared/text/inOrder.ts';

export interface PeopleSort {
  /** Null for the order of pseudonyms. */
  readonly columnId: string | null;
  readonly isDescending: boolean;
}

export const inOrderOfNames: PeopleSort = { columnId: null, isDescending: false };

/** How the rows are sorted; a way of looking, and no part of the project. */
export const usePeopleSort = create<PeopleSort>(() => inOrderOfNames);

/** å, ä and ö come last in both languages of the interface, since the names are Swedish; P10 comes after P2. */

/** What is compared: first what kind of value it is, then the value; blanks come last whichever way it is sorted. */
interface Key {
  readonly rank: number;
  readonly number: number;
  readonly text: string;
}

const blank: Key = { rank: 9, number: 0, text: '' };
const answers = ['none', 'declined', 'withdrawn', 'given'];

function keyOfValue(attribute: Attribute, value: string): Key {
  if (value === '') return blank;
  const fitting = fittingValue(attribute, value);
  // What is not of the type comes after what is, by its letters.
  if (fitting === null) return { rank: 1, number: 0, text: value };
  const { type, allowed } = attribute;
  if (type === 'number') return { rank: 0, number: Number(fitting), text: '' };
  if (type === 'choice') return { rank: 0, number: allowed.indexOf(fitting), text: '' };
  if (type === 'yesNo') return { rank: 0, number: fitting === 'yes' ? 0 : 1, text: '' };
  return { rank: 0, number: 0, text: fitting };
}

function keyOf(person: Person, column: PeopleColumn): Key {
  const { kind } = column;
  if (kind === 'attribute')
    return keyOfValue(column.attribute, person.values.get(column.attribute.id) ?? '');
  if (kind === 'pseudonym') return { rank: 0, number: 0, text: person.pseudonym };
  if (kind === 'consent') {
    const { status = 'none', date, withdrawnOn } = person.consent ?? {};
    return {
      rank: 0,
      number: answers.indexOf(status),
      text: withdrawnOn ?? date ?? '',
    };
  }
  return { rank: 0, number: person[kind], text: '' };
}

function compared(a: Key, b: Key, isDescending: boolean): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  const order = a.number - b.number || byName(a.text, b.text);
  return isDescending ? -order : order;
}

/** People by one column, those alike in the order they have. */
export function sortedPeople(
  people: readonly Person[],
  columns: readonly PeopleColumn[],
  { columnId, isDescending }: PeopleSort,
): readonly Person[] {
  const column = columns.find((one) => idOf(one) === columnId);
  if (!column) return people;
  const keyed = people.map((person) => ({ person, key: keyOf(person, column) }));
  keyed.sort((a, b) => compared(a.key, b.key, isDescending));
  return keyed.map(({ person }) => person);
}
