import { expect, test } from 'vitest';

import { walkAtRandom } from './walk.ts';

/** A new walk every time; the seed stands in the name of the test, and in whatever goes wrong. */
const seed = Number(process.env['UTSAGA_SEED'] ?? Math.floor(Math.random() * 1e9));

test(`500 random actions, undos, redos, jumps and reopenings keep every invariant (seed ${seed})`, async () => {
  const result = await walkAtRandom(seed, 500);
  expect(result.steps).toBeGreaterThan(150);
  expect(result.undos).toBeGreaterThan(10);
  expect(result.reopenings).toBeGreaterThan(2);
}, 120_000);
