import { writeFileSync } from 'node:fs';

import type { Page } from '@playwright/test';

import {
  type BrowserApp,
  expect,
  expectAccessible,
  shot,
  test,
} from '../support/browserApp.ts';
import { openStudy } from '../support/focusGroup.ts';

const cell = (page: Page, name: string, column: number) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
    .locator(`[data-column="${column}"]`);

async function openParticipants(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Deltagare/ }).click();
  await expect(cell(page, 'P1', 0)).toBeVisible();
}

async function valuesOf(app: BrowserApp): Promise<Readonly<Record<string, string>>> {
  const people = new Map(
    (await app.call('participants.list', {})).map(({ id, pseudonym }) => [id, pseudonym]),
  );
  const names = new Map(
    (await app.call('attributes.list', {})).map(({ id, name }) => [id, name]),
  );
  return Object.fromEntries(
    (await app.call('attributes.values', {})).map((one) => [
      `${people.get(one.participantId)} ${names.get(one.attributeId)}`,
      one.value,
    ]),
  );
}

test('What is known of participants is written in the table, by mouse and by the keyboard alone', async ({
  app,
  page,
}) => {
  await openStudy(app);
  await openParticipants(page);
  await page.getByRole('button', { name: 'Nytt attribut' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Namn' }).fill('Roll');
  await dialog.getByRole('button', { name: /Typ$/ }).click();
  await page.getByRole('option', { name: 'Ett val av flera' }).click();
  await dialog.getByRole('textbox', { name: /Tillåtna/ }).fill('anhörig\negen SIP');
  await shot(page, 'people-attribute');
  await dialog.getByRole('button', { name: 'Lägg till' }).click();
  await expect(page.getByRole('columnheader', { name: 'Roll' })).toBeVisible();

  await cell(page, 'P1', 1).click();
  await cell(page, 'P1', 1).click();
  await page.getByRole('option', { name: 'egen SIP' }).click();
  await expect(cell(page, 'P1', 1)).toHaveText('egen SIP');

  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('granne');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'P2', 1)).toContainText('granne');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByText('”granne” finns inte i listan för Roll')).toBeVisible();
  await expectAccessible(page);
  await shot(page, 'people-odd-value');
  await page.getByRole('button', { name: 'Lägg till', exact: true }).click();
  await expect(page.getByText(/finns inte i listan/)).toHaveCount(0);
  const [roll] = await app.call('attributes.list', {});
  expect(roll?.allowed).toEqual(['anhörig', 'egen SIP', 'granne']);

  await page.keyboard.press('F2');
  await page.keyboard.type(' borta');
  await page.keyboard.press('Escape');
  await expect(cell(page, 'P2', 1)).toHaveText('granne');
  await page.keyboard.press('Control+ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Slå ihop värden' }).click();
  await dialog.getByText('granne (1)').click();
  await dialog.getByText('egen SIP (1)').click();
  await dialog.getByRole('textbox', { name: 'De blir' }).fill('närstående');
  await dialog.getByRole('button', { name: 'Slå ihop' }).click();
  await expect(cell(page, 'P1', 1)).toHaveText('närstående');
  expect(await valuesOf(app)).toEqual({
    'P1 Roll': 'närstående',
    'P2 Roll': 'närstående',
  });
  await page.keyboard.press('Control+z');
  await expect(cell(page, 'P2', 1)).toHaveText('granne');
});

test('A block from Excel with headings is pasted, after a look at what is new', async ({
  app,
  page,
}) => {
  await openStudy(app);
  await app.call('attributes.add', { name: 'Ålder', type: 'number' });
  await openParticipants(page);
  await cell(page, 'P1', 1).click();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData(
      'text/plain',
      'Pseudonym\tÅlder\tKommun\r\nP2\t3,5\tNorrby\r\nP9\t61\tSörby\r\n',
    );
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', {
        clipboardData: data,
        bubbles: true,
        cancelable: true,
      }),
    );
  });
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Nya attribut: Kommun');
  await expect(dialog).toContainText('En ny deltagare: P9');
  await expectAccessible(page);
  await shot(page, 'people-paste');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'P9', 1)).toHaveText('61');
  expect(await valuesOf(app)).toEqual({
    'P2 Ålder': '3.5',
    'P2 Kommun': 'Norrby',
    'P9 Ålder': '61',
    'P9 Kommun': 'Sörby',
  });
  await expect(cell(page, 'P2', 1)).toHaveText('3,5');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('columnheader', { name: 'Kommun' })).toHaveCount(0);
});

test('Attributes are read in from a file, matched by pseudonym', async ({
  app,
  page,
}) => {
  await openStudy(app);
  const path = app.pathOf('bakgrund.csv');
  writeFileSync(path, 'Pseudonym;Kön;Ålder\nP1;kvinna;34\nP2;man;51\nP7;kvinna;28\n');
  await openParticipants(page);
  await page.getByRole('button', { name: 'Läs in attribut' }).click();
  await page.getByRole('dialog').getByRole('textbox').first().fill(path);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /bakgrund\.csv/ });
  await expect(dialog).toContainText('4 värden ändras');
  await expect(dialog).toContainText('Nya attribut: Kön, Ålder');
  await expectAccessible(page);
  await shot(page, 'people-import');
  await dialog.getByRole('button', { name: 'Skriv in' }).click();
  await expect(cell(page, 'P2', 2)).toHaveText('51');
  expect(Object.keys(await valuesOf(app))).toHaveLength(4);
});

test('A participant takes part no more: it is recorded, and her words are erased but counted', async ({
  app,
  page,
}) => {
  const transcript = await openStudy(app);
  await openParticipants(page);
  await cell(page, 'P1', 0).click();
  const card = page.getByRole('complementary', { name: 'Deltagaren' });
  await card.getByText('citat', { exact: true }).click();
  await expect(card.getByRole('checkbox', { name: 'citat' })).toBeChecked();
  await expect(card).toContainText('Fokusgrupp 1');
  await expectAccessible(page);
  await shot(page, 'people-card');
  await card.getByRole('button', { name: 'Återkalla medverkan …' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('textbox', { name: /Skäl/ }).fill('har ångrat sig');
  await dialog.getByText('Allt som sagts, men antalen står kvar').click();
  await expect(dialog).toContainText('2 repliker');
  await dialog.getByRole('textbox', { name: 'Skriv P1' }).fill('P1');
  await shot(page, 'people-withdraw');
  await dialog.getByRole('button', { name: 'Återkalla och radera' }).click();
  await expect(dialog).toBeHidden();
  await expect(card).toContainText('Medverkan återkallades');
  const { turns } = await app.call('transcripts.read', { transcriptId: transcript.id });
  expect(turns.filter(({ text }) => text === '[replik borttagen]')).toHaveLength(2);
  const [consent] = await app.call('consents.list', {});
  expect(consent).toMatchObject({
    status: 'withdrawn',
    withdrawnReason: 'har ångrat sig',
    mayQuote: true,
  });
});

test('A speaker is renamed everywhere in one step, after a look at where', async ({
  app,
  page,
}) => {
  await openStudy(app);
  await openParticipants(page);
  await page.getByRole('button', { name: 'Byt namn på P1 överallt' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Fokusgrupp 1: P1 (P1)');
  await dialog.getByRole('textbox').fill('Astrid');
  await shot(page, 'people-rename');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const [transcript] = await app.call('transcripts.list', {});
  const { speakers } = await app.call('transcripts.read', {
    transcriptId: transcript!.id,
  });
  expect(speakers.map(({ label }) => label)).toContain('Astrid');
});

test('The table is sorted by a column, and whoever withdraws her quotations is quoted no longer', async ({
  app,
  page,
}) => {
  await openStudy(app);
  const { id: attributeId } = await app.call('attributes.add', {
    name: 'Ålder',
    type: 'number',
  });
  const people = await app.call('participants.list', {});
  await app.call('participants.fill', {
    rows: people.map(({ id }, at) => ({
      participantId: id,
      cells: [{ attributeId, value: ['10', '9', ''][at]! }],
    })),
  });
  await openParticipants(page);
  const names = page.getByRole('grid').getByRole('rowheader');
  await page.getByRole('columnheader', { name: 'Ålder' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Sortera stigande' }).click();
  await expect(names).toHaveText(['P2', 'P1', 'P3']);
  await expect(page.getByRole('columnheader', { name: 'Ålder' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );

  await cell(page, 'P2', 0).click();
  await page.getByRole('button', { name: 'Återkalla medverkan …' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByText('Det står kvar, men får inte citeras').click();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Citera inte längre' }).click();
  await expect(dialog).toBeHidden();
  await expect(cell(page, 'P2', 5)).toContainText('inga citat från');
  expect(await app.call('exports.withheld', {})).toMatchObject([{ pseudonym: 'P2' }]);
  await page.keyboard.press('Control+z');
  await expect(cell(page, 'P2', 5)).not.toContainText('inga citat');
});
