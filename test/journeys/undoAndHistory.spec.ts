import { expect, expectAccessible, shot, test } from '../support/browserApp.ts';
import type { BrowserApp } from '../support/browserApp.ts';

/** The worked example with three codes renamed, a definition written and that undone. */
async function someSteps(app: BrowserApp): Promise<readonly string[]> {
  await app.call('project.openExample', { path: app.pathOf('steg.utsaga') });
  const codes = await app.call('codes.list', {});
  const [a, b, c] = codes;
  if (!a || !b || !c) throw new Error('The example has no codes');
  for (const code of [a, b, c])
    await app.call('codes.rename', { codeId: code.id, name: `${code.name} nu` });
  await app.call('codes.describe', { codeId: a.id, definition: 'Så här menas det.' });
  await app.call('steps.undo', {});
  return [a.name, b.name, c.name];
}

const undoButton = /^Ångra: /;

test.describe('Undo and history', () => {
  test('undo and redo name their step, say what they did and can be taken back in place', async ({
    app,
    page,
  }) => {
    const names = await someSteps(app);
    const latest = `Byt namn på koden ${names[2]} nu`;
    const undo = page.getByRole('button', { name: undoButton });
    await expect(undo).toHaveAccessibleName(`Ångra: ${latest}`);
    await expect(
      page.getByRole('button', { name: /^Gör om: Beskriv koden/ }),
    ).toBeVisible();
    await undo.click();
    const toast = page.getByRole('status').filter({ hasText: 'Ångrade:' });
    await expect(toast).toBeVisible();
    await toast.getByRole('button', { name: 'Gör om' }).click();
    await expect(page.getByText(`Gjorde om: ${latest}`)).toBeVisible();
    expect((await app.call('codes.list', {})).map(({ name }) => name)).toContain(
      `${names[2]} nu`,
    );

    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect(undo).toHaveAccessibleName(`Ångra: Byt namn på koden ${names[0]} nu`);
    await page.keyboard.press('Control+Shift+z');
    await expect(undo).toHaveAccessibleName(`Ångra: Byt namn på koden ${names[1]} nu`);
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  });

  test('a meaning unit whose marking is undone is not left to be written on', async ({
    app,
    page,
  }) => {
    await app.call('project.openExample', { path: app.pathOf('enhet.utsaga') });
    await page.getByRole('button', { name: 'Läs FG1' }).click();
    await page.getByText('Samma här.').click({ position: { x: 10, y: 10 } });
    await page.keyboard.press('m');
    await expect(page.getByText('Meningsenhet 58', { exact: true })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('Control+z');
    await expect(page.getByText('Inget valt')).toBeVisible();
    await expect(page.getByText('Meningsenhet 58', { exact: true })).toHaveCount(0);
    await page.keyboard.press('Control+y');
    await expect(page.getByText('Meningsenhet 58', { exact: true })).toBeVisible();
  });

  test('the latest steps are listed by a right-click, and one of them is undone down to', async ({
    app,
    page,
  }) => {
    const names = await someSteps(app);
    const undo = page.getByRole('button', { name: undoButton });
    await expect(undo).toBeVisible();
    await undo.click({ button: 'right' });
    const menu = page.getByRole('menu', { name: /Ångra ner till/ });
    await expect(menu.getByRole('menuitem')).toHaveCount(3);
    await menu.getByRole('menuitem').nth(1).click();
    await expect(page.getByText('Ångrade 2 steg')).toBeVisible();
    const now = (await app.call('codes.list', {})).map(({ name }) => name);
    expect(now).toContain(`${names[0]} nu`);
    expect(now).toContain(names[1]);
    await undo.focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect(menu.getByRole('menuitem')).toHaveCount(1);
    await page.keyboard.press('Escape');
  });

  test('a field that is being typed in undoes by itself', async ({ app, page }) => {
    await someSteps(app);
    await page.getByRole('button', { name: 'Inställningar' }).click();
    const title = page.getByRole('textbox', { name: 'Projektets namn' });
    await title.click();
    await page.keyboard.press('End');
    await page.keyboard.type(' igen');
    await expect(page.getByRole('button', { name: 'Ångra skrivning' })).toBeVisible();
    const before = await app.call('project.state', {});
    await page.keyboard.press('Control+z');
    expect((await app.call('project.state', {}))?.undo).toEqual(before?.undo);
    await title.fill('Nytt namn');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Nytt namn' })).toBeVisible();
    await page
      .getByRole('button', { name: /^Ångra: Ändra projektets uppgifter/ })
      .click();
    await expect(title).toHaveValue('Att delta i sitt SIP-möte');
  });

  test('the history shows before and after in words, and goes back to any step', async ({
    app,
    page,
  }) => {
    const names = await someSteps(app);
    await page.getByRole('button', { name: 'Historik' }).click();
    const list = page.getByRole('listbox', { name: 'Historik' });
    await expect(list.getByRole('option').first()).toContainText('ångrad');
    await list.focus();
    await expect(list.getByRole('option').first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(list.getByRole('option').nth(2)).toContainText('2 till av samma slag');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    const details = page.getByRole('complementary', { name: 'Det valda steget' });
    await expect(details.getByText(`${names[1]} nu`).last()).toBeVisible();
    await expect(details.getByText(names[1] ?? '', { exact: true })).toBeVisible();
    await expectAccessible(page);
    await shot(page, 'history');

    await details.getByRole('button', { name: 'Återställ hit' }).click();
    await expect(list.getByRole('option').first()).toContainText('Gå tillbaka till');
    expect((await app.call('codes.list', {})).map(({ name }) => name)).toContain(
      names[2],
    );
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
    await page.keyboard.press('Control+z');
    await expect
      .poll(async () => (await app.call('codes.list', {})).map(({ name }) => name))
      .toContain(`${names[2]} nu`);
  });

  test('undo reaches across a restart', async ({ app, page }) => {
    const names = await someSteps(app);
    await expect(page.getByRole('heading', { name: 'Översikt' })).toBeVisible();
    await app.restart();
    await page
      .getByRole('list', { name: 'Senaste projekt' })
      .getByRole('button')
      .first()
      .click();
    const undo = page.getByRole('button', { name: undoButton });
    await expect(undo).toHaveAccessibleName(`Ångra: Byt namn på koden ${names[2]} nu`);
    await page.keyboard.press('Control+z');
    await expect(undo).toHaveAccessibleName(`Ångra: Byt namn på koden ${names[1]} nu`);
  });
});
