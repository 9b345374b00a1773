// `npm test`: every test there is. With arguments, only the files whose path holds one of them.
import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { buildRenderer, isRendererStale, root } from './bundles.ts';
import { ensureChromium } from './ensureChromium.ts';
import { runTool } from './runTool.ts';
import {
  countsOrFailure,
  playwrightCounts,
  summaryLine,
  unsteadyLine,
  vitestCounts,
  type TestCounts,
} from './testCounts.ts';

const only = process.argv.slice(2);
const reports = {
  vitest: join(root, 'test-results/vitest.json'),
  playwright: join(root, 'test-results/playwright.json'),
};
Object.values(reports).forEach((path) => rmSync(path, { force: true }));

const isBuilt = await buildWindow();
const runs = [await runVitest(), await runJourneys()];
process.stdout.write(`\n${unsteadyLine(runs)}${summaryLine(runs)}\n`);
process.exitCode = runs.some((counts) => counts.failed > 0) ? 1 : 0;

/** A window that cannot be built fails the journeys; the other tests are still worth running. */
async function buildWindow(): Promise<boolean> {
  try {
    if (isRendererStale()) await buildRenderer();
    return true;
  } catch {
    // Vite has said what stopped it.
    return false;
  }
}

async function runVitest(): Promise<TestCounts> {
  const status = await runTool('vitest/vitest.mjs', [
    'run',
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reports.vitest}`,
    ...only,
  ]);
  return failedToo(
    status,
    countsOrFailure(() => vitestCounts(reports.vitest)),
  );
}

/** Without a window or a browser the journeys are one failure, not a silence. */
async function runJourneys(): Promise<TestCounts> {
  if (!isBuilt || (await ensureChromium()) === null) {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const status = await runTool(
    '@playwright/test/cli.js',
    ['test', '--pass-with-no-tests', '--reporter=list,json', ...only],
    { environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: reports.playwright } },
  );
  return failedToo(
    status,
    countsOrFailure(() => playwrightCounts(reports.playwright)),
  );
}

/** A runner that ends badly without a failed test (an unhandled error, a crash) has failed once. */
function failedToo(status: number, counts: TestCounts): TestCounts {
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
