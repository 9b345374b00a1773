import { writeFileSync } from 'node:fs';

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

test.beforeEach(async ({ app }) => {
  await app.call('project.create', {
    path: app.pathOf('stod.utsaga'),
    description: { ...study, levelNames: [...study.levelNames], researchQuestions: [] },
    analyst: 'Eva Lind',
  });
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
