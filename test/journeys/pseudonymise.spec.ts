import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { Page } from '@playwright/test';

import type { TranscriptId } from '../../shared/domain/ids.ts';
import {
  type BrowserApp,
  expect,
  expectAccessible,
  shot,
  test,
} from '../support/browserApp.ts';
import { dragOver, goToText, openStudy, type Said } from '../support/focusGroup.ts';

const said: readonly Said[] = [
  ['Moderator', 'Hur var det att komma hem?'],
  [
    'P1',
    'Tyst. Brunhylda ringde från Umeå, och jag bad Brunhylda komma. Annas nummer är 070-174 06 05.',
  ],
  ['P2', 'Anna? Jo, Anna kom med Umeåborna. Det stod i hennes journal om medicinen.'],
];

async function begin(app: BrowserApp, page: Page) {
  const transcript = await openStudy(app, said);
  await page.getByRole('button', { name: 'Pseudonymisera' }).click();
  await expect(list(page)).toBeVisible();
  return transcript;
}

const list = (page: Page) =>
  page.getByRole('listbox', { name: 'Uppgifter som kan peka ut någon' });
const option = (page: Page, words: string) =>
  list(page).getByRole('option', { name: words });
const textsOf = async (app: BrowserApp, transcriptId: TranscriptId) =>
  (await app.call('transcripts.read', { transcriptId })).turns.map(({ text }) => text);

/** Whether any file that the app wrote holds the words. */
function isAnywhere(app: BrowserApp, words: string): boolean {
  return readdirSync(dirname(app.dataFolder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .some((entry) =>
      readFileSync(join(entry.parentPath, entry.name)).includes(Buffer.from(words)),
    );
}

test('Names and numbers are replaced by mouse, and then the old words and their backups are erased', async ({
  app,
  page,
}) => {
  const { id } = await begin(app, page);
  await app.call('backups.make', {});
  await expect(page.getByText('4 uppgifter att ta ställning till')).toBeVisible();
  await expectAccessible(page);
  await shot(page, 'pseudonymise');

  await option(page, 'Brunhylda').click();
  await expect(page.getByRole('heading', { name: 'Brunhylda' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Ersätt med' }).fill('Tindra');
  await page.getByRole('button', { name: 'Ersätt på 2 ställen' }).click();
  await expect(option(page, 'Brunhylda')).toHaveCount(0);

  await option(page, 'Umeå').click();
  await page.getByRole('checkbox', { name: /Umeåborna/ }).uncheck();
  await page.getByRole('button', { name: 'Ersätt på 1 ställe' }).click();
  await expect(page.getByText(/^2 steg har bytt ut ord/)).toBeVisible();
  await option(page, 'Umeå').click();
  await page.getByRole('button', { name: 'Lämna', exact: true }).click();
  await expect(option(page, 'Umeå')).toHaveCount(0);
  await page.getByRole('radio', { name: 'Lämnade' }).click();
  await expect(option(page, 'Umeå')).toBeVisible();
  await expect(option(page, 'Tindra')).toBeVisible();
  expect((await textsOf(app, id))[1]).toContain(
    'Tindra ringde från [ort], och jag bad Tindra komma.',
  );

  expect(isAnywhere(app, 'Brunhylda')).toBe(true);
  await page.getByRole('button', { name: 'Radera de gamla orden…' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('En säkerhetskopia har kvar de gamla orden');
  await expectAccessible(page);
  await shot(page, 'forget-old-words');
  await dialog.getByRole('textbox').fill('Samtal om stöd');
  await dialog.getByRole('button', { name: 'Radera för gott' }).click();
  const backups = page.getByRole('alertdialog', { name: /säkerhetskopia har kvar/ });
  await expect(backups.getByRole('checkbox')).toBeChecked();
  await shot(page, 'backups-to-remove');
  await backups.getByRole('button', { name: 'Radera säkerhetskopian' }).click();
  await expect(backups).toBeHidden();
  expect(isAnywhere(app, 'Brunhylda')).toBe(false);
  await expect(page.getByText(/steg har bytt ut ord/)).toHaveCount(0);
});

test('By keyboard alone: choose, replace, leave, another word, and undo', async ({
  app,
  page,
}) => {
  const transcript = await openStudy(app, said);
  await expect(page.getByRole('button', { name: 'Pseudonymisera' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('pseudonymisering');
  await expect(page.getByRole('option', { name: /pseudonymiseringen/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(list(page)).toBeFocused();

  const chosen = list(page).getByRole('option', { selected: true });
  await expect(chosen).toHaveAccessibleName('Anna 3 ställen trolig');
  await expect(page.getByRole('button', { name: 'Ersätt på 3 ställen' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(chosen).toHaveAccessibleName('Umeå 2 ställen trolig');
  await expect(list(page)).toBeFocused();
  await expect(page.getByRole('button', { name: 'Ersätt på 2 ställen' })).toBeVisible();
  await page.keyboard.press('l');
  await expect(chosen).toHaveAccessibleName('070-174 06 05 1 ställe säker');
  await page.keyboard.press('ArrowDown');
  await expect(chosen).toHaveAccessibleName('Brunhylda 2 ställen kanske');
  await expect(page.getByRole('button', { name: 'Ersätt på 2 ställen' })).toBeVisible();
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: 'Ersätt med' })).toBeFocused();
  await page.keyboard.type('min syster');
  await page.keyboard.press('Enter');
  await expect(option(page, 'Brunhylda')).toHaveCount(0);
  await expect(list(page)).toBeFocused();
  expect((await textsOf(app, transcript.id))[1]).toBe(
    'Tyst. min syster ringde från Umeå, och jag bad min syster komma. [namn]s nummer är 070-174 06 05.',
  );
  await page.keyboard.press('Control+z');
  await expect(option(page, 'Brunhylda')).toHaveCount(1);
});

test('The code key lies apart from the project, and its names are found as whose they are', async ({
  app,
  page,
}) => {
  await begin(app, page);
  await page.getByRole('button', { name: 'Kodnyckel…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Kodnyckel', exact: true });
  await dialog.getByRole('radio', { name: 'Skapa ny' }).click();
  await dialog.getByRole('textbox', { name: 'Lösenfras', exact: true }).fill('kort');
  await dialog.getByRole('button', { name: 'Välj plats och skapa…' }).click();
  await expect(dialog).toContainText('minst 12 tecken');
  await dialog
    .getByRole('textbox', { name: 'Lösenfras', exact: true })
    .fill('blå hund under bordet');
  await dialog
    .getByRole('textbox', { name: 'Lösenfrasen en gång till' })
    .fill('blå hund under bordet');
  await expectAccessible(page);
  await shot(page, 'code-key-create');
  for (const folder of [app.projectFolder, dirname(app.projectFolder)]) {
    await dialog.getByRole('button', { name: 'Välj plats och skapa…' }).click();
    const name = page.getByRole('textbox', { name: 'Filnamn' });
    await name.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(join(folder, 'nyckel'));
    await page.getByRole('button', { name: 'Skapa', exact: true }).click();
    if (folder === app.projectFolder)
      await expect(dialog).toContainText('får inte ligga i eller under projektets mapp');
  }
  const open = page.getByRole('dialog', { name: 'Kodnyckeln är öppen' });
  await open.getByRole('textbox', { name: 'Verkligt namn' }).fill('Brunhylda Påhitt');
  await open.getByRole('textbox', { name: 'Pseudonym' }).fill('P7');
  await open.getByRole('button', { name: 'Lägg till' }).click();
  await expect(
    open.getByRole('cell', { name: 'Brunhylda Påhitt', exact: true }),
  ).toBeVisible();
  await expectAccessible(page);
  await shot(page, 'code-key');
  await open.getByRole('button', { name: 'Klar' }).click();
  await option(page, 'Brunhylda 2 ställen säker').click();
  await expect(page.getByText('Enligt kodnyckeln: P7')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Ersätt med' })).toHaveValue('P7');
  expect(isAnywhere(app, 'Påhitt')).toBe(false);
});

test('A sensitive passage is taken out of the transcript with its reason', async ({
  app,
  page,
}) => {
  const { id } = await openStudy(app, said);
  await goToText(page);
  await dragOver(page, 'Det stod i hennes journal om medicinen.');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: /^Känsligt avsnitt/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Känsligt avsnitt' });
  await expect(dialog).toContainText('7 ord byts mot [avsnitt borttaget: hälsa]');
  await expectAccessible(page);
  await shot(page, 'remove-passage');
  await dialog.getByRole('button', { name: 'Ta bort avsnittet' }).click();
  await expect(dialog).toBeHidden();
  expect((await textsOf(app, id))[2]).toBe(
    'Anna? Jo, Anna kom med Umeåborna. [avsnitt borttaget: hälsa]',
  );
  await page.keyboard.press('Control+z');
  await expect(page.getByText('journal om medicinen')).toBeVisible();
});

test('A sensitive passage waits out of sight, is said to be overdue, and is released', async ({
  app,
  page,
}) => {
  const transcript = await openStudy(app, said);
  await goToText(page);
  await dragOver(page, 'Det stod i hennes journal om medicinen.');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: /^Känsligt avsnitt/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Känsligt avsnitt' });
  await dialog.getByText('Låt det vänta', { exact: true }).click();
  const day = dialog.getByRole('textbox', { name: /Bestämt senast/ });
  await day.fill('2026-02-30');
  await expect(
    dialog.getByRole('button', { name: 'Låt avsnittet vänta' }),
  ).toBeDisabled();
  await day.fill('2026-03-01');
  await expectAccessible(page);
  await shot(page, 'passage-waits');
  await dialog.getByRole('button', { name: 'Låt avsnittet vänta' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('[avsnitt 1 väntar]')).toBeVisible();
  await expect(page.getByText('journal om medicinen')).toHaveCount(0);

  await page.getByRole('button', { name: 'Översikt' }).click();
  await page
    .getByRole('button', { name: '1 känsligt avsnitt skulle ha avgjorts' })
    .click();
  await expect(page.getByText('Skulle ha bestämts senast 2026-03-01')).toBeVisible();
  await expect(page.getByText('journal om medicinen')).toHaveCount(0);
  await page.getByRole('button', { name: 'Visa orden' }).click();
  await expect(page.getByText('journal om medicinen')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Släpp tillbaka' }).click();
  await expect(page.getByText(/^Inget väntar\./)).toBeVisible();
  expect(await textsOf(app, transcript.id)).toEqual(said.map(([, text]) => text));
});
