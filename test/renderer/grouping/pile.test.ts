import { describe, expect, test } from 'vitest';

import { countOfLevel, levelInSentence } from '../../../renderer/grouping/levelWords.ts';
import { filtered, sorted } from '../../../renderer/grouping/pile.ts';
import { nameSearch } from '../../../renderer/pickers/nameSearch.ts';
import { aCode } from './aBoard.ts';

const codes = [
  { ...aCode('ärlig fråga', null, 2), lastUsed: 9 },
  { ...aCode('Avvisad', null, 5), lastUsed: 3 },
  { ...aCode('åter hemma', null, 7), lastUsed: 2 },
];
const names = (list: typeof codes | readonly { name: string }[]) =>
  list.map(({ name }) => name);

describe('the pile', () => {
  test('is sorted by units, by the alphabet with å ä ö last, or by latest use', () => {
    expect(names(sorted(codes, 'units'))).toEqual([
      'åter hemma',
      'Avvisad',
      'ärlig fråga',
    ]);
    expect(names(sorted(codes, 'name'))).toEqual([
      'Avvisad',
      'åter hemma',
      'ärlig fråga',
    ]);
    expect(names(sorted(codes, 'latest'))).toEqual([
      'ärlig fråga',
      'Avvisad',
      'åter hemma',
    ]);
  });

  test('is searched in names, definitions and condensations, every word somewhere', () => {
    expect(names(filtered(codes, 'ÅTER'))).toEqual(['åter hemma']);
    expect(names(filtered(codes, 'hemma kort'))).toEqual(['åter hemma']);
    expect(names(filtered(codes, 'borta'))).toEqual([]);
    expect(filtered(codes, '  ')).toBe(codes);
  });
});

describe('finding a place by name', () => {
  const search = nameSearch(
    ['Uteblivet ansvar efter mötet', 'Ansvar', 'Utsatthet i mötesrummet'].map((name) => ({
      item: name,
      name,
      also: 'Hinder',
    })),
  );
  test('puts what begins with it before what holds it, and forgives a slip', () => {
    expect(search('ansvar')).toEqual(['Ansvar', 'Uteblivet ansvar efter mötet']);
    expect(search('mötesrumet')[0]).toBe('Utsatthet i mötesrummet');
    expect(search('')).toHaveLength(3);
  });
});

describe('names of levels in sentences', () => {
  const levels = [
    { depth: 1, name: 'Underkategori' },
    { depth: 2, name: 'Tema' },
  ];
  test('are counted as the presets word them', () => {
    expect(countOfLevel(levels, 1, 4)).toBe('4 underkategorier');
    expect(countOfLevel(levels, 1, 1)).toBe('1 underkategori');
    expect(levelInSentence(levels, 2)).toBe('tema');
  });
});
