import { expect, test } from 'vitest';

import {
  fittingValue,
  storedValue,
  typeOfValues,
} from '../../../shared/domain/attribute.ts';

const of = (
  type: 'text' | 'number' | 'date' | 'choice' | 'yesNo',
  allowed: string[] = [],
) => ({
  type,
  allowed,
});

test.each([
  ['number', '3,5', '3.5'],
  ['number', '1 250', '1250'],
  ['number', '−4', '-4'],
  ['number', 'fem', null],
  ['date', '2026-02-28', '2026-02-28'],
  ['date', '20260228', '2026-02-28'],
  ['date', '2026-02-29', null],
  ['date', '28/2', null],
  ['yesNo', 'JA', 'yes'],
  ['yesNo', 'n', 'no'],
  ['yesNo', 'kanske', null],
  ['text', ' Norrby ', 'Norrby'],
] as const)('a %s that is typed %s is %s', (type, typed, value) => {
  expect(fittingValue(of(type), typed)).toBe(value);
});

test('a choice knows its values whatever their case, and keeps another text as it stands', () => {
  const role = of('choice', ['anhörig', 'Egen SIP']);
  expect(fittingValue(role, 'egen sip')).toBe('Egen SIP');
  expect(fittingValue(role, 'granne')).toBeNull();
  expect(storedValue(role, ' granne ')).toBe('granne');
});

test('a column is of the type that all its values speak for', () => {
  expect(typeOfValues(['34', '', '3,5'])).toBe('number');
  expect(typeOfValues(['2026-01-01', '2025-12-31'])).toBe('date');
  expect(typeOfValues(['ja', 'Nej'])).toBe('yesNo');
  expect(typeOfValues(['Norrby', 'Sörby', 'norrby'])).toBe('choice');
  expect(typeOfValues(['Norrby', 'Sörby'])).toBe('text');
  expect(typeOfValues(['', ' '])).toBe('text');
});
