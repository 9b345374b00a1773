import { killAtRandom } from '../killing.ts';

/** 200 kills of a process at work: `node test/invariants/long/killNine.ts [kills] [seed]`. */
const kills = Number(process.argv[2] ?? 200);
const seed = Number(process.argv[3] ?? Math.floor(Math.random() * 1e9));

process.stdout.write(`${kills} kills, seed ${seed}\n`);
const began = performance.now();
const result = await killAtRandom(seed, kills);
process.stdout.write(
  `no file broken, no acknowledged step lost: ${JSON.stringify(result)}, ${((performance.now() - began) / 1000).toFixed(0)} s\n`,
);
