import type { Page } from '@playwright/test';

import type { AnalysisRow } from '../../shared/domain/analysisTable.ts';
import {
  type BrowserApp,
  expect,
  expectAccessible,
  shot,
  test,
} from '../support/browserApp.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const grid = (page: Page) => page.getByRole('grid', { name: 'Analystabell' });

/** The worked example, at its analysis table, with the first cell in focus. */
async function openTable(app: BrowserApp, page: Page): Promise<void> {
  await app.call('project.openExample', { path: app.pathOf('example.utsaga') });
  await page.getByRole('button', { name: /^Analystabell/ }).waitFor();
  await page.keyboard.press('Control+2');
  await expect(cell(page, 1, 'Enhet')).toBeFocused();
}

/** The cell of a row, counted from 1 as the foot of the table does, under a head. */
function cell(page: Page, row: number, head: string) {
  const columns = [
    'Enhet',
    'Meningsenhet',
    'Kondensering',
    'Tolkning',
    'Kod',
    'Underkategori',
    'Huvudkategori',
    'Tema',
  ];
  return grid(page)
    .locator(`[aria-rowindex="${row + 1}"]`)
    .locator(`[aria-colindex="${columns.indexOf(head) + 1}"]`);
}

async function go(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

async function rowsOf(app: BrowserApp): Promise<readonly AnalysisRow[]> {
  return (await app.call('analysisTable.rows', { limit: 100 })).rows;
}

const row = async (app: BrowserApp, number: number) =>
  (await rowsOf(app)).find((one) => one.number === number)!;

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test.describe('The analysis table by keyboard', () => {
  test('a condensation is typed over, saved by Enter and undone with its name', async ({
    app,
    page,
  }) => {
    await openTable(app, page);
    await go(page, 'ArrowRight', 'ArrowRight');
    await page.keyboard.type('Ett brev utan förklaring');
    await expect(
      page.getByRole('textbox', { name: 'Kondensering, enhet 1' }),
    ).toBeFocused();
    await go(page, 'Enter');
    await expect(cell(page, 2, 'Kondensering')).toBeFocused();
    await expect(cell(page, 1, 'Kondensering')).toHaveText('Ett brev utan förklaring');
    expect((await row(app, 1)).condensed).toBe('Ett brev utan förklaring');

    await go(page, 'Control+z');
    await expect(cell(page, 1, 'Kondensering')).toHaveText(/^Visste ingenting/);
    await expect(cell(page, 1, 'Kondensering')).toBeFocused();
  });

  test('F2 goes on with what stands there, Shift Enter breaks the line, Tab goes right, Escape leaves it as it was', async ({
    app,
    page,
  }) => {
    await openTable(app, page);
    await go(page, 'ArrowRight', 'ArrowRight', 'F2');
    await go(page, 'Shift+Enter');
    await page.keyboard.type('och en rad till');
    await go(page, 'Tab');
    await expect(cell(page, 1, 'Tolkning')).toBeFocused();
    await expect
      .poll(async () => (await row(app, 1)).condensed)
      .toMatch(/utredning\noch en rad till$/);
    const { steps } = await app.call('project.stats', {});

    await page.keyboard.type('något jag ångrar');
    await go(page, 'Escape');
    await expect(cell(page, 1, 'Tolkning')).toBeFocused();
    await expect(cell(page, 1, 'Tolkning')).toHaveText('');
    expect((await app.call('project.stats', {})).steps).toBe(steps);
  });

  test('a code is added and taken away, and Enter in the empty field goes on downwards', async ({
    app,
    page,
  }) => {
    await openTable(app, page);
    await go(page, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await page.keyboard.type('oro av');
    await expect(page.getByRole('option', { name: /^oro av ovisshet/ })).toBeVisible();
    await go(page, 'Enter');
    await expect
      .poll(async () => (await row(app, 1)).codes.map(({ name }) => name))
      .toEqual(['missuppfattat syfte', 'oro av ovisshet']);
    await go(page, 'Backspace');
    await expect.poll(async () => (await row(app, 1)).codes.length).toBe(1);
    await go(page, 'Escape', 'Escape', 'Enter');
    await page.keyboard.type('alldeles ny kod');
    await page.getByRole('option', { name: /^Skapa koden/ }).waitFor();
    await go(page, 'Enter');
    await expect.poll(async () => (await row(app, 1)).codes.length).toBe(2);
    await go(page, 'Enter');
    await expect(cell(page, 2, 'Kod')).toBeFocused();
  });

  test('the category of a unit moves its code with all its units, says so and can be undone', async ({
    app,
    page,
  }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await openTable(app, page);
    await go(
      page,
      'ArrowDown',
      ...Array.from({ length: 5 }, () => 'ArrowRight'),
      'Enter',
    );
    const field = page.getByRole('combobox', {
      name: 'Flytta koden ”utebliven förklaring” med 2 enheter till',
    });
    await expect(field).toBeFocused();
    await expect(field).toBeInViewport({ ratio: 1 });
    await page.keyboard.type('utsatthet');
    await page.getByRole('option', { name: /^Utsatthet i mötesrummet/ }).waitFor();
    await go(page, 'Enter');
    await expect(page.getByRole('status')).toContainText(
      'Flyttade koden ”utebliven förklaring” med 2 enheter till Utsatthet i mötesrummet.',
    );
    await expect(cell(page, 3, 'Underkategori')).toBeFocused();
    for (const number of [2, 3])
      expect((await row(app, number)).codes[0]?.path[0]?.name).toBe(
        'Utsatthet i mötesrummet',
      );
    await page.getByRole('button', { name: 'Ångra', exact: true }).last().click();
    await expect
      .poll(async () => (await row(app, 2)).codes[0]?.path[0]?.name)
      .toBe('Bristande information inför mötet');
  });

  test('with several codes it asks which is moved', async ({ app, page }) => {
    await app.call('project.openExample', { path: app.pathOf('example.utsaga') });
    const codes = await app.call('codes.list', {});
    const unit = await row(app, 1);
    const other = codes.find(({ name }) => name === 'oro av ovisshet')!;
    await app.call('meaningUnits.code', { unitIds: [unit.id], codeIds: [other.id] });
    await page.getByRole('button', { name: /^Analystabell/ }).waitFor();
    await page.keyboard.press('Control+2');
    await expect(cell(page, 1, 'Enhet')).toBeFocused();
    await go(page, ...Array.from({ length: 5 }, () => 'ArrowRight'), 'Enter');
    const which = page.getByRole('radiogroup', {
      name: 'Vilken av koderna ska flyttas?',
    });
    await expect(which).toBeVisible();
    await which.getByText('oro av ovisshet').click();
    await expect(
      page.getByRole('combobox', { name: /^Flytta koden ”oro av ovisshet”/ }),
    ).toBeVisible();
  });

  test('Ctrl J goes to the words and comes back to the same row, also when it is sorted elsewhere', async ({
    app,
    page,
  }) => {
    await openTable(app, page);
    await go(page, 'ArrowUp', 'ArrowRight', 'ArrowRight', 'Enter');
    await expect(
      page.getByRole('columnheader', { name: 'Kondensering' }),
    ).toHaveAttribute('aria-sort', 'ascending');
    await go(page, 'Control+End', 'Home');
    const [last] = (
      await app.call('analysisTable.rows', { sort: 'condensed', offset: 56, limit: 1 })
    ).rows;
    await expect(cell(page, 57, 'Enhet')).toBeFocused();
    await go(page, 'Enter');
    await expect(page.getByRole('textbox', { name: /^Transkript/ })).toBeVisible();
    await expect(
      page.locator('mark[aria-current], mark.mark-selected').first(),
    ).toBeVisible();
    await go(page, 'Control+j');
    await expect(cell(page, 57, 'Enhet')).toBeFocused();
    await expect(cell(page, 57, 'Enhet')).toContainText(String(last?.number));
  });

  test('blocks are chosen, copied, cut, pasted and cleared, each in one step', async ({
    app,
    page,
  }) => {
    await openTable(app, page);
    const before = await rowsOf(app);
    await go(page, 'ArrowRight', 'ArrowRight', 'Shift+ArrowDown', 'Control+c');
    await expect
      .poll(() => copied(page))
      .toBe(`${before[0]?.condensed}\r\n${before[1]?.condensed}`);

    await go(page, 'ArrowRight', 'ArrowUp', 'Control+v');
    await expect(cell(page, 2, 'Tolkning')).toHaveText(before[1]!.condensed);
    await go(page, 'Shift+ArrowDown', 'Control+x');
    await expect(cell(page, 1, 'Tolkning')).toHaveText('');
    await go(page, 'Control+z');
    await expect(cell(page, 2, 'Tolkning')).toHaveText(before[1]!.condensed);
    await go(page, 'Control+z');
    await expect(cell(page, 1, 'Tolkning')).toHaveText('');
    expect((await rowsOf(app)).map((one) => one.condensed)).toEqual(
      before.map((one) => one.condensed),
    );
  });

  test('a code with a semicolon in its name is copied and pasted as one, and rows that grow push the others down', async ({
    app,
    page,
  }) => {
    await openTable(app, page);
    const names = ['rädsla; ilska', 'oro', 'skam', 'en kod till'];
    const [first] = await rowsOf(app);
    const unitIds = [first!.id];
    for (const { id: codeId } of first!.codes)
      await app.call('meaningUnits.uncode', { unitIds, codeId });
    await app.call('meaningUnits.code', {
      unitIds,
      create: names.map((name) => ({ name })),
    });
    await expect(cell(page, 1, 'Kod')).toHaveText(names.join(''));
    await go(page, ...Array<string>(4).fill('ArrowRight'), 'Control+c');
    await expect.poll(() => copied(page)).toMatch(/rädsla; ilska/);
    await go(page, 'ArrowDown', 'Control+v');
    await expect(cell(page, 2, 'Kod')).toHaveText(names.join(''));

    await page.reload();
    await page.getByRole('button', { name: /^Analystabell/ }).waitFor();
    await page.keyboard.press('Control+2');
    await expect(cell(page, 2, 'Kod')).toHaveText(names.join(''));
    const edges = () =>
      grid(page)
        .locator('[data-index]')
        .evaluateAll((rows) =>
          rows.slice(1).map((below, at) => {
            const above = rows[at]!.getBoundingClientRect().bottom;
            return Math.round(below.getBoundingClientRect().top - above);
          }),
        );
    await expect.poll(async () => [...new Set(await edges())]).toEqual([0]);
  });

  test('a paste from a spreadsheet over more than twenty cells is shown before it is done', async ({
    app,
    page,
  }) => {
    await openTable(app, page);
    await page.evaluate(() =>
      navigator.clipboard.writeText(
        Array.from({ length: 25 }, (_, n) => `ny ${n + 1}\t"djup\r\n${n + 1}"`).join(
          '\r\n',
        ),
      ),
    );
    await go(page, 'ArrowRight', 'ArrowRight', 'Control+v');
    const preview = page.getByRole('dialog', { name: 'Det här ändrar 50 celler' });
    await expect(preview).toContainText('Visste ingenting');
    await expectAccessible(page);
    const { steps } = await app.call('project.stats', {});
    await go(page, 'Enter');
    await expect(preview).toBeHidden();
    await expect(cell(page, 1, 'Kondensering')).toBeFocused();
    await expect(cell(page, 1, 'Kondensering')).toHaveText('ny 1');
    expect((await row(app, 25)).interpretation).toBe('djup\n25');
    expect((await app.call('project.stats', {})).steps).toBe(steps + 1);
  });

  test('Space stars, Shift Space chooses rows, and copied rows go to Word and Excel with their heads', async ({
    app,
    page,
  }) => {
    await openTable(app, page);
    await go(page, 'Space');
    await expect(
      cell(page, 1, 'Enhet').getByRole('img', { name: 'kan citeras' }),
    ).toBeVisible();
    expect((await row(app, 1)).isQuotable).toBe(true);
    await go(page, 'Shift+ArrowDown', 'Shift+Space', 'Control+c');
    await expect.poll(() => copied(page)).toMatch(/^Nr\tTalare\tReplik\tMeningsenhet/);
    expect((await copied(page)).split('\r\n')).toHaveLength(3);
    const html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item?.getType('text/html'))?.text() ?? '';
    });
    expect(html).toContain('<table');
  });

  test('filters are chosen by keyboard, become chips, and can be cleared when nothing is left', async ({
    app,
    page,
  }) => {
    await openTable(app, page);
    await go(page, 'Control+f');
    await expect(page.getByRole('textbox', { name: 'Ord i raden' })).toBeFocused();
    await page.keyboard.type('brev');
    await expect(page.getByText('1 av 57 rader visas')).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.type('xyz');
    await expect(page.getByText('Inga rader med de här filtren.')).toBeVisible();
    await go(page, 'Enter');
    await expect(page.getByText('Ord: brevxyz')).toBeVisible();
    await page.getByRole('button', { name: 'Rensa filtren' }).press('Enter');
    await expect(page.getByText('57 av 57 rader visas')).toBeVisible();
    await expect(cell(page, 1, 'Enhet')).toBeFocused();
  });
});

test.describe('The analysis table by mouse', () => {
  test('a click chooses, a second edits, another place saves', async ({ app, page }) => {
    await openTable(app, page);
    await cell(page, 3, 'Kondensering').click();
    await expect(cell(page, 3, 'Kondensering')).toBeFocused();
    await expect(page.getByText('Rad 3, Kondensering')).toBeVisible();
    await cell(page, 3, 'Kondensering').click();
    await page
      .getByRole('textbox', { name: 'Kondensering, enhet 3' })
      .fill('Skrivet med mus');
    await cell(page, 5, 'Meningsenhet').click();
    await expect(cell(page, 3, 'Kondensering')).toHaveText('Skrivet med mus');
    await expect(cell(page, 5, 'Meningsenhet')).toBeFocused();
    expect((await row(app, 3)).condensed).toBe('Skrivet med mus');
  });

  test('heads sort, edges make columns wider, and what is chosen stays after a restart', async ({
    app,
    page,
  }) => {
    await openTable(app, page);
    const head = page.getByRole('columnheader', { name: 'Kod' });
    await head.click();
    await expect(head).toHaveAttribute('aria-sort', 'ascending');
    const [first] = (await app.call('analysisTable.rows', { sort: 'code', limit: 1 }))
      .rows;
    await expect(cell(page, 1, 'Kod')).toHaveText(first!.codes[0]!.name);
    const box = (await head.boundingBox())!;
    await page.mouse.move(box.x + box.width, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width + 80, box.y + 10, { steps: 4 });
    await page.mouse.up();
    await expect
      .poll(async () => (await app.call('settings.get', {})).tableColumns[0]?.id)
      .toBe('code');
    expect((await head.boundingBox())!.width).toBeGreaterThan(box.width + 20);

    await page.getByRole('button', { name: 'Kolumner' }).click();
    await page.getByRole('checkbox', { name: 'Tolkning' }).uncheck();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('columnheader', { name: 'Tolkning' })).toBeHidden();
  });

  test('a filter by category, grouped, shows the name once and leads to the words', async ({
    app,
    page,
  }) => {
    await openTable(app, page);
    await page.getByRole('button', { name: '+ Filter' }).click();
    await page.getByRole('combobox', { name: 'Kategori' }).click();
    await page.getByRole('option', { name: /^Hinder för delaktighet i SIP/ }).click();
    await page.keyboard.press('Escape');
    await expect(
      page.getByText('Huvudkategori: Hinder för delaktighet i SIP'),
    ).toBeVisible();
    await expect(page.getByText('34 av 57 rader visas')).toBeVisible();
    await page.getByRole('button', { name: 'Gruppera efter kategori' }).click();
    await expect(cell(page, 1, 'Underkategori')).toHaveText(
      'Bristande information inför mötet',
    );
    const next = cell(page, 2, 'Underkategori');
    await expect(next).toHaveText('');
    await expect(next).toHaveAccessibleName('Bristande information inför mötet');
    await shot(page, 'table-grouped');
    await cell(page, 2, 'Meningsenhet').hover();
    await page.getByRole('button', { name: 'Visa i texten' }).click();
    await expect(page.getByRole('textbox', { name: /^Transkript/ })).toBeVisible();
  });

  test('the menu of a block fills downwards', async ({ app, page }) => {
    await openTable(app, page);
    await cell(page, 1, 'Kondensering').click();
    await cell(page, 3, 'Kondensering').click({ modifiers: ['Shift'] });
    await cell(page, 2, 'Kondensering').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Fyll nedåt' }).click();
    await expect(cell(page, 3, 'Kondensering')).toHaveText(/^Visste ingenting/);
    expect((await row(app, 2)).condensed).toBe((await row(app, 1)).condensed);
  });
});

test.describe('The analysis table', () => {
  test('tells a screen reader where it is, and is accessible in both themes', async ({
    app,
    page,
  }) => {
    await openTable(app, page);
    await expect(grid(page)).toHaveAttribute('aria-rowcount', '58');
    await expectAccessible(page);
    await app.call('settings.change', { theme: 'dark', density: 'large' });
    await page.reload();
    await page.getByRole('button', { name: /^Analystabell/ }).waitFor();
    await page.keyboard.press('Control+2');
    await expect(cell(page, 1, 'Enhet')).toBeFocused();
    await expectAccessible(page);
    await shot(page, 'table-dark-large');
  });

  test('says what to do when nothing has been marked', async ({ app, page }) => {
    await app.call('project.create', {
      path: app.pathOf('tom.utsaga'),
      description: {
        title: 'Tomt',
        aim: '',
        researchQuestions: [],
        approach: 'inductive',
        content: 'manifest',
        language: 'sv',
        levelPreset: 'own',
        levelNames: ['Kategori'],
        hasThemes: false,
      },
    });
    await page.getByRole('button', { name: /^Analystabell/ }).click();
    await expect(
      page.getByText('Tabellen fylls när du markerar i texten.'),
    ).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Öppna transkriptet' }).click();
    await expect(grid(page)).toBeHidden();
  });
});
