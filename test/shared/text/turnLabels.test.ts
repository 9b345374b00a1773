import { expect, test } from 'vitest';

import { labelAfter, lowestLabel } from '../../../shared/text/turnLabels.ts';

test('the second half of a split turn is named after it, with the first letter that is free', () => {
  expect(labelAfter('r10', new Set(['r10', 'r11']))).toBe('r10b');
  expect(labelAfter('r10', new Set(['r10', 'r10b']))).toBe('r10c');
  expect(labelAfter('r10b', new Set(['r10', 'r10b']))).toBe('r10c');
});

test('no label is given twice, however often a turn is split', () => {
  const used = new Set(['r1']);
  for (let time = 0; time < 100; time += 1) used.add(labelAfter('r1', used));
  expect(used.size).toBe(101);
  expect(used).toContain('r1z');
});

test('the lowest label is by number and then by letter', () => {
  expect(lowestLabel(['r10', 'r9'])).toBe('r9');
  expect(lowestLabel(['r10b', 'r10'])).toBe('r10');
  expect(lowestLabel(['r10c', 'r10b'])).toBe('r10b');
});
