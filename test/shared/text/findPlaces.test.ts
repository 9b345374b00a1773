import { expect, test } from 'vitest';

import { placesOf } from '../../../shared/text/findPlaces.ts';

const found = (text: string, words: string, matchCase = false, wholeWords = false) =>
  placesOf({ words, matchCase, wholeWords })(text).map(({ start, end }) =>
    text.slice(start, end),
  );

test('a name is found in every form, or only as it is written', () => {
  expect(found('Anna och ANNA och Annas', 'anna')).toEqual(['Anna', 'ANNA', 'Anna']);
  expect(found('Anna och ANNA och Annas', 'Anna', true)).toEqual(['Anna', 'Anna']);
  expect(found('Anna och ANNA och Annas', 'anna', false, true)).toEqual(['Anna', 'ANNA']);
});

test('words with letters beyond a to z have borders too', () => {
  expect(found('Åsa, Åsas, påÅsa', 'åsa', false, true)).toEqual(['Åsa']);
});

test('what is sought is taken as it is written', () => {
  expect(found('(P.1) P21', 'P.1')).toEqual(['P.1']);
  expect(found('a|b [x] $^-/', '[x] $^-/')).toEqual(['[x] $^-/']);
});

test('a character that is made of several is not found in part', () => {
  expect(found('👩‍👩‍👧 👩', '👩')).toEqual(['👩']);
  expect(found('x\u0302 x', 'x')).toEqual(['x']);
});
