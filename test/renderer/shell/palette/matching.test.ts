import { describe, expect, test } from 'vitest';

import { finderOf, piecesOf } from '../../../../renderer/shell/palette/matching.ts';

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
    const before = performance.now();
    for (const typed of ['m', 'mö', 'möt', 'möte', 'möten']) many.find(typed, 6);
    expect((performance.now() - before) / 5).toBeLessThan(30);
  });
});

test('what was typed is marked where it stands', () => {
  expect(piecesOf('En samordnare', 'Samord')).toEqual([
    { text: 'En ', isHit: false },
    { text: 'samord', isHit: true },
    { text: 'nare', isHit: false },
  ]);
});
