import { type Page } from '@playwright/test';

import { expect, expectAccessible, shot, test } from '../support/browserApp.ts';
import {
  aUnit,
  boxOf,
  clickBefore,
  goToText,
  openStudy,
  transcriptText,
  unitTexts,
} from '../support/focusGroup.ts';

const editor = (page: Page) => page.getByRole('textbox', { name: /^Rätta replik/ });
const marks = (page: Page) => editor(page).locator('mark');
const toast = (page: Page) => page.locator('.toast-words');

/** To turn `n` (from 1) by key, and into its editor. */
async function correctTurn(page: Page, n: number): Promise<void> {
  for (let turn = 1; turn < n; turn += 1) await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('e');
  await expect(editor(page)).toBeFocused();
}

async function times(page: Page, key: string, count: number): Promise<void> {
  for (let time = 0; time < count; time += 1) await page.keyboard.press(key);
}

test('A turn is corrected by keys alone: inside a unit, at its border, and undone exactly', async ({
  app,
  page,
}) => {
  const transcript = await openStudy(app);
  await aUnit(app, [transcript.spanOf(1, 'Jag hade väntat i tre veckor')], {
    codes: ['väntan'],
  });
  await goToText(page);
  await correctTurn(page, 2);
  await expect(editor(page)).toHaveAccessibleName('Rätta replik r2, P1');
  await expect(editor(page)).toHaveText(transcript.turns[1]!.text);
  await expect(marks(page)).toHaveText(['Jag hade väntat i tre veckor']);
  await expect(marks(page)).toHaveAttribute(
    'aria-description',
    'Meningsenhet 1, väntan',
  );

  // Inside: "tre" becomes "tretton".
  const text = transcript.turns[1]!.text;
  await times(page, 'ArrowRight', text.indexOf('tre veckor') + 3);
  await page.keyboard.type('tton');
  await expect(marks(page)).toHaveText(['Jag hade väntat i tretton veckor']);
  // At the border: what touches the unit's last word belongs to it, what stands apart does not.
  await times(page, 'ArrowRight', ' veckor'.length);
  await page.keyboard.type('na nu');
  await expect(marks(page)).toHaveText(['Jag hade väntat i tretton veckorna']);
  await expect(page.getByText('1 meningsenhet följer med.')).toBeVisible();
  await expectAccessible(page);
  await shot(page, 'correcting');

  // The editor's own undo first.
  await page.keyboard.press('Control+z');
  await expect(marks(page)).toHaveText(['Jag hade väntat i tretton veckor']);
  await page.keyboard.press('Control+y');
  await expect(marks(page)).toHaveText(['Jag hade väntat i tretton veckorna']);

  await page.keyboard.press('Control+Enter');
  await expect(toast(page)).toHaveText('Rättat. 1 enhet följde med.');
  await expect(editor(page)).toHaveCount(0);
  await expect(transcriptText(page)).toBeFocused();
  expect(await unitTexts(app, transcript.id)).toEqual([
    'Jag hade väntat i tretton veckorna',
  ]);
  await expect(page.locator('mark')).toContainText(['väntat i tretton veckorna']);

  await page.keyboard.press('Control+z');
  await expect
    .poll(() => unitTexts(app, transcript.id))
    .toEqual(['Jag hade väntat i tre veckor']);
  const { turns } = await app.call('transcripts.read', { transcriptId: transcript.id });
  expect(turns).toEqual(transcript.turns);
});
