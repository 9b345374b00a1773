import { readFileSync } from 'node:fs';

import { z } from 'zod';

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Of those that passed, how many did so only when tried again: each is to be looked into. */
  readonly unsteady?: number;
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number().default(0),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.unknown()) }),
  ),
});

const playwrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
  errors: z.array(z.unknown()),
});

/** Reads vitest's report; a file that could not even be loaded counts as one failure. */
export function vitestCounts(path: string): TestCounts {
  const report = vitestReport.parse(JSON.parse(readFileSync(path, 'utf8')));
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Reads Playwright's report; where tests are tried again (in CI), those that needed it are counted apart. */
export function playwrightCounts(path: string): TestCounts {
  const { stats, errors } = playwrightReport.parse(
    JSON.parse(readFileSync(path, 'utf8')),
  );
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    unsteady: stats.flaky,
  };
}

/** The counts of a run, or one failure when it left no report to count. */
export function countsOrFailure(read: () => TestCounts): TestCounts {
  try {
    return read();
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** What is said before that line when some journeys passed only at the second try; nothing when none did. */
export function unsteadyLine(runs: readonly TestCounts[]): string {
  const unsteady = runs.reduce((total, counts) => total + (counts.unsteady ?? 0), 0);
  return unsteady === 0 ? '' : `${unsteady} passed only when tried again, see above\n`;
}

/** The line that ends every test run. */
export function summaryLine(runs: readonly TestCounts[]): string {
  const sum = (key: 'passed' | 'failed' | 'skipped'): number =>
    runs.reduce((total, counts) => total + counts[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`;
}
