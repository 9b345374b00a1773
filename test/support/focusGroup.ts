import { expect, type Page } from '@playwright/test';

import type { MeaningUnitId, TranscriptId } from '../../shared/domain/ids.ts';
import type { Span } from '../../shared/domain/span.ts';
import type { Turn } from '../../shared/domain/transcript.ts';
import type { BrowserApp } from './browserApp.ts';

/** Speaker and words. */
export type Said = readonly [speaker: string, text: string];

/** An invented talk about support, with what a transcript has: a moderator, short answers, long ones. */
export const invented: readonly Said[] = [
  ['Moderator', 'Vad har betytt mest för er? Berätta gärna.'],
  [
    'P1',
    'Att någon ringde tillbaka samma dag. Jag hade väntat i tre veckor och trodde att de hade glömt mig. Då kunde jag sova igen.',
  ],
  ['P2', 'För mig var det att få en egen tid. Ingen frågade något i dörren.'],
  ['P3', 'Precis.'],
  ['Moderator', 'Hur menar du?'],
  [
    'P3',
    'Att man slipper förklara allt en gång till. Det tar på krafterna, faktiskt mer än själva mötet.',
  ],
  ['P1', 'Ja, det ska man inte behöva fråga om.'],
];

/** The transcript that a journey reads, asked of the session and not of the page. */
export interface ReadTranscript {
  readonly id: TranscriptId;
  readonly turns: readonly Turn[];
  /** The span of words in a turn (from 0). */
  spanOf(turn: number, words: string): Span;
}

/** A project with one transcript, opened in the window. */
export async function openStudy(
  app: BrowserApp,
  said: readonly Said[] = invented,
  name = 'Fokusgrupp 1',
): Promise<ReadTranscript> {
  await app.call('project.create', {
    path: app.pathOf('stod.utsaga'),
    description: {
      title: 'Samtal om stöd',
      aim: '',
      researchQuestions: [],
      approach: 'inductive',
      content: 'manifest',
      language: 'sv',
      levelPreset: 'categoryMain',
      levelNames: ['Kategori', 'Huvudkategori'],
      hasThemes: true,
    },
    analyst: 'Eva Lind',
  });
  return addTranscript(app, said, name);
}

/** Reads in a talk; its moderators are moderators. */
export async function addTranscript(
  app: BrowserApp,
  said: readonly Said[],
  name: string,
): Promise<ReadTranscript> {
  const speakers = [...new Set(said.map(([speaker]) => speaker))];
  const { transcriptId } = await app.call('transcripts.import', {
    name,
    kind: 'focusGroup',
    turns: said.map(([speaker, text]) => ({ speaker, startMs: null, endMs: null, text })),
    speakers: speakers.map((label) => ({
      label,
      role: label === 'Moderator' ? 'moderator' : 'participant',
    })),
    report: {
      fileName: `${name}.txt`,
      sha256: '',
      format: 'plainText',
      encoding: 'utf-8',
      changes: [],
      warnings: [],
    },
  });
  const { turns } = await app.call('transcripts.read', { transcriptId });
  return {
    id: transcriptId,
    turns,
    spanOf(turn, words) {
      const start = turns[turn]?.text.indexOf(words) ?? -1;
      expect(start, `”${words}” in turn ${turn}`).toBeGreaterThanOrEqual(0);
      return { turnId: turns[turn]!.id, start, end: start + words.length };
    },
  };
}

/** A unit that is there before the journey begins. */
export async function aUnit(
  app: BrowserApp,
  spans: readonly Span[],
  facts: { readonly condensed?: string; readonly codes?: readonly string[] } = {},
): Promise<MeaningUnitId> {
  const { id } = await app.call('meaningUnits.mark', { spans: [...spans] });
  if (facts.condensed)
    await app.call('meaningUnits.condense', { unitId: id, text: facts.condensed });
  if (facts.codes)
    await app.call('meaningUnits.code', {
      unitIds: [id],
      create: facts.codes.map((name) => ({ name })),
    });
  return id;
}

/** What the units of the transcript say, in the order of the text. */
export async function unitTexts(
  app: BrowserApp,
  transcriptId: TranscriptId,
): Promise<readonly string[]> {
  const units = await app.call('meaningUnits.ofTranscript', { transcriptId });
  return Promise.all(
    units.map(
      async ({ id }) => (await app.call('meaningUnits.read', { unitId: id })).text,
    ),
  );
}

/** The transcript as the window shows it. */
export const transcriptText = (page: Page) =>
  page.getByRole('textbox', { name: /^Transkript / });

/** To the only transcript of the project, by key; the text has the focus. */
export async function goToText(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: /^Transkript/ }).first()).toBeVisible();
  await page.keyboard.press('Control+1');
  await expect(transcriptText(page)).toBeFocused();
}

/** Where in the window words of the transcript stand: their box on one row. */
export async function boxOf(page: Page, words: string, nth = 0) {
  const boxes = await page.evaluate(
    ([sought, which]) => {
      const root = document.querySelector('[data-keys-root]')!;
      const found: DOMRect[] = [];
      for (const turn of root.querySelectorAll('[data-turn]')) {
        const text = turn.textContent;
        for (
          let at = text.indexOf(sought);
          at !== -1;
          at = text.indexOf(sought, at + 1)
        ) {
          const walker = document.createTreeWalker(turn, NodeFilter.SHOW_TEXT);
          const range = document.createRange();
          let passed = 0;
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const length = node.nodeValue!.length;
            if (at >= passed && at < passed + length) range.setStart(node, at - passed);
            const end = at + sought.length;
            if (end > passed && end <= passed + length) range.setEnd(node, end - passed);
            passed += length;
          }
          found.push(...range.getClientRects());
          if (found.length > which) break;
        }
      }
      const first = found[which];
      const last = found.at(-1);
      return (
        first &&
        last && {
          left: first.left,
          right: first.right,
          lastRight: last.right,
          top: first.top,
          bottom: first.bottom,
          middle: (first.top + first.bottom) / 2,
          lastMiddle: (last.top + last.bottom) / 2,
        }
      );
    },
    [words, nth] as const,
  );
  expect(boxes, `”${words}” on the screen`).toBeTruthy();
  return boxes!;
}

/** Drags over words as a hand does it. */
export async function dragOver(page: Page, from: string, to = from): Promise<void> {
  const [first, last] = [await boxOf(page, from), await boxOf(page, to)];
  await page.mouse.move(first.left + 1, first.middle);
  await page.mouse.down();
  await page.mouse.move(first.left + 30, first.middle, { steps: 3 });
  await page.mouse.move(last.lastRight - 1, last.lastMiddle, { steps: 6 });
  await page.mouse.up();
}

/** Places the caret before words. */
export async function clickBefore(page: Page, words: string): Promise<void> {
  const box = await boxOf(page, words);
  await page.mouse.click(box.left + 1, box.middle);
}
