import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';

import { readTranscript } from '../../../electron/import/readTranscript.ts';
import type {
  ImportChoices,
  ImportNote,
  ParsedTurn,
} from '../../../shared/domain/importedTranscript.ts';
import { Refusal } from '../../../shared/errors.ts';
import { normaliseText } from '../../../shared/text/normaliseText.ts';
import { proposeSpeakers } from '../../../shared/text/proposeSpeakers.ts';
import { wordsIn } from '../../../shared/words/words.ts';
import {
  openDocumentFile,
  openDocumentXml,
  p,
  row,
  span,
} from '../../support/openDocumentFile.ts';
import { linesAt, pdfFile } from '../../support/pdfFile.ts';
import {
  bold,
  paragraph,
  run,
  table,
  wordFile,
  wordXml,
} from '../../support/wordFile.ts';

vi.setConfig({ testTimeout: 120_000 });

// Far above what anything here takes, far below what a runaway pattern does.
const slowest = 8000;
const say = { sv: wordsIn('sv') };

function isFit({ text, speaker, startMs, endMs }: ParsedTurn): boolean {
  const isPlace = (ms: number | null) => ms === null || (Number.isInteger(ms) && ms >= 0);
  const isLabel = speaker === null || (speaker !== '' && speaker.length <= 200);
  return (
    text.trim() !== '' &&
    normaliseText(text).text === text &&
    isLabel &&
    isPlace(startMs) &&
    isPlace(endMs)
  );
}

function expectWords({ code, params, count }: ImportNote): void {
  const sentence = say.sv(`importNote.${code}` as 'importNote.newlines', {
    ...params,
    count,
  });
  expect(sentence).not.toMatch(/importNote\.|\{\{/);
}

/** Whatever is in a file, it becomes turns fit for a project or a refusal with a sentence, and soon. */
async function readsOrRefuses(
  name: string,
  bytes: Uint8Array,
  choices: ImportChoices = {},
): Promise<true> {
  const start = performance.now();
  const taken = () => performance.now() - start;
  try {
    const parsed = await readTranscript({ name, bytes }, choices);
    expect(taken()).toBeLessThan(slowest);
    expect(parsed.turns.length).toBeGreaterThan(0);
    expect(parsed.turns.find((turn) => !isFit(turn))).toBeUndefined();
    for (const note of [...parsed.changes, ...parsed.warnings]) expectWords(note);
    proposeSpeakers(parsed.turns);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(taken()).toBeLessThan(slowest);
    const { code, params } = error.problem;
    expect(say.sv(`problem.${code}`, params)).not.toContain('{{');
  }
  return true;
}

async function holds<Values>(
  property: fc.IAsyncProperty<Values>,
  { numRuns }: { readonly numRuns: number },
): Promise<boolean> {
  await fc.assert(property, { numRuns });
  return true;
}

const names = [
  'a.txt',
  'a.md',
  'a.vtt',
  'a.srt',
  'a.docx',
  'a.odt',
  'a.rtf',
  'utan ändelse',
];
const choices = fc.record(
  {
    joinSameSpeaker: fc.boolean(),
    keepTimeStamps: fc.boolean(),
    dropHeader: fc.boolean(),
    unwrapLines: fc.boolean(),
    encoding: fc.constantFrom('utf-8', 'cp850', 'utf-16le', 'utf-8-twice'),
  },
  { requiredKeys: [] },
);

test('random bytes', async () => {
  expect(
    await holds(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.uint8Array({ maxLength: 400 }),
        choices,
        readsOrRefuses,
      ),
      { numRuns: 300 },
    ),
  ).toBe(true);
});

const pieces = fc.constantFrom(
  'P1: ',
  'Anna',
  'Moderator:',
  ' ',
  '\n',
  '\n\n',
  '\t',
  ':',
  '–',
  '[',
  ']',
  '(skratt)',
  '12:30',
  '#00:00:01-2#',
  '[00:00:05]',
  '00:00:01,000 --> 00:00:02,000\n',
  'WEBVTT\n\n',
  '<v Karin>',
  '</v>',
  '- ',
  '>> ',
  '**',
  'Datum: ',
  '1\n',
  'hej på dig',
  '\u0301',
  '\u2028',
  '👩🏽‍🔬',
  '&amp;',
  '{\\an8}',
  '0:0:1.5',
  'Tid\tTalare\tText\n',
  '\r',
  '\uD800',
);

test('texts made of what transcripts are made of', async () => {
  expect(
    await holds(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.array(pieces, { maxLength: 60 }),
        choices,
        (name, parts, chosen) =>
          readsOrRefuses(name, new TextEncoder().encode(parts.join('')), {
            ...chosen,
            encoding: 'utf-8',
          }),
      ),
      { numRuns: 300 },
    ),
  ).toBe(true);
});

const body =
  paragraph(bold('Karin: '), run('Hej.')) +
  table(['Tid', 'Talare', 'Text'], ['0:01', 'Lars', 'Hej.']) +
  paragraph(run('Mer.'));
const xml = wordXml(body);

const rtfBody = String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}}{\b Karin:} Hej\u229?\'e5.\par
\trowd\pard\intbl 0:01\cell Lars\cell Hej.{\footnote Fot}\cell\row\pard {\pict\bin3 abc}{\f1\'e5}{\shptxt Ruta\par} {\*\annotation N}Mer.\par}`;
const openBody =
  p(
    span('T1', 'Karin: '),
    'Hej.<office:annotation><text:p>N</text:p></office:annotation>',
  ) +
  `<table:table>${row('0:01', 'Lars', 'Hej.')}</table:table>` +
  p('Mer.<draw:frame><draw:image/></draw:frame>');

test.each([
  ['Word', xml, (text: string) => wordFile('', { 'word/document.xml': text })],
  [
    'OpenDocument',
    openDocumentXml(openBody),
    (text: string) => openDocumentFile('', { 'content.xml': text }),
  ],
])(
  '%s documents with pieces of XML cut out, doubled or moved',
  async (_, xmlOf, file) => {
    const place = fc.nat({ max: xmlOf.length });
    expect(
      await holds(
        fc.asyncProperty(place, place, place, (a, b, c) => {
          const [from, to] = [Math.min(a, b), Math.max(a, b)];
          const cut = xmlOf.slice(0, from) + xmlOf.slice(to);
          const doubled = cut.slice(0, c) + xmlOf.slice(from, to) + cut.slice(c);
          return Promise.all([
            readsOrRefuses('a.docx', file(cut)),
            readsOrRefuses('a.docx', file(doubled)),
          ]).then(() => undefined);
        }),
        { numRuns: 40 },
      ),
    ).toBe(true);
  },
);

test.each([
  ['Word', wordFile(body)],
  ['OpenDocument', openDocumentFile(openBody)],
  [
    'PDF',
    pdfFile([linesAt(['Karin: Hej på', 'er alla.']), linesAt(['Lars: Hej.', '1'])]),
  ],
  ['RTF', Uint8Array.from(Buffer.from(rtfBody, 'latin1'))],
])('%s files with bytes changed', async (_, whole) => {
  expect(
    await holds(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 })), {
          minLength: 1,
          maxLength: 8,
        }),
        (changes) => {
          const bytes = whole.slice();
          for (const [at, value] of changes) bytes[at] = value;
          return readsOrRefuses('a.docx', bytes);
        },
      ),
      { numRuns: 100 },
    ),
  ).toBe(true);
});

describe('sixty thousand characters of one thing take no time', () => {
  const things = [
    'x',
    ' ',
    '\t',
    '[',
    ']',
    '(',
    '<',
    '<v ',
    '</c ',
    '{\\',
    '&#x',
    '-->',
    '1:',
    '#00:00:01-1#',
    '**a',
    '”',
    '.',
    'A.',
    'A ',
    'A\n',
    '- \n',
    '>> ',
    '\r',
    '\u0301',
    'Ã¥',
    '1',
    '– ',
    'Anna\n',
    '\u2028',
    '{',
    '}',
    '{\\*',
    '\\u229',
    "\\'e5",
    '\\cell ',
    '{\\footnote ',
  ];
  test.each(things)('%j', async (thing) => {
    const text = thing.repeat(Math.ceil(60_000 / thing.length));
    for (const [name, start] of [
      ['a.txt', 'P1: '],
      ['a.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\n'],
      ['a.srt', '1\n00:00:01,000 --> 00:00:02,000\n'],
      ['a.rtf', '{\\rtf1\\uc1 P1: '],
    ] as const) {
      expect(await readsOrRefuses(name, new TextEncoder().encode(start + text))).toBe(
        true,
      );
      expect(await readsOrRefuses(name, new TextEncoder().encode(text + start))).toBe(
        true,
      );
    }
  });
});

const samples = join(import.meta.dirname, '../../../../shared/samples');

function sampleFiles(): string[] {
  try {
    return readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /^(?:txt|vtt|srt|docx|bad-input|rtf|odt|pdf|json|eaf|cha|trs|textgrid|otr|other-captions|survey)\/[^/]+$/.test(
        path,
      ),
    );
  } catch {
    return [];
  }
}

const files = sampleFiles();

describe.skipIf(files.length === 0)(
  'files of the collection beside the repository (skipped when it is not there)',
  () => {
    test('whole, and with bytes changed, cut off or doubled', async () => {
      const change = fc.record({
        file: fc.constantFrom(...files),
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        value: fc.nat({ max: 255 }),
        kind: fc.nat({ max: 2 }),
      });
      for (const file of files)
        await readsOrRefuses(file, readFileSync(join(samples, file)));
      expect(
        await holds(
          fc.asyncProperty(change, choices, async ({ file, at, value, kind }, chosen) => {
            const whole = new Uint8Array(readFileSync(join(samples, file)));
            const place = Math.floor(at * whole.length);
            if (kind === 0 && place < whole.length) whole[place] = value;
            const bytes =
              kind === 1
                ? whole.subarray(0, place)
                : kind === 2
                  ? Uint8Array.from([...whole.subarray(0, place), ...whole])
                  : whole;
            await readsOrRefuses(file, bytes, chosen);
          }),
          { numRuns: 300 },
        ),
      ).toBe(true);
    });
  },
);
