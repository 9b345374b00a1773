import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  heldBy,
  heldRange,
  joinedRanges,
  rangeAfterCuts,
  rangesBesideCuts,
  textAfterCuts,
  type Cut,
} from '../../../shared/text/cuts.ts';

const text = 'Jag bodde hos min syster då, och hon var sjuk.';
const at = (words: string) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};
const cuts: readonly Cut[] = [
  { ...at('hos min syster'), text: '[1]' },
  { ...at('hon var sjuk'), text: '[2]' },
];
const after = textAfterCuts(text, cuts);
const wordsAt = ({ start, end }: { start: number; end: number }) =>
  after.slice(start, end);

test('words that give way are replaced where they stand', () => {
  expect(after).toBe('Jag bodde [1] då, och [2].');
});

test('a range that holds any of what was cut holds all that came instead', () => {
  expect(wordsAt(rangeAfterCuts(at('bodde hos min'), cuts))).toBe('bodde [1]');
  expect(wordsAt(rangeAfterCuts(at('min'), cuts))).toBe('[1]');
  expect(wordsAt(rangeAfterCuts(at('syster då, och hon'), cuts))).toBe('[1] då, och [2]');
  expect(wordsAt(rangeAfterCuts(at('då, och'), cuts))).toBe('då, och');
});

test('what it holds beside the cuts is in pieces', () => {
  const pieces = (words: string) => rangesBesideCuts(at(words), cuts).map(wordsAt);
  expect(pieces('bodde hos min')).toEqual(['bodde ']);
  expect(pieces('min syster')).toEqual([]);
  expect(pieces('syster då, och hon var')).toEqual([' då, och ']);
  expect(pieces(text)).toEqual(['Jag bodde ', ' då, och ', '.']);
});

test('ranges that touch are one', () => {
  expect(
    joinedRanges([
      { start: 4, end: 9 },
      { start: 0, end: 4 },
      { start: 11, end: 12 },
      { start: 5, end: 6 },
    ]),
  ).toEqual([
    { start: 0, end: 9 },
    { start: 11, end: 12 },
  ]);
});

test('putting back what was cut puts every range back where it was', () => {
  const offsets = fc.uniqueArray(fc.nat(60), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(
      fc.string({ minLength: 61, maxLength: 80 }),
      offsets,
      fc.tuple(fc.nat(60), fc.nat(60)),
      (words, borders, [one, other]) => {
        const sorted = borders.toSorted((a, b) => a - b);
        const taken: Cut[] = [];
        for (let n = 0; n + 1 < sorted.length; n += 2)
          taken.push({ start: sorted[n]!, end: sorted[n + 1]!, text: `[${n}]` });
        const range = { start: Math.min(one, other), end: Math.max(one, other) };
        if (range.start === range.end) return;
        const now = textAfterCuts(words, taken);
        const shifted = rangeAfterCuts(range, taken);
        const held = heldBy(range, taken);
        const back: Cut[] = [];
        let by = 0;
        for (const { start, end, text: sign } of taken) {
          back.push({
            start: start + by,
            end: start + by + sign.length,
            text: words.slice(start, end),
          });
          by += sign.length - (end - start);
        }
        expect(textAfterCuts(now, back)).toBe(words);
        expect(
          joinedRanges([
            ...rangesBesideCuts(shifted, back),
            ...held.map((part) => heldRange(back, part)),
          ]),
        ).toEqual([range]);
      },
    ),
  );
});
