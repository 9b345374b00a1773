import type { Page } from '@playwright/test';

import {
  type BrowserApp,
  expect,
  expectAccessible,
  shot,
  test,
} from '../support/browserApp.ts';
import {
  aUnit,
  dragOver,
  openStudy,
  type ReadTranscript,
  transcriptText,
  unitTexts,
} from '../support/focusGroup.ts';

/** Three units whose words are corrected away under them: one rewritten, one in its signs only, one gone. */
async function inDoubt(app: BrowserApp): Promise<ReadTranscript> {
  const transcript = await openStudy(app);
  const correct = (turn: number, text: string) =>
    app.call('turns.correct', { turnId: transcript.turns[turn]!.id, text });
  await aUnit(app, [transcript.spanOf(1, 'Då kunde jag sova igen.')], {
    condensed: 'Kunde sova igen',
    codes: ['lättnad'],
  });
  await aUnit(app, [transcript.spanOf(2, 'få en egen tid')]);
  await aUnit(app, [transcript.spanOf(6, 'det ska man inte behöva fråga om')]);
  await correct(
    1,
    transcript.turns[1]!.text.replace(
      'Då kunde jag sova igen.',
      'Då fick jag äntligen vila.',
    ),
  );
  await correct(2, 'För mig var det att få – – – – – – – – – – – – en egen tid.');
  await correct(6, 'Ja.');
  return transcript;
}

const list = (page: Page) =>
  page.getByRole('listbox', { name: 'Meningsenheter att granska' });
const unit = (page: Page, number: number) =>
  page.getByRole('option', { name: new RegExp(`^Meningsenhet ${number}\\b`) });
const navigation = (page: Page) => page.getByRole('button', { name: /^Att granska/ });

test.describe('What a correction left in doubt', () => {
  test('is settled unit by unit with the mouse, each as a step that can be undone', async ({
    app,
    page,
  }) => {
    const transcript = await inDoubt(app);
    await navigation(page).click();
    await expect(list(page).getByRole('option')).toHaveCount(3);
    await unit(page, 1).click();
    const was = page.getByRole('region', { name: 'Stod då' });
    const now = page.getByRole('region', { name: 'Står nu' });
    await expect(was.locator('del')).toHaveText(['−kunde', '−sova igen']);
    await expect(now.locator('ins')).toHaveText(['+fick', '+äntligen vila']);
    await expect(page.getByText('Kondenseringen säger ”sova igen”.')).toBeVisible();
    await expectAccessible(page);
    await shot(page, 'review-list');

    await page.getByRole('button', { name: 'Godta alla små ändringar (1)' }).click();
    await expect(list(page).getByRole('option')).toHaveCount(2);
    await page.getByRole('button', { name: 'Godta platsen' }).click();
    await expect(list(page).getByRole('option')).toHaveCount(1);

    // The words of the last one are gone: there is nothing to accept.
    await expect(page.getByRole('button', { name: 'Godta platsen' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Peka ut på nytt' }).click();
    await expect(
      page.getByText('Peka ut meningsenhet 3 på nytt', { exact: false }),
    ).toBeVisible();
    await dragOver(page, 'slipper förklara allt en gång till');
    await page.getByRole('button', { name: 'Ta de valda orden' }).first().click();
    await expect(
      page.getByText('Inget att granska. Alla 3 meningsenheter står där de ska.'),
    ).toBeVisible();
    await expect(navigation(page)).toHaveCount(0);
    await expectAccessible(page);
    expect(await unitTexts(app, transcript.id)).toContain(
      'slipper förklara allt en gång till',
    );

    await page.keyboard.press('Control+z');
    await expect(list(page).getByRole('option')).toHaveCount(1);
  });

  test('is settled by keyboard alone', async ({ app, page }) => {
    const transcript = await inDoubt(app);
    await expect(navigation(page)).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('granskas');
    await expect(page.getByRole('option', { name: /som ska granskas/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(list(page)).toBeFocused();
    // The latest correction comes first.
    await expect(unit(page, 3)).toHaveAttribute('aria-selected', 'true');
    await expect(unit(page, 3)).toHaveAccessibleName(
      /Stod då: det ska man inte behöva fråga om\. Står nu: inget\. Förslag: peka ut på nytt eller ta bort\. 1 av 3\.$/,
    );
    await page.keyboard.press('Delete');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.type('sades aldrig');
    await page.keyboard.press('Enter');
    await expect(list(page).getByRole('option')).toHaveCount(2);
    await expect(list(page)).toBeFocused();
    const [retired] = await app.call('meaningUnits.retired', {});
    expect(retired).toMatchObject({ number: 3, retiredReason: 'sades aldrig' });

    await page.keyboard.press('ArrowDown');
    await expect(unit(page, 1)).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('b');
    await expect(transcriptText(page)).toBeFocused();
    await expect(
      page.getByText('Flytta gränserna för meningsenhet 1', { exact: false }),
    ).toBeVisible();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect(list(page)).toBeFocused();
    await expect(list(page).getByRole('option')).toHaveCount(1);
    expect((await unitTexts(app, transcript.id))[0]).toBe('Då fick jag äntligen');

    await page.keyboard.press('r');
    await expect(transcriptText(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(list(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Inget att granska.', { exact: false })).toBeVisible();
    expect(await app.call('reviews.list', {})).toEqual([]);
  });

  test('is told of in the inspector and the analysis table, with the way to it', async ({
    app,
    page,
  }) => {
    const transcript = await inDoubt(app);
    await expect(navigation(page)).toBeVisible();
    await page.keyboard.press('Control+2');
    await expect(page.getByRole('img', { name: 'att granska' })).toHaveCount(3);
    await page.keyboard.press('Control+1');
    await expect(transcriptText(page)).toBeFocused();
    await page.keyboard.press('.');
    await page.getByRole('button', { name: 'Granska', exact: true }).click();
    await expect(unit(page, 1)).toHaveAttribute('aria-selected', 'true');
    expect(transcript.turns).toHaveLength(7);
  });
});
