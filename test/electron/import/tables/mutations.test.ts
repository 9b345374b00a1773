import * as fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test, vi } from 'vitest';

import { readTable } from '../../../../electron/import/analyses/analysisEntries.ts';
import { chooseTables } from '../../../../electron/import/analyses/chooseTables.ts';
import {
  entriesOfComments,
  labelsOfComments,
} from '../../../../electron/import/analyses/commentEntries.ts';
import { findEntries } from '../../../../electron/import/analyses/findEntries.ts';
import { readAnalysis } from '../../../../electron/import/analyses/readAnalysis.ts';
import { looksLikeSurvey } from '../../../../electron/import/tables/looksLikeSurvey.ts';
import { readSheets } from '../../../../electron/import/tables/readSheets.ts';
import { Refusal } from '../../../../shared/errors.ts';
import { proposeColumns, tableOf } from '../../../../shared/text/proposeColumns.ts';
import { surveyOf } from '../../../../shared/text/surveyOf.ts';
import { wordsIn } from '../../../../shared/words/words.ts';
import { holds } from '../../../support/mutating.ts';
import { processorClock } from '../../../support/processorTime.ts';
import { paragraph, run, table, wordFile, wordXml } from '../../../support/wordFile.ts';

vi.setConfig({ testTimeout: 120_000 });

const slowest = 8000;
const say = wordsIn('sv');
const transcripts = [
  {
    name: 'Samtal 1',
    turns: [
      { label: 'r1', speaker: 'M', text: 'Hur var det?' },
      { label: 'r2', speaker: 'P1', text: 'Ingen ringde. Jag blev orolig av brevet.' },
    ],
  },
];

async function asSurvey(name: string, bytes: Uint8Array): Promise<void> {
  for (const sheet of (await readSheets({ name, bytes })).sheets) {
    const found = tableOf(sheet.rows, (number) => `Kolumn ${number}`);
    const columns = proposeColumns(found);
    expect(columns.length).toBe(found.headings.length);
    expect(new Set(found.headings).size).toBe(found.headings.length);
    looksLikeSurvey(found);
    surveyOf(found, columns);
  }
}

async function asAnalysis(name: string, bytes: Uint8Array): Promise<void> {
  const source = await readAnalysis({ name, bytes });
  const levels = [{ depth: 1, name: 'Kategori' }];
  const columns = labelsOfComments(source.comments, levels);
  const { sheets } = chooseTables(source, {});
  const inTables =
    sheets.length === 0
      ? []
      : readTable(sheets, {
          levels,
          choices: {},
          isOurs: source.isOurs,
          withoutHidden: false,
          sourceIn: () => null,
          sectionFor: () => null,
        }).entries;
  const entries = [...inTables, ...entriesOfComments(source.comments, columns)];
  const found = await findEntries(entries, transcripts, () => Promise.resolve());
  expect(found.length).toBe(entries.length);
  for (const { finding } of found)
    for (const { turn, start, end } of finding.spans) {
      const { length } = transcripts[0]?.turns[turn]?.text ?? '';
      expect(start >= 0 && start < end && end <= length).toBe(true);
    }
}

/** Whatever is in a file, it becomes rows or a refusal with a sentence, and soon. */
async function readsOrRefuses(name: string, bytes: Uint8Array): Promise<true> {
  for (const read of [asSurvey, asAnalysis]) {
    const worked = processorClock();
    try {
      await read(name, bytes);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, params } = error.problem;
      expect(say(`problem.${code}`, params)).not.toMatch(/\{\{\w+\}\}|problem\./);
    }
    expect(worked()).toBeLessThan(slowest);
  }
  return true;
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const rowsXml =
  '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Källa</t></is></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>' +
  '<row r="2"><c r="A2" t="str"><v>Samtal 1</v></c><c r="B2" t="inlineStr"><is><t>Jag blev orolig</t></is></c><c r="C2" s="1"><v>45000.5</v></c></row>' +
  '<row r="3" hidden="1"><c r="A3"><f>1+1</f></c><c r="C3" t="b"><v>1</v></c><c r="ZZ3" t="e"><v>#N/A</v></c></row></sheetData>' +
  '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>';
const sheetXml = `<worksheet ${main}>${rowsXml}</worksheet>`;

function workbook(sheet: string): Uint8Array {
  const parts = {
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${relations}"><sheets><sheet name="Blad 1" sheetId="1" r:id="rId7"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId7" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/sharedStrings.xml': `<sst ${main}><si><t>Meningsenhet</t></si><si><r><t>Ko</t></r><r><t>d</t></r></si></sst>`,
    'xl/styles.xml': `<styleSheet ${main}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': sheet,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, text]) => [name, strToU8(text)]),
    ),
  );
}

const csv =
  'sep=;\nKälla;Meningsenhet;Kod;Kategori\n"Samtal 1";"Jag blev ""orolig""\nav brevet";oro;Stress\nr2;Ingen … brevet;besked;\n';
const commented = `<w:p><w:commentRangeStart w:id="0"/>${run('Jag blev orolig')}<w:commentRangeEnd w:id="0"/></w:p>`;
const comments = `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="Bo">${paragraph(run('oro; natt'))}</w:comment></w:comments>`;
const wordBody =
  table(['Meningsenhet', 'Kod'], ['Ingen ringde.', 'besked'], ['', 'oro']) + commented;
const inWord = (xml: string) =>
  wordFile('', {
    'word/document.xml': xml,
    'word/comments.xml': comments,
    'word/_rels/document.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
  });

const written: readonly (readonly [string, string, (text: string) => Uint8Array])[] = [
  ['a.csv', csv, strToU8],
  ['a.xlsx', sheetXml, workbook],
  ['a.docx', wordXml(wordBody), inWord],
];

test.each(written)('%s whole has what it holds', async (name, text, file) => {
  const { sheets } = await readAnalysis({ name, bytes: file(text) });
  expect(sheets[0]?.rows.flat()).toContain('Meningsenhet');
  await readsOrRefuses(name, file(text));
});

test.each(written)(
  '%s with pieces cut out, doubled or moved, and cut off anywhere',
  async (name, whole, file) => {
    const place = fc.nat({ max: whole.length });
    expect(
      await holds(
        fc.asyncProperty(place, place, place, async (a, b, c) => {
          const [from, to] = [Math.min(a, b), Math.max(a, b)];
          const cut = whole.slice(0, from) + whole.slice(to);
          const moved = cut.slice(0, c) + whole.slice(from, to) + cut.slice(c);
          for (const text of [cut, moved, whole.slice(0, a)])
            await readsOrRefuses(name, file(text));
        }),
        { numRuns: name === 'a.csv' ? 150 : 40 },
      ),
    ).toBe(true);
  },
);

test.each(written)('%s with bytes changed', async (name, text, file) => {
  const whole = file(text);
  const change = fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }));
  expect(
    await holds(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const bytes = whole.slice();
        for (const [at, value] of changes) bytes[at] = value;
        return readsOrRefuses(name, bytes).then(() => undefined);
      }),
      { numRuns: 80 },
    ),
  ).toBe(true);
});

test.each(['"', ';', ',', '\t', '\n', ';\n', '""', '="', 'Kod;', '\r', '|', 'å'])(
  'sixty thousand characters of %j in a table take no time',
  async (thing) => {
    const much = thing.repeat(Math.ceil(60_000 / thing.length));
    expect(await readsOrRefuses('a.csv', strToU8(csv + much))).toBe(true);
    expect(await readsOrRefuses('a.csv', strToU8(much + csv))).toBe(true);
  },
);
