import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { AnalysisChoices } from '../../../../shared/domain/existingAnalysis.ts';
import { aTranscript } from '../../../support/anAnalysis.ts';
import { newProject } from '../../../support/newProject.ts';
import {
  openDocumentFile,
  p,
  row as openRow,
} from '../../../support/openDocumentFile.ts';
import { openedSession, type OpenedSession } from '../../../support/openedSession.ts';
import { analysisIn, stageBytes, valueOf } from '../../../support/takenInAgain.ts';
import { run, wordFile } from '../../../support/wordFile.ts';
import { workbook } from '../../../support/workbook.ts';

let session: OpenedSession;
let leave: () => Promise<void>;

const worried = 'Jag blev orolig av brevet som kom';
const awake = 'så låg jag vaken hela natten';
const seen = 'alla kunde höra vad jag sa';
const same = 'Det tycker jag också.';

beforeEach(async () => {
  const project = newProject({ language: 'sv' });
  aTranscript(project, 'Fokusgrupp 1', [
    'M: Hur var det när ni fick beskedet?',
    `P1: Ingen hade ringt. ${worried}, och ${awake}.`,
    `P2: ${same}`,
    'P1: Det är möjligt att påverka om man får information i tid.',
    `P2: ${same}`,
  ]);
  aTranscript(project, 'Fokusgrupp 2', [
    `P5: Dörren stod öppen och ${seen} om min sjukdom.`,
    `P4: ${same} Jag kände mig trygg hela tiden.`,
  ]);
  aTranscript(project, 'Intervju 3', ['Berit: Ingen hade ringt. Hon lyssnade.']);
  project.close();
  session = await openedSession(project.path);
  leave = async () => {
    await session.close();
    project.remove();
  };
});
afterEach(() => leave());

async function looked(
  name: string,
  bytes: Uint8Array | string,
  choices: AnalysisChoices = {},
) {
  const fileId = await stageBytes(session, name, bytes);
  const preview = await valueOf(session.call('analyses.preview', { fileId, choices }));
  const all = Object.values(preview.rows).flat();
  return {
    ...preview,
    said: all.map(({ row, table, kind, reason }) => [
      `${table} ${row}`.trim(),
      reason ?? kind,
    ]),
    told: preview.conflicts.map(({ row, conflict }) => [row, conflict]),
  };
}

async function takenIn(
  name: string,
  bytes: Uint8Array | string,
  choices: AnalysisChoices = {},
) {
  const fileId = await stageBytes(session, name, bytes);
  await valueOf(session.call('analyses.run', { fileId, choices }));
  const units = await analysisIn(session);
  return units.map(({ transcript, unit, codes, paths }) =>
    [
      transcript,
      unit,
      codes.join('; '),
      paths.map((path) => path.join(' < ')).join('; '),
    ].join(' | '),
  );
}

const paragraph = (text: string) => `<w:p>${run(text)}</w:p>`;
const cell = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${text.split('\n').map(paragraph).join('')}</w:tc>`;
const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const plain = (...cells: readonly string[]) => row(...cells.map((text) => cell(text)));
const across = (text: string) => row(cell(text, '<w:gridSpan w:val="3"/>'));
const table = (...rows: readonly string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;
const head = plain('Meningsbärande enhet', 'Kod', 'Subkategori');

describe('A Word document', () => {
  test('with a table for each session takes all of them, each from the session that its heading names', async () => {
    const bytes = wordFile(
      paragraph('Tabell 1. Analys av fokusgrupp 1') +
        table(head, plain(worried, 'oro', 'Ovisshet')) +
        paragraph('FG 2') +
        table(head, plain(same, 'instämmer', ''), plain(seen, 'insyn', '')) +
        paragraph('Intervju 3:') +
        table(
          plain('Kod', 'Meningsbärande enhet', 'Subkategori'),
          plain('ej kontakt', 'Ingen hade ringt.', ''),
        ) +
        table(plain('Deltagare', 'Ålder'), plain('Berit', '60')),
    );
    const found = await looked('a.docx', bytes);
    expect(found.said).toEqual([
      ['1 2', 'exact'],
      ['2 2', 'exact'],
      ['2 3', 'exact'],
      ['3 2', 'exact'],
    ]);
    expect([found.table, found.told]).toEqual(['all', [[0, 'tableNotRead']]]);
    expect(await takenIn('a.docx', bytes)).toEqual([
      `Fokusgrupp 1 | ${worried} | oro | 1 Ovisshet`,
      `Fokusgrupp 2 | ${seen} | insyn | `,
      `Fokusgrupp 2 | ${same} | instämmer | `,
      'Intervju 3 | Ingen hade ringt. | ej kontakt | ',
    ]);
  });

  test('with the headings again on every page and sessions as rows across the table is one table', async () => {
    const bytes = wordFile(
      table(
        across('Exempel på analysen'),
        head,
        across('Fokusgrupp 1 (P1–P3)'),
        plain('Ingen hade ringt.', 'ensam', ''),
        head,
        across('Fokusgrupp 2'),
        plain(same, 'instämmer', ''),
      ),
    );
    expect((await looked('a.docx', bytes)).said).toEqual([
      ['4', 'exact'],
      ['7', 'exact'],
    ]);
    expect((await takenIn('a.docx', bytes)).map((unit) => unit.split(' | ')[0])).toEqual([
      'Fokusgrupp 1',
      'Fokusgrupp 2',
    ]);
  });

  test('with bullets, slashes and lines in a cell has several codes, and a row that begins further in goes on above', async () => {
    const bytes = wordFile(
      table(
        head,
        plain(worried, 'oro / brev', ''),
        plain(awake, '• natt\n• sömn', ''),
        row('<w:trPr><w:gridBefore w:val="1"/></w:trPr>', cell('vaka'), cell('')),
      ),
    );
    expect(await takenIn('a.docx', bytes)).toEqual([
      `Fokusgrupp 1 | ${worried} | oro; brev | ; `,
      `Fokusgrupp 1 | ${awake} | natt; sömn; vaka | ; ; `,
    ]);
  });
});

describe('Headings', () => {
  const rolesIn = async (heading: string) =>
    (await looked('a.csv', `${heading}\n`)).columns.map(({ role }) => role);

  test('say what a column holds in two languages, numbered, in two ways or with more words', async () => {
    expect(
      await rolesIn(
        '1. MENINGSBÄRANDE ENHET;2. Kondenserad meningsenhet (textnära);Kondenserad meningsenhet (tolkning);Kod/etikett;Övergripande tema;Respondent;Sida;Kommentar',
      ),
    ).toEqual([
      'unit',
      'condensed',
      'interpretation',
      'code',
      'theme',
      'speaker',
      'ignore',
      'ignore',
    ]);
    expect(
      await rolesIn(
        'Meaning unit;Condensed meaning unit – description close to the text;Condensed meaning unit – interpretation of the underlying meaning;Code',
      ),
    ).toEqual(['unit', 'condensed', 'interpretation', 'code']);
    // The clearest name of the words is taken, and a lower category never stands above a higher one.
    expect(await rolesIn('Segment;Utdrag;Kategori;Underkategori')).toEqual([
      'ignore',
      'unit',
      'level-2',
      'level-1',
    ]);
  });

  test('in two rows, of which one is merged, are one, and blanks below them still mean as above', async () => {
    const bytes = workbook({
      rows: [
        ['Meningsenhet', 'Kod', 'Kategori', ''],
        ['', '', 'Underkategori', 'Huvudkategori'],
        [worried, 'oro', 'Ovisshet', 'Hinder'],
        [awake, 'vaka', '', ''],
      ],
      merges: ['A1:A2', 'B1:B2', 'C1:D1'],
    });
    expect(await takenIn('a.xlsx', bytes)).toEqual([
      `Fokusgrupp 1 | ${worried} | oro | 1 Ovisshet < 2 Hinder`,
      `Fokusgrupp 1 | ${awake} | vaka | 1 Ovisshet < 2 Hinder`,
    ]);
  });
});

describe('An Excel workbook', () => {
  test('tells which rows and sheets are hidden, and can be read without those rows', async () => {
    const bytes = workbook(
      {
        name: 'FG1',
        rows: [
          ['Meningsenhet', 'Kod'],
          [worried, 'oro'],
          [awake, 'vaka'],
        ],
        hidden: [3],
      },
      {
        name: 'gammalt',
        rows: [
          ['Meningsenhet', 'Kod'],
          [seen, 'x'],
        ],
        isHidden: true,
      },
    );
    const found = await looked('a.xlsx', bytes);
    expect([found.hiddenRows, found.units, found.told]).toEqual([
      1,
      2,
      [
        [0, 'sheetHidden'],
        [3, 'rowsHidden'],
      ],
    ]);
    const without = await looked('a.xlsx', bytes, { withoutHidden: true });
    expect([without.hiddenRows, without.units]).toEqual([1, 1]);
    expect((await looked('a.xlsx', bytes, { table: 1 })).units).toBe(1);
  });
});

describe('Rows', () => {
  test('of a source that is not in the project are left for review; sources in a naming of their own are told', async () => {
    const rows = `;Hon lyssnade.;a\n`;
    const known = await looked(
      'a.csv',
      `Intervju;Meningsenhet;Kod\nFG1;${worried};a\nIntervju 7${rows}`,
    );
    expect(known.said).toEqual([
      ['2', 'exact'],
      ['3', 'otherTranscript'],
    ]);
    const strange = await looked('a.csv', `Intervju;Meningsenhet;Kod\nAnna${rows}`);
    expect([strange.said, strange.told]).toEqual([
      [['2', 'exact']],
      [[2, 'unknownSource']],
    ]);
  });

  test('without words go on above only where they say nothing else of where they come from', async () => {
    const found = await looked(
      'a.csv',
      `Källa;Meningsenhet;Kod\n;;lös\nFokusgrupp 1;${worried};oro\n;;brev\nFokusgrupp 2;;glömd\n`,
    );
    expect(found.said).toEqual([
      ['3', 'exact'],
      ['2', 'noWords'],
      ['5', 'noWords'],
    ]);
    expect(found.rows.exact[0]?.codes).toEqual(['oro', 'brev']);
  });

  test('that repeat their categories mean by a blank that there is none', async () => {
    const written = 'Meningsenhet;Kod;Underkategori;Huvudkategori\n';
    expect(
      await takenIn(
        'a.csv',
        `${written}${worried};a;X;H\n${awake};b;;\n${seen};c;X;H\nHon lyssnade.;d;X;H\n`,
      ),
    ).toContain(`Fokusgrupp 1 | ${awake} | b | `);
  });
});

test('Comments answer each other, stand at a point, and say by labels what they are', async () => {
  const w =
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';
  const comment = (id: number, author: string, text: string) =>
    `<w:comment w:id="${id}" w:author="${author}"><w:p w14:paraId="0000000${id}">${run(text)}</w:p></w:comment>`;
  const begin = (id: number) => `<w:commentRangeStart w:id="${id}"/>`;
  const end = (id: number) => `<w:commentRangeEnd w:id="${id}"/>`;
  const bytes = wordFile(
    `<w:p>${run('P1: Ingen hade ringt. ')}${begin(0)}${begin(1)}${begin(2)}${run(worried)}${end(0)}${end(1)}${end(2)}` +
      `${run(', och ')}<w:r><w:commentReference w:id="3"/></w:r></w:p>`,
    {
      'word/comments.xml': `<w:comments ${w}>${comment(0, 'Elin Lund', 'Kod: oro / Kategori: Känslor')}${comment(1, 'Bo Ek', 'brev')}${comment(2, 'Bo Ek', 'Bra kod!')}${comment(3, 'Elin Lund', 'Vad är detta?')}</w:comments>`,
      'word/commentsExtended.xml':
        '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001"/></w15:commentsEx>',
    },
  );
  await valueOf(session.call('analysts.add', { name: 'Bo Ek' }));
  const found = await looked('a.docx', bytes);
  expect([found.said, found.told]).toEqual([
    [
      ['1', 'exact'],
      ['2', 'exact'],
      ['4', 'noWords'],
    ],
    [[3, 'reply']],
  ]);
  expect(await takenIn('a.docx', bytes)).toEqual([
    `Fokusgrupp 1 | ${worried} | oro; brev | 1 Känslor; `,
  ]);
  const by = session.read.all<{ code: string; who: string }>(
    `SELECT codes.name AS code, analysts.name AS who FROM codings JOIN codes ON codes.id = code_id
     JOIN analysts ON analysts.id = codings.analyst_id ORDER BY codes.name`,
  );
  expect(by.map(({ code, who }) => [code, who])).toEqual([
    ['brev', 'Bo Ek'],
    ['oro', 'Elin Lund'],
  ]);
});

describe('An OpenDocument file', () => {
  test('has tables with merged cells', async () => {
    const merged = `<table:table-row><table:table-cell>${p(worried)}</table:table-cell><table:table-cell>${p('oro')}</table:table-cell><table:table-cell table:number-rows-spanned="2">${p('Hinder')}</table:table-cell></table:table-row>`;
    const goesOn = `<table:table-row><table:table-cell>${p(awake)}</table:table-cell><table:table-cell>${p('vaka')}</table:table-cell><table:covered-table-cell/></table:table-row>`;
    const bytes = openDocumentFile(
      `<table:table table:name="Tabell1">${openRow('Meningsenhet', 'Kod', 'Kategori')}${merged}${goesOn}</table:table>`,
    );
    expect(await takenIn('a.odt', bytes)).toEqual([
      `Fokusgrupp 1 | ${worried} | oro | 1 Hinder`,
      `Fokusgrupp 1 | ${awake} | vaka | 1 Hinder`,
    ]);
  });

  test('has comments on words and at points', async () => {
    const comment = (name: string, text: string) =>
      `<office:annotation office:name="${name}"><dc:creator>Elin Lund</dc:creator><dc:date>2024-05-01T10:00:00</dc:date>${p(text)}</office:annotation>`;
    const bytes = openDocumentFile(
      p(
        'P1: ',
        comment('a', 'oro'),
        worried,
        '<office:annotation-end office:name="a"/>',
        comment('b', 'Vad?'),
      ),
    );
    expect((await looked('a.odt', bytes)).said).toEqual([
      ['1', 'exact'],
      ['2', 'noWords'],
    ]);
    expect(await takenIn('a.odt', bytes)).toEqual([`Fokusgrupp 1 | ${worried} | oro | `]);
  });
});

test('What did not come in is saved as a list', async () => {
  const fileId = await stageBytes(
    session,
    'a.csv',
    `Meningsenhet;Kod;Kategori\n${same};instämmer;\nDetta sade ingen av dem;=x;\n${worried};;Hinder\n`,
  );
  await valueOf(session.call('analyses.run', { fileId }));
  const to = `${session.db.name}.csv`;
  await valueOf(session.call('analyses.saveReport', { to }));
  const { readFileSync } = await import('node:fs');
  const lines = readFileSync(to, 'utf8').replace('\uFEFF', '').trim().split('\r\n');
  expect(lines.slice(1)).toEqual([
    `Att granska;rad 2;${same};står på 3 ställen;Fokusgrupp 1;r3;${same};instämmer;`,
    "Står ingenstans;rad 3;Detta sade ingen av dem;står ingenstans;;;;'=x;",
    'Går inte ihop;rad 4;;Raden har en kategori men ingen kod. Kategorin läses inte in för raden.',
  ]);
  const again = await session.call('analyses.saveReport', { to });
  expect(again.ok ? 'written over' : again.problem.code).toBe('file.exists');
});
