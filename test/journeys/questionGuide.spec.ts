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
    const group = page.getByRole('region', { name: 'Fokusgrupp 1' });
    await expect(group).toContainText('Svar nummer 1,');
    await expect(group).toContainText('1 av 1 svarar');
    await page.keyboard.press('Alt+PageDown');
    await expect(group).toContainText('Svar nummer 2,');
    await expectAccessible(page);
    await shot(page, 'by-question');
    await group.getByRole('button', { name: 'Öppna replik r4 i Fokusgrupp 1' }).click();
    await expect(page.getByRole('textbox', { name: /Transkript/ })).toBeFocused();
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
});
