import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';

import { readTranscript } from '../../../electron/import/readTranscript.ts';
import { tierFiles } from '../../support/tierFiles.ts';
import { speechShapes } from '../../fixtures/import/speechShapes.ts';
import { ebuStlFile } from '../../support/ebuStlFile.ts';
import {
  openDocumentFile,
  openDocumentXml,
  p,
  row,
  span,
} from '../../support/openDocumentFile.ts';
import { choices, holds, readsOrRefuses } from '../../support/mutating.ts';
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

const names = [
  'a.txt',
  'a.md',
  'a.vtt',
  'a.srt',
  'a.docx',
  'a.eaf',
  'a.trs',
  'a.cha',
  'a.TextGrid',
  'a.json',
  'a.otr',
  'a.sbv',
  'a.ass',
  'a.ttml',
  'a.smi',
  'a.lrc',
  'a.stl',
  'a.sub',
  'a.odt',
  'a.rtf',
  'utan ändelse',
];

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
  '{"segments":[{"start":1,"text":" hej"}',
  ',{"end":2.5,"text":"hej","speaker":0,"words":[]}',
  ']}',
  '"text":"<p>',
  '<span class=\\"timestamp\\" data-timestamp=\\"61.2\\">1:01</span>',
  '0:00:01.000,0:00:02.000\n',
  '[Script Info]\n[Events]\n',
  'Dialogue: 0,0:00:01.00,0:00:02.00,D,Anna,0,0,0,,',
  '<tt xmlns="x"><body>',
  '<p begin="1s" end="2:3">',
  '<br/>',
  '</p>',
  '<SAMI><BODY>',
  '<SYNC Start=1000><P Class=a>',
  '[ti:x]\n[00:01.00]',
  '00:00:01:12 , 00:00:02:01 , ',
  '{25}{50}',
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

const documents: readonly (readonly [string, string])[] = [
  ...Object.values(speechShapes).map(
    ([value]) => ['a.json', JSON.stringify(value)] as const,
  ),
  ['a.jsonl', '{"start":1,"text":"Ja."}\n{"start":2,"text":"Nej.","speaker":"B"}\n'],
  [
    'a.otr',
    '{"text": "<p><span class=\\"timestamp\\" data-timestamp=\\"6.9\\">0:06</span> <b>Lars:</b> Tack.<br /></p>", "media": ""}',
  ],
  ['a.sbv', '0:00:01.000,0:00:02.000\nHej.\n\n0:00:02.000,0:00:03.000\nHej då.\n'],
  [
    'a.ass',
    '[Script Info]\n[Events]\nFormat: Start, End, Name, Text\nDialogue: 0:00:01.00,0:00:02.00,Anna,{\\i1}Hej\\Ndu\n',
  ],
  [
    'a.ttml',
    '<tt xmlns="x"><head><ttm:agent xml:id="k"><ttm:name>K</ttm:name></ttm:agent></head><body><div begin="1s"><p begin="10t" end="00:00:02:10" ttm:agent="k">Hej<br/>du</p></div></body></tt>',
  ],
  [
    'a.smi',
    '<SAMI><BODY><SYNC Start=1000><P Class=SV>Hej<br>du<SYNC Start=2000><P Class=SV>&nbsp;</BODY></SAMI>',
  ],
  ['a.lrc', '[ti:x]\n[offset:-100]\n[00:01.00][00:03.00]Hej <00:01.50> du\n'],
  ['a.stl', '00:00:01:12 , 00:00:02:01 , Hej | du\n'],
  ['a.sub', '{1}{1}23.976\n{25}{50}Hej|du\n'],
];

test('recognitions and captions with pieces cut out, doubled or moved', async () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  expect(
    await holds(
      fc.asyncProperty(
        fc.constantFrom(...documents),
        fc.tuple(share, share, share),
        choices,
        async ([name, whole], places, chosen) => {
          const [a = 0, b = 0, c = 0] = places.map((place) =>
            Math.floor(place * whole.length),
          );
          const [from, to] = [Math.min(a, b), Math.max(a, b)];
          const cut = whole.slice(0, from) + whole.slice(to);
          const doubled = cut.slice(0, c) + whole.slice(from, to) + cut.slice(c);
          for (const text of [cut, doubled])
            await readsOrRefuses(name, new TextEncoder().encode(text), {
              ...chosen,
              encoding: 'utf-8',
            });
        },
      ),
      { numRuns: 600 },
    ),
  ).toBe(true);
});

test('EBU subtitle files with bytes changed or cut off', async () => {
  const whole = ebuStlFile('10000000', [
    { from: [10, 0, 1, 0], to: [10, 0, 2, 5], parts: ['Karin: H\u00CAalla', 'in'] },
    { from: [10, 0, 3, 0], to: [10, 0, 4, 0], parts: ['Lars: Ja.'] },
  ]);
  const change = fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }));
  expect(
    await holds(
      fc.asyncProperty(
        fc.array(change, { maxLength: 8 }),
        fc.nat({ max: whole.length }),
        (changes, end) => {
          const bytes = whole.slice();
          for (const [at, value] of changes) bytes[at] = value;
          return readsOrRefuses('a.stl', bytes).then(() =>
            readsOrRefuses('a.stl', bytes.subarray(0, end)).then(() => undefined),
          );
        },
      ),
      { numRuns: 150 },
    ),
  ).toBe(true);
});

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
      ['a.json', '{"segments": ['],
      ['a.otr', '{"text": "<p>'],
      ['a.sbv', '0:00:01.000,0:00:02.000\n'],
      ['a.ass', '[Script Info]\n[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,,,,,,,'],
      ['a.ttml', '<tt xmlns="x"><body><p begin="1s">'],
      ['a.smi', '<SAMI><BODY><SYNC Start=1000><P>'],
      ['a.lrc', '[00:01.00]'],
      ['a.stl', '00:00:01:12 , 00:00:02:01 , '],
      ['a.sub', '{25}{50}'],
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

test.each(Object.entries(tierFiles))(
  '%s with pieces cut out, doubled or moved, and cut off anywhere',
  async (name, whole) => {
    const bytesOf = (text: string) => new TextEncoder().encode(text);
    expect((await readTranscript({ name, bytes: bytesOf(whole) }, {})).turns).not.toEqual(
      [],
    );
    const place = fc.nat({ max: whole.length });
    expect(
      await holds(
        fc.asyncProperty(place, place, place, choices, async (a, b, c, chosen) => {
          const [from, to] = [Math.min(a, b), Math.max(a, b)];
          const cut = whole.slice(0, from) + whole.slice(to);
          const moved = cut.slice(0, c) + whole.slice(from, to) + cut.slice(c);
          for (const text of [cut, moved, whole.slice(0, a)])
            await readsOrRefuses(name, bytesOf(text), chosen);
        }),
        { numRuns: 150 },
      ),
    ).toBe(true);
  },
);

test.each(Object.entries(tierFiles))(
  '%s with sixty thousand characters of one thing in the middle',
  async (name, whole) => {
    const things = [
      '<a>',
      '"',
      '""',
      '[',
      '(',
      '<',
      '&',
      '@',
      '\u0015',
      '1_',
      '\t',
      '+',
      '!',
    ];
    for (const thing of things) {
      const much = thing.repeat(Math.ceil(60_000 / thing.length));
      const middle = Math.floor(whole.length / 2);
      const text = whole.slice(0, middle) + much + whole.slice(middle);
      expect(await readsOrRefuses(name, new TextEncoder().encode(text))).toBe(true);
    }
  },
);

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
