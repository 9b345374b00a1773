import { writeFileSync } from 'node:fs';

import { expect, expectAccessible, shot, test } from '../support/browserApp.ts';

const survey = [
  'ID;Kön;Ålder;Vad fungerar bra?;Vad kan bli bättre?;E-post',
  'R001;Kvinna;34;Kollegorna, vi hjälps åt;"Schemat är ""rörigt""\nibland";a@exempel.se',
  'R002;Man;51;;Mer tid för reflektion;b@exempel.se',
  'R003;Kvinna;28;Lokalerna är ljusa;-;c@exempel.se',
].join('\r\n');

test('A survey is read in column by column: people, attributes, and a transcript for each open question', async ({
  app,
  page,
}) => {
  await app.call('project.create', {
    path: app.pathOf('enkat.utsaga'),
    description: {
      title: 'Enkät om arbetet',
      aim: '',
      researchQuestions: [],
      approach: 'inductive',
      content: 'manifest',
      language: 'sv',
      levelPreset: 'categoryMain',
      levelNames: ['Kategori', 'Huvudkategori'],
      hasThemes: false,
    },
    analyst: 'Eva Lind',
  });
  const path = app.pathOf('medarbetare_2026.csv');
  writeFileSync(path, Buffer.from(survey, 'latin1'));
  await page
    .getByRole('button', { name: /Läs in transkript/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Välj filer…' }).click();
  await page.getByRole('dialog').getByRole('textbox').first().fill(path);
  await page.keyboard.press('Enter');

  await expect(page.getByText('3 deltagare, en från varje rad')).toBeVisible();
  await expect(
    page.getByText('2 attribut: Kön, Ålder'),
    'the address is left out',
  ).toBeVisible();
  await expectAccessible(page);
  await shot(page, 'survey-columns');
  await page.getByRole('button', { name: /Kön används som/ }).click();
  await page.getByRole('option', { name: 'Läs inte in' }).click();
  await expect(page.getByText('Ett attribut: Ålder')).toBeVisible();
  await page.getByRole('button', { name: /^Läs in enkäten/ }).click();
  await expect(page.getByText('Enkäten är inläst: 3 deltagare')).toBeVisible();
  await shot(page, 'survey-done');

  const transcripts = await app.call('transcripts.list', {});
  expect(
    transcripts.map(({ name, kind, turns, turnsLeft }) => ({
      name,
      kind,
      turns,
      turnsLeft,
    })),
  ).toEqual([
    {
      name: 'medarbetare 2026: Vad fungerar bra?',
      kind: 'freeText',
      turns: 2,
      turnsLeft: 2,
    },
    {
      name: 'medarbetare 2026: Vad kan bli bättre?',
      kind: 'freeText',
      turns: 3,
      turnsLeft: 2,
    },
  ]);
  const second = await app.call('transcripts.read', { transcriptId: transcripts[1]!.id });
  expect(second.turns.map(({ text }) => text)).toEqual([
    'Schemat är "rörigt"\nibland',
    'Mer tid för reflektion',
    '-',
  ]);
  expect(second.speakers.map(({ label }) => label)).toEqual(['R001', 'R002', 'R003']);
  await page.keyboard.press('Control+z');
  await expect(async () =>
    expect(await app.call('participants.list', {})).toEqual([]),
  ).toPass();
  expect(await app.call('transcripts.list', {})).toEqual([]);
});
