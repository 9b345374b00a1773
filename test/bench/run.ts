import { readdirSync } from 'node:fs';
import { basename } from 'node:path';

import type { Figure } from './measure.ts';

/** Every file `<name>.bench.ts` exports `figures(scale)`; `npm run bench -- <name> …` runs some, `--small` a slice for CI. */
interface Bench {
  figures(scale: 'full' | 'small'): Promise<readonly Figure[]>;
}

const asked = process.argv.slice(2);
const scale = asked.includes('--small') ? 'small' : 'full';
const names = asked.filter((word) => !word.startsWith('--'));
const folder = new URL('./', import.meta.url);
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.ts'))
  .filter((file) => names.length === 0 || names.includes(basename(file, '.bench.ts')))
  .toSorted();

let missed = 0;
for (const file of files) {
  process.stdout.write(`\n${basename(file, '.bench.ts')}\n`);
  const bench = (await import(new URL(file, folder).href)) as Bench;
  for (const figure of await bench.figures(scale)) {
    const isMet = figure.value <= figure.limit;
    if (!isMet) missed += 1;
    const digits = figure.unit === '×' ? 2 : 1;
    process.stdout.write(
      `  ${isMet ? 'met   ' : 'MISSED'} ${figure.name}: ${figure.value.toFixed(digits)} ${figure.unit}` +
        ` (at most ${figure.limit} ${figure.unit})${figure.detail ? ` — ${figure.detail}` : ''}\n`,
    );
  }
}
process.stdout.write(
  `\n${missed === 0 ? 'Every figure is met.' : `${missed} figures are missed.`}\n`,
);
process.exitCode = missed === 0 ? 0 : 1;
