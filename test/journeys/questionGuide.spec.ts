import type { Locator } from '@playwright/test';

import type { BrowserApp } from '../support/browserApp.ts';
import { expect, expectAccessible, shot, test } from '../support/browserApp.ts';

const asked = [
  'Hur fick ni veta vad en SIP är?',
  'Vad visste ni före det första mötet?',
  'Vilka var med på mötet?',
  'Vem ledde samtalet?',
  'Hur blev ni bemötta?',
  'Vilka mål skrevs in i planen?',
  'Vem följde upp planen efteråt?',
  'Hur kunde ni påverka besluten?',
  'Vilket stöd hade ni hemma?',
  'Vad betydde anhöriga för er?',
  'Vad skulle ni önska framöver?',
  'Är det något vi glömt att fråga?',
];

async function aGroup(app: BrowserApp): Promise<void> {
  await app.call('project.create', {
    path: app.pathOf('guide.utsaga'),
    analyst: 'Elin Lund',
    description: {
      title: 'SIP',
      aim: '',
      researchQuestions: [],
      approach: 'inductive',
      content: 'manifest',
      language: 'sv',
      levelPreset: 'subMain',
      levelNames: ['Kategori'],
      hasThemes: false,
    },
  });
  await app.call('transcripts.import', {
    name: 'Fokusgrupp 1',
    kind: 'focusGroup',
    turns: asked.flatMap((text, index) => [
      { speaker: 'M', text: `Tack för det. ${text}`, startMs: null, endMs: null },
      {
        speaker: 'P1',
        text: `Svar nummer ${index + 1}, och lite till.`,
        startMs: null,
        endMs: null,
      },
    ]),
    speakers: [{ label: 'M', role: 'moderator' }],
    report: {
      fileName: 'fg1.txt',
      sha256: '',
      format: 'plainText',
      encoding: null,
      changes: [],
      warnings: [],
    },
  });
}

/** Two groups divided by the guide, the second by a version without its second question. */
async function twoGroups(app: BrowserApp): Promise<void> {
  await aGroup(app);
  const { ids } = await app.call('questions.add', {
    questions: asked.map((text) => ({ text })),
  });
  const { id: versionId } = await app.call('guide.newVersion', {});
  await app.call('questions.leaveOut', { questionId: ids[1]!, versionId });
  const [first] = await app.call('transcripts.list', {});
  const { turns, speakers } = await app.call('transcripts.read', {
    transcriptId: first!.id,
  });
  const labels = new Map(speakers.map(({ id, label }) => [id, label]));
  await app.call('transcripts.import', {
    name: 'Fokusgrupp 2',
    kind: 'focusGroup',
    turns: turns
      .filter((_, at) => at !== 2 && at !== 3)
      .map(({ speakerId, text, startMs, endMs }) => ({
        speaker: labels.get(speakerId!) ?? null,
        text,
        startMs,
        endMs,
      })),
    speakers: [{ label: 'M', role: 'moderator' }],
    report: {
      fileName: 'fg2.txt',
      sha256: '',
      format: 'plainText',
      encoding: null,
      changes: [],
      warnings: [],
    },
  });
  for (const { id: transcriptId } of await app.call('transcripts.list', {})) {
    const borders = await app.call('questions.proposals', { transcriptId });
    await app.call('questions.begin', {
      borders: borders.map(({ turnId, questionId }) => ({ turnId, questionId })),
    });
  }
  await app.call('guide.use', {
    transcriptId: first!.id,
    versionId: (await app.call('guide.read', {})).versions[0]!.id,
  });
}

test.describe('The question guide', () => {
  test('twelve pasted questions are matched by mouse and read group by group', async ({
    app,
    page,
  }) => {
    await aGroup(app);
    await page.getByRole('button', { name: 'Frågor', exact: true }).click();
    await expect(page.getByText('Skriv in frågorna ni ställde')).toBeVisible();
    await expectAccessible(page);
    await page
      .getByLabel('Frågorna, en på varje rad')
      .fill(asked.map((text, index) => `${index + 1}. ${text}`).join('\n'));
    await page.getByRole('button', { name: 'Lägg till frågorna' }).click();
    await expect(page.getByLabel('Fråga 12', { exact: true })).toHaveValue(asked[11]!);
    await expectAccessible(page);
    await shot(page, 'guide');

    await page.getByRole('button', { name: /^Transkript/ }).click();
    await page.getByRole('button', { name: 'Mer om transkriptet' }).click();
    await page.getByRole('menuitem', { name: 'Dela in efter frågor' }).click();
    const spots = page.getByRole('listbox', { name: 'Var frågorna börjar' });
    await expect(spots.getByRole('option', { name: /^Förslag/ })).toHaveCount(12);
    await shot(page, 'guide-proposals');
    await page.getByRole('button', { name: 'Godta alla 12' }).click();
    await expect(spots.getByRole('option', { name: /^Förslag/ })).toHaveCount(0);
    await expect(page.locator('.question-row')).toContainText('Fråga 1.');
    await expectAccessible(page);
    await shot(page, 'guide-accepted');

    await page.getByRole('button', { name: /^Per fråga/ }).click();
    const group = page.getByRole('group', { name: 'Fokusgrupp 1' });
    await expect(group).toContainText('Svar nummer 1,');
    await expect(page.getByText('1 av 1 svarar')).toBeVisible();
    await page.getByRole('textbox', { name: /^Svaren på fråga 1/ }).focus();
    await page.keyboard.press('Alt+PageDown');
    await expect(group).toContainText('Svar nummer 2,');
    await expectAccessible(page);
    await shot(page, 'by-question');
    await page.getByRole('textbox', { name: /^Svaren på fråga 2/ }).focus();
    await page.keyboard.press('Control+j');
    await expect(page.getByRole('textbox', { name: /^Transkript/ })).toBeFocused();
  });

  test('borders are accepted, rejected, moved and undone by keyboard alone', async ({
    app,
    page,
  }) => {
    await aGroup(app);
    await app.call('questions.add', { questions: asked.map((text) => ({ text })) });
    const [transcript] = await app.call('transcripts.list', {});
    const transcriptId = transcript!.id;
    const { turns } = await app.call('transcripts.read', { transcriptId });
    const begins = async () =>
      (await app.call('questions.ofTranscript', { transcriptId })).borders.map(
        ({ turnId }) => turns.find(({ id }) => id === turnId)!.label,
      );
    await expect(page.getByRole('button', { name: /^Per fråga/ })).toBeVisible();
    await page.keyboard.press('Control+1');
    const text = page.getByRole('textbox', { name: /Transkript/ });
    await expect(text).toBeFocused();
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('f');
    const spots = page.getByRole('listbox', { name: 'Var frågorna börjar' });
    await expect(spots.getByRole('option')).toHaveCount(12);
    await spots.focus();
    await page.keyboard.press('y');
    await expect.poll(begins).toEqual(['r1']);
    await expect(spots.getByRole('option', { selected: true })).toContainText('r3');
    await page.keyboard.press('Backspace');
    await expect(spots.getByRole('option')).toHaveCount(11);
    await expect(spots.getByRole('option', { selected: true })).toContainText('r5');
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(begins).toEqual(['r1', 'r6']);
    await page.keyboard.press('Control+z');
    await expect.poll(begins).toEqual(['r1']);
  });

  test('answers are marked and starred by keyboard where all groups stand beside each other', async ({
    app,
    page,
  }) => {
    await twoGroups(app);
    await expect(page.getByRole('button', { name: /^Per fråga/ })).toBeVisible();
    await page.keyboard.press('Control+5');
    const answers = page.getByRole('textbox', { name: /^Svaren på fråga 1/ });
    await expect(answers).toBeFocused();
    const [first, second] = ['Fokusgrupp 1', 'Fokusgrupp 2'].map((name) =>
      page.getByRole('group', { name }),
    ) as [Locator, Locator];
    await expect(second).toContainText('Svar nummer 1');

    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await expect(second.locator('mark')).toHaveText('Svar nummer 1, och lite till.');
    await expect(first.locator('mark')).toHaveCount(0);
    await answers.focus();
    await page.keyboard.press('s');
    await expect(second.getByText('kan citeras')).toBeVisible();
    const [unit] = (await app.call('analysisTable.rows', {})).rows;
    expect(unit).toMatchObject({ transcript: 'Fokusgrupp 2', isQuotable: true });
    expect(unit!.questions).toMatchObject([{ number: 1, text: asked[0] }]);

    await first
      .getByText('Svar nummer 1')
      .first()
      .dblclick({ position: { x: 20, y: 8 } });
    const tools = page.getByRole('toolbar', { name: 'Det valda' });
    await tools.getByRole('button', { name: 'Markera' }).click();
    await expect(first.locator('mark')).toHaveText('Svar');
    await expectAccessible(page);
    await shot(page, 'by-question-marked');

    await answers.focus();
    await page.keyboard.press('c');
    const summary = page.getByRole('textbox', {
      name: 'Sammanfattning av svaren från Fokusgrupp 1',
    });
    await expect(summary).toBeFocused();
    await page.keyboard.type('Svarade kort.');
    await page.keyboard.press('Control+Enter');
    await expect
      .poll(async () => (await app.call('summaries.list', {})).map(({ text }) => text))
      .toEqual(['Svarade kort.']);
    await answers.focus();
    await page.keyboard.press('Alt+PageDown');
    await expect(
      page.getByText(/^Frågan ställdes inte i Fokusgrupp 2, som följde version/),
    ).toBeVisible();
  });
});
