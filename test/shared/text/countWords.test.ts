import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { countWords } from '../../../shared/text/countWords.ts';
import { processorClock } from '../../support/processorTime.ts';

test.each([
  ['Ja, det är okej för mig.', 6],
  ['Absolut. [skratt] Jag – alltså vi – kom hem.', 6],
  ['[ohörbart 00:12:33]', 0],
  ['', 0],
  ['   \n\t ', 0],
  ['12:30 och 3½', 3],
  ['– … ” !', 0],
  ['e-post t.ex. NSPH:s', 3],
  ['ord\u00A0ord\nord', 3],
  ['oavslutad [parentes som går vidare', 5],
  ['שלום עולם 你好', 3],
  ['👍 okej', 1],
  ['inne[skratt]håll', 1],
])('%j has %i words', (text, words) => {
  expect(countWords(text)).toBe(words);
});

test('it counts as the pattern that describes it does', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'å', '1', ' ', '\n', '[', ']', '-', '.') }),
      (text) => {
        const pieces = text.replace(/\[[^\]]*\]/g, '').split(/\s+/);
        expect(countWords(text)).toBe(
          pieces.filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length,
        );
      },
    ),
  );
});

test('a megabyte of opening brackets takes no time', () => {
  const worked = processorClock();
  countWords('['.repeat(1_000_000));
  expect(worked()).toBeLessThan(1000);
});
