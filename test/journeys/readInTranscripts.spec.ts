import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, expectAccessible, shot, test } from '../support/browserApp.ts';

const study = {
  title: 'Samtal om stöd',
  aim: '',
  researchQuestions: [],
  approach: 'inductive',
  content: 'manifest',
  language: 'sv',
  levelPreset: 'categoryMain',
  levelNames: ['Kategori', 'Huvudkategori'],
  hasThemes: true,
} as const;

const focusGroup = [
  'Fokusgrupp om stöd i vardagen',
  'Datum: 2026-03-04',
  '',
  'Moderator: Vad har betytt mest för er?',
  'P1: Att någon ringde tillbaka.',
  'P2: För mig var det att få en egen tid.',
  'P 1: Ja, och att det var samma person varje gång.',
  'P3: Jag hade velat veta i förväg vem som skulle komma.',
  'P2: Precis.',
  'P1: Det ska man inte behöva fråga om.',
].join('\n');

test.beforeEach(async ({ app, page }) => {
  await app.call('project.create', {
    path: app.pathOf('stod.utsaga'),
    description: { ...study, levelNames: [...study.levelNames], researchQuestions: [] },
    analyst: 'Eva Lind',
  });
  await expect(page.getByRole('navigation').first()).toBeVisible();
});

test('A transcript is looked at, its speakers are decided about, and it is read in', async ({
  app,
  page,
}) => {
  const path = app.pathOf('fokusgrupp_1.txt');
  // Windows-1252, as old editors save Swedish.
  writeFileSync(path, Buffer.from(focusGroup, 'latin1'));
  await page
    .getByRole('button', { name: /Läs in transkript/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Välj filer…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill(path);
  await page.keyboard.press('Enter');
  await expect(page.getByText('7 repliker, ')).toBeVisible();
  await shot(page, 'import-preview');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Samma som P1' }).click();
  await page.getByRole('button', { name: /^Läs in(?! transkript)/ }).click();
  await expect(
    page.getByRole('heading', { name: '1 transkript lästes in' }),
  ).toBeVisible();
  await shot(page, 'import-report');
  await expectAccessible(page);

  const [transcript] = await app.call('transcripts.list', {});
  expect(transcript).toMatchObject({
    name: 'fokusgrupp 1',
    kind: 'focusGroup',
    turns: 7,
    participants: 3,
  });
  const { speakers } = await app.call('transcripts.read', {
    transcriptId: transcript!.id,
  });
  expect(speakers.map(({ label, role }) => `${label} ${role}`)).toEqual([
    'Moderator moderator',
    'P1 participant',
    'P2 participant',
    'P3 participant',
  ]);
  await page.getByRole('button', { name: 'Börja läsa' }).click();
  await expect(page.getByText('Att någon ringde tillbaka.')).toBeVisible();
});

test('A file that cannot be read says why and does not stop the others', async ({
  app,
  page,
}) => {
  writeFileSync(app.pathOf('tom.txt'), '');
  writeFileSync(app.pathOf('grupp.txt'), focusGroup);
  await page.evaluate(() => undefined);
  await page
    .getByRole('button', { name: /Läs in transkript/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Klistra in text' }).click();
  await page
    .getByRole('dialog')
    .getByRole('textbox')
    .fill('P1: Hej.\nP2: Hej själv.\nP1: Då börjar vi.');
  await page.getByRole('button', { name: 'Visa hur det blir' }).click();
  await expect(page.getByText('3 repliker, ')).toBeVisible();
  await page.getByRole('button', { name: 'Fler filer…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill(app.pathOf('tom.txt'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /tom\.txt/ }).first()).toContainText(
    'tom',
  );
  await shot(page, 'import-refused');
  await page.getByRole('button', { name: /Läs in 1 fil/ }).click();
  await expect(
    page.getByRole('heading', { name: '1 transkript lästes in' }),
  ).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('tom.txt');
});

test('Several files are chosen at once, each can be looked at, and none is left out for being slow', async ({
  app,
  page,
}) => {
  for (const name of ['a.txt', 'b.txt', 'c.txt', 'd.txt'])
    writeFileSync(app.pathOf(name), `${focusGroup.replace('P 1', 'P4')}\n${name}`);
  writeFileSync(app.pathOf('tom.txt'), '');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page
    .getByRole('button', { name: /Läs in transkript/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Välj filer…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill(app.projectFolder);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('option', { name: 'a.txt' })).toBeVisible();
  const chosen = dialog.getByRole('option', { selected: true });
  await page.keyboard.press('Shift+ArrowDown');
  await expect(chosen).toHaveCount(2);
  await dialog.getByRole('option', { name: 'c.txt' }).click({ modifiers: ['Shift'] });
  await expect(chosen).toHaveCount(3);
  await page.keyboard.press('Control+a');
  await expect(chosen).toHaveCount(5);
  await page.keyboard.press('Enter');

  const files = page.getByRole('list', { name: 'Filer att läsa in' });
  await expect(files.getByText('7 repliker')).toHaveCount(4);
  await files.getByRole('button', { name: /^c\.txt/ }).click();
  await expect(page.getByText('Det ska man inte behöva fråga om.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Moderator är' })).toHaveText(
    /Moderator/,
  );
  await shot(page, 'import-several');
  await page.getByRole('button', { name: 'Gör likadant med 3 filer till' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(
    page.getByRole('heading', { name: '4 transkript lästes in' }),
  ).toBeVisible();
  await expect(page.getByRole('alert')).toBeInViewport();
  await expect(page.getByRole('button', { name: 'Börja läsa' })).toBeFocused();
  expect(await app.call('transcripts.list', {})).toHaveLength(4);
});

test('Text is pasted and taken with Ctrl Enter, and an empty workspace keeps its button small', async ({
  page,
}) => {
  for (const [keys, name] of [
    ['Control+2', 'Öppna transkriptet'],
    ['Control+3', 'Till transkripten'],
  ] as const) {
    await page.keyboard.press(keys);
    const box = await page.getByRole('button', { name }).boundingBox();
    expect(box?.height).toBeLessThan(60);
  }
  await page.keyboard.press('Control+1');
  await page
    .getByRole('button', { name: /Läs in transkript/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Klistra in text' }).click();
  await expect(page.getByLabel('Transkriptets text')).toBeFocused();
  await page.keyboard.insertText('P1: Hej.\nP2: Hej själv.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('2 repliker, ')).toBeVisible();
});

test('A folder is dropped: the transcripts in it, and in the folders in it, are looked at', async ({
  app,
  page,
}) => {
  const folder = app.pathOf('intervjuer');
  mkdirSync(join(folder, 'andra gången'), { recursive: true });
  writeFileSync(join(folder, 'ip1.txt'), 'I: Hur var det?\nIP1: Det var bra.\n');
  writeFileSync(join(folder, 'bild.jpg'), 'ingen text');
  writeFileSync(join(folder, 'andra gången', 'ip2.txt'), 'I: Och du?\nIP2: Jo då.\n');
  const browser = await page.context().newCDPSession(page);
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await browser.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
  const files = page.getByRole('list', { name: 'Filer att läsa in' });
  await expect(files.getByText('2 repliker')).toHaveCount(2);
  await expect(files).not.toContainText('bild.jpg');
  await page.keyboard.press('Control+Enter');
  await expect(
    page.getByRole('heading', { name: '2 transkript lästes in' }),
  ).toBeVisible();
});
