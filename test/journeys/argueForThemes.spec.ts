import { expect, shot, test } from '../support/browserApp.ts';
import { expectPanesAccessible } from '../support/onTheBoard.ts';

test.describe('Argue for themes', () => {
  test('a theme is made, linked, ordered and taken away by keyboard', async ({
    app,
    page,
  }) => {
    await app.call('project.openExample', { path: app.pathOf('example.utsaga') });
    await page.getByRole('button', { name: /^Teman/ }).click();
    const list = page.getByRole('tree', { name: 'Teman' });
    await expect(list.getByRole('treeitem')).toHaveCount(1);
    await expect(
      page.getByText('Skillnaden mellan de två lägena', { exact: false }),
    ).toBeVisible();
    await expectPanesAccessible(page);
    await shot(page, 'themes');

    await page.getByRole('button', { name: 'Nytt tema' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Att få plats');
    await page.keyboard.press('Enter');
    await expect(list.getByRole('treeitem', { name: /^Att få plats/ })).toBeFocused();
    await page.getByLabel('Koppla en kategori').focus();
    await page.keyboard.type('självvalt');
    await page.keyboard.press('Enter');
    await expect(
      list.getByRole('treeitem', { name: /^Att få plats.*6 enheter/ }),
    ).toBeVisible();
    const runs = page.getByRole('region', { name: 'Kategorier som temat löper genom' });
    await expect(runs.getByRole('listitem')).toHaveCount(1);
    await expect(runs).toContainText('6 av 6 enheter');

    await list.getByRole('treeitem', { name: /^Att få plats/ }).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect
      .poll(async () => (await app.call('themes.list', {})).map((theme) => theme.name)[0])
      .toBe('Att få plats');
    await expect(list.getByRole('treeitem', { name: /^Att få plats/ })).toBeFocused();
    await page.keyboard.press('Delete');
    await expect(list.getByRole('treeitem')).toHaveCount(1);
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
    await page.keyboard.press('Control+z');
    await expect(list.getByRole('treeitem')).toHaveCount(2);
  });

  test('without themes it says that none may be needed', async ({ app, page }) => {
    await app.call('project.openExample', { path: app.pathOf('example.utsaga') });
    const [theme] = await app.call('themes.list', {});
    await app.call('themes.remove', { themeId: theme!.id });
    await page.getByRole('button', { name: /^Teman/ }).click();
    await expect(
      page.getByText('Ett tema säger något om det som löper genom kategorierna', {
        exact: false,
      }),
    ).toBeVisible();
    await expectPanesAccessible(page);
  });
});
