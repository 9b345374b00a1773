import { describe, expect, test } from 'vitest';

import {
  exactFirst,
  finderOf,
  piecesOf,
} from '../../../../renderer/shell/palette/matching.ts';
import { processorClock } from '../../../support/processorTime.ts';

const items = (...words: readonly string[]) =>
  words.map((name) => ({ id: name, words: name }));

const found = (typed: string, ...words: readonly string[]) =>
  finderOf(items(...words))
    .find(typed, 10)
    .map((item) => item.words);

describe('finding by name', () => {
  test('a name that begins with what is typed comes before one that only holds it', () => {
    expect(found('oro', 'stor oro', 'morot', 'oro av ovisshet')).toEqual([
      'oro av ovisshet',
      'stor oro',
      'morot',
    ]);
  });

  test('å is found by a, but only after the exact hits', () => {
    expect(found('far', 'får inte vara med', 'farligt möte')).toEqual([
      'farligt möte',
      'får inte vara med',
    ]);
  });

  test('svår finds itself first: as the whole, as a beginning, as a word, within; then what only resembles it', () => {
    expect(
      found('svår', 'ansvar', 'svar', 'försvårad', 'vara svår', 'svårt att nå', 'Svår'),
    ).toEqual(['Svår', 'svårt att nå', 'vara svår', 'försvårad', 'svar', 'ansvar']);
  });

  test('also when the ring over a is typed as a sign of its own', () => {
    expect(found('sva\u030Ar', 'svar', 'svår')).toEqual(['svår', 'svar']);
  });

  test('what only resembles it comes after the exact hits of every group', () => {
    const groups = [
      { group: 'categories', items: items('ansvar', 'försvårande') },
      { group: 'codes', items: items('svår', 'svar') },
    ];
    const words = (typed: string) => {
      const sorted = exactFirst(groups, typed);
      return [
        ...sorted.groups.map(({ items: ofGroup }) => ofGroup.map((item) => item.words)),
        sorted.near.map((item) => item.words),
      ];
    };
    expect(words('svår')).toEqual([['försvårande'], ['svår'], ['ansvar', 'svar']]);
    expect(words('swår')).toEqual([['ansvar', 'försvårande'], ['svår', 'svar'], []]);
  });

  test('a slip of the fingers still finds the name', () => {
    expect(found('samordnre', 'eget samordningsansvar', 'ingen samordnare')).toContain(
      'ingen samordnare',
    );
  });

  test('a command is found by its name in the other language', () => {
    const finder = finderOf([{ id: 'undo', words: 'Ångra', alsoCalled: ['Undo'] }]);
    expect(finder.find('und', 5).map(({ id }) => id)).toEqual(['undo']);
  });

  test('five thousand codes answer a keystroke well within thirty milliseconds', () => {
    const many = finderOf(
      Array.from({ length: 5000 }, (_, n) => ({
        id: String(n),
        words: `kod nummer ${n} om möten`,
      })),
    );
    many.find('möte', 6);
    const worked = processorClock();
    for (const typed of ['m', 'mö', 'möt', 'möte', 'möten']) many.find(typed, 6);
    expect(worked() / 5).toBeLessThan(30);
  });
});

test('what was typed is marked where it stands', () => {
  expect(piecesOf('En samordnare', 'Samord')).toEqual([
    { text: 'En ', isHit: false },
    { text: 'samord', isHit: true },
    { text: 'nare', isHit: false },
  ]);
});
