import { describe, expect, test } from 'vitest';

import { readTranscript } from '../../../../electron/import/readTranscript.ts';
import { decodeForDisplay } from '../../../../electron/import/sourceText.ts';
import { codes, refusal, said } from '../../../support/importing.ts';
import {
  bold,
  heading,
  paragraph,
  run,
  table,
  wordFile,
  wordXml,
} from '../../../support/wordFile.ts';
import { processorClock } from '../../../support/processorTime.ts';

const br = '<w:r><w:br/></w:r>';
const read = (bytes: Uint8Array, name = 'samtal.docx') =>
  readTranscript({ name, bytes }, {});

describe('layouts', () => {
  test('bold names, split over several runs by editing', async () => {
    const turn = (parts: readonly string[], text: string) =>
      paragraph(
        ...parts.map(bold),
        run(' '),
        ...text.split(' ').map((word) => run(`${word} `)),
      );
    const parsed = await read(
      wordFile(
        turn(['Kar', 'in Ö', 'berg', ':'], 'Hej på er.') +
          turn(['Lar', 's', ':'], 'Hej.') +
          turn(['Karin', ' Öberg:'], 'Bra.') +
          turn(['Lars:'], 'Ja.'),
      ),
    );
    expect(said(parsed)).toEqual([
      'Karin Öberg: Hej på er.',
      'Lars: Hej.',
      'Karin Öberg: Bra.',
      'Lars: Ja.',
    ]);
    expect(parsed).toMatchObject({ format: 'word', encoding: null });
  });

  test('bold names without a colon', async () => {
    const turn = (name: string, text: string) => paragraph(bold(`${name} `), run(text));
    const parsed = await read(
      wordFile(
        turn('Karin', 'Hej på er.') +
          turn('Lars', 'Hej.') +
          turn('Karin', 'Bra.') +
          turn('Lars', 'Ja.'),
      ),
    );
    expect(said(parsed)).toEqual([
      'Karin: Hej på er.',
      'Lars: Hej.',
      'Karin: Bra.',
      'Lars: Ja.',
    ]);
  });

  test('a heading for each speaker, and a bold line for each speaker', async () => {
    const words = (text: string) => paragraph(run(text));
    const headings = [
      heading('Karin'),
      words('Hej.'),
      heading('Lars'),
      words('Hej.'),
      heading('Karin'),
      words('Bra.'),
      words('Mer.'),
      heading('Lars'),
      words('Ja.'),
    ];
    const wanted = ['Karin: Hej.', 'Lars: Hej.', 'Karin: Bra.\nMer.', 'Lars: Ja.'];
    expect(said(await read(wordFile(headings.join(''))))).toEqual(wanted);
    const bolds = headings.map((xml) =>
      xml.includes('Rubrik3')
        ? paragraph(bold(/<w:t[^>]*>([^<]*)/.exec(xml)?.[1] ?? ''))
        : xml,
    );
    expect(said(await read(wordFile(bolds.join(''))))).toEqual(wanted);
  });

  test('a table of time, speaker and words, its heading in either language or none', async () => {
    const rows = [
      ['00:00:01', 'Karin', 'Hej.'],
      ['00:00:05', 'Lars', 'Hej.'],
      ['00:00:09', '', 'Bra: ja.'],
      ['00:00:12', 'Karin', 'Ja.'],
    ];
    for (const top of [
      [['Tid', 'Talare', 'Text']],
      [['Time', 'Speaker', 'Content']],
      [],
    ]) {
      const parsed = await read(wordFile(table(...top, ...rows)));
      expect(said(parsed)).toEqual(['Karin: Hej.', 'Lars: Hej.\nBra: ja.', 'Karin: Ja.']);
      expect(parsed.turns.map(({ startMs }) => startMs)).toEqual([1000, 5000, 12_000]);
    }
  });

  test('a title above a table is no turn, set as a heading or not', async () => {
    const parsed = await read(
      wordFile(
        paragraph(run('Fokusgrupp 5')) +
          table(['Mod', 'Välkomna!'], ['R1', 'Tack.'], ['R2', 'Hej.'], ['Mod', 'Då så.']),
      ),
    );
    expect(said(parsed)).toEqual([
      'Mod: Välkomna!',
      'R1: Tack.',
      'R2: Hej.',
      'Mod: Då så.',
    ]);
  });

  test('a table of speaker and words without a heading, below a title', async () => {
    const parsed = await read(
      wordFile(
        `<w:p><w:pPr><w:pStyle w:val="Rubrik1"/></w:pPr>${run('Fokusgrupp 1')}</w:p>` +
          table(['Karin', 'Hej.'], ['Lars', 'Hej.'], ['Karin', 'Bra.']),
      ),
    );
    expect(said(parsed)).toEqual(['Karin: Hej.', 'Lars: Hej.', 'Karin: Bra.']);
    expect(codes(parsed.changes)).toContain('headerDropped');
  });

  test('all turns in one paragraph with soft breaks', async () => {
    const parsed = await read(
      wordFile(
        paragraph(
          '<w:r><w:t>Moderator: Hej.</w:t><w:br/><w:t>P1: Tack.</w:t><w:br/><w:t>Moderator: Bra.</w:t><w:cr/><w:t>P1: Ja.</w:t></w:r>',
        ),
      ),
    );
    expect(said(parsed)).toEqual([
      'Moderator: Hej.',
      'P1: Tack.',
      'Moderator: Bra.',
      'P1: Ja.',
    ]);
  });

  test('Teams 2024: a preamble, then name and time on one line and the words on the next', async () => {
    const turn = (name: string, time: string, text: string) =>
      paragraph(
        '<w:r><w:br/></w:r>',
        bold(name),
        run(`   ${time}`),
        '<w:r><w:br/></w:r>',
        run(text),
      );
    const parsed = await read(
      wordFile(
        paragraph(bold('Fokusgrupp-20260301-Inspelning av möte')) +
          paragraph(run('1 mars 2026, 13:00')) +
          paragraph(run('Karin Ek startade transkription')) +
          turn('Karin Ek', '0:03', 'Välkomna hit.') +
          turn('Lars Alm', '0:09', 'Tack.') +
          turn('Karin Ek', '1:00:12', 'Då så.') +
          paragraph(run('Karin Ek stoppade transkription')),
      ),
    );
    expect(said(parsed)).toEqual([
      'Karin Ek: Välkomna hit.',
      'Lars Alm: Tack.',
      'Karin Ek: Då så.',
    ]);
    expect(parsed.turns.slice(-3).map(({ startMs }) => startMs)).toEqual([
      3000, 9000, 3_612_000,
    ]);
    expect(codes(parsed.changes)).toContain('signatureDropped');
    expect(codes(parsed.changes)).toContain('headerDropped');
  });

  test('the faces that Teams puts above the names are no pictures that anybody speaks of', async () => {
    const face = '<w:r><w:drawing><wp:inline><a:graphic/></wp:inline></w:drawing></w:r>';
    const turn = (name: string, time: string, text: string) =>
      paragraph(face, br, bold(name), run(`   ${time}`), br, run(text));
    const parsed = await read(
      wordFile(
        turn('Karin Ek', '0:03', 'Välkomna.') +
          turn('Lars Alm', '0:09', 'Tack.') +
          turn('Karin Ek', '0:12', 'Då så.'),
      ),
    );
    expect(said(parsed)).toEqual([
      'Karin Ek: Välkomna.',
      'Lars Alm: Tack.',
      'Karin Ek: Då så.',
    ]);
    expect(codes(parsed.warnings)).toEqual(['pictures']);
  });

  test('a bold name and its time on one line begin what stands below', async () => {
    const turn = (name: string, time: string, text: string) =>
      paragraph(bold(`${name} `), run(time)) + paragraph(run(text));
    const parsed = await read(
      wordFile(
        turn('Talare 1', '00:00:03', 'Hej och välkomna.') +
          turn('Talare 2', '00:00:07', 'Tack.') +
          turn('Talare 1', '00:00:09', 'Då så.'),
      ),
    );
    expect(parsed.turns.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [3000, null],
      [7000, null],
      [9000, null],
    ]);
  });

  test('a link that leads nowhere keeps its words', async () => {
    const parsed = await read(
      wordFile(
        paragraph(`<w:hyperlink r:id="rId99">${run('I: Se här.')}</w:hyperlink>`) +
          paragraph(run('P: Ja.')),
      ),
    );
    expect(said(parsed)).toEqual(['I: Se här.', 'P: Ja.']);
  });

  test('a heading between turns is no part of them', async () => {
    const parsed = await read(
      wordFile(
        paragraph(run('M: Hur är det?')) +
          paragraph(run('P1: Bra.')) +
          heading('Tema 2: Delaktighet') +
          paragraph(run('M: Får ni vara med?')) +
          paragraph(run('P1: Ibland.')),
      ),
    );
    expect(said(parsed)).toEqual([
      'M: Hur är det?',
      'P1: Bra.',
      'Tema 2: Delaktighet',
      'M: Får ni vara med?',
      'P1: Ibland.',
    ]);
  });

  test('Teams 2021: times, name and words in a paragraph each', async () => {
    const turn = (time: string, name: string, text: string) =>
      paragraph(run(time)) + paragraph(run(name)) + paragraph(run(text));
    const parsed = await read(
      wordFile(
        turn('0:0:0.0 --> 0:0:2.540', 'Karin Ek', 'Hej.') +
          turn('0:0:2.900 --> 0:0:4.0', 'Lars Alm', 'Hej.') +
          turn('0:0:4.10 --> 0:0:5.0', 'Karin Ek', 'Ja.'),
      ),
    );
    expect(parsed.turns).toEqual([
      { speaker: 'Karin Ek', startMs: 0, endMs: 2540, text: 'Hej.', line: null },
      { speaker: 'Lars Alm', startMs: 2900, endMs: 4000, text: 'Hej.', line: null },
      { speaker: 'Karin Ek', startMs: 4010, endMs: 5000, text: 'Ja.', line: null },
    ]);
  });

  test('f4 stamps at the ends of paragraphs', async () => {
    const parsed = await read(
      wordFile(
        paragraph(run('I: Hej. #00:00:02-1#')) +
          paragraph(run('B: Ja. #00:00:04-0#')) +
          paragraph(run('I: Bra. #00:00:06-5#')),
      ),
    );
    expect(parsed.turns.map(({ endMs }) => endMs)).toEqual([2100, 4000, 6500]);
  });
});

describe('what is in a Word file besides words', () => {
  test('pictures, equations and drawings leave a mark and a warning', async () => {
    const parsed = await read(
      wordFile(
        paragraph(
          run('Före '),
          '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="chart"/></a:graphic></wp:inline></w:drawing></w:r>',
          run(' mellan '),
          '<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>',
          run(' efter'),
        ),
      ),
    );
    expect(said(parsed)).toEqual(['Före [bild] mellan [bild] efter']);
    expect(parsed.warnings).toContainEqual({
      code: 'pictures',
      params: {},
      count: 2,
      lines: [],
    });
  });

  test('text boxes are kept, also without the older form of them, also inside each other', async () => {
    const box = (inner: string) =>
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>`;
    expect(
      said(
        await read(wordFile(paragraph(run('Utanför.'), box(paragraph(run('I rutan.')))))),
      ),
    ).toEqual(['Utanför.', 'I rutan.']);
    const nested = said(
      await read(
        wordFile(
          paragraph(
            run('Utanför.'),
            box(paragraph(run('I rutan.'), box(paragraph(run('Innerst.'))))),
          ),
        ),
      ),
    );
    expect(nested.toSorted()).toEqual(['I rutan.', 'Innerst.', 'Utanför.']);
  });

  test('tracked changes: insertions in, deletions out, and told', async () => {
    const parsed = await read(
      wordFile(
        paragraph(
          run('P1: Det var '),
          `<w:ins w:id="1" w:author="x">${run('inte ')}</w:ins>`,
          '<w:del w:id="2" w:author="x"><w:r><w:delText>väldigt </w:delText></w:r></w:del>',
          run('bra.'),
        ),
      ),
    );
    expect(said(parsed)).toEqual(['P1: Det var inte bra.']);
    expect(parsed.warnings).toContainEqual({
      code: 'trackedChanges',
      params: {},
      count: 2,
      lines: [],
    });
  });

  test('fields and right-to-left wrappers keep their words', async () => {
    const parsed = await read(
      wordFile(
        paragraph(
          run('Av '),
          `<w:fldSimple w:instr=" AUTHOR ">${run('Anna')}</w:fldSimple>`,
          `<w:bdo w:val="rtl">${run(' שלום')}</w:bdo>`,
        ),
      ),
    );
    expect(said(parsed)).toEqual(['Av Anna שלום']);
  });

  test('its text can be shown as it is', async () => {
    const bytes = wordFile(
      paragraph(bold('Karin: '), run('Hej.')) + paragraph() + paragraph(run('Mer.')),
    );
    expect(await decodeForDisplay({ name: 'samtal.docx', bytes }, {})).toBe(
      'Karin: Hej.\n\nMer.',
    );
  });
});

describe('a Word file is never trusted', () => {
  const megabytes = (n: number) => new Uint8Array(n * 1024 * 1024).fill(0x20);

  test.each([
    [
      'a document that unpacks to far more than it is',
      { 'word/document.xml': wordXml(' '.repeat(32 * 1024 * 1024)) },
    ],
    ['any other part that does', { 'word/media/image1.png': megabytes(64) }],
    ['a part outside the archive', { '../../evil.xml': 'x' }],
    ['an absolute path', { '/etc/evil.xml': 'x' }],
  ])('%s is refused before it is unpacked', async (_, parts) => {
    const bytes = wordFile(paragraph(run('Hej')), parts);
    const worked = processorClock();
    const problem = await refusal(read(bytes));
    expect(problem.code).toBe('import.archiveUnsafe');
    expect(problem.sentence).toContain('samtal.docx');
    expect(problem.sentence).not.toContain('invalid');
    expect(worked()).toBeLessThan(3000);
  });

  test('a part that lies about its size is stopped while it is unpacked', async () => {
    const bytes = wordFile(paragraph(run('Hej')), {
      'word/document.xml': wordXml(`${paragraph(run('Hej'))}${' '.repeat(3_000_000)}`),
    });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at + 46 < bytes.length; at += 1) {
      const isCentral = view.getUint32(at, true) === 0x02014b50;
      const name = isCentral
        ? new TextDecoder().decode(
            bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)),
          )
        : '';
      if (name === 'word/document.xml') view.setUint32(at + 24, 1000, true);
    }
    expect((await refusal(read(bytes))).code).toBe('import.archiveUnsafe');
  });

  test('thousands of parts are refused', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 6000 }, (_, at) => [`word/p${at}.xml`, '']),
    );
    expect((await refusal(read(wordFile('', parts)))).code).toBe('import.archiveUnsafe');
  });

  test.each([
    'word/document.xml',
    'word/_rels/document.xml.rels',
    'word/styles.xml',
    '[Content_Types].xml',
  ])('entities in %s are refused and never fetched', async (part) => {
    const evil =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
    const whole =
      part === 'word/document.xml' ? wordXml(paragraph(run('&e;'))) : '<x>&e;</x>';
    const problem = await refusal(
      read(
        wordFile(paragraph(run('Hej')), {
          [part]: whole.replace(/^<\?xml[^>]*>/, '').replace(/^/, evil),
        }),
      ),
    );
    expect(problem).toMatchObject({ code: 'import.xmlEntities', where: part });
  });

  test('a linked picture outside the file is not fetched', async () => {
    const rels =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://127.0.0.1:9/x.png"/></Relationships>';
    const pic =
      '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:link="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
    const parsed = await read(
      wordFile(paragraph(run('P1: Hej '), pic), { 'word/_rels/document.xml.rels': rels }),
    );
    expect(said(parsed)).toEqual(['P1: Hej [bild]']);
    expect(codes(parsed.warnings)).toEqual(['pictures']);
  });

  test('a damaged document is refused', async () => {
    for (const xml of [
      '<w:document>',
      wordXml('<w:p><w:r><w:t>Hej'),
      '',
      'inte xml',
      wordXml('<w:tbl>'.repeat(50_000)),
    ]) {
      expect(
        (await refusal(read(wordFile('', { 'word/document.xml': xml })))).code,
      ).toMatch(/^import\.(?:wordDamaged|onlySpace)$/);
    }
  });

  test('a file cut off anywhere is refused', async () => {
    const bytes = wordFile(paragraph(run('P1: Hej')));
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      expect(
        (await refusal(read(bytes.subarray(0, Math.floor(bytes.length * share))))).code,
      ).toBe('import.archiveBroken');
    }
  });
});
