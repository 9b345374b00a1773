import { expect, test } from 'vitest';

import {
  differenceBetween,
  differInSignsOnly,
  wordDifferences,
  wordsNoLongerSaid,
} from '../../../shared/text/wordDifferences.ts';
import { randomFrom } from '../../bench/syntheticStudy.ts';

const shown = (before: string, after: string) =>
  wordDifferences(before, after)
    .map(
      ({ kind, text }) =>
        ({ kept: text, removed: `−${text}−`, added: `+${text}+` })[kind],
    )
    .join('');

test('words that are gone and words that have come stand as whole words', () => {
  expect(
    shown('ett nummer som ingen svarade på.', 'ett nummer som inte fanns längre.'),
  ).toBe('ett nummer som −ingen svarade på−+inte fanns längre+.');
  expect(shown('Jag ringde.', 'Jag ringer.')).toBe('Jag −ringde−+ringer+.');
  expect(shown('', 'nytt')).toBe('+nytt+');
  expect(shown('borta', '')).toBe('−borta−');
  expect(shown('samma', 'samma')).toBe('samma');
});

test('the runs give back both texts, whatever they are', () => {
  const random = randomFrom(7);
  const words = ['å', 'SIP-mötet', ' ', '  ', '.', 'hem', '👩‍👧', '\n', 'e\u0301', '–'];
  const draw = () =>
    Array.from(
      { length: Math.floor(random() * 14) },
      () => words[Math.floor(random() * 10)],
    ).join('');
  for (let n = 0; n < 500; n += 1) {
    const [before, after] = [draw(), draw()];
    const runs = wordDifferences(before, after);
    const without = (kind: string) =>
      runs
        .filter((run) => run.kind !== kind)
        .map((run) => run.text)
        .join('');
    expect([without('added'), without('removed')]).toEqual([before, after]);
  }
});

test('only spaces and punctuation is a small difference, a letter or a digit is not', () => {
  expect(differInSignsOnly('Ja, då gick jag', 'Ja då gick  jag.')).toBe(true);
  expect(differInSignsOnly('Ja, då', 'ja, då')).toBe(false);
  expect(differInSignsOnly('kl 14.30', 'kl 14.31')).toBe(false);
  expect(differInSignsOnly('samma', 'samma')).toBe(false);
});

test('where a unit differs is said in one word', () => {
  const was = 'De byter folk hela tiden.';
  expect(differenceBetween(was, '')).toBe('gone');
  expect(differenceBetween(was, 'De byter folk, hela tiden')).toBe('signs');
  expect(differenceBetween(was, 'Helt andra ord')).toBe('all');
  expect(differenceBetween(was, 'De byter folk ibland.')).toBe('end');
  expect(differenceBetween(was, 'Man bytte folk hela tiden.')).toBe('beginning');
  expect(differenceBetween(was, 'De byter ut folk hela tiden.')).toBe('inside');
});

test('a condensation that says what is no longer said is noticed', () => {
  const texts = {
    before: 'ett nummer som ingen svarade på',
    after: 'ett nummer som inte fanns',
  };
  expect(wordsNoLongerSaid('Ett nummer, ingen svarade', texts)).toBe('ingen svarade');
  expect(wordsNoLongerSaid('Ett nummer', texts)).toBe('');
  expect(wordsNoLongerSaid('', texts)).toBe('');
});
