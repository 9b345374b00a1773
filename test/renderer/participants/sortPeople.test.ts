import { expect, test } from 'vitest';

import { columnsOf } from '../../../renderer/participants/peopleColumns.ts';
import { sortedPeople } from '../../../renderer/participants/sortPeople.ts';
import type { UsedAttribute } from '../../../shared/domain/attribute.ts';
import { attribute, person } from './aPerson.ts';

function order(
  type: UsedAttribute['type'],
  values: readonly string[],
  isDescending = false,
) {
  const one = attribute('A', type, type === 'choice' ? ['hög', 'låg'] : []);
  const people = values.map((value, at) => person(`P${at}`, { A: value }));
  return sortedPeople(people, columnsOf([one]), { columnId: 'A', isDescending }).map(
    ({ values: own }) => own.get(one.id),
  );
}

test('numbers are sorted as numbers, what is none after them, and blanks last either way', () => {
  const values = ['10', '', '9', 'okänt', '-3', '9.5'];
  expect(order('number', values)).toEqual(['-3', '9', '9.5', '10', 'okänt', '']);
  expect(order('number', values, true)).toEqual(['10', '9.5', '9', '-3', 'okänt', '']);
});

test('dates are sorted by day, choices in their own order, yes before no', () => {
  expect(order('date', ['2026-02-01', '', '2025-12-31', 'i våras'])).toEqual([
    '2025-12-31',
    '2026-02-01',
    'i våras',
    '',
  ]);
  expect(order('choice', ['låg', 'hög', 'annat', ''])).toEqual([
    'hög',
    'låg',
    'annat',
    '',
  ]);
  expect(order('yesNo', ['no', 'yes', 'kanske'])).toEqual(['yes', 'no', 'kanske']);
});

test('texts are sorted as in a Swedish list', () => {
  expect(order('text', ['Örby', 'Zinkgruvan', 'Ålen', 'Ärla', 'arboga'])).toEqual([
    'arboga',
    'Zinkgruvan',
    'Ålen',
    'Ärla',
    'Örby',
  ]);
});

test('pseudonyms count as people do, and those alike keep their order', () => {
  const people = ['P10', 'P2', 'P1'].map((name) => person(name, { A: 'x' }));
  const columns = columnsOf([attribute('A', 'text')]);
  const names = (columnId: string | null) =>
    sortedPeople(people, columns, { columnId, isDescending: false }).map(
      ({ pseudonym }) => pseudonym,
    );
  expect(names('pseudonym')).toEqual(['P1', 'P2', 'P10']);
  expect(names('A')).toEqual(['P10', 'P2', 'P1']);
  expect(names(null)).toEqual(['P10', 'P2', 'P1']);
  expect(names('gone')).toEqual(['P10', 'P2', 'P1']);
});

test('whoever has not answered comes first by consent, then those who said no', () => {
  const consent = (status: 'given' | 'declined', date: string) =>
    ({ consent: { status, date, withdrawnOn: null } }) as never;
  const people = [
    person('ja', {}, consent('given', '2026-01-02')),
    person('nej', {}, consent('declined', '2026-01-01')),
    person('tidigt ja', {}, consent('given', '2026-01-01')),
    person('inte frågad'),
  ];
  expect(
    sortedPeople(people, columnsOf([]), { columnId: 'consent', isDescending: false }).map(
      ({ pseudonym }) => pseudonym,
    ),
  ).toEqual(['inte frågad', 'nej', 'tidigt ja', 'ja']);
});
