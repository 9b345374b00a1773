import { expect, expectAccessible, shot, test } from '../support/browserApp.ts';

test.describe('Settings', () => {
  test('look, language and text act at once and stay until next time', async ({
    app,
    page,
  }) => {
    await app.call('project.openExample', { path: app.pathOf('utseende.utsaga') });
    await page.getByRole('button', { name: 'Inställningar' }).click();
    await expectAccessible(page);
    await shot(page, 'settings');
    await page.getByRole('radio', { name: 'Mörkt' }).click();
    await page.getByRole('radio', { name: 'Stor' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(page.locator('html')).toHaveAttribute('data-density', 'large');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Större text i appen' }).click();
    await page.getByRole('radio', { name: '1,8' }).click();
    await page.getByRole('button', { name: /Appens språk/ }).click();
    await page.getByRole('option', { name: 'English' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
    await app.restart();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    expect(await app.call('settings.get', {})).toMatchObject({
      theme: 'dark',
      density: 'large',
      textSize: 110,
      lineHeight: 1.8,
      language: 'en',
    });
  });

  test('a key is changed by pressing another; one that is taken is swapped, one that types is refused', async ({
    app,
    page,
  }) => {
    await app.call('project.openExample', { path: app.pathOf('tangent.utsaga') });
    await page.getByRole('button', { name: 'Inställningar' }).click();
    await page
      .getByRole('searchbox', { name: 'Sök bland inställningarna' })
      .fill('palett');
    await page
      .getByRole('searchbox', { name: 'Sök bland inställningarna' })
      .fill('gör något');
    await page.getByRole('button', { name: /^Ändra Sök eller gör något/ }).click();
    const dialog = page.getByRole('dialog');
    await page.keyboard.press('Control+m');
    await expect(dialog.getByText(/Ctrl M behövs av datorn/)).toBeVisible();
    await page.keyboard.press('Control+j');
    await expect(
      dialog.getByText(/används till ”Till orden, och tillbaka”/),
    ).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Byt plats' }).click();
    await expect(dialog).toHaveCount(0);
    await page.keyboard.press('Control+j');
    await expect(
      page.getByRole('combobox', { name: 'Sök eller gör något' }),
    ).toBeVisible();
    await page.keyboard.press('Escape');
    expect((await app.call('settings.get', {})).keys).toEqual({
      'palette.open': 'Ctrl J',
      'place.words': 'Ctrl K',
    });
    await page.getByRole('button', { name: /^Återställ Sök eller gör något/ }).click();
    await expect
      .poll(async () => (await app.call('settings.get', {})).keys)
      .toEqual({ 'place.words': 'Ctrl K' });
  });

  test('the project’s facts and levels are changed, and undone like everything else', async ({
    app,
    page,
  }) => {
    await app.call('project.openExample', { path: app.pathOf('fakta.utsaga') });
    await page.getByRole('button', { name: 'Inställningar' }).click();
    const aim = page.getByRole('textbox', { name: 'Syfte' });
    await aim.fill('Att förstå delaktighet.');
    await page.keyboard.press('Control+Enter');
    await expect(
      page.getByRole('button', { name: /^Ångra: Ändra projektets uppgifter/ }),
    ).toBeVisible();
    await page.getByRole('textbox', { name: 'Nivå 1 av 2' }).fill('huvud Kategori');
    await expect(page.getByText(/^Två nivåer heter/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Spara nivåerna' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await page.getByRole('textbox', { name: 'Nivå 1 av 2' }).fill('Grupp');
    await page.getByRole('button', { name: 'Spara nivåerna' }).click();
    await expect(
      page.getByRole('button', { name: /^Ångra: Ändra nivåerna/ }),
    ).toBeVisible();
    await expect(
      page.getByRole('button', { name: /har 8 kategorier och kan inte tas bort/ }),
    ).toBeVisible();
    expect((await app.call('project.read', {})).levels[0]?.name).toBe('Grupp');
    await page.getByRole('button', { name: /^Ångra: Ändra nivåerna/ }).click();
    await expect(page.getByRole('textbox', { name: 'Nivå 1 av 2' })).toHaveValue(
      'Underkategori',
    );
  });

  test('a backup is made when asked for, and put back beside or in place', async ({
    app,
    page,
  }) => {
    await app.call('project.openExample', { path: app.pathOf('kopia.utsaga') });
    await page.getByRole('button', { name: 'Inställningar' }).click();
    await page.getByRole('button', { name: 'Gör en kopia nu' }).click();
    const backups = page.getByRole('list', { name: 'Säkerhetskopior' });
    await expect(backups.getByText('när du bad om det')).toBeVisible();
    await app.call('project.describe', { title: 'Ett annat namn' });
    await expect(page.getByRole('button', { name: 'Ett annat namn' })).toBeVisible();
    await backups
      .getByRole('listitem')
      .filter({ hasText: 'när du bad om det' })
      .getByRole('button', { name: /^Återställ/ })
      .click();
    const dialog = page.getByRole('alertdialog');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Ersätt projektet' }).click();
    await expect(
      page.getByRole('button', { name: 'Att delta i sitt SIP-möte' }),
    ).toBeVisible();
  });

  test('an analyst is added and is then the one who works', async ({ app, page }) => {
    await app.call('project.openExample', { path: app.pathOf('analytiker.utsaga') });
    await page.getByRole('button', { name: /Analytiker: / }).click();
    await page.getByRole('menuitem', { name: /Lägg till en analytiker/ }).click();
    await page.getByLabel('Namn', { exact: true }).fill('Anna Ek');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /Analytiker: Anna Ek/ })).toBeVisible();
    const state = await app.call('project.state', {});
    const project = await app.call('project.read', {});
    expect(project.analysts.find(({ id }) => id === state?.analystId)?.initials).toBe(
      'AE',
    );
  });

  test('settings are at hand before there is a project', async ({ app, page }) => {
    expect(await app.call('project.state', {})).toBeNull();
    await page.getByRole('button', { name: 'Inställningar' }).click();
    await expect(
      page.getByRole('heading', { level: 1, name: 'Inställningar' }),
    ).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(page.getByText('Läs vad människor sagt.')).toBeVisible();
  });

  test('in Large at 200 per cent, and in a window as narrow as at 400, nothing reaches outside', async ({
    app,
    page,
  }) => {
    const reaches = () =>
      page.evaluate(() =>
        Math.max(
          document.documentElement.scrollWidth - innerWidth,
          ...[...document.querySelectorAll('main button, main input, main h2')].map(
            (element) => element.getBoundingClientRect().right - innerWidth,
          ),
        ),
      );
    await app.call('settings.change', { density: 'large', textSize: 200 });
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.reload();
    await page.getByRole('button', { name: /^Nytt projekt/ }).click();
    await expect(page.getByLabel('Projektets namn')).toBeFocused();
    await expect.poll(reaches).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Avbryt' }).click();
    await app.call('project.openExample', { path: app.pathOf('stor.utsaga') });
    await expect(page.getByRole('heading', { name: 'Översikt' })).toBeVisible();
    await page.keyboard.press('Control+,');
    await expect(page.getByRole('textbox', { name: 'Nivå 1 av 2' })).toBeVisible();
    await expect.poll(reaches).toBeLessThanOrEqual(0);

    await app.call('settings.change', { density: 'standard', textSize: 100 });
    await page.setViewportSize({ width: 320, height: 800 });
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Översikt' })).toBeVisible();
    await expect.poll(reaches).toBeLessThanOrEqual(0);
    await page.keyboard.press('Control+o');
    const field = page.getByLabel('Fil eller sökväg');
    await expect(field).toBeInViewport();
    expect((await field.boundingBox())?.width).toBeGreaterThan(200);
  });

  test('in the dark every screen of the frame is accessible too', async ({
    app,
    page,
  }) => {
    await app.call('settings.change', { theme: 'dark' });
    await app.call('project.openExample', { path: app.pathOf('mörker.utsaga') });
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Översikt' })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Control+1');
    await expect(page.getByRole('textbox', { name: /^Transkript/ })).toBeVisible();
    await page.keyboard.press('Control+n');
    await expect(page.getByLabel('Projektets namn')).toBeFocused();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Avbryt' }).click();
    await expect(page.getByRole('textbox', { name: /^Transkript/ })).toBeVisible();
    await page.getByRole('button', { name: 'Historik' }).click();
    await page.getByRole('option').first().click();
    await expectAccessible(page);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('samord');
    await expect(page.getByRole('option', { name: /En samordnare/ })).toBeVisible();
    await expectAccessible(page);
    await shot(page, 'palette-dark');
  });
});
