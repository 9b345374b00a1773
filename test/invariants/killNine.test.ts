import { expect, test } from 'vitest';

import { killAtRandom } from './killing.ts';

const seed = Number(process.env['UTSAGA_SEED'] ?? Math.floor(Math.random() * 1e9));

test(`a process that is killed at work loses at most the step under way (5 kills, seed ${seed})`, async () => {
  const result = await killAtRandom(seed, 5);
  expect(result.kills).toBe(5);
  expect(result.acknowledged).toBeGreaterThan(0);
}, 120_000);
