import { readFileSync } from 'node:fs';

import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { withoutGuard } from '../../../shared/text/formulaGuard.ts';
import {
  columnOf,
  exampleAtHome,
  readWord,
  sampleAtHome,
  textOf,
  type Home,
} from '../../support/takenHome.ts';

interface OracleUnit {
  readonly quote: string;
  readonly speaker: string;
  readonly condensed: string;
  readonly code: string;
  readonly subcategory: string;
  readonly category: string;
}
const oracle = JSON.parse(
  readFileSync(new URL('../../fixtures/example/analysis.json', import.meta.url), 'utf8'),
) as readonly OracleUnit[];

interface JsonUnit {
  readonly id: string;
  readonly transcript: string;
  readonly speaker: string;
  readonly unit: string;
  readonly spans: readonly { turn: number; start: number; end: number }[];
  readonly condensed: string;
  readonly interpretation: string;
  readonly codes: readonly string[];
  readonly categories: readonly (readonly string[])[];
  readonly themes: readonly string[];
}

const byQuote = (a: OracleUnit, b: OracleUnit) => a.quote.localeCompare(b.quote, 'sv');

describe('the analysis table of the worked example', () => {
  let home: Home;
  beforeAll(async () => {
    home = await exampleAtHome();
  });
  afterAll(() => home.leave());

  test('as JSON it is the oracle, unit by unit', async () => {
    const units = JSON.parse(
      textOf(await home.take({ what: 'analysis-table', format: 'json' })),
    ) as JsonUnit[];
    expect(Object.keys(units[0]!)).toEqual([
      'id',
      'transcript',
      'speaker',
      'unit',
      'spans',
      'condensed',
      'interpretation',
      'codes',
      'categories',
      'themes',
    ]);
    const asOracle = units.map((unit) => ({
      quote: unit.unit,
      speaker: unit.speaker,
      condensed: unit.condensed,
      code: unit.codes.join(),
      subcategory: unit.categories[0]![0]!,
      category: unit.categories[0]![1]!,
    }));
    expect(asOracle.toSorted(byQuote)).toEqual(oracle.toSorted(byQuote));
    expect(new Set(units.flatMap((unit) => unit.themes))).toEqual(
      new Set(['Att vara ett ärende på bordet eller en person vid bordet']),
    );
  });

  test('its spans cut the very words out of the transcript', async () => {
    const units = JSON.parse(
      textOf(await home.take({ what: 'analysis-table', format: 'json' })),
    ) as JsonUnit[];
    const [transcript] = JSON.parse(
      textOf(await home.take({ what: 'transcripts', format: 'json' })),
    ) as { turns: { text: string }[] }[];
    for (const unit of units) {
      const words = unit.spans.map(({ turn, start, end }) =>
        transcript!.turns[turn]!.text.slice(start, end),
      );
      expect(words.join(' ')).toBe(unit.unit);
    }
  });

  test('csv is for a Swedish Excel: semicolons and a byte order mark', async () => {
    const text = textOf(await home.take({ what: 'analysis-table', format: 'csv' }));
    expect(text.startsWith('\uFEFFNr;Transkript;Talare;Replik;Meningsenhet;')).toBe(true);
    const { data } = Papa.parse<string[]>(text.slice(1).trimEnd());
    expect(data).toHaveLength(58);
    expect(data.slice(1).map((row) => row[4])).toEqual(
      expect.arrayContaining(oracle.map((unit) => unit.quote)),
    );
  });

  test('csv in English has commas and no mark, and either can be asked for', async () => {
    const wish = { what: 'analysis-table', format: 'csv' } as const;
    const english = textOf(await home.take({ ...wish, language: 'en' }));
    expect(english.startsWith('No.,Transcript,Speaker,Turn,Meaning unit,')).toBe(true);
    const asked = textOf(await home.take({ ...wish, language: 'en', delimiter: ';' }));
    expect(asked.startsWith('\uFEFFNo.;Transcript')).toBe(true);
    const commas = textOf(await home.take({ ...wish, delimiter: ',' }));
    expect(commas.startsWith('Nr,Transkript')).toBe(true);
  });

  test('Excel holds the same cells as csv, all of them text', async () => {
    const csv = textOf(await home.take({ what: 'analysis-table', format: 'csv' }));
    const cells = Papa.parse<string[]>(csv.slice(1).trimEnd()).data;
    const bytes = await home.take({ what: 'analysis-table', format: 'xlsx' });
    const sheet = await readSheet(Buffer.from(bytes));
    expect(sheet).toEqual(
      cells.map((row) => row.map((cell) => withoutGuard(cell) || null)),
    );
    const { parts } = readWord(bytes);
    const xml = parts['xl/worksheets/sheet1.xml']!;
    expect(xml).not.toContain('<f>');
    expect(xml).toContain('state="frozen"');
    expect(xml).toContain('<autoFilter ref="A1:J58"/>');
    expect(parts['docProps/core.xml']).toContain('<dc:language>sv-SE</dc:language>');
    expect(parts['docProps/core.xml']).toContain('Att delta i sitt SIP-möte');
  });

  test('in Word each category is one cell beside its units, on landscape pages with a header row', async () => {
    const word = readWord(await home.take({ what: 'analysis-table', format: 'docx' }));
    const [table] = word.tables;
    expect(word.tables).toHaveLength(1);
    expect(table!.headings).toEqual([
      'Meningsenhet',
      'Kondenserad meningsenhet',
      'Kod',
      'Underkategori',
      'Huvudkategori',
      'Tema',
    ]);
    const read = table!.rows.map((row, index) => ({
      quote: row[0]!.text.replace(/ \(P\d\)$/, ''),
      speaker: / \((P\d)\)$/.exec(row[0]!.text)![1]!,
      condensed: row[1]!.text,
      code: row[2]!.text,
      subcategory: columnOf(table!, 'Underkategori')[index]!,
      category: columnOf(table!, 'Huvudkategori')[index]!,
    }));
    expect(read.toSorted(byQuote)).toEqual(oracle.toSorted(byQuote));
    const begun = (column: number) =>
      table!.rows.filter((row) => row[column]!.merge === 'begins').length;
    expect([begun(3), begun(4), begun(5)]).toEqual([8, 2, 1]);
    expect(word.parts['word/document.xml']).toContain('w:orient="landscape"');
    expect(word.parts['word/styles.xml']).toContain('sv-SE');
    expect(word.parts['docProps/core.xml']).toContain(
      'Att delta i sitt SIP-möte: Analystabell',
    );
    expect(word.paragraphs).toContainEqual({
      style: 'Caption',
      text: 'Tabell 1. Analysprocessen från meningsenhet till tema',
    });
  });

  test('columns are chosen by their names and come in the order asked for', async () => {
    const text = textOf(
      await home.take({
        what: 'analysis-table',
        format: 'csv',
        columns: ['code', 'level-2', 'nothing of the kind', 'unit'],
      }),
    );
    expect(text.slice(1).split('\r\n')[0]).toBe('Kod;Huvudkategori;Meningsenhet');
  });

  test('a filter takes home only what it shows', async () => {
    const units = JSON.parse(
      textOf(
        await home.take({
          what: 'analysis-table',
          format: 'json',
          rows: { filter: { speakers: ['P4'] }, sort: 'unit' },
        }),
      ),
    ) as JsonUnit[];
    expect(units).toHaveLength(oracle.filter((unit) => unit.speaker === 'P4').length);
    expect(new Set(units.map((unit) => unit.speaker))).toEqual(new Set(['P4']));
  });
});

describe('units of several turns, several codes and several themes', () => {
  let home: Home;
  beforeAll(async () => {
    home = await sampleAtHome();
  });
  afterAll(() => home.leave());

  test('JSON has one path for each code, low to high, and none for a code without a category', async () => {
    const units = JSON.parse(
      textOf(await home.take({ what: 'analysis-table', format: 'json' })),
    ) as JsonUnit[];
    const across = units.find((unit) => unit.spans.length === 3)!;
    expect(across.unit).toBe('Tyst. […] Till avdelningen. […] Ja.');
    expect(across.codes).toEqual(['tyst hem', 'trygg på avdelning']);
    expect(across.categories.map((path) => path.length)).toEqual([0, 1]);
    expect(across.transcript).toBe('Intervju Vera');
    expect(across.interpretation).toBe('Ensamhet utanför vården');
    expect(across.themes).toContain('Ensamhet');
  });

  test('an interpretation brings its column, and speakers are told by transcript as well', async () => {
    const word = readWord(await home.take({ what: 'analysis-table', format: 'docx' }));
    expect(word.tables[0]!.headings).toContain('Tolkning');
    const texts = word.tables[0]!.rows.map((row) => row[0]!.text);
    expect(texts).toContain('Tyst. […] Till avdelningen. […] Ja. (Intervju Vera, Vera)');
  });

  test('retired units stay at home', async () => {
    const units = JSON.parse(
      textOf(await home.take({ what: 'analysis-table', format: 'json' })),
    ) as JsonUnit[];
    expect(units).toHaveLength(60);
  });
});
