import { expect, expectAccessible, test } from '../support/browserApp.ts';

test.describe('Coverage', () => {
  test('the pass goes from turn to turn until every one is considered, and is noted', async ({
    app,
    page,
  }) => {
    await app.call('project.openExample', { path: app.pathOf('täckning.utsaga') });
    const [transcript] = await app.call('transcripts.list', {});
    const asides = await app.call('turns.setAsides', { transcriptId: transcript!.id });
    await app.call('turns.takeBack', {
      turnIds: asides.slice(0, 2).map(({ turnId }) => turnId),
    });
    await page.getByRole('button', { name: 'Läs FG1' }).click();
    await page.getByRole('button', { name: 'Mer om transkriptet' }).click();
    await page.getByRole('menuitem', { name: 'Täckningskontroll' }).click();
    const bar = page.getByRole('status').filter({ hasText: 'Täckningskontroll.' });
    await expect(bar).toContainText(
      '2 repliker är varken markerade eller lagda åt sidan.',
    );
    await expectAccessible(page);

    await bar.getByRole('button', { name: /^Nästa/ }).click();
    await page.keyboard.press('x');
    await page.keyboard.press('Enter');
    await expect(bar).toContainText('1 replik är varken');
    await page.keyboard.press('o');
    await page.keyboard.press('x');
    await page.keyboard.press('Enter');
    await expect(bar).toContainText('Alla deltagares repliker');
    await bar.getByRole('button', { name: /^Klar/ }).click();
    await expect(bar).toHaveCount(0);
    await page.getByRole('button', { name: 'Översikt' }).click();
    const covered = page.getByRole('row', { name: /FG1/ }).getByRole('cell').nth(4);
    await expect(covered).toContainText(/20\d\d/);
    await page.keyboard.press('Control+z');
    await expect(covered).toHaveText('inte än');
  });

  test('what strikes one in reading is kept in the reading log, by keyboard alone', async ({
    app,
    page,
  }) => {
    await app.call('project.openExample', { path: app.pathOf('läslogg.utsaga') });
    await page.getByRole('button', { name: 'Läs FG1' }).press('Enter');
    await expect(page.getByRole('textbox', { name: 'Transkript FG1' })).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('läslogg');
    await expect(
      page.getByRole('option', { name: /Läslogg för transkriptet/ }),
    ).toBeVisible();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Läslogg för FG1' });
    await expect(dialog.getByRole('textbox')).toBeFocused();
    await page.keyboard.type('Läst två gånger. Väntan går igenom allt.');
    await page.keyboard.press('Control+Enter');
    await expect(dialog.getByRole('listitem')).toContainText('Väntan går igenom allt.');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await page.getByRole('button', { name: 'Översikt' }).press('Enter');
    await expect(page.getByRole('region', { name: 'Läslogg' })).toContainText('FG1');
  });
});
