import { expect, expectAccessible, shot, test } from '../support/browserApp.ts';

test.describe('Search', () => {
  test('by keyboard alone: from a word to its places, to one of them and to a meaning unit', async ({
    app,
    page,
  }) => {
    await app.call('project.openExample', { path: app.pathOf('sök.utsaga') });
    await expect(page.getByRole('row', { name: /FG1/ })).toBeVisible();
    await page.keyboard.press('Control+Shift+f');
    const field = page.getByRole('searchbox', {
      name: 'Sök i allt som sagts och skrivits',
    });
    await expect(field).toBeFocused();
    await page.keyboard.type('samordnare');
    const hits = page.getByRole('listbox', { name: 'Träffar' });
    await expect(hits.getByRole('option', { name: /Du säger samordnare/ })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(hits).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(hits.getByRole('option', { selected: true })).toContainText('Du säger');
    // A moderator's words are marked only when one says so, and what is a unit is not marked again.
    await page.keyboard.press('m');
    const question = page.getByRole('alertdialog', { name: /Här talar bara moderatorn/ });
    const anyway = question.getByRole('button', { name: 'Markera ändå' });
    await expect(anyway).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(hits).toBeFocused();
    await page.keyboard.press('m');
    await expect(anyway).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(hits.getByRole('option', { selected: true })).toContainText(
      'i enhet 58',
    );
    await expect(hits).toBeFocused();
    await page.keyboard.press('m');
    await expect(page.getByText('Orden är redan en meningsenhet.').first()).toBeVisible();
    await page.keyboard.press('Enter');
    const text = page.getByRole('textbox', { name: 'Transkript FG1' });
    await expect(text).toBeFocused();
    await expect
      .poll(() => page.evaluate(() => document.getSelection()?.toString()))
      .toBe('samordnare');

    // The hits are painted in the words, with a bar to walk among them.
    const bar = page.getByRole('search', { name: 'Sök här' });
    await expect(bar).toContainText('2 av 3');
    expect(await page.evaluate(() => CSS.highlights.get('hit')?.size)).toBe(3);
    await page.keyboard.press('F3');
    await expect(bar).toContainText('3 av 3');
    await page.keyboard.press('F3');
    await expect(bar).toContainText('1 av 3');
    await page.keyboard.press('Shift+F3');
    await expect(bar).toContainText('3 av 3');
    await page.keyboard.press('m');
    await expect(page.getByRole('complementary')).toContainText('Meningsenhet 59');

    await page.keyboard.press('Control+f');
    const here = bar.getByRole('searchbox', { name: 'Sök i transkriptet' });
    await expect(here).toBeFocused();
    await here.fill('samordn');
    await expect(bar).toContainText('Inga träffar');
    await bar.getByRole('radio', { name: 'Alla ändelser' }).press('Space');
    await bar.getByRole('radio', { name: 'Precis så' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(bar).toContainText('av 4');
    await expectAccessible(page);
    await shot(page, 'find-bar');
    await bar.getByRole('radio', { name: 'Uttryck' }).press('Space');
    await here.fill('(samord');
    await expect(bar).toContainText('Går inte att läsa');
    await here.fill('samordnare?\\b');
    await expect(bar).toContainText('av 3');
    await expect.poll(() => page.evaluate(() => CSS.highlights.get('hit')?.size)).toBe(3);
    await here.focus();
    await page.keyboard.press('Escape');
    await expect(bar).toHaveCount(0);
    await expect(text).toBeFocused();
    expect(await page.evaluate(() => CSS.highlights.has('hit'))).toBe(false);
  });

  test('by mouse: inside words, kept to what is known of speakers, and all marked in one step', async ({
    app,
    page,
  }) => {
    await app.call('project.openExample', { path: app.pathOf('alla.utsaga') });
    await app.call('participants.fill', {
      newAttributes: [{ name: 'Kön', type: 'choice' }],
      rows: [
        { pseudonym: 'P4', cells: [{ attribute: 'Kön', value: 'kvinna' }] },
        { pseudonym: 'P3', cells: [{ attribute: 'Kön', value: 'man' }] },
      ],
      isAllowing: true,
    });
    await expect(page.getByRole('row', { name: /FG1/ })).toBeVisible();
    await page.getByRole('button', { name: 'Sök', exact: true }).click();
    const field = page.getByRole('searchbox', {
      name: 'Sök i allt som sagts och skrivits',
    });
    await field.fill('ordnar');
    await expect(page.getByText('Inget hittades för ”ordnar”.')).toBeVisible();
    await page.getByRole('button', { name: 'Sök inuti ord' }).click();
    const option = page.getByRole('option');
    await expect(option.filter({ hasText: 'Du säger samordnare' })).toBeVisible();
    await page.getByRole('button', { name: /^Kategorier/ }).click();
    await page.getByRole('button', { name: /^Kondenseringar/ }).click();
    await page.getByRole('button', { name: 'Lägg till filter' }).click();
    await page.getByRole('combobox', { name: 'Attribut' }).fill('kvinna');
    await page.getByRole('option', { name: /^Kön: kvinna/ }).click();
    await page.keyboard.press('Escape');
    await expect(option.filter({ hasText: 'Du säger samordnare' })).toHaveCount(0);
    await expect(page.getByText('2 träffar', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Markera alla…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Markera alla träffar' });
    await expect(dialog).toContainText('2 ställen blir 2 nya meningsenheter.');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Markera 2 ställen' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(option.filter({ hasText: '59' })).toBeVisible();
    await page.getByRole('button', { name: /^Ångra/ }).click();
    await expect(option.filter({ hasText: '59' })).toHaveCount(0);

    await page.getByRole('radio', { name: 'Reguljärt uttryck' }).click();
    await field.fill('(samord');
    await expect(page.getByRole('alert')).toContainText('går inte att läsa');
    await field.fill('samord\\w+');
    await option.first().dblclick();
    await expect(page.getByRole('textbox', { name: 'Transkript FG1' })).toBeFocused();
  });
});
