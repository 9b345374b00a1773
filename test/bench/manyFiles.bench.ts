import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { wordsIn } from '../../shared/words/words.ts';
import type { Figure } from './measure.ts';
import { syntheticTurns } from './syntheticStudy.ts';
import { mainThreadOf, traced, windowStudy, type TraceEvent } from './windowStudy.ts';

function writeTranscripts(folder: string, count: number): void {
  for (let n = 1; n <= count; n += 1)
    writeFileSync(
      join(folder, `samtal ${n}.txt`),
      syntheticTurns({ words: 10_000, turns: 300 }, n)
        .map(({ speaker, text }) => `${speaker}: ${text}`)
        .join('\n'),
    );
}

async function drop(page: Page, folder: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
}

const say = wordsIn('en');

/** Asks seldom and cheaply: looking for a role and a name would be longer work than the window's own. */
async function waitFor(page: Page, tag: 'button' | 'h2', words: string): Promise<void> {
  await page.waitForFunction(
    ([name, start]) =>
      [...document.querySelectorAll(name)].some(
        (one) =>
          one.textContent.startsWith(start) && one.getAttribute('aria-disabled') === null,
      ),
    [tag, words] as const,
    { polling: 500, timeout: 180_000 },
  );
  await page.waitForTimeout(500);
}

/** Milliseconds of the longest piece of work that let nothing else in: a key pressed then waits so long. */
function longestBlock(events: readonly TraceEvent[]): number {
  const isMain = mainThreadOf(events);
  return events
    .filter((event) => event.name === 'RunTask' && isMain(event))
    .reduce((longest, { tdur, dur = 0 }) => Math.max(longest, (tdur ?? dur) / 1000), 0);
}

/** A folder of transcripts dropped on the window, looked at and read in: how long the window answers nobody. */
export async function figures(scale: 'full' | 'small'): Promise<readonly Figure[]> {
  const count = scale === 'full' ? 300 : 20;
  const folder = mkdtempSync(join(tmpdir(), 'utsaga-bench-'));
  writeTranscripts(folder, count);
  const study = await windowStudy({ words: 2000, turns: 60, units: 50 });
  try {
    const page = await study.browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(study.started.host.url);
    await page.getByRole('navigation').first().waitFor();
    await page.waitForTimeout(1500);
    const looking = await traced(page, async () => {
      await drop(page, folder);
      await waitFor(page, 'button', say('import.readIn.many', { count }));
    });
    const reading = await traced(page, async () => {
      await page.keyboard.press('Control+Enter');
      await waitFor(page, 'h2', say('import.outcome', { count }));
    });
    return [
      {
        name: `longest block of the window while ${count} dropped files are looked at`,
        value: longestBlock(looking),
        unit: 'ms',
        limit: 50,
      },
      {
        name: `the same while they are read in`,
        value: longestBlock(reading),
        unit: 'ms',
        limit: 50,
      },
    ];
  } finally {
    await study.end();
    rmSync(folder, { recursive: true, force: true });
  }
}
