// `npm run check`: everything but the tests that says yes or no, all of it even when one says no.
import { runTool } from './runTool.ts';

const checks: readonly [string, string, ...string[]][] = [
  ['types of shared', 'typescript/bin/tsc', '-p', 'shared'],
  ['types of electron', 'typescript/bin/tsc', '-p', 'electron'],
  ['types of renderer', 'typescript/bin/tsc', '-p', 'renderer'],
  ['types of test and scripts', 'typescript/bin/tsc', '-p', 'test'],
  ['lint', 'oxlint/bin/oxlint', '--quiet'],
  ['format', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  ['dead code', 'knip/bin/knip.js'],
];

const failed: string[] = [];
for (const [name, tool, ...rest] of checks) {
  const status = await runTool(tool, rest);
  process.stdout.write(`${status === 0 ? 'yes' : 'NO '}  ${name}\n`);
  if (status !== 0) failed.push(name);
}
process.stdout.write(
  failed.length === 0 ? 'Everything holds.\n' : `Does not hold: ${failed.join(', ')}.\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
