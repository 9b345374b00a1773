import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';

import { readSheets } from '../../../../electron/import/tables/readSheets.ts';
import { Refusal } from '../../../../shared/errors.ts';

async function rowsOf(bytes: Uint8Array | string, name = 'table.csv') {
  const { sheets } = await readSheets({
    name,
    bytes: typeof bytes === 'string' ? strToU8(bytes) : bytes,
  });
  return sheets[0]!.rows;
}

async function refusalOf(bytes: Uint8Array | string, name = 'table.csv') {
  try {
    await rowsOf(bytes, name);
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    throw error;
  }
  throw new Error('was read');
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** A workbook written by hand, so that what Excel writes and our own writer does not can be tried. */
function workbook(sheet: string, more: Readonly<Record<string, string>> = {}) {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts = {
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${relations}"><sheets><sheet name="Blad 1" sheetId="1" r:id="rId7"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId7" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet ${main}>${sheet}</worksheet>`,
    ...more,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, text]) => [name, strToU8(text)]),
    ),
  );
}

describe('A table whose cells are parted by a sign', () => {
  test('is read by the sign that gives even rows, whatever stands in the cells', async () => {
    expect(await rowsOf('kod;andel\r\n"oro; natt";1,5\r\nhopp;2,5\r\n')).toEqual([
      ['kod', 'andel'],
      ['oro; natt', '1,5'],
      ['hopp', '2,5'],
    ]);
    expect(await rowsOf('code,unit\na,"He said ""no"", and\nleft"\n')).toEqual([
      ['code', 'unit'],
      ['a', 'He said "no", and\nleft'],
    ]);
  });

  test('is read with tabs in UTF-16, in Windows-1252, and by what its first line says', async () => {
    const utf16 = Buffer.from('\uFEFFkod\tord\nå\tä\n', 'utf16le');
    expect(await rowsOf(utf16, 't.txt')).toEqual([
      ['kod', 'ord'],
      ['å', 'ä'],
    ]);
    expect(await rowsOf(Buffer.from('kod;ord\nåker;käk\n', 'latin1'))).toEqual([
      ['kod', 'ord'],
      ['åker', 'käk'],
    ]);
    expect(await rowsOf('sep=|\na|b,c\n')).toEqual([['a', 'b,c']]);
  });

  test('keeps blank rows where they stood, and takes off the sign that guards a formula', async () => {
    expect(await rowsOf("a;b\n\n'=SUM(A1);'-ja\n;;\n=cmd|x;c\n")).toEqual([
      ['a', 'b'],
      [],
      ['=SUM(A1)', '-ja'],
      [],
      ['=cmd|x', 'c'],
    ]);
  });

  test('of one column is one column', async () => {
    expect(await rowsOf('text\nJa, det är så\nNej, aldrig, inte\n')).toEqual([
      ['text'],
      ['Ja, det är så'],
      ['Nej, aldrig, inte'],
    ]);
  });

  test('of 100,000 rows is read whole', async () => {
    const line = 'respondent;"ett svar som\när långt";ja\n';
    const rows = await rowsOf(`id;svar;ja\n${line.repeat(100_000)}`);
    expect(rows.length).toBe(100_001);
    expect(new Set(rows.slice(1).map((row) => row.join('|')))).toEqual(
      new Set(['respondent|ett svar som\när långt|ja']),
    );
  });

  test('is refused with the place when a quotation mark is never closed or there is too much', async () => {
    expect(await refusalOf('a;b\n1;2\n"3;4\n5;6\n')).toMatchObject({
      code: 'tables.openQuote',
      params: { row: 3 },
    });
    expect((await refusalOf(`${'a;'.repeat(1001)}b\n`)).code).toBe('tables.columns');
    expect((await refusalOf(`a;b\n${'1;2\n'.repeat(250_001)}`)).code).toBe('tables.rows');
    expect((await refusalOf(';;\n;\n')).code).toBe('tables.empty');
    expect((await refusalOf('')).code).toBe('import.empty');
    expect(
      (await refusalOf(Uint8Array.from({ length: 400 }, (_, at) => at % 7))).code,
    ).toBe('tables.notTable');
  });
});

describe('An Excel workbook', () => {
  const texts = {
    'xl/sharedStrings.xml': `<sst ${main}><si><t>Fråga</t></si><si><r><t>två </t></r><r><t>delar</t></r><rPh><t>ljud</t></rPh></si></sst>`,
    'xl/styles.xml': `<styleSheet ${main}><numFmts><numFmt numFmtId="170" formatCode="yyyy\\-mm\\-dd hh:mm"/><numFmt numFmtId="171" formatCode="0.00&quot; d&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>`,
  };

  test('gives texts, numbers without noise, dates, and what a formula had come to', async () => {
    const book = workbook(
      '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>' +
        '<row r="3"><c r="A3"><v>0.30000000000000004</v></c><c r="B3" s="1"><v>45992</v></c>' +
        '<c r="C3" s="2"><v>45992.5</v></c><c r="D3" s="3"><v>4</v></c><c r="E3" t="b"><v>1</v></c>' +
        '<c r="F3"><f>A3*10</f><v>3</v></c><c r="G3"><f>NOW()</f></c>' +
        '<c r="H3" t="inlineStr"><is><t>=cmd_x000A_b</t></is></c></row></sheetData>',
      texts,
    );
    const { sheets } = await readSheets({ name: 'a.xlsx', bytes: book });
    expect(sheets).toEqual([
      {
        name: 'Blad 1',
        isHidden: false,
        notComputed: 1,
        lastMerge: -1,
        hiddenRows: new Set(),
        rows: [
          ['Fråga', '', 'två delar'],
          [],
          // prettier-ignore
          ['0.3', '2025-12-01', '2025-12-01 12:00', '4', 'TRUE', '3', '', '=cmd\nb'],
        ],
      },
    ]);
  });

  test('gives the words of a merged cell in each of its rows', async () => {
    const cell = (at: string, text: string) =>
      `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const book = workbook(
      `<sheetData><row r="1">${cell('A1', 'kod')}${cell('B1', 'kategori')}</row>` +
        `<row r="2">${cell('A2', 'a')}${cell('B2', 'Hinder')}</row><row r="3">${cell('A3', 'b')}</row>` +
        `<row r="4">${cell('A4', 'c')}</row></sheetData>` +
        '<mergeCells><mergeCell ref="B2:B3"/><mergeCell ref="A1:XFD1"/><mergeCell ref="?"/></mergeCells>',
    );
    expect(await rowsOf(book, 'a.xlsx')).toEqual([
      ['kod', 'kategori'],
      ['a', 'Hinder'],
      ['b', 'Hinder'],
      ['c'],
    ]);
  });

  test('that is another archive, broken, hostile or old is refused', async () => {
    const other = zipSync({ 'word/document.xml': strToU8('<w/>') });
    expect((await refusalOf(other, 'a.xlsx')).code).toBe('tables.notTable');
    expect((await refusalOf(workbook('<sheetData><row>'), 'a.xlsx')).code).toBe(
      'tables.damaged',
    );
    const entity = workbook('', {
      'xl/sharedStrings.xml':
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>',
    });
    expect((await refusalOf(entity, 'a.xlsx')).code).toBe('import.xmlEntities');
    const bomb = zipSync({
      'xl/workbook.xml': strToU8('<workbook/>'),
      'xl/worksheets/sheet1.xml': new Uint8Array(5_000_000),
    });
    expect((await refusalOf(bomb, 'a.xlsx')).code).toBe('import.archiveUnsafe');
    const ole = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
    expect((await refusalOf(ole, 'a.xls')).code).toBe('tables.oldExcel');
  });

  test('with a cell in the millionth row or the last column does not fill the memory', async () => {
    const far = (at: string, row: number) =>
      workbook(`<sheetData><row r="${row}"><c r="${at}"><v>1</v></c></row></sheetData>`);
    expect((await refusalOf(far('A1048576', 1_048_576), 'a.xlsx')).code).toBe(
      'tables.rows',
    );
    expect((await refusalOf(far('XFD1', 1), 'a.xlsx')).code).toBe('tables.columns');
  });
});
