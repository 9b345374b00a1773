import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';

import type { Page } from '@playwright/test';

import {
  type BrowserApp,
  expect,
  expectAccessible,
  shot,
  test,
} from '../support/browserApp.ts';

async function openExample(app: BrowserApp, page: Page): Promise<void> {
  await app.call('project.openExample', { path: app.pathOf('example.utsaga') });
  await page.getByRole('button', { name: /^Analystabell/ }).waitFor();
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Exportera' });

/** The field has its ending apart: what is typed takes the place of the name before it. */
async function saveAs(page: Page, path: string): Promise<void> {
  await page.getByRole('button', { name: 'Välj plats och spara…' }).click();
  const name = page.getByRole('textbox', { name: 'Filnamn' });
  await name.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(path);
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
}

test.describe('Taking results home', () => {
  test('the analysis table is saved for Excel from anywhere, by keyboard', async ({
    app,
    page,
  }) => {
    await openExample(app, page);
    await page.keyboard.press('Control+p');
    await expect(dialog(page)).toBeVisible();
    await expectAccessible(page);
    await shot(page, 'export');
    await expect(
      page.getByRole('button', { name: 'Välj plats och spara…' }),
    ).toBeFocused();
    await page.keyboard.press('Enter');
    const name = page.getByRole('textbox', { name: 'Filnamn' });
    await expect(name).toHaveValue('Att delta i sitt SIP-möte – Analystabell.xlsx');
    await name.press('Enter');
    await expect(page.getByRole('status')).toContainText('Sparade');
    const saved = app.pathOf('Att delta i sitt SIP-möte – Analystabell.xlsx');
    expect(statSync(saved).size).toBeGreaterThan(4000);
    await expect(dialog(page)).toBeHidden();
  });

  test('the rows that are shown are saved as csv with the delimiter and the language that are chosen', async ({
    app,
    page,
  }) => {
    await openExample(app, page);
    await page.getByRole('button', { name: /^Analystabell/ }).click();
    await page.getByRole('button', { name: '+ Filter' }).click();
    await page.getByRole('textbox', { name: 'Ord i raden' }).fill('brev');
    await expect(page.getByText('1 av 57 rader visas')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByText('Ord: brev')).toBeVisible();
    await page.getByRole('button', { name: 'Exportera' }).click();
    await page.getByRole('button', { name: /Filformat/ }).click();
    await page.getByRole('option', { name: /csv/ }).click();
    await expect(
      page.getByRole('radio', { name: 'Som i tabellen nu: 1 rad' }),
    ).toBeChecked();
    await page.getByRole('button', { name: /Rubrikernas språk/ }).click();
    await page.getByRole('option', { name: 'Engelska' }).click();
    await expect(page.getByRole('radio', { name: 'Komma' })).toBeChecked();
    await saveAs(page, app.pathOf('rader.csv'));
    await expect(page.getByRole('status')).toContainText('rader.csv');
    const lines = readFileSync(app.pathOf('rader.csv'), 'utf8').trim().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^\uFEFF?No\.,|Meaning unit/);
  });

  test('overview in both layouts, codebook and transcripts are saved in their formats', async ({
    app,
    page,
  }) => {
    await openExample(app, page);
    const files = [
      {
        what: 'Resultatöversikt',
        choose: 'En kolumn per kategori',
        file: 'kolumner.docx',
      },
      { what: 'Resultatöversikt', choose: 'En rad per kategori', file: 'rader.docx' },
      { what: 'Kodbok', choose: null, file: 'kodbok.docx' },
      { what: 'Transkript', choose: null, file: 'transkript.txt' },
    ];
    for (const { what, choose, file } of files) {
      await page.keyboard.press('Control+p');
      await dialog(page).getByText(what, { exact: true }).click();
      if (choose) await dialog(page).getByText(choose).click();
      await saveAs(page, app.pathOf(file));
      await expect(page.getByRole('status')).toContainText(file);
      expect(existsSync(app.pathOf(file))).toBe(true);
    }
  });

  test('a file that is there is replaced only when the person says so', async ({
    app,
    page,
  }) => {
    await openExample(app, page);
    for (const _ of [1, 2]) {
      await page.keyboard.press('Control+p');
      await dialog(page).getByText('Kodbok', { exact: true }).click();
      await saveAs(page, app.pathOf('kodbok.docx'));
      const replace = page.getByRole('button', { name: /^Ersätt/ });
      await expect(page.getByRole('status').or(replace).first()).toBeVisible();
      if (await replace.isVisible()) await replace.click();
      await expect(dialog(page)).toBeHidden();
    }
    expect(
      readdirSync(app.projectFolder).filter((name) => name.endsWith('.docx')),
    ).toEqual(['kodbok.docx']);
  });

  test('a place that cannot be written to is told in the dialog, and what was chosen stays', async ({
    app,
    page,
  }) => {
    await openExample(app, page);
    await page.keyboard.press('Control+p');
    await dialog(page).getByText('Kodbok', { exact: true }).click();
    await saveAs(page, app.pathOf(`${'långt namn '.repeat(30)}.docx`));
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.getByRole('radio', { name: /^Kodbok/ })).toBeChecked();
  });
});
