import type { Page } from '@playwright/test';

import type { ApiName, Input, Output } from '../../shared/api.ts';
import type { CategoryId, CodeId } from '../../shared/domain/ids.ts';
import { median, percentile, type Figure } from './measure.ts';
import { randomFrom, sizes, syntheticCodeName } from './syntheticStudy.ts';
import {
  mainThreadOf,
  traced,
  windowStudy,
  type TraceEvent,
  type WindowStudy,
} from './windowStudy.ts';

const view = { width: 1440, height: 900 };
const bands = 4;
const columnsPerBand = 5;
const unplaced = 60;

async function ask<Name extends ApiName>(
  study: WindowStudy,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const result = await study.started.session.call(name, input);
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.problem)}`);
  return result.value as Output<Name>;
}

/** Codes up to `count`, all but sixty of them placed evenly in twenty categories of four main categories. */
async function fillBoard(study: WindowStudy, count: number): Promise<void> {
  const random = randomFrom(3);
  const known = await ask(study, 'codes.list', {});
  const ids: CodeId[] = known.map((code) => code.id);
  for (let n = ids.length; n < count; n += 1)
    ids.push(
      (await ask(study, 'codes.create', { name: syntheticCodeName(n, random) })).id,
    );
  const columns: CategoryId[] = [];
  for (let n = 0; n < bands; n += 1) {
    const { id: parentId } = await ask(study, 'categories.create', {
      name: `Huvudkategori ${n}`,
      depth: 2,
    });
    for (let m = 0; m < columnsPerBand; m += 1)
      columns.push(
        (
          await ask(study, 'categories.create', {
            name: `Kategori ${n} ${m}`,
            depth: 1,
            parentId,
          })
        ).id,
      );
  }
  const placed = ids.slice(unplaced);
  for (const [index, categoryId] of columns.entries())
    await ask(study, 'codes.move', {
      codeIds: placed.filter((_, at) => at % columns.length === index),
      categoryId,
    });
}

async function openBoard(study: WindowStudy, count: number): Promise<Page> {
  const page = await study.browser.newPage({ viewport: view });
  await page.goto(study.started.host.url);
  await page.getByRole('navigation').waitFor();
  await page.keyboard.press('Control+3');
  await page.waitForFunction(
    (cards) => document.querySelectorAll('.code-card').length >= cards,
    count,
    { timeout: 60_000 },
  );
  await page.waitForTimeout(1500);
  return page;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

async function spotOf(page: Page, selector: string, index: number): Promise<Spot> {
  const element = page.locator(selector).nth(index);
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (!box) throw new Error(`Nothing is drawn of ${selector} ${index}`);
  return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 20) };
}

interface Frames {
  /** Milliseconds of the main thread in each frame, and of scripts alone. */
  readonly work: readonly number[];
  readonly script: readonly number[];
}

/** A frame is what the main thread does from one animation frame to the next. */
function framesIn(events: readonly TraceEvent[]): Frames {
  const isMain = mainThreadOf(events);
  const mine = events.filter(isMain);
  const starts = mine
    .filter(({ name }) => name === 'FireAnimationFrame')
    .map(({ ts }) => ts)
    .toSorted((a, b) => a - b)
    .filter((ts, index, all) => index === 0 || ts - all[index - 1]! > 4000);
  const sums = (names: readonly string[]) => {
    const totals = starts.map(() => 0);
    for (const { name, ts, dur = 0 } of mine) {
      const frame = starts.findLastIndex((start) => start <= ts + dur);
      if (names.includes(name) && frame >= 0) totals[frame] = totals[frame]! + dur / 1000;
    }
    return totals;
  };
  return {
    work: sums(['RunTask']),
    script: sums(['FireAnimationFrame', 'EventDispatch']),
  };
}

/** Ten cards are carried over the columns of two bands and along the list of places; Escape ends it. */
async function carry(page: Page): Promise<Frames> {
  const cards = page.locator('.pile .code-card');
  await cards.first().click();
  await cards.nth(9).click({ modifiers: ['Shift'] });
  const from = await spotOf(page, '.pile .code-card', 4);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y + 10, { steps: 2 });
  await page.waitForTimeout(500);
  const board = (await page.locator('.board').boundingBox())!;
  const events = await traced(page, async () => {
    for (let n = 0; n < 120; n += 1) {
      const x = board.x + 20 + ((board.width - 40) * ((n * 7) % 120)) / 120;
      const y = board.y + 80 + ((board.height - 160) * ((n * 3) % 120)) / 120;
      await page.mouse.move(x, y);
    }
    for (let n = 0; n < 40; n += 1)
      await page.mouse.move(board.x + board.width + 60, board.y + 60 + n * 12);
  });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  return framesIn(events);
}

declare global {
  interface Window {
    paintedAfter?: Promise<number>;
  }
}

/** In the page: waits for the button to be let go, then for the carried card to be painted in a column. */
function armPaint(): void {
  const chosen = document.querySelector('.pile .code-card[aria-selected=true]');
  const key = chosen?.getAttribute('data-node');
  window.paintedAfter = new Promise((resolve) => {
    const onUp = (event: PointerEvent) => {
      const start = event.timeStamp;
      const look = () => {
        if (!document.querySelector(`.column [data-node="${key}"]`))
          requestAnimationFrame(look);
        // This frame holds the card; in the task after it, it has been painted.
        else setTimeout(() => resolve(performance.now() - start));
      };
      requestAnimationFrame(look);
    };
    window.addEventListener('pointerup', onUp, { capture: true, once: true });
  });
}

/** Cards let go over a column: from the button to the frame that shows them there, as the project has stored them. */
async function moves(page: Page, count: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) {
    await page.keyboard.press('Escape');
    const cards = page.locator('.pile .code-card');
    await cards.nth(n % 5).click();
    await cards.nth((n % 5) + 2).click({ modifiers: ['Shift'] });
    const from = await spotOf(page, '.pile .code-card', n % 5);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 20, from.y + 10, { steps: 2 });
    const to = await spotOf(page, '.column .code-card', 3 + (n % 3));
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.waitForTimeout(200);
    await page.evaluate(armPaint);
    await page.mouse.up();
    times.push(await page.evaluate(() => window.paintedAfter!));
    await page.waitForTimeout(250);
  }
  return times;
}

export async function figures(scale: 'full' | 'small'): Promise<readonly Figure[]> {
  const count = scale === 'full' ? 500 : 350;
  const study = await windowStudy(sizes.normal);
  try {
    await fillBoard(study, count);
    const page = await openBoard(study, count);
    const frames = await carry(page);
    const times = await moves(page, scale === 'full' ? 15 : 5);
    return [
      {
        name: `script of a drag frame at ${count} codes, 95th percentile`,
        value: percentile(frames.script, 0.95),
        unit: 'ms',
        limit: 16,
        detail: `median ${median(frames.script).toFixed(1)} ms of ${frames.script.length} frames`,
      },
      {
        name: `all work of a drag frame at ${count} codes, median`,
        value: median(frames.work),
        unit: 'ms',
        limit: 16,
        detail: `95th percentile ${percentile(frames.work, 0.95).toFixed(1)} ms, layout and paint included`,
      },
      {
        name: `a move at ${count} codes to paint, median`,
        value: median(times),
        unit: 'ms',
        limit: 100,
        detail: `slowest ${Math.max(...times).toFixed(0)} ms of ${times.length}, through host and file`,
      },
    ];
  } finally {
    await study.end();
  }
}
