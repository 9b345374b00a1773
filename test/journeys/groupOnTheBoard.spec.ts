import { expect, shot, test } from '../support/browserApp.ts';
import {
  card,
  centre,
  column,
  expectPanesAccessible,
  focusedName,
  head,
  namesIn,
  openBoard,
  placeOf,
} from '../support/onTheBoard.ts';

test.describe('Group codes by mouse', () => {
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
});
