import { walkAtRandom } from '../walk.ts';

/** Walks of 10,000 moves: `node test/invariants/long/randomWalkLong.ts [moves] [seed]`. */
const moves = Number(process.argv[2] ?? 10_000);
const seed = Number(process.argv[3] ?? Math.floor(Math.random() * 1e9));

process.stdout.write(`random walk of ${moves} moves, seed ${seed}\n`);
const began = performance.now();
const result = await walkAtRandom(seed, moves, (move) => {
  if (move > 0 && move % 1000 === 0) process.stdout.write(`${move} moves\n`);
});
process.stdout.write(
  `every invariant held: ${JSON.stringify(result)}, ${((performance.now() - began) / 1000).toFixed(0)} s\n`,
);
