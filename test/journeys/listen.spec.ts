import { renameSync, writeFileSync } from 'node:fs';

import type { Page } from '@playwright/test';

import { expect, expectAccessible, shot, test } from '../support/browserApp.ts';
import { goToText, openStudy } from '../support/focusGroup.ts';
import { writeWav } from '../support/wavFile.ts';

const bar = (page: Page) => page.getByRole('region', { name: 'Ljud' });
const spoken = (page: Page) => page.locator('.turn[data-spoken]');
const isPlaying = (page: Page) =>
  page.locator('video').evaluate((video: HTMLVideoElement) => !video.paused);
const seconds = (page: Page) =>
  page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime);

test('Sound is linked by mouse, a turn is played from its time, followed and noted as listened through', async ({
  app,
  page,
}) => {
  const { id, turns } = await openStudy(app);
  for (const [index, startMs] of [0, 2000, 4000, 20_000].entries())
    await app.call('turns.setTime', { turnId: turns[index]!.id, startMs });
  const path = app.pathOf('samtal.wav');
  writeWav(path, 30);
  await goToText(page);
  await expect(bar(page)).toHaveCount(0);

  await page.getByRole('button', { name: 'Mer om transkriptet' }).click();
  await page.getByRole('menuitem', { name: 'Länka ljud…' }).click();
  await page.getByRole('dialog').getByRole('textbox').first().fill(path);
  await page.keyboard.press('Enter');
  await expect(bar(page).getByText('00:00 / 00:30')).toBeVisible();
  await shot(page, 'sound-linked');

  // The time of the second turn stands under its number, beside the words.
  const row = page.locator('.turn').nth(1);
  const box = (await row.boundingBox())!;
  await page.mouse.click(box.x + 20, box.y + 45);
  await expect.poll(() => isPlaying(page)).toBe(true);
  await expect(spoken(page)).toHaveAttribute('data-turn', '1');
  await expect(spoken(page)).toHaveAttribute('data-turn', '2', { timeout: 15_000 });
  await bar(page).getByRole('button', { name: 'Pausa' }).click();
  await expect(bar(page).getByText('1 av 7 repliker lyssnade')).toBeVisible();
  const listening = () => app.call('listening.read', { transcriptId: id });
  // In a pause the latest step is the analyst's own; it is noted when she plays on.
  expect((await listening()).listened).toEqual([]);
  await page.keyboard.press('F8');
  await expect(row).toHaveAttribute('data-listened', '');
  await page.keyboard.press('F8');
  await expect.poll(() => isPlaying(page)).toBe(false);
  expect((await listening()).listened).toEqual([turns[1]!.id]);
  await expect
    .poll(async () => (await listening()).sound?.sha256)
    .toMatch(/^[0-9a-f]{64}$/);

  await bar(page).getByRole('button', { name: '1 av 7 repliker lyssnade' }).click();
  const dialog = page.getByRole('dialog', { name: 'Kontroll mot ljudet' });
  await expect(dialog).toBeVisible();
  await shot(page, 'sound-check');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Godkänn', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  expect((await listening()).verified).toMatchObject({ analyst: 'Eva Lind' });

  // It moves away, and is found again by what it is.
  renameSync(path, app.pathOf('FG1 klar.wav'));
  await bar(page).getByRole('button', { name: 'Spela', exact: true }).click();
  await expect(bar(page).getByText(/samtal\.wav finns inte längre i/)).toBeVisible();
  await shot(page, 'sound-moved');
  await expectAccessible(page);
  await bar(page).getByRole('button', { name: 'Leta efter den' }).click();
  await expect(bar(page).getByText('00:00 / 00:30')).toBeVisible();
  expect((await listening()).sound?.fileName).toBe('FG1 klar.wav');
});

test('By keyboard alone, also while something is typed: play, go back, set times, loop, mark as listened', async ({
  app,
  page,
}) => {
  const { id, turns } = await openStudy(app);
  writeWav(app.pathOf('samtal.wav'), 60);
  await app.call('sounds.link', { transcriptId: id, path: app.pathOf('samtal.wav') });
  await goToText(page);
  await expect(bar(page).getByText('00:00 / 01:00')).toBeVisible();
  const times = async () =>
    (await app.call('transcripts.read', { transcriptId: id })).turns.map(
      ({ startMs }) => startMs,
    );

  // Times while listening: each a step, and the caret goes on to the turn that comes next.
  await page.keyboard.press('Control+F8');
  await expect.poll(async () => (await times())[0]).toBe(0);
  await page.keyboard.press('F8');
  await expect.poll(() => seconds(page)).toBeGreaterThan(0.5);
  await page.keyboard.press('Control+F8');
  await expect.poll(async () => (await times())[1]).toBeGreaterThan(400);
  await expect(spoken(page)).toHaveAttribute('data-turn', '1');
  await page.keyboard.press('F8');
  await expect.poll(() => isPlaying(page)).toBe(false);
  const set = await times();

  // The caret has gone on to the third turn. What comes last is undone first.
  const listened = async () =>
    (await app.call('listening.read', { transcriptId: id })).listened;
  await page.keyboard.press('h');
  await expect.poll(listened).toEqual([turns[2]!.id]);
  await expect(page.locator('.turn').nth(2)).toHaveAttribute('data-listened', '');
  await page.keyboard.press('Control+z');
  await expect.poll(listened).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await times())[1]).toBeNull();
  await page.keyboard.press('Control+y');
  await expect.poll(times).toEqual(set);

  // While typing: the keys act and type nothing.
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('m');
  const condensation = page.getByRole('textbox', { name: 'Kondensering' });
  await expect(condensation).toBeFocused();
  await page.keyboard.type('Någon ringde');
  await page.keyboard.press('F8');
  await expect.poll(() => isPlaying(page)).toBe(true);
  await page.keyboard.press('Control+F9');
  await expect
    .poll(() =>
      page.locator('video').evaluate((video: HTMLVideoElement) => video.playbackRate),
    )
    .toBe(1.1);
  await page.keyboard.press('Control+Shift+F8');
  await expect(
    bar(page).getByRole('button', { name: 'Spela repliken om och om igen' }),
  ).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('F8');
  await expect.poll(() => isPlaying(page)).toBe(false);
  const before = await seconds(page);
  await page.keyboard.press('Shift+F8');
  await expect.poll(() => seconds(page)).toBeLessThan(Math.max(before, 0.01));
  await expect(condensation).toBeFocused();
  await expect(condensation).toHaveValue('Någon ringde');
  await expectAccessible(page);

  // What is no sound is said, and the sound that was linked stays.
  writeFileSync(app.pathOf('intervju.mp3'), 'P1: Ja.');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Länka ljud');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill(app.pathOf('intervju.mp3'));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/intervju\.mp3 är varken ljud eller video/)).toBeVisible();
  await expect(bar(page).getByText('/ 01:00')).toBeVisible();
  await shot(page, 'no-sound');
});

test('Correcting by ear: the turn in hand is looped, the next one follows, and the place is kept when something else is looked at', async ({
  app,
  page,
}) => {
  const { id, turns } = await openStudy(app);
  for (const [index, turn] of turns.entries())
    await app.call('turns.setTime', { turnId: turn.id, startMs: index * 4000 });
  writeWav(app.pathOf('samtal.wav'), 28);
  await app.call('sounds.link', { transcriptId: id, path: app.pathOf('samtal.wav') });
  await goToText(page);
  await expect(bar(page).getByText('00:00 / 00:28')).toBeVisible();

  // The sound is at the first turn; what is looped is the one that is corrected.
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('e');
  await expect(page.getByRole('textbox', { name: 'Rätta replik r2, P1' })).toBeFocused();
  await page.keyboard.press('Control+Shift+F8');
  await expect(spoken(page)).toHaveAttribute('data-turn', '1');
  await page.keyboard.type('Jo. ');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('textbox', { name: 'Rätta replik r3, P2' })).toBeFocused();
  await expect(spoken(page)).toHaveAttribute('data-turn', '2');
  await expect(page.getByRole('main').getByText('1 rättelse')).toBeVisible();
  await page.keyboard.press('F8');
  await expect.poll(() => isPlaying(page)).toBe(false);
  const before = await seconds(page);

  await page.keyboard.press('Control+2');
  await expect(page.locator('video')).toHaveCount(0);
  await page.keyboard.press('Control+1');
  await expect(spoken(page)).toHaveAttribute('data-turn', '2');
  await expect.poll(() => seconds(page)).toBeCloseTo(before, 1);

  // The file goes away while it plays.
  await page.keyboard.press('F8');
  await expect.poll(() => isPlaying(page)).toBe(true);
  renameSync(app.pathOf('samtal.wav'), app.pathOf('flyttad.wav'));
  await expect(bar(page).getByText(/samtal\.wav finns inte längre i/)).toBeVisible();
});
