import type { Page } from '@playwright/test';

import type { ApiName, Input, Output } from '../../shared/api.ts';
import { emptyListPage } from './emptyList/emptyListPage.ts';
import { median, type Figure } from './measure.ts';
import { each, frames, scroll, type Scrolling } from './scrolling.ts';
import { windowStudy, type WindowStudy } from './windowStudy.ts';

const view = { width: 1440, height: 900 };
const rows = 20_000;

async function must<Name extends ApiName>(
  { started }: WindowStudy,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const result = await started.session.call(name, input);
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.problem)}`);
  return result.value as Output<Name>;
}

/** The codes placed under sub-categories, so that rows have cells that run together. */
async function placeCodes(study: WindowStudy): Promise<void> {
  const codes = await must(study, 'codes.list', {});
  const parent = await must(study, 'categories.create', {
    name: 'Huvudkategori',
    depth: 2,
  });
  for (let first = 0; first < codes.length; first += 25)
    await must(study, 'categories.create', {
      name: `Kategori ${first / 25 + 1}`,
      depth: 1,
      parentId: parent.id,
      codeIds: codes.slice(first, first + 25).map(({ id }) => id),
    });
}

async function openTable(study: WindowStudy): Promise<Page> {
  const page = await study.browser.newPage({ viewport: view });
  await page.goto(study.started.host.url);
  await page.getByRole('navigation').waitFor();
  await page.keyboard.press('Control+2');
  await page.getByRole('gridcell').first().waitFor();
  await page.waitForTimeout(1500);
  return page;
}

async function fromTop(page: Page, scroller: string): Promise<void> {
  await page.bringToFront();
  await page.evaluate((part) => {
    const element = document.querySelector(part);
    if (element) element.scrollTop = 0;
  }, scroller);
}

const pointer = { x: 700, y: 500 };

export async function figures(scale: 'full' | 'small'): Promise<readonly Figure[]> {
  const units = scale === 'full' ? rows : 2000;
  const study = await windowStudy({ words: units * 8, turns: units / 3, units });
  const list = await emptyListPage();
  try {
    await placeCodes(study);
    const page = await openTable(study);
    const empty = await study.browser.newPage({ viewport: view });
    await empty.goto(list.url);
    await empty.locator('[data-row]').first().waitFor();
    const [own, theirs]: [Scrolling[], Scrolling[]] = [[], []];
    for (let run = 0; run < 5; run += 1) {
      await fromTop(page, '.table-scroll');
      own.push(await scroll(page, pointer));
      await fromTop(empty, '#root > div');
      theirs.push(await scroll(empty, pointer));
    }
    const work = median(own.map((one) => one.work));
    const emptyWork = median(theirs.map((one) => one.work));
    const dropped = own.reduce((sum, one) => sum + one.dropped, 0);
    const emptyDropped = theirs.reduce((sum, one) => sum + one.dropped, 0);
    return [
      {
        name: `Scrolling a table of ${units} rows: work per frame against an empty virtual list`,
        value: work / emptyWork,
        unit: '×',
        limit: 1.5,
        detail: `${work.toFixed(2)} ms against ${emptyWork.toFixed(2)} ms; each run ${each(own, ({ work: one }) => one, 2)} against ${each(theirs, ({ work: one }) => one, 2)}; drawn frames of ${frames} ${each(own, ({ drawn }) => drawn)} against ${each(theirs, ({ drawn }) => drawn)}; missed frames ${dropped} against ${emptyDropped}`,
      },
    ];
  } finally {
    list.close();
    await study.end();
  }
}
