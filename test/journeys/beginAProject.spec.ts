import { existsSync, renameSync } from 'node:fs';

import { expect, expectAccessible, shot, test } from '../support/browserApp.ts';

test.describe('Begin a project', () => {
  test('from nothing to an empty project with the keyboard alone', async ({
    app,
    page,
  }) => {
    await expect(page.getByText('Här hamnar projekten du öppnar.')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Nytt projekt/ })).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press('Enter');

    await expect(page.getByLabel('Projektets namn')).toBeFocused();
    await page.keyboard.type('SIP ur brukarperspektiv');
    await expect(page.getByLabel('Var filen ligger')).toHaveValue(
      /SIP ur brukarperspektiv\.utsaga$/,
    );
    await page.keyboard.press('Tab');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(app.pathOf('sip.utsaga'));
    await expectAccessible(page);
    await shot(page, 'new-project');
    await page.keyboard.press('Control+Enter');

    await expect(page.getByRole('heading', { name: 'Översikt' })).toBeVisible();
    await expect(page.getByText('Börja med ett transkript.')).toBeVisible();
    await expect(page.getByText(/^Allt är sparat/)).toBeVisible();
    expect(existsSync(app.pathOf('sip.utsaga'))).toBe(true);
    const project = await app.call('project.read', {});
    expect(project.title).toBe('SIP ur brukarperspektiv');
    expect(project.levels.map(({ name }) => name)).toEqual(['Kategori', 'Huvudkategori']);
    await expectAccessible(page);
  });

  test('levels are chosen, renamed, added and shown in an example that follows', async ({
    app,
    page,
  }) => {
    await page.getByRole('button', { name: /^Nytt projekt/ }).click();
    await page.getByLabel('Var filen ligger').fill(app.pathOf('nivåer.utsaga'));
    await page.getByRole('button', { name: /Nivåer efter/ }).click();
    await page.getByRole('option', { name: /Elo och Kyngäs/ }).click();
    const example = page.getByRole('complementary', { name: 'Så kan det bli' });
    await expect(example.getByText('Generisk kategori')).toBeVisible();

    await page.getByRole('textbox', { name: 'Nivå 2 av 3' }).fill('Mellankategori');
    await expect(example.getByText('Mellankategori')).toBeVisible();
    await page.getByRole('button', { name: 'Lägg till en nivå överst' }).click();
    await expect(page.getByRole('textbox', { name: 'Nivå 4 av 4' })).toBeFocused();
    await page.getByRole('textbox', { name: 'Nivå 4 av 4' }).fill('mellan Kategori');
    await expect(page.getByText(/^Två nivåer heter mellan Kategori\./)).toBeVisible();
    await page.getByRole('textbox', { name: 'Nivå 4 av 4' }).fill('Domän');
    await expect(page.getByText(/^Två nivåer heter/)).toHaveCount(0);
    await page.keyboard.press('Alt+ArrowDown');
    await expect(page.getByRole('textbox', { name: 'Nivå 3 av 4' })).toHaveValue('Domän');
    await page.getByRole('button', { name: 'Ta bort Domän' }).click();
    await page.getByText('Använd teman').click();
    await page.getByLabel('Syfte').fill('Att beskriva delaktighet.');
    await page.getByLabel('Frågeställningar').fill('Vad hindrar?\n\nVad hjälper?');
    await page.getByLabel('Analytiker').fill('Elsa Lind');
    await page.getByRole('button', { name: 'Skapa projektet' }).click();
    // The form says the aim too.
    await expect(page.getByRole('button', { name: /^Analystabell/ })).toBeVisible();
    await expect(page.getByText('Att beskriva delaktighet.')).toBeVisible();

    const project = await app.call('project.read', {});
    expect(project.levels.map(({ name }) => name)).toEqual([
      'Underkategori',
      'Mellankategori',
      'Huvudkategori',
    ]);
    expect(project.hasThemes).toBe(false);
    expect(project.researchQuestions).toEqual(['Vad hindrar?', 'Vad hjälper?']);
    expect(project.analysts.map(({ initials }) => initials)).toEqual(['EL']);
    await expect(page.getByRole('button', { name: /^Teman/ })).toHaveCount(0);
  });

  test('a name that is taken is said in its place, with the next free one', async ({
    app,
    page,
  }) => {
    await app.call('project.openExample', { path: app.pathOf('studie.utsaga') });
    await app.call('project.close', {});
    await page.getByRole('button', { name: /^Nytt projekt/ }).click();
    await page.getByLabel('Projektets namn').fill('studie');
    await page.getByLabel('Var filen ligger').fill(app.pathOf('studie.utsaga'));
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(/Det finns redan en fil/)).toBeVisible();
    await page.getByRole('button', { name: /nästa lediga namn/ }).click();
    await expect(page.getByLabel('Var filen ligger')).toHaveValue(
      app.pathOf('studie 2.utsaga'),
    );
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'Översikt' })).toBeVisible();
    expect(existsSync(app.pathOf('studie 2.utsaga'))).toBe(true);
  });

  test('the practice material is copied to where she says, in the app’s own dialog', async ({
    app,
    page,
  }) => {
    await page.getByRole('button', { name: /^Prova med övningsmaterialet/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Var ska övningsprojektet ligga?' });
    await expect(dialog).toBeVisible();
    await expectAccessible(page);
    await dialog.getByLabel('Filnamn').fill(app.pathOf('övning'));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Översikt' })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Analystabell ?, 57/ })).toBeVisible();
    await expectAccessible(page);
    await shot(page, 'overview');
    expect(existsSync(app.pathOf('övning.utsaga'))).toBe(true);
  });

  test('a project is opened by walking through folders with the keyboard', async ({
    app,
    page,
  }) => {
    await app.call('project.openExample', { path: app.pathOf('b.utsaga') });
    await app.call('project.close', {});
    await app.call('recent.remove', { path: app.pathOf('b.utsaga') });
    await page.reload();
    await expect(page.getByRole('button', { name: /^Nytt projekt/ })).toBeVisible();
    await page.keyboard.press('Control+o');
    const dialog = page.getByRole('dialog', { name: 'Öppna projekt' });
    await dialog.getByLabel('Fil eller sökväg').fill(app.projectFolder);
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('option', { name: /b\.utsaga/ })).toBeVisible();
    await dialog.getByRole('listbox').focus();
    await page.keyboard.press('Backspace');
    await expect(dialog.getByRole('option', { name: 'projects' })).toBeVisible();
    await page.keyboard.press('p');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('option', { name: /b\.utsaga/ })).toBeVisible();
    // The row that the list begins at is opened by Enter, without being chosen first.
    await expect(dialog.getByRole('listbox')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Översikt' })).toBeVisible();
  });

  test('a path is typed or pasted at once when the dialog opens, wherever the focus is', async ({
    app,
    page,
  }) => {
    await app.call('project.openExample', { path: app.pathOf('b.utsaga') });
    await app.call('project.close', {});
    const recent = page.getByRole('list', { name: 'Senaste projekt' });
    await expect(recent.getByRole('button').first()).toBeFocused();
    await page.keyboard.press('Control+o');
    await expect(page.getByRole('listbox')).toBeFocused();
    await page.keyboard.type(app.pathOf('b.utsaga'));
    await expect(page.getByLabel('Fil eller sökväg')).toHaveValue(app.pathOf('b.utsaga'));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Översikt' })).toBeVisible();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.tagName))
      .not.toBe('BODY');
  });

  test('recent projects are reopened, found again when they have moved, and taken from the list', async ({
    app,
    page,
  }) => {
    await app.call('project.openExample', { path: app.pathOf('ett.utsaga') });
    await app.call('project.openExample', { path: app.pathOf('två.utsaga') });
    await app.call('project.close', {});
    renameSync(app.pathOf('ett.utsaga'), app.pathOf('flyttad.utsaga'));
    await page.reload();
    const recent = page.getByRole('list', { name: 'Senaste projekt' });
    await expect(recent.getByRole('listitem')).toHaveCount(2);
    await expect(recent.getByRole('button').first()).toBeFocused();
    await expect(
      recent.getByText('Filen finns inte längre på samma plats.'),
    ).toBeVisible();
    await expectAccessible(page);
    await shot(page, 'welcome');

    await recent.getByRole('button', { name: 'Leta upp den' }).click();
    const dialog = page.getByRole('dialog', { name: 'Leta upp projektet' });
    await dialog.getByLabel('Fil eller sökväg').fill(app.pathOf('flyttad.utsaga'));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Översikt' })).toBeVisible();
    await app.call('project.close', {});
    await expect(recent.getByRole('listitem')).toHaveCount(2);
    await expect(recent.getByText('Filen finns inte längre')).toHaveCount(0);

    await recent.getByRole('button').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Delete');
    await expect(recent.getByRole('listitem')).toHaveCount(1);
    await expect(recent.getByRole('button').first()).toBeFocused();
    expect(existsSync(app.pathOf('två.utsaga'))).toBe(true);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Översikt' })).toBeVisible();
  });

  test('language, text size and theme are chosen before there is a project', async ({
    app,
    page,
  }) => {
    await page.getByRole('button', { name: 'Svenska' }).click();
    await page
      .getByRole('menuitemradio', { name: 'English' })
      .or(page.getByRole('menuitemcheckbox', { name: 'English' }))
      .click();
    await expect(page.getByText('Read what people said.')).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.getByRole('button', { name: 'Text size' }).click();
    await page.getByRole('button', { name: 'Larger text in the app' }).click();
    await page.getByRole('radio', { name: 'Dark' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.keyboard.press('Escape');
    await expectAccessible(page);
    await shot(page, 'welcome-dark-en');
    const settings = await app.call('settings.get', {});
    expect(settings).toMatchObject({ language: 'en', textSize: 110, theme: 'dark' });
  });
});
