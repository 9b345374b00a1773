import type { Page } from '@playwright/test';

import { createCode } from '../../electron/project/codes.ts';
import type { WritableProject } from '../../electron/project/handle.ts';
import { median, percentile, type Figure } from './measure.ts';
import {
  randomFrom,
  sizes,
  syntheticCodeName,
  syntheticDefinition,
} from './syntheticStudy.ts';
import { openTranscript } from './transcript.bench.ts';
import { mainThreadOf, traced, windowStudy, type TraceEvent } from './windowStudy.ts';

/** What is typed letter by letter: words that many codes hold, that few hold, misspelt ones, and what no code is like. */
const typedWords = [
  'delaktigheten',
  'trygg ensam',
  'samordnre',
  'uppföljnigen 12',
  'återkoplingen',
  'kaffe på torget',
];

/** Long enough for the list to be painted, too short for what a pause in the typing sets off. */
const betweenKeys = 300;

function addCodes(project: WritableProject, count: number): void {
  const random = randomFrom(4);
  for (let n = 0; n < count; n += 1)
    createCode(project, {
      name: syntheticCodeName(n, random),
      definition: syntheticDefinition(random),
    });
}

/** Marks a unit and goes on from its condensation to its codes. */
async function goToCodes(page: Page): Promise<void> {
  await page.locator('[data-keys-root]').focus();
  for (const key of ['Alt+ArrowDown', 'v', 'v', 'm']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(150);
  }
  await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
  await page.keyboard.type('Kort sagt');
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    () => document.activeElement?.getAttribute('role') === 'combobox',
  );
  await page.waitForTimeout(1500);
}

/** Whether the first row of the list holds what is in the field, or offers to create it. */
const isFiltered = () => {
  const typed = (document.activeElement as HTMLInputElement).value.trim();
  const rows = [...document.querySelectorAll('[role=option]')];
  return rows.some(({ textContent }) => textContent.includes(typed));
};

/** Types a word into the empty field, a letter at a time, and empties it again. */
async function typeSlowly(page: Page, word: string): Promise<void> {
  for (const letter of word) {
    await page.keyboard.type(letter);
    await page.waitForFunction(isFiltered, null, { polling: betweenKeys });
    await page.waitForTimeout(betweenKeys);
  }
  await page.keyboard.press('Escape');
  await page.waitForTimeout(betweenKeys);
}

const scripts = new Set([
  'EventDispatch',
  'EvaluateScript',
  'FireAnimationFrame',
  'FireIdleCallback',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
  'v8.callFunction',
]);

/** Scripts that no other script runs in. */
function outermostScripts(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const isMain = mainThreadOf(events);
  let end = 0;
  return events
    .filter((event) => event.ph === 'X' && scripts.has(event.name) && isMain(event))
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter(({ ts, dur = 0 }) => {
      const isInside = ts < end;
      end = Math.max(end, ts + dur);
      return !isInside;
    });
}

const kindOf = ({ args }: TraceEvent) =>
  (args?.['data'] as { readonly type?: string } | undefined)?.type;

/** Milliseconds of all script from each letter to the key after it: handlers, promises, timers, frames. */
function scriptOfLetters(
  events: readonly TraceEvent[],
  letters: number,
): readonly number[] {
  const all = outermostScripts(events);
  const keys = all.filter((event) => kindOf(event) === 'keydown');
  return keys
    .map(({ ts }, index) => {
      const next = keys[index + 1]?.ts ?? ts + betweenKeys * 1000;
      return all
        .filter((event) => event.ts >= ts && event.ts < next)
        .reduce((sum, { tdur, dur = 0 }) => sum + (tdur ?? dur) / 1000, 0);
    })
    .slice(0, letters);
}

export async function figures(scale: 'full' | 'small'): Promise<readonly Figure[]> {
  const count = scale === 'full' ? 5000 : 1000;
  const words = scale === 'full' ? typedWords : typedWords.slice(2, 4);
  const size = scale === 'full' ? sizes.normal : { words: 2000, turns: 60, units: 200 };
  const study = await windowStudy(size, (project) => addCodes(project, count));
  try {
    const page = await openTranscript(study);
    await goToCodes(page);
    await typeSlowly(page, 'sa');
    const times: number[] = [];
    for (const word of words) {
      const events = await traced(page, () => typeSlowly(page, word));
      times.push(...scriptOfLetters(events, word.length));
    }
    const detail = `slowest ${Math.max(...times).toFixed(1)} ms of ${times.length} letters, misspelt ones among them`;
    const name = `script from a letter to the painted list at ${count} codes`;
    return [
      { name: `${name}, median`, value: median(times), unit: 'ms', limit: 16, detail },
      {
        name: `${name}, 95th percentile`,
        value: percentile(times, 0.95),
        unit: 'ms',
        limit: 16,
      },
    ];
  } finally {
    await study.end();
  }
}
