// `npm run check:long`: every script of test/invariants/long in order of name, each in a process of its own.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './bundles.ts';
import { run } from './runTool.ts';

const folder = 'test/invariants/long';
const only = process.argv.slice(2);
const scripts = readdirSync(join(root, folder))
  .filter((name) => name.endsWith('.ts'))
  .filter((name) => only.length === 0 || only.some((part) => name.includes(part)))
  .toSorted();

const failed: string[] = [];
for (const name of scripts) {
  process.stdout.write(`\n${name}\n`);
  const startedAt = performance.now();
  const status = await run(process.execPath, [`${folder}/${name}`]);
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  process.stdout.write(`${status === 0 ? 'yes' : 'NO '}  ${name}, ${seconds} s\n`);
  if (status !== 0) failed.push(name);
}
process.stdout.write(
  `\n${scripts.length - failed.length} passed, ${failed.length} failed, 0 skipped\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
