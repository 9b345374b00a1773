import { expect, expectAccessible, shot, test } from '../support/browserApp.ts';
import {
  aUnit,
  goToText,
  openStudy,
  transcriptText,
  unitTexts,
} from '../support/focusGroup.ts';

test('A sentence is marked, condensed and coded without a mouse, and the caret is back after it', async ({
  app,
  page,
}) => {
  const transcript = await openStudy(app);
  await goToText(page);

  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('m');
  const condensation = page.getByRole('textbox', { name: 'Kondensering' });
  await expect(condensation).toBeFocused();
  expect(await unitTexts(app, transcript.id)).toEqual([
    'Att någon ringde tillbaka samma dag.',
  ]);
  await expect(page.getByText('0 av 6 ord')).toBeVisible();
  await page.keyboard.type('Någon ringde upp samma dag');
  await expect(page.getByText('5 av 6 ord')).toBeVisible();
  await page.keyboard.press('Enter');

  const code = page.getByRole('combobox', { name: 'Kod' });
  await expect(code).toBeFocused();
  await page.keyboard.type('snabb återkoppling');
  await expect(
    page.getByRole('option', { name: 'Skapa koden ”snabb återkoppling”' }),
  ).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('button', { name: 'Ta bort koden snabb återkoppling från enheten' }),
  ).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(transcriptText(page)).toBeFocused();
  await expect(page.locator('.margin-label-words')).toHaveText(['snabb återkoppling']);

  const [unit] = await app.call('meaningUnits.ofTranscript', {
    transcriptId: transcript.id,
  });
  expect(unit?.condensed).toBe('Någon ringde upp samma dag');
  expect(unit?.codeIds).toHaveLength(1);

  // The caret stands after the unit: M marks what follows it.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('m');
  await expect(condensation).toBeFocused();
  await expect
    .poll(() => unitTexts(app, transcript.id))
    .toEqual([
      'Att någon ringde tillbaka samma dag.',
      'Jag hade väntat i tre veckor och trodde att de hade glömt mig.',
    ]);
  await page.keyboard.press('Control+Enter');
  await expect(transcriptText(page)).toBeFocused();

  // The latest code again, then back and forth between the units.
  await page.keyboard.press('r');
  await expect(page.locator('.margin-label-words')).toHaveText([
    'snabb återkoppling',
    'snabb återkoppling',
  ]);
  await page.keyboard.press(',');
  await page.keyboard.press(',');
  await expect(page.getByRole('heading', { name: 'Meningsenhet 1' })).toBeVisible();
  await page.keyboard.press('.');
  await expect(page.getByRole('heading', { name: 'Meningsenhet 2' })).toBeVisible();
  await expectAccessible(page);
  await shot(page, 'marked-by-keyboard');
});

test('The selection grows from word to sentence to turn and back, and over turns with Shift', async ({
  app,
  page,
}) => {
  const transcript = await openStudy(app);
  await goToText(page);
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  const selected = () =>
    page.evaluate(() =>
      document.getSelection()!.toString().replaceAll(/\s+/g, ' ').trim(),
    );
  await page.keyboard.press('v');
  expect(await selected()).toBe('För');
  await page.keyboard.press('v');
  expect(await selected()).toBe('För mig var det att få en egen tid.');
  await page.keyboard.press('v');
  expect(await selected()).toBe(transcript.turns[2]!.text);
  await page.keyboard.press('Shift+V');
  expect(await selected()).toBe('För mig var det att få en egen tid.');
  await page.keyboard.press('Shift+V');
  expect(await selected()).toBe('För');

  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('m');
  await expect.poll(async () => (await unitTexts(app, transcript.id)).length).toBe(1);
  const [text] = await unitTexts(app, transcript.id);
  expect(text?.startsWith('För mig var det')).toBe(true);
  expect(text).toContain('Precis.');
});

test('M pressed twice in haste makes one unit', async ({ app, page }) => {
  const transcript = await openStudy(app);
  await goToText(page);
  await page.keyboard.press('Alt+ArrowDown');
  await Promise.all([page.keyboard.press('m'), page.keyboard.press('m')]);
  await expect(page.getByRole('textbox', { name: 'Kondensering' })).toBeFocused();
  await page.keyboard.press('Escape');
  expect(await unitTexts(app, transcript.id)).toEqual([
    'Att någon ringde tillbaka samma dag.',
  ]);
});

test('Where the caret is, is said in one sentence, and what has been made of the words', async ({
  app,
  page,
}) => {
  const transcript = await openStudy(app);
  await aUnit(app, [transcript.spanOf(2, 'Ingen frågade något')], {
    condensed: 'Slapp frågor',
    codes: ['lättnad'],
  });
  await goToText(page);
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('w');
  await expect(
    page.getByText('P1, replik 2. rad 2. inte bedömd än', { exact: false }),
  ).toBeAttached();

  const made = 'Meningsenhet 1, lättnad. Kondensering: Slapp frågor';
  await expect(page.locator('mark')).toHaveAttribute('aria-description', made);
  await page.keyboard.press('.');
  await page.keyboard.press('w');
  await expect(page.getByText(`P2, replik 3. rad 4. ${made}`)).toBeAttached();
});
