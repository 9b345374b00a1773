import type { Page } from '@playwright/test';

import type { CodeId } from '../../shared/domain/ids.ts';
import {
  type BrowserApp,
  expect,
  expectAccessible,
  shot,
  test,
} from '../support/browserApp.ts';

const loose = [
  'vanlig svenska',
  'eget förmöte',
  'ständig egen anpassning',
  'minskad tillit',
  'personen tillfrågas först',
  'bemött som människa',
];

/** The worked example with six codes back in the pile, on the board. */
async function openBoard(app: BrowserApp, page: Page): Promise<void> {
  await app.call('project.openExample', { path: app.pathOf('example.utsaga') });
  const codes = await app.call('codes.list', {});
  await app.call('codes.move', {
    codeIds: loose.map((name) => codes.find((code) => code.name === name)!.id),
    categoryId: null,
  });
  await page.getByRole('button', { name: /^Gruppera/ }).click();
  await expect(page.getByRole('tree', { name: 'Kategoriträdet' })).toBeVisible();
}

const card = (page: Page, name: string) =>
  page.getByRole('treeitem', { name: new RegExp(`^${name} ?, kod`) });
const head = (page: Page, name: string) =>
  page.getByRole('treeitem', { name: new RegExp(`^${name} ?, (under|huvud)kategori`) });
const column = (page: Page, name: string) =>
  page.locator('.column').filter({ has: head(page, name) });

async function centre(what: ReturnType<typeof card>) {
  await what.scrollIntoViewIfNeeded();
  const box = (await what.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, box };
}

async function focusedName(page: Page): Promise<string> {
  return page.evaluate(() =>
    document.activeElement === document.body
      ? ''
      : (document.activeElement?.textContent ?? ''),
  );
}

async function placeOf(app: BrowserApp, name: string): Promise<string | null> {
  const code = (await app.call('codes.list', {})).find((one) => one.name === name);
  const categories = await app.call('categories.list', {});
  return categories.find((category) => category.id === code?.categoryId)?.name ?? null;
}

async function namesIn(app: BrowserApp, category: string): Promise<readonly string[]> {
  const id = (await app.call('categories.list', {})).find(
    (one) => one.name === category,
  )?.id;
  const codes = await app.call('codes.list', {});
  return codes.filter((code) => code.categoryId === id).map((code) => code.name);
}

/** What is open, part by part. */
async function expectPanesAccessible(page: Page): Promise<void> {
  for (const part of ['.workspace', '.inspector', '.dialog'])
    if ((await page.locator(part).count()) > 0) await expectAccessible(page, part);
}

test.describe('Group codes', () => {
  test('three cards are dragged to a place between two others, and back by undo', async ({
    app,
    page,
  }) => {
    await openBoard(app, page);
    await card(page, 'vanlig svenska').click();
    await card(page, 'eget förmöte').click({ modifiers: ['Control'] });
    await card(page, 'personen tillfrågas först').click({ modifiers: ['Control'] });
    await expect(
      page.getByRole('complementary', { name: '3 valda koder' }),
    ).toContainText('att de pratar vanlig svenska');
    await shot(page, 'board-chosen');

    const from = await centre(card(page, 'eget förmöte'));
    const to = await centre(card(page, 'färdig dagordning'));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 30, from.y + 10, { steps: 3 });
    await expect(
      page.getByRole('complementary', { name: 'Var ska de 3 koderna stå?' }),
    ).toContainText('Skriftlig och begriplig plan');
    await page.mouse.move(to.x, to.y - 6, { steps: 6 });
    await expect(column(page, 'Små möjligheter att påverka innehållet')).toContainText(
      '3 koder hamnar här',
    );
    await shot(page, 'board-carrying');
    await page.mouse.up();

    await expect(page.locator('[data-live-region]')).toContainText(
      'Flyttade 3 koder till Små möjligheter att påverka innehållet. Ångra med Ctrl Z.',
    );
    expect(
      (await namesIn(app, 'Små möjligheter att påverka innehållet')).slice(0, 5),
    ).toEqual([
      'inte tillfrågad om målet',
      'vanlig svenska',
      'eget förmöte',
      'personen tillfrågas först',
      'färdig dagordning',
    ]);
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('tree', { name: 'Osorterade koder' })).toContainText(
      'vanlig svenska',
    );
    expect(await focusedName(page)).not.toBe('');
    await expectPanesAccessible(page);
  });

  test('a card can be put on the list of all places, and Escape lets everything stand', async ({
    app,
    page,
  }) => {
    await openBoard(app, page);
    const from = await centre(card(page, 'minskad tillit'));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 30, from.y + 10, { steps: 3 });
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect(page.locator('.carried')).toHaveCount(0);
    expect(await placeOf(app, 'minskad tillit')).toBeNull();

    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 30, from.y + 10, { steps: 3 });
    const row = page
      .locator('.landing-row')
      .filter({ hasText: 'Skriftlig och begriplig plan' });
    const box = (await row.boundingBox())!;
    await page.mouse.move(box.x + 40, box.y + 12, { steps: 5 });
    await expect(row).toHaveClass(/lands-here/);
    await page.mouse.up();
    await expect(column(page, 'Skriftlig och begriplig plan')).toContainText(
      'minskad tillit',
    );
    expect(await namesIn(app, 'Skriftlig och begriplig plan')).toContain(
      'minskad tillit',
    );
  });

  test('two cards put together get a heading of their own', async ({ app, page }) => {
    await openBoard(app, page);
    const from = await centre(card(page, 'vanlig svenska'));
    const to = await centre(card(page, 'bemött som människa'));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await expect(card(page, 'bemött som människa')).toContainText(
      'Läggs ihop under en ny rubrik',
    );
    await page.mouse.up();
    const dialog = page.getByRole('dialog', { name: 'Ny underkategori av 2 koder' });
    await dialog.getByLabel('Namn').fill('Mötas som människor');
    await page.keyboard.press('Enter');
    await expect(head(page, 'Mötas som människor')).toBeFocused();
    expect(await placeOf(app, 'vanlig svenska')).toBe('Mötas som människor');
  });

  test('a column is dragged beside another one and to another band', async ({
    app,
    page,
  }) => {
    await openBoard(app, page);
    const order = async (parent: string) => {
      const all = await app.call('categories.list', {});
      const id = all.find((one) => one.name === parent)?.id;
      return all.filter((one) => one.parentId === id).map((one) => one.name);
    };
    const from = await centre(head(page, 'Bristande information inför mötet'));
    const to = await centre(head(page, 'Uteblivet ansvar efter mötet'));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x + 30, to.y + 60, { steps: 8 });
    await page.mouse.up();
    await expect
      .poll(() => order('Hinder för delaktighet i SIP'))
      .toEqual([
        'Utsatthet i mötesrummet',
        'Små möjligheter att påverka innehållet',
        'Uteblivet ansvar efter mötet',
        'Bristande information inför mötet',
      ]);

    const again = await centre(head(page, 'Bristande information inför mötet'));
    await page.mouse.move(again.x, again.y);
    await page.mouse.down();
    await page.mouse.move(again.x + 20, again.y + 10, { steps: 3 });
    const row = page
      .locator('.landing-row')
      .filter({ hasText: 'Förutsättningar för delaktighet i SIP' });
    const box = (await row.boundingBox())!;
    await page.mouse.move(box.x + 40, box.y + 12, { steps: 5 });
    await page.mouse.up();
    await expect
      .poll(() => order('Förutsättningar för delaktighet i SIP'))
      .toContain('Bristande information inför mötet');
  });

  test('a lasso chooses what it touches', async ({ app, page }) => {
    await openBoard(app, page);
    const last = (await column(page, 'Uteblivet ansvar efter mötet').boundingBox())!;
    const first = (await card(page, 'utebliven uppföljning').boundingBox())!;
    await page.mouse.move(last.x + last.width - 8, last.y + last.height - 12);
    await page.mouse.down();
    await page.mouse.move(last.x + 20, first.y - 20, { steps: 8 });
    await page.mouse.up();
    await expect(card(page, 'utebliven uppföljning')).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await expect(page.getByRole('complementary', { name: /valda koder/ })).toContainText(
      'utebliven uppföljning',
    );
  });

  test('the same work by keyboard alone', async ({ app, page }) => {
    await openBoard(app, page);
    await page.keyboard.press('F6');
    await card(page, 'bemött som människa').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expect(page.getByText('2 valda', { exact: true })).toBeVisible();

    await page.keyboard.press('Shift+G');
    await page.keyboard.type('Att bli sedd');
    await page.keyboard.press('Enter');
    await expect(head(page, 'Att bli sedd')).toBeFocused();
    expect(await namesIn(app, 'Att bli sedd')).toEqual([
      'bemött som människa',
      'eget förmöte',
    ]);

    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Alt+ArrowDown');
    await expect
      .poll(() => namesIn(app, 'Att bli sedd'))
      .toEqual(['eget förmöte', 'bemött som människa']);
    await expect(card(page, 'bemött som människa')).toBeFocused();

    await page.keyboard.press('g');
    await page.keyboard.type('sjalvvalt');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('självvalt');
    await page.keyboard.press('Enter');
    await expect.poll(() => placeOf(app, 'bemött som människa')).toBe('Självvalt stöd');
    await expect(card(page, 'eget förmöte')).toBeFocused();

    await page.keyboard.press('u');
    await expect.poll(() => placeOf(app, 'eget förmöte')).toBeNull();
    await expect(head(page, 'Att bli sedd')).toBeFocused();

    await page.keyboard.press('F2');
    await page.keyboard.type('Att bli mött');
    await page.keyboard.press('Enter');
    await expect(head(page, 'Att bli mött')).toBeFocused();

    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect
      .poll(() => namesIn(app, 'Att bli sedd'))
      .toEqual(['bemött som människa', 'eget förmöte']);
    expect(await focusedName(page)).not.toBe('');
    await page.keyboard.press('Control+z');
    await expect(head(page, 'Att bli sedd')).toHaveCount(0);
    expect(await focusedName(page)).not.toBe('');
  });

  test('bands are walked between, closed and opened, and cards cut and pasted', async ({
    app,
    page,
  }) => {
    await openBoard(app, page);
    await card(page, 'minskad tillit').focus();
    await page.keyboard.press('Control+x');
    await page.keyboard.press('ArrowRight');
    expect(
      await column(page, 'Bristande information inför mötet').getAttribute('data-drop'),
    ).toBe(
      await page.evaluate(() =>
        document.activeElement?.closest('.column')?.getAttribute('data-drop'),
      ),
    );
    await page.keyboard.press('Control+ArrowDown');
    await expect(head(page, 'Förutsättningar för delaktighet i SIP')).toBeFocused();
    await page.keyboard.press('-');
    await expect(head(page, 'Förutsättningar för delaktighet i SIP')).toHaveAttribute(
      'aria-expanded',
      'false',
    );
    await expect(head(page, 'Självvalt stöd')).toHaveCount(0);
    await page.keyboard.press('+');
    await page.keyboard.press('ArrowDown');
    await expect(head(page, 'Möte på egna villkor')).toBeFocused();
    await page.keyboard.press('Control+v');
    await expect.poll(() => placeOf(app, 'minskad tillit')).toBe('Möte på egna villkor');
    await expect(head(page, 'Möte på egna villkor')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(head(page, 'En samordnare som håller ihop')).toBeFocused();
  });

  test('a category is defined, coloured, dissolved and back again', async ({
    app,
    page,
  }) => {
    await openBoard(app, page);
    await head(page, 'Självvalt stöd').click();
    const panel = page.getByRole('complementary', { name: 'Självvalt stöd' });
    await panel.getByLabel('Exkluderar').fill('Stöd som andra bestämt.');
    await panel.getByLabel('Exkluderar').press('Control+Enter');
    await expect(head(page, 'Självvalt stöd')).toBeFocused();
    const stored = async () =>
      (await app.call('categories.list', {})).find(
        (one) => one.name === 'Självvalt stöd',
      );
    await expect
      .poll(async () => (await stored())?.exclusion)
      .toBe('Stöd som andra bestämt.');
    await expect(panel.getByText('Pappret', { exact: false }).or(panel)).toBeVisible();

    await page.keyboard.press('Delete');
    await expect.poll(stored).toBeUndefined();
    await expect(
      page.getByText('Löste upp Självvalt stöd', { exact: false }).first(),
    ).toBeVisible();
    expect(await focusedName(page)).not.toBe('');
    expect(await placeOf(app, 'valfrihet i stöd')).toBe(
      'Förutsättningar för delaktighet i SIP',
    );
    await page.keyboard.press('Control+z');
    await expect(head(page, 'Självvalt stöd')).toBeVisible();
  });

  test('codes are merged and split with their words in sight', async ({ app, page }) => {
    await openBoard(app, page);
    await card(page, 'okända deltagare').click();
    await card(page, 'oro av ovisshet').click({ modifiers: ['Control'] });
    await page.getByRole('button', { name: 'Slå ihop…' }).click();
    const merge = page.getByRole('dialog', { name: 'Slå ihop koder' });
    await expect(merge.getByRole('region', { name: 'oro av ovisshet' })).toContainText(
      'undrade vad jag hade gjort för fel',
    );
    await expectPanesAccessible(page);
    await shot(page, 'board-merge');
    await merge.locator('.radio-card').filter({ hasText: 'oro av ovisshet' }).click();
    await merge.getByRole('button', { name: 'Slå ihop' }).click();
    await expect(card(page, 'oro av ovisshet')).toBeFocused();
    await expect(card(page, 'okända deltagare')).toHaveCount(0);

    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: /^Dela koden/ }).click();
    const split = page.getByRole('dialog', { name: 'Dela koden oro av ovisshet' });
    await split.getByLabel('Den nya kodens namn').fill('främmande vid bordet');
    await split.getByRole('option').last().focus();
    await page.keyboard.press('2');
    await expectPanesAccessible(page);
    await shot(page, 'board-split');
    await split.getByRole('button', { name: 'Dela', exact: true }).click();
    await expect(card(page, 'främmande vid bordet')).toBeFocused();
  });

  test('the tree shows the same, with what stands behind each', async ({ app, page }) => {
    await openBoard(app, page);
    await page.getByRole('radio', { name: 'Träd' }).click();
    const tree = page.getByRole('treegrid', { name: 'Kategoriträdet' });
    await expect(
      tree.getByRole('row').filter({ hasText: 'Självvalt stöd' }),
    ).toBeVisible();
    await tree.getByRole('row').nth(1).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(tree.getByRole('row')).toHaveCount(23);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('u');
    await expect.poll(() => placeOf(app, 'missuppfattat syfte')).toBeNull();
    await expectPanesAccessible(page);
    await shot(page, 'board-tree');
  });

  test('a card is found by what is typed, and its words are one key away', async ({
    app,
    page,
  }) => {
    await openBoard(app, page);
    await card(page, 'vanlig svenska').focus();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('låtsas');
    await expect(page.getByRole('treeitem', { name: /, kod, / })).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(card(page, 'låtsas förstå')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('.inspector .unit-list-item').first()).toBeFocused();
    await page.keyboard.press('Control+j');
    await expect(page.getByRole('button', { name: /^Transkript/ })).toBeVisible();
    await expect(page.getByRole('tree', { name: 'Kategoriträdet' })).toHaveCount(0);
  });

  test('an empty project says what will come, and a first heading starts the tree', async ({
    app,
    page,
  }) => {
    await app.call('project.create', {
      path: app.pathOf('new.utsaga'),
      description: {
        title: 'Nytt',
        aim: '',
        researchQuestions: [],
        approach: 'inductive',
        content: 'manifest',
        language: 'sv',
        levelPreset: 'EB17',
        levelNames: ['Kategori'],
        hasThemes: true,
      },
      analyst: '',
    });
    await page.getByRole('button', { name: /^Gruppera/ }).click();
    await expect(
      page.getByText('Koderna du sätter i texten hamnar här som kort.'),
    ).toBeVisible();
    const made: CodeId[] = [];
    for (const name of ['a', 'b', 'c'])
      made.push((await app.call('codes.create', { name })).id);
    await expect(
      page.getByText('Lägg ihop två kort som hör ihop, så får de en gemensam rubrik.'),
    ).toBeVisible();
    await expectPanesAccessible(page);
    await page.getByRole('treeitem', { name: /^a ?, kod/ }).focus();
    await page.keyboard.press('Shift+G');
    await page.keyboard.type('Först');
    await page.keyboard.press('Enter');
    await expect(
      page.getByRole('treeitem', { name: /^Först ?, kategori/ }),
    ).toBeFocused();
    const [code] = await app.call('codes.list', {});
    expect(code?.categoryId).not.toBeNull();
    expect(made).toHaveLength(3);
  });
});
