import { correctAtRandom, noCounts } from '../../support/correctionWalk.ts';
import { randomFrom } from '../randomInputs.ts';

/** A million random corrections of texts with units: `node test/invariants/long/reanchoring.ts [corrections] [seed]`. */
const corrections = Number(process.argv[2] ?? 1_000_000);
const seed = Number(process.argv[3] ?? Math.floor(Math.random() * 1e9));

process.stdout.write(`${corrections} random corrections, seed ${seed}\n`);
const began = performance.now();
const counts = noCounts();
let told = 0;
for (let walk = 0; counts.corrections < corrections; walk += 1) {
  try {
    correctAtRandom(randomFrom(seed + walk), 20, counts);
  } catch (error) {
    throw new Error(`seed ${seed + walk}, a walk of 20`, { cause: error });
  }
  if (counts.corrections - told >= 100_000) {
    told = counts.corrections;
    process.stdout.write(`${told} corrections\n`);
  }
}
process.stdout.write(
  `no unit lost, none changed unnoticed: ${JSON.stringify(counts)}, ${((performance.now() - began) / 1000).toFixed(0)} s\n`,
);
