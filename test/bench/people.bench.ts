import type { Page } from '@playwright/test';

import { median, type Figure } from './measure.ts';
import { mainThreadOf, traced, windowStudy, type WindowStudy } from './windowStudy.ts';

const view = { width: 1440, height: 900 };
const places = ['Norrby', 'Sörby', 'Österby', 'Västerby'];
const scrolled = 120;
const heads = ['Pseudonym', 'Ålder', 'Kommun', 'Datum', 'Har SIP', 'Roll'];

/** As Excel copies it: names, decimal commas, dates, yes and no, blanks. */
function block(rows: number): string {
  const row = (at: number) =>
    [
      `P${at + 1}`,
      `${20 + (at % 60)},5`,
      places[at % places.length]!,
      `2026-0${1 + (at % 9)}-1${at % 10}`,
      at % 3 === 0 ? '' : 'ja',
      at % 7 === 0 ? '"anhörig,\nbor nära"' : 'egen SIP',
    ].join('\t');
  return [heads.join('\t'), ...Array.from({ length: rows }, (_, at) => row(at))].join(
    '\r\n',
  );
}

async function openPeople(study: WindowStudy): Promise<Page> {
  await study.started.session.call('settings.change', { language: 'sv' });
  const page = await study.browser.newPage({ viewport: view });
  await page.goto(study.started.host.url);
  await page.getByRole('navigation').waitFor();
  await page.getByRole('button', { name: /^Deltagare/ }).click();
  await page.getByRole('rowheader').first().waitFor();
  await page.waitForTimeout(1000);
  return page;
}

interface Pasting {
  /** Milliseconds of the window's thread, and its longest task. */
  readonly work: number;
  readonly longest: number;
}

/** From the key to the look at what is new, and on to the rows as they are stored. */
async function paste(page: Page, text: string, rows: number): Promise<Pasting> {
  await page.getByRole('rowheader').first().click();
  const events = await traced(page, async () => {
    await page.evaluate((pasted) => {
      const data = new DataTransfer();
      data.setData('text/plain', pasted);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', {
          clipboardData: data,
          bubbles: true,
          cancelable: true,
        }),
      );
    }, text);
    await page.getByRole('dialog').getByRole('button', { name: 'Skriv in' }).click();
    await page.waitForFunction(
      (count) =>
        Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')) >
        count,
      rows,
      { timeout: 60_000 },
    );
    await page.waitForTimeout(500);
  });
  const isMain = mainThreadOf(events);
  const tasks = events
    .filter((event) => event.name === 'RunTask' && event.ph === 'X' && isMain(event))
    .map(({ tdur = 0 }) => tdur / 1000);
  return {
    work: tasks.reduce((sum, time) => sum + time, 0),
    longest: Math.max(0, ...tasks),
  };
}

/** Script of the window's thread for each frame of a scroll of three rows a frame. */
async function scriptPerFrame(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const script = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0;
  };
  await page.bringToFront();
  const before = await script();
  await page.evaluate(async (count) => {
    const element = document.querySelector('.people-scroll');
    if (!element) return;
    element.scrollTop = 0;
    for (let frame = 0; frame < count; frame += 1) {
      element.scrollTop += 100;
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
    }
  }, scrolled);
  return ((await script()) - before) * (1000 / scrolled);
}

export async function figures(scale: 'full' | 'small'): Promise<readonly Figure[]> {
  const rows = scale === 'full' ? 5000 : 1000;
  const study = await windowStudy({ words: 4000, turns: 120, units: 100 });
  try {
    const page = await openPeople(study);
    const pasted = await paste(page, block(rows), rows);
    const runs: number[] = [];
    for (let run = 0; run < 3; run += 1) runs.push(await scriptPerFrame(page));
    return [
      {
        name: `Pasting ${rows} participants with five attributes: the window's thread, all of it`,
        value: pasted.work,
        unit: 'ms',
        limit: 1500,
        detail: `longest task ${pasted.longest.toFixed(0)} ms`,
      },
      {
        name: `Scrolling ${rows} participants: script per frame`,
        value: median(runs),
        unit: 'ms',
        limit: 4,
        detail: `each run ${runs.map((one) => one.toFixed(2)).join(' ')}`,
      },
    ];
  } finally {
    await study.end();
  }
}
