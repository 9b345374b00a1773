import type { Page } from '@playwright/test';

import { median, type Figure } from './measure.ts';
import { sizes } from './syntheticStudy.ts';
import { openTranscript, untilPainted } from './transcript.bench.ts';
import { windowStudy, type StudySize } from './windowStudy.ts';

const corrections = 9;

/** Where a correction is made: one inside the view that changes no line's number, beginning at this turn. */
const firstTurn = 1;

/** Ctrl Enter on a corrected turn until its new words have been painted as stored, and the editor has gone. */
async function commits(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  await page.locator('[data-keys-root]').focus();
  for (let turn = firstTurn; times.length < corrections; turn += 1) {
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('e');
    await page.locator('.correcting-text[contenteditable=true]:focus').waitFor();
    const word = `ab${times.length}`;
    await page.keyboard.type(word);
    await page.waitForTimeout(400);
    const isThere = `document.querySelector('.correcting') === null && document.getElementById('turn-${turn}').textContent.includes('${word}')`;
    times.push(await untilPainted(page, 'Control+Enter', isThere));
    await page.waitForTimeout(1500);
  }
  return times;
}

async function timesOf(size: StudySize): Promise<readonly number[]> {
  const study = await windowStudy(size);
  try {
    return await commits(await openTranscript(study));
  } finally {
    await study.end();
  }
}

const listed = (times: readonly number[]) =>
  times.map((time) => time.toFixed(0)).join(' ');

export async function figures(scale: 'full' | 'small'): Promise<readonly Figure[]> {
  const normal = await timesOf(sizes.normal);
  if (scale === 'small') return [];
  const extreme = await timesOf(sizes.extreme);
  return [
    {
      name: 'A corrected turn from Ctrl Enter to painted and stored, extreme against normal, median',
      value: median(extreme) / median(normal),
      unit: '×',
      limit: 2,
      detail: `${listed(extreme)} ms against ${listed(normal)} ms`,
    },
  ];
}
