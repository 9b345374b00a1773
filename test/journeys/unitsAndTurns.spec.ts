import { expect, shot, test } from '../support/browserApp.ts';
import {
  addTranscript,
  aUnit,
  goToText,
  invented,
  openStudy,
  transcriptText,
  unitTexts,
} from '../support/focusGroup.ts';

test('The ends of a unit are moved by keys: by word, by character, into the next turn; Esc leaves them', async ({
  app,
  page,
}) => {
  const transcript = await openStudy(app);
  await aUnit(app, [transcript.spanOf(2, 'Ingen frågade något')]);
  await goToText(page);
  await page.keyboard.press('.');
  await page.keyboard.press('b');
  await expect(page.getByText('Flyttar gränser', { exact: true })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => unitTexts(app, transcript.id))
    .toEqual(['tid. Ingen frågade något i']);

  await page.keyboard.press('b');
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => unitTexts(app, transcript.id))
    .toEqual(['id. Ingen frågade något i dörren. Precis.']);

  await page.keyboard.press('b');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect
    .poll(() => unitTexts(app, transcript.id))
    .toEqual(['tid. Ingen frågade något i']);
  await expect(transcriptText(page)).toBeFocused();
});

test('A unit takes the limits of the selection, goes, and comes back by undo', async ({
  app,
  page,
}) => {
  const transcript = await openStudy(app);
  await aUnit(app, [transcript.spanOf(5, 'slipper förklara')], {
    codes: ['berätta igen'],
  });
  await goToText(page);
  await page.keyboard.press('.');
  await page.keyboard.press('v');
  await page.keyboard.press('v');
  await page.keyboard.press('Shift+M');
  await expect
    .poll(() => unitTexts(app, transcript.id))
    .toEqual(['Att man slipper förklara allt en gång till.']);
  await page.keyboard.press('Delete');
  await expect.poll(() => unitTexts(app, transcript.id)).toEqual([]);
  await expect(page.getByText('Tog meningsenhet 1 ur analysen.')).toBeVisible();
  await expect(transcriptText(page)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect
    .poll(() => unitTexts(app, transcript.id))
    .toEqual(['Att man slipper förklara allt en gång till.']);
  await expect(page.locator('.margin-label-words')).toHaveText(['berätta igen']);
  await expect(transcriptText(page)).toBeFocused();
});

test('Turns are set aside with a reason and taken back; the coverage follows', async ({
  app,
  page,
}) => {
  const transcript = await openStudy(app);
  await goToText(page);
  const counts = page.locator('.coverage-counts');
  await expect(counts).toHaveText('0 markerade, 0 lagda åt sidan, 5 kvar');
  for (let turn = 0; turn < 3; turn += 1) await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('x');
  const reasons = page.getByRole('dialog', { name: 'Varför läggs repliken åt sidan?' });
  await expect(reasons).toBeVisible();
  await shot(page, 'set-aside');
  await page.keyboard.press('2');
  await expect(counts).toHaveText('0 markerade, 1 lagd åt sidan, 4 kvar');
  await expect(transcriptText(page)).toBeFocused();
  await expect(page.locator('.margin-aside')).toContainText(
    'instämmande utan nytt innehåll',
  );
  expect(await app.call('turns.setAsides', { transcriptId: transcript.id })).toEqual([
    { turnId: transcript.turns[3]!.id, reason: 'instämmande utan nytt innehåll' },
  ]);

  await page.keyboard.press('x');
  await expect(counts).toHaveText('0 markerade, 0 lagda åt sidan, 5 kvar');
  // Without a reason: Enter.
  await page.keyboard.press('x');
  await expect(reasons).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(counts).toHaveText('0 markerade, 1 lagd åt sidan, 4 kvar');

  // O passes over what is set aside, marked or the moderator's.
  await page.keyboard.press('o');
  await page.keyboard.press('w');
  await expect(page.getByText('P3, replik 6.', { exact: false })).toBeAttached();
  await page.keyboard.press('Shift+O');
  await page.keyboard.press('w');
  await expect(page.getByText('P2, replik 3.', { exact: false })).toBeAttached();
});

test('The transcripts of a project are listed, described, left and erased', async ({
  app,
  page,
}) => {
  await openStudy(app);
  const second = await addTranscript(app, invented.slice(0, 3), 'Fokusgrupp 2');
  await expect(page.getByRole('button', { name: /^Transkript/ }).first()).toContainText(
    '2',
  );
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('button', { name: /^Fokusgrupp 2/ })).toBeVisible();
  await shot(page, 'transcripts');

  await page.getByRole('button', { name: 'Mer om Fokusgrupp 2' }).click();
  await page.getByRole('menuitem', { name: 'Uppgifter om transkriptet…' }).click();
  await page.getByRole('textbox', { name: 'Namn' }).fill('Intervju med P1');
  await page.getByRole('textbox', { name: 'Datum' }).fill('i våras');
  await page.getByRole('textbox', { name: 'Plats' }).fill('Karlstad');
  await expect(page.getByText('Datumet sparades inte.', { exact: false })).toBeVisible();
  await page.getByRole('textbox', { name: 'Datum' }).fill('2026-03-04');
  await page.getByRole('button', { name: 'Klar' }).click();
  await expect
    .poll(async () => {
      const { name, date, place } = await app.call('transcripts.read', {
        transcriptId: second.id,
      });
      return { name, date, place };
    })
    .toEqual({ name: 'Intervju med P1', date: '2026-03-04', place: 'Karlstad' });

  await page.getByRole('button', { name: /^Intervju med P1/ }).click();
  await expect(transcriptText(page)).toBeVisible();
  await page.keyboard.press('Alt+PageUp');
  await expect(
    page.getByRole('textbox', { name: 'Transkript Fokusgrupp 1' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Mer om transkriptet' }).click();
  await page.getByRole('menuitem', { name: 'Alla transkript' }).click();

  await page.getByRole('button', { name: 'Mer om Intervju med P1' }).click();
  await page.getByRole('menuitem', { name: /^Radera för gott/ }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByRole('button', { name: 'Radera' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await dialog.getByRole('textbox').fill('Intervju med P1');
  await dialog.getByRole('button', { name: 'Radera' }).click();
  await expect(page.getByRole('button', { name: /^Intervju med P1/ })).toHaveCount(0);
  await expect
    .poll(async () => (await app.call('transcripts.list', {})).map(({ name }) => name))
    .toEqual(['Fokusgrupp 1']);
});
