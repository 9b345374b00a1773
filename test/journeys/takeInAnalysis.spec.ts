import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { Page } from '@playwright/test';

import {
  type BrowserApp,
  expect,
  expectAccessible,
  shot,
  test,
} from '../support/browserApp.ts';

const transcript = fileURLToPath(
  new URL('../../resources/example/example_fg1.txt', import.meta.url),
);

const table = [
  'Transkript;Talare;Meningsenhet;Kondensering;Kod;Underkategori;Huvudkategori',
  ';P1;Ingen hade ringt och förklarat vad det gick ut på.;Ingen hade förklarat;utebliven förklaring;Bristande information;Hinder',
  ';P2;”Jag låg vaken hela natten innan … vad jag hade gjort för fel”;Vaken hela natten;oro av ovisshet;;',
  ';P4;Då kunde jag andas när jag äntligen kom dit.;Kunde andas;genomgång före mötet;Möte på egna villkor;Förutsättningar',
  ';P3;Det här har ingen av oss sagt någon gång.;Aldrig sagt;påhittad kod;;',
].join('\r\n');

async function begin(app: BrowserApp, page: Page): Promise<void> {
  await app.call('project.create', {
    path: app.pathOf('stod.utsaga'),
    description: {
      title: 'Samtal om stöd',
      aim: '',
      researchQuestions: [],
      approach: 'inductive',
      content: 'manifest',
      language: 'sv',
      levelPreset: 'subMain',
      levelNames: ['Underkategori', 'Huvudkategori'],
      hasThemes: false,
    },
    analyst: 'Eva Lind',
  });
  const { fileId } = await app.call('imports.stage', { path: transcript });
  await app.call('imports.run', { files: [{ fileId, name: 'FG1' }] });
  writeFileSync(app.pathOf('analys.csv'), table);
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

async function choose(page: Page, path: string): Promise<void> {
  await page.getByRole('dialog').getByRole('textbox').first().fill(path);
  await page.keyboard.press('Enter');
}

const dialogOf = (page: Page) =>
  page.getByRole('dialog', { name: 'Läs in analysen i analys.csv' });

test('An analysis made in Excel is looked up in the transcripts, taken in, and undone in one', async ({
  app,
  page,
}) => {
  await begin(app, page);
  await page.getByRole('button', { name: /^Analystabell/ }).click();
  await page.getByRole('button', { name: 'Läs in en analys' }).first().click();
  await choose(page, app.pathOf('analys.csv'));
  const dialog = dialogOf(page);
  await expect(dialog.getByText('3 meningsenheter skapas.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Står ordagrant 1' })).toBeVisible();
  await expect(
    dialog.getByRole('button', { name: 'Står i annan skrivning 1' }),
  ).toBeVisible();
  await dialog.getByRole('button', { name: 'Att granska 1' }).click();
  await expect(dialog.getByText('Då kunde jag andas när jag väl kom dit.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Står ingenstans 1' }).click();
  await expectAccessible(page);
  await shot(page, 'analysis-preview');

  await dialog.getByRole('button', { name: 'Läs in analysen' }).click();
  await expect(page.getByRole('dialog', { name: 'Analysen är inläst' })).toBeVisible();
  await expect(page.getByText('3 meningsenheter skapades.')).toBeVisible();
  await expectAccessible(page);
  await shot(page, 'analysis-report');
  await page.getByRole('button', { name: 'Spara listan…' }).click();
  const saving = page.getByRole('dialog', { name: 'Spara listan…' });
  await saving.getByRole('textbox').first().fill(app.pathOf('kvar.csv'));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Listan har sparats som')).toBeVisible();
  await shot(page, 'analysis-saved');
  expect(readFileSync(app.pathOf('kvar.csv'), 'utf8')).toContain(
    'Det här har ingen av oss',
  );
  await page.getByRole('button', { name: 'Till analystabellen' }).click();
  await expect(
    page.getByRole('gridcell', { name: 'Ingen hade förklarat' }),
  ).toBeVisible();

  const { rows } = await app.call('analysisTable.rows', {});
  expect(
    rows.map(({ unit, codes }) => [
      unit,
      codes[0]?.path.map(({ name }) => name).join(' < '),
    ]),
  ).toEqual([
    [
      'Ingen hade ringt och förklarat vad det gick ut på.',
      'Bristande information < Hinder',
    ],
    [
      'Jag låg vaken hela natten innan […] vad jag hade gjort för fel',
      'Bristande information < Hinder',
    ],
    ['Då kunde jag andas när jag väl kom dit.', 'Möte på egna villkor < Förutsättningar'],
  ]);
  const [review, ...more] = await app.call('reviews.list', {});
  expect(more).toEqual([]);
  expect(review).toMatchObject({
    reason: 'imported',
    was: { text: 'Då kunde jag andas när jag äntligen kom dit.' },
    now: { text: 'Då kunde jag andas när jag väl kom dit.' },
  });

  await page.keyboard.press('Control+z');
  await expect(page.getByRole('gridcell', { name: 'Ingen hade förklarat' })).toBeHidden();
  expect(await app.call('project.stats', {})).toMatchObject({
    units: 0,
    codes: 0,
    categories: 0,
  });
});

test('A table chosen among the transcripts is recognised, and a column that was not is chosen', async ({
  app,
  page,
}) => {
  await begin(app, page);
  writeFileSync(
    app.pathOf('analys.csv'),
    table.replace('Kondensering', 'Kort').replaceAll('\r\n', '\n'),
  );
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Läs in transkript');
  await page.getByRole('option', { name: /^Läs in transkript/ }).click();
  await page.getByRole('button', { name: 'Välj filer…' }).click();
  await choose(page, app.pathOf('analys.csv'));
  await expect(
    page.getByText('Filen ser ut som en analys med 4 meningsenheter.'),
  ).toBeVisible();
  await shot(page, 'analysis-recognised');
  await page.getByRole('button', { name: 'Läs in analysen' }).click();
  const dialog = dialogOf(page);
  await expect(dialog.getByText('3 meningsenheter skapas.')).toBeVisible();
  await dialog.getByRole('button', { name: /Kort$/ }).click();
  await page.getByRole('option', { name: 'Kondensering' }).click();
  await expect(dialog.getByRole('button', { name: /Kondensering/ })).toBeVisible();
  await dialog.getByRole('button', { name: 'Läs in analysen' }).click();
  await page.getByRole('button', { name: 'Till analystabellen' }).click();
  await expect(
    page.getByRole('gridcell', { name: 'Ingen hade förklarat' }),
  ).toBeVisible();
});
