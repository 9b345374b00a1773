import { writeFileSync } from 'node:fs';

import { expect, expectAccessible, test } from '../support/browserApp.ts';

test('The transcriber’s new version is looked at, taken in by keyboard alone, and undone', async ({
  app,
  page,
}) => {
  await app.call('project.openExample', { path: app.pathOf('version.utsaga') });
  const [summary] = await app.call('transcripts.list', {});
  const transcriptId = summary!.id;
  const { turns, speakers } = await app.call('transcripts.read', { transcriptId });
  const labelOf = new Map(speakers.map(({ id, label }) => [id, label]));
  const lines = turns.map(({ speakerId, text }) => `${labelOf.get(speakerId!)}: ${text}`);
  const corrected = lines
    .map((line) => line.replace('Jag visste ingenting', 'Jag visste nästan ingenting'))
    .filter((line) => !line.includes('Absolut. Jag hoppas bara'));
  writeFileSync(app.pathOf('rättad.txt'), corrected.join('\n'));
  await page.getByRole('button', { name: 'Läs FG1' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Transkript FG1' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('ny version');
  await expect(page.getByRole('option', { name: /Läs in en ny version/ })).toBeVisible();
  await page.keyboard.press('Enter');
  const choose = page.getByRole('dialog', { name: 'Välj den rättade filen' });
  await choose.getByRole('textbox').first().fill(app.pathOf('rättad.txt'));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Ny version av FG1' });
  await expect(dialog.getByText(/1 ändrade, 0 nya, 1 borta/)).toBeVisible();
  await expect(dialog.getByText(/57 följer med, 0 behöver granskas/)).toBeVisible();
  await expect(dialog.getByRole('listitem').nth(1)).toContainText('nästan');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Läs in den nya versionen' }).press('Enter');
  await expect(page.getByText(/^Läste in den nya versionen/)).toBeVisible();
  await expect(page.getByText('Jag visste nästan ingenting')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Jag visste nästan ingenting')).toHaveCount(0);
  expect((await app.call('transcripts.read', { transcriptId })).turns).toEqual(turns);
});
