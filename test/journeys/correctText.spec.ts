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
  await expect(marks(page)).toHaveAttribute('aria-description', 'Meningsenhet 1, väntan');

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

  // The editor's own undo, back to the beginning and forth again.
  await times(page, 'Control+z', 4);
  await expect(editor(page)).toHaveText(text);
  await expect(marks(page)).toHaveText(['Jag hade väntat i tre veckor']);
  await times(page, 'Control+y', 4);
  await expect(marks(page)).toHaveText(['Jag hade väntat i tretton veckorna']);

  await page.keyboard.press('Control+Enter');
  await expect(toast(page)).toHaveText('Rättat. 1 enhet följde med.');
  await expect(editor(page)).toHaveCount(0);
  await expect(transcriptText(page)).toBeFocused();
  expect(await unitTexts(app, transcript.id)).toEqual([
    'Jag hade väntat i tretton veckorna',
  ]);
  await expect(page.locator('mark')).toHaveText([
    'Jag hade väntat i tretton ',
    'veckorna',
  ]);

  await page.keyboard.press('Control+z');
  await expect
    .poll(() => unitTexts(app, transcript.id))
    .toEqual(['Jag hade väntat i tre veckor']);
  const { turns } = await app.call('transcripts.read', { transcriptId: transcript.id });
  expect(turns).toEqual(transcript.turns);
});

test('By mouse: words of a unit are taken away, it is seen to be in doubt, and it waits in the review list', async ({
  app,
  page,
}) => {
  const transcript = await openStudy(app);
  const [gone, kept] = [
    await aUnit(app, [transcript.spanOf(2, 'Ingen frågade något i dörren.')]),
    await aUnit(app, [transcript.spanOf(2, 'att få en egen tid')]),
  ];
  await goToText(page);
  const words = await boxOf(page, 'Ingen');
  await page.mouse.click(words.left + 2, words.middle, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Rätta text' }).click();
  await expect(editor(page)).toBeFocused();
  await expect(marks(page)).toHaveText([
    'att få en egen tid',
    'Ingen frågade något i dörren.',
  ]);

  await marks(page).nth(1).click();
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.type('För mig var det att få en egen tid.');
  await expect(page.locator('.correcting-doubt')).toHaveText(
    'Meningsenhet 1 mister alla sina ord här och läggs att granska.',
  );
  await times(page, 'Control+z', 30);
  await expect(marks(page)).toHaveCount(2);

  await marks(page).nth(1).click();
  await page.keyboard.press('End');
  await times(page, 'Shift+Control+ArrowLeft', 4);
  await page.keyboard.type('sa ett enda ord till mig.');
  await expect(page.locator('.correcting-doubt')).toHaveText(
    'Meningsenhet 1 blir osäker och läggs att granska.',
  );
  await expect(editor(page).locator('.mark-doubt').first()).toBeVisible();
  await expectAccessible(page);
  await shot(page, 'correcting-doubt');
  const seen = await marks(page).allTextContents();

  await page.getByRole('button', { name: 'Klar', exact: false }).click();
  await expect(toast(page)).toHaveText('Rättat. 1 enhet följde med, 1 att granska.');
  expect(await app.call('reviews.list', {})).toMatchObject([
    { unitId: gone, was: { text: 'Ingen frågade något i dörren.' } },
  ]);
  // What was seen is what was saved.
  expect(await unitTexts(app, transcript.id)).toEqual(seen);
  await page.locator('.toast').getByRole('button', { name: 'Ångra' }).click();
  await expect.poll(() => app.call('reviews.list', {})).toEqual([]);
  expect((await app.call('meaningUnits.read', { unitId: kept })).text).toBe(
    'att få en egen tid',
  );
});

test('A turn is divided with a new speaker, given to another, joined again, and undone', async ({
  app,
  page,
}) => {
  const transcript = await openStudy(app);
  const text = transcript.turns[1]!.text;
  await aUnit(app, [transcript.spanOf(1, 'Jag hade väntat i tre veckor')]);
  const said = async () => {
    const { turns, speakers } = await app.call('transcripts.read', {
      transcriptId: transcript.id,
    });
    return turns
      .slice(1, 3)
      .map((turn) => [
        speakers.find(({ id }) => id === turn.speakerId)?.label,
        turn.label,
        turn.text,
      ]);
  };
  await goToText(page);
  await correctTurn(page, 2);
  await times(page, 'ArrowRight', text.indexOf('väntat'));
  await page.keyboard.type('nog ');
  await page.keyboard.press('Tab');
  await times(page, 'Tab', 2);
  await expect(page.getByRole('button', { name: 'Dela här' })).toBeFocused();
  await page.keyboard.press('Enter');
  const who = page.getByRole('combobox', { name: 'Vem talar efter delningen?' });
  await expect(who).toBeFocused();
  await page.keyboard.type('P9');
  await expect(page.getByRole('option', { name: 'Ny talare ”P9”' })).toBeVisible();
  await shot(page, 'correcting-split');
  await page.keyboard.press('Enter');
  await expect(toast(page)).toHaveText('Delade replik r2. 1 enhet följde med.');
  await expect(transcriptText(page)).toBeFocused();
  expect(await said()).toEqual([
    ['P1', 'r2', 'Att någon ringde tillbaka samma dag. Jag hade nog'],
    ['P9', 'r2b', text.slice(text.indexOf('väntat'))],
  ]);

  // The caret stands in the second half: it is joined with the one before, from the palette.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('slå ihop med föregående');
  await expect(
    page.getByRole('option', { name: /Slå ihop med föregående replik/ }).first(),
  ).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(toast(page)).toHaveText('Slog ihop 2 repliker. 1 enhet följde med.');
  expect((await said())[0]).toEqual(['P1', 'r2', text.replace('väntat', 'nog väntat')]);
  expect(await unitTexts(app, transcript.id)).toEqual([
    'Jag hade nog väntat i tre veckor',
  ]);

  await expect(transcriptText(page)).toBeFocused();
  // What was typed is of the same step as the dividing.
  await times(page, 'Control+z', 2);
  await expect
    .poll(async () => {
      const now = await app.call('transcripts.read', { transcriptId: transcript.id });
      return [now.turns, now.speakers.length];
    })
    .toEqual([transcript.turns, 4]);
  expect(await unitTexts(app, transcript.id)).toEqual(['Jag hade väntat i tre veckor']);
});

test('A missed turn is put in, words are moved, and a turn that goes says what becomes of its units', async ({
  app,
  page,
}) => {
  const transcript = await openStudy(app);
  await aUnit(app, [transcript.spanOf(3, 'Precis.')]);
  const texts = async () => {
    const { turns } = await app.call('transcripts.read', { transcriptId: transcript.id });
    return turns.map((turn) => turn.text);
  };
  await goToText(page);
  await clickBefore(page, 'Precis');
  await correctTurn(page, 1);
  await page.getByRole('button', { name: 'Mer om repliken' }).click();
  await page.getByRole('menuitem', { name: 'Sätt in en replik före…' }).click();
  await expect(page.getByRole('textbox', { name: 'Vad sades?' })).toBeFocused();
  await page.keyboard.type('Ja, så var det.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(editor(page)).toHaveText('Precis.');
  // What was typed is still there.
  await page.getByRole('button', { name: 'Mer om repliken' }).click();
  await page.getByRole('menuitem', { name: 'Sätt in en replik före…' }).click();
  await expect(page.getByRole('textbox', { name: 'Vad sades?' })).toHaveValue(
    'Ja, så var det.',
  );
  await page.keyboard.press('Control+Enter');
  await expect(toast(page)).toHaveText('Satte in repliken.');
  await expect(transcriptText(page)).toBeFocused();
  expect((await texts()).slice(2, 5)).toEqual([
    transcript.turns[2]!.text,
    'Ja, så var det.',
    'Precis.',
  ]);

  await clickBefore(page, 'så var det');
  const box = await boxOf(page, 'så var det');
  await page.mouse.click(box.left + 1, box.middle, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Flytta text till nästa replik' }).click();
  await expect(toast(page)).toHaveText(/^Flyttade text till replik r4\. 1 enhet/);
  expect((await texts()).slice(3, 5)).toEqual(['Ja,', 'så var det. Precis.']);

  const last = await boxOf(page, 'Precis');
  await page.mouse.click(last.left + 1, last.middle, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Ta bort repliken…' }).click();
  await expect(page.getByRole('dialog', { name: 'Ta bort replik r4' })).toBeVisible();
  await expect(
    page.getByText('Meningsenhet 1 mister alla sina ord och läggs att granska.'),
  ).toBeVisible();
  await expectAccessible(page);
  await shot(page, 'correcting-remove');
  await page.getByRole('button', { name: 'Ta bort repliken', exact: true }).click();
  await expect(toast(page)).toHaveText('Tog bort repliken. 1 enhet att granska.');
  expect(await app.call('reviews.list', {})).toHaveLength(1);
});

test('What is typed is never lost: by Esc, by leaving, by a step from elsewhere, by a turn that goes', async ({
  app,
  page,
}) => {
  const transcript = await openStudy(app);
  const textOf = async (turn: number) =>
    (await app.call('transcripts.read', { transcriptId: transcript.id })).turns[turn]
      ?.text;
  await goToText(page);

  // Esc asks, and only when something was typed.
  await correctTurn(page, 4);
  await page.keyboard.press('Escape');
  await expect(editor(page)).toHaveCount(0);
  await expect(transcriptText(page)).toBeFocused();
  await correctTurn(page, 1);
  await page.keyboard.type('Ja. ');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Fortsätt rätta' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(editor(page)).toBeFocused();
  await expect(editor(page)).toHaveText('Ja. Precis.');

  // Another workspace: saved as a step.
  await page.keyboard.press('Control+2');
  await expect(toast(page)).toHaveText('Rättat.');
  expect(await textOf(3)).toBe('Ja. Precis.');

  // A step from elsewhere changes the turn while it is open.
  await goToText(page);
  await clickBefore(page, 'Hur menar du');
  await correctTurn(page, 1);
  await page.keyboard.press('End');
  await page.keyboard.type(' Berätta.');
  await app.call('turns.correct', { turnId: transcript.turns[4]!.id, text: 'Hur då?' });
  await expect(page.getByText('Repliken ändrades på annat håll')).toBeVisible();
  await expect(editor(page)).toHaveText('Hur menar du? Berätta.');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => textOf(4)).toBe('Hur menar du? Berätta.');

  // The turn goes while it is open.
  await expect(transcriptText(page)).toBeFocused();
  await correctTurn(page, 1);
  await page.keyboard.press('End');
  await page.keyboard.type(' Snälla.');
  await app.call('turns.remove', { turnIds: [transcript.turns[4]!.id] });
  await expect(
    page.getByRole('dialog', { name: 'Replik r5 finns inte längre.' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Sätt in som ny replik' }).click();
  await expect.poll(() => textOf(4)).toBe('Hur menar du? Berätta. Snälla.');

  // The window closes.
  await expect(transcriptText(page)).toBeFocused();
  await correctTurn(page, 1);
  await page.keyboard.type('Jo. ');
  await page.goto('about:blank');
  await expect.poll(() => textOf(4)).toBe('Jo. Hur menar du? Berätta. Snälla.');
});

test('Pasting takes the words alone, a composition goes in whole, and line breaks stand', async ({
  app,
  page,
}) => {
  const transcript = await openStudy(app);
  await aUnit(app, [transcript.spanOf(3, 'Precis.')]);
  await goToText(page);
  await correctTurn(page, 4);
  await page.keyboard.press('End');
  await editor(page).evaluate((element) => {
    const data = new DataTransfer();
    data.setData('text/html', '<b onclick="x()">Fett</b><img src=x>');
    data.setData('text/plain', ' Fett\r\noch e\u0301n rad');
    element.dispatchEvent(
      new ClipboardEvent('paste', {
        clipboardData: data,
        bubbles: true,
        cancelable: true,
      }),
    );
  });
  await expect(editor(page).locator('b, img')).toHaveCount(0);
  await page.keyboard.press('Enter');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.imeSetComposition', {
    text: 'にほ',
    selectionStart: 2,
    selectionEnd: 2,
  });
  await devtools.send('Input.insertText', { text: '日本' });
  await page.getByRole('button', { name: '[ohörbart]' }).click();
  await expect(marks(page)).toHaveText(['Precis.']);
  await shot(page, 'correcting-lines');
  await page.keyboard.press('Control+Enter');
  await expect(toast(page)).toHaveText('Rättat. 1 enhet följde med.');
  const { turns } = await app.call('transcripts.read', { transcriptId: transcript.id });
  expect(turns[3]?.text).toBe('Precis. Fett\noch én rad\n日本[ohörbart]');
});
