import { expect, expectAccessible, shot, test } from '../support/browserApp.ts';
import {
  aUnit,
  boxOf,
  clickBefore,
  dragOver,
  goToText,
  openStudy,
  transcriptText,
  unitTexts,
} from '../support/focusGroup.ts';

test('Words are dragged over, marked from the tools beside them, condensed and coded', async ({
  app,
  page,
}) => {
  const transcript = await openStudy(app);
  await goToText(page);
  await dragOver(page, 'Då kunde jag sova', 'igen.');
  const tools = page.getByRole('toolbar', { name: 'Det valda' });
  await expect(tools).toBeVisible();
  await shot(page, 'selection-tools');
  await tools.getByRole('button', { name: 'Markera' }).click();
  await expect(page.getByRole('textbox', { name: 'Kondensering' })).toBeFocused();
  expect(await unitTexts(app, transcript.id)).toEqual(['Då kunde jag sova igen.']);

  await page.getByRole('textbox', { name: 'Kondensering' }).fill('Kunde sova igen');
  await page.getByRole('combobox', { name: 'Kod' }).click();
  await page.keyboard.type('lättnad');
  await page.getByRole('option', { name: 'Skapa koden ”lättnad”' }).click();
  await expect(page.locator('.margin-label-words')).toHaveText(['lättnad']);
  await page.getByRole('button', { name: /^Ord för ord: / }).click();
  await expect(page.locator('.margin-label-words')).toHaveText([
    'lättnad',
    'Då kunde jag sova igen',
  ]);
  await page
    .getByRole('button', { name: 'Ta bort koden Då kunde jag sova igen från enheten' })
    .click();
  await expect(page.locator('.margin-label-words')).toHaveText(['lättnad']);
  await expectAccessible(page, '.workspace');
  await expectAccessible(page, '.inspector');
});

test('A drag over names, numbers and margin takes only words, forwards and backwards', async ({
  app,
  page,
}) => {
  const transcript = await openStudy(app);
  await goToText(page);
  const first = await boxOf(page, 'Ingen frågade');
  const last = await boxOf(page, 'Hur menar');
  // From inside the words, out over the gutter of the turns below.
  await page.mouse.move(first.left + 1, first.middle);
  await page.mouse.down();
  await page.mouse.move(first.left + 20, first.middle, { steps: 3 });
  await page.mouse.move(last.left - 60, last.middle, { steps: 8 });
  await page.mouse.up();
  await page.keyboard.press('m');
  await expect
    .poll(() => unitTexts(app, transcript.id))
    .toEqual(['Ingen frågade något i dörren. Precis.']);
  await page.keyboard.press('Control+Enter');

  const end = await boxOf(page, 'själva mötet.');
  const start = await boxOf(page, 'Det tar på');
  await page.mouse.move(end.right - 1, end.middle);
  await page.mouse.down();
  await page.mouse.move(end.right - 30, end.middle, { steps: 3 });
  await page.mouse.move(start.left + 1, start.middle, { steps: 8 });
  await page.mouse.up();
  await page.keyboard.press('m');
  await expect
    .poll(async () => (await unitTexts(app, transcript.id)).at(-1))
    .toBe('Det tar på krafterna, faktiskt mer än själva mötet.');
});

test('A double click takes the word, a triple click the sentence, a click on its number the turn', async ({
  app,
  page,
}) => {
  await openStudy(app);
  await goToText(page);
  const selected = () =>
    page.evaluate(() =>
      document.getSelection()!.toString().replaceAll(/\s+/g, ' ').trim(),
    );
  const word = await boxOf(page, 'väntat');
  await page.mouse.dblclick(word.left + 5, word.middle);
  expect(await selected()).toBe('väntat');
  await page.mouse.click(word.left + 5, word.middle, { clickCount: 3 });
  expect(await selected()).toBe(
    'Jag hade väntat i tre veckor och trodde att de hade glömt mig.',
  );
  const turn = await boxOf(page, 'Att någon ringde');
  await page.mouse.click(turn.left - 75, turn.middle + 18);
  expect(await selected()).toMatch(/^Att någon ringde .* sova igen\.$/);
});

test('Words of a later turn are added to a unit and what is skipped shows as […]', async ({
  app,
  page,
}) => {
  const transcript = await openStudy(app);
  await aUnit(app, [transcript.spanOf(2, 'Ingen frågade något i dörren.')]);
  await goToText(page);
  await clickBefore(page, 'frågade något');
  await expect(page.getByRole('heading', { name: 'Meningsenhet 1' })).toBeVisible();
  await dragOver(page, 'Ja, det ska man inte behöva', 'fråga om.');
  await page.keyboard.press('+');
  await expect
    .poll(() => unitTexts(app, transcript.id))
    .toEqual(['Ingen frågade något i dörren. […] Ja, det ska man inte behöva fråga om.']);
  await expect(page.locator('.bracket .bracket-skip')).toHaveCount(1);
  await shot(page, 'unit-that-skips');
});

test('Overlapping units can be told apart and picked: by click, by click again, by their labels', async ({
  app,
  page,
}) => {
  const transcript = await openStudy(app);
  const outer = 'Att man slipper förklara allt en gång till. Det tar på krafterna,';
  await aUnit(app, [transcript.spanOf(5, outer)], { codes: ['berätta igen'] });
  await aUnit(app, [transcript.spanOf(5, 'Det tar på krafterna, faktiskt mer')], {
    codes: ['kostar kraft'],
  });
  await aUnit(app, [transcript.spanOf(5, 'krafterna')], { codes: ['kraft'] });
  await goToText(page);
  await expect(page.locator('.bracket')).toHaveCount(3);
  const shared = page.locator('mark', { hasText: 'krafterna' });
  await expect(shared).toHaveAttribute('data-u', '1 2 3');
  await shot(page, 'overlaps');

  const heading = (n: number) => page.getByRole('heading', { name: `Meningsenhet ${n}` });
  await clickBefore(page, 'afterna');
  await expect(heading(3)).toBeVisible();
  await page.waitForTimeout(600);
  await clickBefore(page, 'afterna');
  await expect(heading(2)).toBeVisible();
  await page.waitForTimeout(600);
  await clickBefore(page, 'afterna');
  await expect(heading(1)).toBeVisible();
  await page.getByRole('button', { name: 'Meningsenhet 3, kraft' }).click();
  await expect(heading(3)).toBeVisible();
});

test('The ends of a unit are dragged by word', async ({ app, page }) => {
  const transcript = await openStudy(app);
  await aUnit(app, [transcript.spanOf(1, 'trodde att de hade glömt')]);
  await goToText(page);
  await clickBefore(page, 'att de hade glömt');
  await expect(page.locator('.unit-handle')).toHaveCount(2);
  const handle = (await page.locator('.unit-handle-end').boundingBox())!;
  const target = await boxOf(page, 'kunde jag');
  await page.mouse.move(handle.x + 4, handle.y + handle.height / 2);
  await page.mouse.down();
  await page.mouse.move(handle.x + 12, handle.y + handle.height / 2, { steps: 3 });
  await page.mouse.move(target.left + 8, target.middle, { steps: 6 });
  await page.mouse.up();
  await expect
    .poll(() => unitTexts(app, transcript.id))
    .toEqual(['trodde att de hade glömt mig. Då']);

  const start = (await page.locator('.unit-handle-start').boundingBox())!;
  const into = await boxOf(page, 'de hade glömt');
  await page.mouse.move(start.x + 8, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + 20, start.y + start.height / 2, { steps: 3 });
  await page.mouse.move(into.left + 3, into.middle, { steps: 6 });
  await page.mouse.up();
  await expect
    .poll(() => unitTexts(app, transcript.id))
    .toEqual(['de hade glömt mig. Då']);
});

test('Where only the moderator speaks, the app asks before it marks', async ({
  app,
  page,
}) => {
  const transcript = await openStudy(app);
  await goToText(page);
  await dragOver(page, 'Hur menar', 'du?');
  await page.keyboard.press('m');
  const question = page.getByRole('alertdialog', {
    name: 'Här talar bara moderatorn. Markera ändå?',
  });
  await expect(question).toBeVisible();
  await question.getByRole('button', { name: 'Låt bli' }).click();
  await expect(transcriptText(page)).toBeFocused();
  expect(await unitTexts(app, transcript.id)).toEqual([]);
  await page.keyboard.press('m');
  await question.getByRole('button', { name: 'Markera ändå' }).click();
  await expect.poll(() => unitTexts(app, transcript.id)).toEqual(['Hur menar du?']);
});

test('The menu of the words offers every command', async ({ app, page }) => {
  const transcript = await openStudy(app);
  await aUnit(app, [transcript.spanOf(3, 'Precis.')]);
  await goToText(page);
  const box = await boxOf(page, 'Precis.');
  await page.mouse.click(box.left + 10, box.middle, { button: 'right' });
  await page.getByRole('menuitem', { name: /Stjärna: kan citeras/ }).click();
  await expect
    .poll(async () => {
      const units = await app.call('meaningUnits.ofTranscript', {
        transcriptId: transcript.id,
      });
      return units[0]?.isQuotable;
    })
    .toBe(true);
});
