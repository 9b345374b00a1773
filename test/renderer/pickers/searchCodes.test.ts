import { expect, test } from 'vitest';

import { codeSearch } from '../../../renderer/pickers/searchCodes.ts';
import type { Code } from '../../../shared/domain/code.ts';
import type { CodeId } from '../../../shared/domain/ids.ts';

const aCode = (name: string, definition = '', lastUsed = 0): Code => ({
  id: name as CodeId,
  name,
  definition,
  inclusion: '',
  exclusion: '',
  origin: 'data',
  colour: null,
  categoryId: null,
  support: { units: 0, participants: 0, transcripts: 0 },
  sample: '',
  lastUsed,
});

const firsts = 'oro tillit ansvar möte vänta ringa glömma fråga minnas önska'.split(' ');
const seconds = 'inför hos efter kring utan mot bland genom sedan under'.split(' ');
const many = Array.from({ length: 3000 }, (_, n) =>
  aCode(`${firsts[n % 10]} ${seconds[Math.floor(n / 10) % 10]} ${n}`),
);
const known = [
  ...many,
  aCode('samordnad planering'),
  aCode('delaktighet i besluten', 'Att själv få säga sitt om vården'),
];

const names = (codes: readonly Code[]) => codes.map(({ name }) => name);

test('A misspelt code is found first among thousands', () => {
  expect(codeSearch(known)('samrdnad planring')[0]?.name).toBe('samordnad planering');
  expect(codeSearch(known)('delaktihet')[0]?.name).toBe('delaktighet i besluten');
});

test('What no code is like finds none', () => {
  expect(codeSearch(known)('xylofon')).toEqual([]);
});

test('Letter by letter, back and on again, it finds what it finds when typed at once', () => {
  const search = codeSearch(known);
  for (const typed of [
    'dela',
    'delak',
    'delaktih',
    'delakt',
    'delaktih',
    'samrdn',
    'delaktihet',
  ])
    expect(names(search(typed))).toEqual(names(codeSearch(known)(typed)));
});

test('A name that holds what is typed comes before a definition that does, and both before what is like it', () => {
  const few = [
    aCode('vårta'),
    aCode('makten', 'Om vården'),
    aCode('god vård'),
    aCode('vårdens makt'),
  ];
  expect(names(codeSearch(few)('vård'))).toEqual([
    'vårdens makt',
    'god vård',
    'makten',
    'vårta',
  ]);
});

test('With few codes a misspelt word of a definition is found too', () => {
  const few = [aCode('makten', 'Att själv få bestämma'), aCode('oro')];
  expect(names(codeSearch(few)('bestema'))).toEqual(['makten']);
});

test('Capitals make no difference', () => {
  expect(codeSearch(known)('SAMRDNAD')[0]?.name).toBe('samordnad planering');
});
