import { readFileSync } from 'node:fs';

import { expect, expectAccessible, shot, test } from '../support/browserApp.ts';
import { openStudy } from '../support/focusGroup.ts';

test('A transcript that was only removed is erased for good from the list', async ({
  app,
  page,
}) => {
  await openStudy(app);
  await page.getByRole('button', { name: /^Transkript/ }).click();
  await page.getByRole('button', { name: 'Mer om transkriptet' }).click();
  await page.getByRole('menuitem', { name: 'Alla transkript' }).click();
  await page.getByRole('button', { name: 'Mer om Fokusgrupp 1' }).click();
  await page.getByRole('menuitem', { name: 'Ta bort ur projektet' }).click();

  await page
    .getByRole('button', { name: 'Ett borttaget transkript finns kvar i historiken' })
    .click();
  await expect(page.getByText(/^7 repliker, borttaget/)).toBeVisible();
  await expectAccessible(page);
  await shot(page, 'removed-transcripts');
  await page.getByRole('button', { name: 'Radera Fokusgrupp 1 för gott…' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('Det går inte att ångra');
  await dialog.getByRole('textbox').fill('Fokusgrupp 1');
  await dialog.getByRole('button', { name: 'Radera' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/finns kvar i historiken/)).toHaveCount(0);
  await app.call('project.close', {});
  expect(readFileSync(app.pathOf('stod.utsaga')).toString('utf8')).not.toContain(
    'någon ringde tillbaka',
  );
});

test('A participant who was only removed is erased with what still stands of their words', async ({
  app,
  page,
}) => {
  const transcript = await openStudy(app);
  await page.getByRole('button', { name: /^Deltagare/ }).click();
  await page
    .getByRole('rowheader', { name: 'P1', exact: true })
    .click({ button: 'right' });
  await page
    .getByRole('menuitem', { name: 'Ta bort P1, men behåll det som sagts' })
    .click();
  await page
    .getByRole('button', { name: 'En borttagen deltagare finns kvar i historiken' })
    .click();
  await expect(page.getByText(/^2 repliker står kvar, borttagen/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Radera P1' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('2 repliker');
  await dialog.getByRole('textbox').fill('P1');
  await dialog.getByRole('button', { name: 'Radera för gott' }).click();
  await expect(dialog).toBeHidden();
  const { turns } = await app.call('transcripts.read', { transcriptId: transcript.id });
  expect(turns.map(({ label }) => label)).toEqual(['r1', 'r3', 'r4', 'r5', 'r6']);
});
