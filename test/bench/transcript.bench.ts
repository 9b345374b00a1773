import type { Page } from '@playwright/test';

import { median, type Figure } from './measure.ts';
import { sizes } from './syntheticStudy.ts';
import { each, frames, scroll, type Scrolling } from './scrolling.ts';
import { windowStudy, type StudySize, type WindowStudy } from './windowStudy.ts';

const view = { width: 1440, height: 900 };

/** Runs in the page: the time of the next key press until `isThere` holds and the frame that shows it has been painted. */
const watch = `globalThis.untilPainted = (isThere) => {
  globalThis.painted = new Promise((resolve) => {
    document.addEventListener('keydown', (event) => {
      const start = event.timeStamp;
      const look = () =>
        isThere()
          ? setTimeout(() => resolve(performance.now() - start))
          : requestAnimationFrame(look);
      requestAnimationFrame(look);
    }, { capture: true, once: true });
  });
};`;

/** Presses a key and waits until the page has painted what was expected; milliseconds from the key. */
export async function untilPainted(
  page: Page,
  key: string,
  isThere: string,
): Promise<number> {
  await page.evaluate(`${watch} untilPainted(() => ${isThere})`);
  await page.keyboard.press(key);
  return page.evaluate<number>(
    `Promise.race([painted, new Promise((_, no) => setTimeout(no, 20000, new Error('never painted')))])`,
  );
}

/** To the transcript by key; milliseconds until its first words have been painted. */
async function paintOfTranscript(study: WindowStudy): Promise<number> {
  const page = await study.browser.newPage({ viewport: view });
  await page.goto(study.started.host.url);
  await page.getByRole('navigation').waitFor();
  await page.waitForTimeout(1500);
  const time = await untilPainted(
    page,
    'Control+1',
    "document.querySelector('[data-turn]') !== null",
  );
  await page.close();
  return time;
}

async function paintOfStaticPage(study: WindowStudy): Promise<number> {
  const page = await study.browser.newPage({ viewport: view });
  await page.goto(study.staticUrl);
  const time = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [entry] = list.getEntriesByName('first-contentful-paint');
          if (entry) resolve(entry.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
  await page.close();
  return time;
}

export async function openTranscript(study: WindowStudy): Promise<Page> {
  const page = await study.browser.newPage({ viewport: view });
  await page.goto(study.started.host.url);
  await page.getByRole('navigation').waitFor();
  await page.keyboard.press('Control+1');
  await page.locator('[data-turn]').first().waitFor();
  const turns = study.turns.length;
  await page.waitForFunction(
    (count) => document.querySelectorAll('[data-turn]').length >= count,
    turns,
    { timeout: 60_000 },
  );
  await page.waitForTimeout(1500);
  return page;
}

/** M on a selected sentence: from the key to the painted mark, which is drawn from what has been stored. */
export async function marks(
  page: Page,
  units: number,
  count: number,
): Promise<readonly number[]> {
  const times: number[] = [];
  await page.locator('[data-keys-root]').focus();
  for (let turn = 1; times.length < count; turn += 1) {
    await page.keyboard.press('Alt+ArrowDown');
    // Where only the moderator speaks it would ask first.
    if (turn % 6 === 0) continue;
    await page.keyboard.press('v');
    await page.keyboard.press('v');
    await page.waitForTimeout(150);
    const number = units + times.length + 1;
    const isThere = `document.getElementById('turn-${turn}').querySelector('mark[data-u~="${number}"]') !== null`;
    times.push(await untilPainted(page, 'm', isThere));
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    await page.keyboard.press('Control+Enter');
    await page.waitForTimeout(150);
  }
  return times;
}

export async function unitsOf({ started, transcriptId }: WindowStudy): Promise<number> {
  const answer = await started.session.call('meaningUnits.ofTranscript', {
    transcriptId,
  });
  return answer.ok && Array.isArray(answer.value) ? answer.value.length : 0;
}

const pointer = { x: 500, y: 500 };

const limitOfMarking = { normal: 50, extreme: 100 };

async function figuresOf(
  name: 'normal' | 'extreme',
  size: StudySize,
): Promise<readonly Figure[]> {
  const study = await windowStudy(size);
  try {
    const [own, plain]: [number[], number[]] = [[], []];
    for (let run = 0; run < 5; run += 1) {
      own.push(await paintOfTranscript(study));
      plain.push(await paintOfStaticPage(study));
    }
    const page = await openTranscript(study);
    const still = await study.browser.newPage({ viewport: view });
    await still.goto(study.staticUrl);
    await still.waitForTimeout(500);
    const [scrolled, plainly]: [Scrolling[], Scrolling[]] = [[], []];
    // Once uncounted, so that both are laid out and at rest.
    for (const one of [page, still]) await scroll(one, pointer);
    await page.waitForTimeout(3000);
    // Downwards without going back: words that have not been shown before, in both.
    for (let run = 0; run < 3; run += 1) {
      scrolled.push(await scroll(page, pointer));
      plainly.push(await scroll(still, pointer));
    }
    await page.bringToFront();
    const work = median(scrolled.map((one) => one.work));
    const plainWork = median(plainly.map((one) => one.work));
    const dropped = scrolled.reduce((sum, one) => sum + one.dropped, 0);
    const plainDropped = plainly.reduce((sum, one) => sum + one.dropped, 0);
    const marked = await marks(page, await unitsOf(study), 12);
    return [
      {
        name: `First paint, ${name}, against a static page`,
        value: median(own) / median(plain),
        unit: '×',
        limit: 2,
        detail: `${median(own).toFixed(0)} ms against ${median(plain).toFixed(0)} ms`,
      },
      {
        name: `Scrolling, ${name}: work per frame against a static page`,
        value: work / plainWork,
        unit: '×',
        limit: 1.5,
        detail: `${work.toFixed(2)} ms against ${plainWork.toFixed(2)} ms; each run ${each(scrolled, (one) => one.work, 2)} against ${each(plainly, (one) => one.work, 2)}; drawn frames of ${frames} ${each(scrolled, ({ drawn }) => drawn)} against ${each(plainly, ({ drawn }) => drawn)}`,
      },
      {
        name: `Scrolling, ${name}: missed frames beyond 1.5 × a static page's`,
        value: Math.max(0, dropped - 1.5 * plainDropped),
        unit: 'frames',
        limit: 0,
        detail: `${dropped} against ${plainDropped}`,
      },
      {
        name: `Key press to painted and stored mark, ${name}, median`,
        value: median(marked),
        unit: 'ms',
        limit: limitOfMarking[name],
        detail: marked.map((time) => time.toFixed(0)).join(' '),
      },
    ];
  } finally {
    await study.end();
  }
}

export async function figures(scale: 'full' | 'small'): Promise<readonly Figure[]> {
  const normal = await figuresOf('normal', sizes.normal);
  return scale === 'small'
    ? normal
    : [...normal, ...(await figuresOf('extreme', sizes.extreme))];
}
