import { describe, expect, test } from 'vitest';

import { readTranscript } from '../../../../electron/import/readTranscript.ts';
import { decodeForDisplay } from '../../../../electron/import/sourceText.ts';
import { codes, refusal, said } from '../../../support/importing.ts';

/** RTF is bytes; each character here is one. */
const bytesOf = (rtf: string) => Uint8Array.from(Buffer.from(rtf, 'latin1'));
const rtf = (body: string, head = '\\ansi\\ansicpg1252') =>
  bytesOf(`{\\rtf1${head} ${body}}`);
const readBytes = (bytes: Uint8Array, name = 'samtal.rtf') =>
  readTranscript({ name, bytes }, {});
const read = (body: string, head?: string) => readBytes(rtf(body, head));

/** The words of the first of three turns, with what stands before the body in the file. */
async function firstTurn(words: string, head?: string): Promise<string | undefined> {
  const parsed = await read(`P1: ${words}\\par P2: Ja.\\par P1: Nej.`, head);
  expect(said(parsed).slice(1)).toEqual(['P2: Ja.', 'P1: Nej.']);
  return parsed.turns[0]?.text;
}

describe('letters', () => {
  test.each([
    [
      'Windows',
      '\\ansi\\ansicpg1252',
      "\\'c5sa p\\'e5 g\\'f6k \\'96 ja",
      'Åsa på gök – ja',
    ],
    ['nothing said', '', "\\'c5sa", 'Åsa'],
    ['Mac', '\\mac', "\\'81sa p\\'8c g\\'9ak \\'d0 ja", 'Åsa på gök – ja'],
    ['Mac by number', '\\ansi\\ansicpg10000', "p\\'8c", 'på'],
    ['DOS', '\\pca', "\\'8fsa p\\'86 g\\'94k", 'Åsa på gök'],
    ['Polish', '\\ansi\\ansicpg1250', "\\'a5cka", 'Ącka'],
    ['a page that nobody knows', '\\ansi\\ansicpg9999', "p\\'e5", 'på'],
  ])('in the code page of the document: %s', async (_, head, words, wanted) => {
    expect(await firstTurn(words, head)).toBe(wanted);
  });

  test('in the character set of each font, back and forth', async () => {
    const head =
      '\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204{\\*\\fname A;}Arial Cyr;}{\\f2\\fcharset128 MS Mincho;}{\\f3\\fcharset77 Geneva;}{\\f4\\cpg1253 X;}}';
    const words =
      "\\'e5 {\\f1 \\'e5\\'e6} \\f2\\'93\\'fa\\'96{\\f2 \\'7b} \\f3\\'8c\\f4\\'e1\\plain\\'e5";
    expect(await firstTurn(words.replace("\\'96{\\f2 \\'7b}", "\\'96\\'7b"), head)).toBe(
      'å еж 日本 åαå',
    );
  });

  test('by number, with what stands in for them skipped: one character, none, two, an escaped one', async () => {
    expect(await firstTurn("p\\u229? b\\u228\\'e4r")).toBe('på bär');
    expect(await firstTurn('\\uc0 p\\u229  b\\u228 r')).toBe(
      'på  bär'.replace('  ', ' '),
    );
    expect(await firstTurn("\\uc2 p\\u229aa b\\u228\\'61\\'61r")).toBe('på bär');
    expect(await firstTurn('{\\uc0 p\\u229 }, b\\u228?r')).toBe('på, bär');
    expect(await firstTurn('a\\u8211\\endash b')).toBe('a–b');
    expect(await firstTurn('\\u8222{\\b p\\u229?}')).toBe('„på');
  });

  test('above sixteen bits, as negative numbers and in two halves; half of one is told', async () => {
    expect(await firstTurn('ja \\u-10179?\\u-8704? nu')).toBe('ja 😀 nu');
    expect(await firstTurn('ja \\u55357?\\u56832?')).toBe('ja 😀');
    const parsed = await read('P1: ja \\u-10179? nu\\par P2: Ja.\\par P1: Nej.');
    expect(said(parsed)[0]).toBe('P1: ja \uFFFD nu');
    expect(codes(parsed.warnings)).toContain('surrogates');
  });

  test('signs by name, escaped braces, hard spaces and hyphens', async () => {
    expect(
      await firstTurn(
        '\\{a\\}\\\\ \\ldblquote ja\\rdblquote\\~\\emdash  b\\_c\\-d\\bullet\\rquote s',
      ),
    ).toBe('{a}\\ “ja”\u00A0— b\u2011c\u00ADd•’s');
  });

  test('unescaped bytes: UTF-8 when all of it is, else the code page', async () => {
    const utf8 = Buffer.from("{\\rtf1\\ansi P1: På gök.\\par P2: \\'e5.\\par P1: Ja.}");
    expect(said(await readBytes(utf8))).toEqual(['P1: På gök.', 'P2: å.', 'P1: Ja.']);
    expect(await firstTurn('P\xE5')).toBe('På');
  });

  test('letter and ring apart are one letter, and it is told', async () => {
    const parsed = await read(
      '{\\b A\\u778?sa} Hej.\\par{\\b Bo} Ja.\\par{\\b A\\u778?sa} Ja.\\par{\\b Bo} Nej.',
    );
    expect(said(parsed)).toEqual(['Åsa: Hej.', 'Bo: Ja.', 'Åsa: Ja.', 'Bo: Nej.']);
    expect(parsed.changes).toMatchObject([{ code: 'composed', count: 2 }]);
  });
});

describe('layouts', () => {
  test('f4: bold labels and the time at the end of each paragraph', async () => {
    const parsed = await read(
      '{\\b I:} Hej. #00:00:06-4#\\par\n{\\b B1:} Tack. #00:00:14-2#\\par\n\\b I:\\b0  Bra. #00:01:00-0#\\par\n',
    );
    expect(said(parsed)).toEqual(['I: Hej.', 'B1: Tack.', 'I: Bra.']);
    expect(parsed.turns.map(({ endMs }) => endMs)).toEqual([6400, 14_200, 60_000]);
    expect(parsed).toMatchObject({ format: 'rtf', encoding: null, warnings: [] });
  });

  test('TextEdit: a backslash at the end of each line, with any line ends', async () => {
    for (const newline of ['\n', '\r\n', '\r']) {
      const parsed = await read(
        [
          "\\f0\\fs24 Moderator: Hej p\\'e5 er.\\",
          'P1: Ja\\',
          'Moderator: B',
          'ra.',
        ].join(newline),
      );
      expect(said(parsed)).toEqual([
        'Moderator: Hej på er.',
        'P1: Ja',
        'Moderator: Bra.',
      ]);
    }
  });

  test('bold names without a colon, alone on their line, and headings', async () => {
    const wanted = ['Karin: Hej.', 'Lars: Ja.', 'Karin: Bra.', 'Lars: Nej.'];
    const turns = [
      ['Karin', 'Hej.'],
      ['Lars', 'Ja.'],
      ['Karin', 'Bra.'],
      ['Lars', 'Nej.'],
    ];
    const as = (paragraph: (name: string, text: string) => string) =>
      read(turns.map(([name = '', text = '']) => paragraph(name, text)).join('\n'));
    expect(
      said(await as((name, text) => `\\pard\\plain{\\b ${name} }${text}\\par`)),
    ).toEqual(wanted);
    expect(
      said(await as((name, text) => `\\pard\\b ${name}\\par\\b0 ${text}\\par`)),
    ).toEqual(wanted);
    expect(
      said(
        await as((name, text) => `\\pard\\outlinelevel1 ${name}\\par\\pard ${text}\\par`),
      ),
    ).toEqual(wanted);
  });

  test('a table of time, speaker and words; words after it are a new paragraph', async () => {
    const row = (...cells: readonly string[]) =>
      `\\trowd\\cellx1\\cellx2\\cellx3\\pard\\intbl ${cells.join('\\cell ')}\\cell\\row`;
    const parsed = await read(
      `${row('Tid', 'Talare', 'Text')}${row('00:00:01', 'Karin', 'Hej.\\par Och hej.')}${row('00:00:05', 'Lars', 'Ja.')}${row('00:00:09', '', 'Nu.')}\\pard\\par`,
    );
    expect(said(parsed)).toEqual(['Karin: Hej.\nOch hej.', 'Lars: Ja.\nNu.']);
    expect(parsed.turns.map(({ startMs }) => startMs)).toEqual([1000, 5000]);
    const shown = await decodeForDisplay(
      { name: 'a.rtf', bytes: rtf(`Samtal\\par${row('a', 'b')}\\pard Efter.`) },
      {},
    );
    expect(shown).toBe('Samtal\na\tb\n\nEfter.');
  });

  test('soft breaks between turns', async () => {
    const parsed = await read('P1: Hej.\\line P2: Ja.\\line P1: Nej.\\par');
    expect(said(parsed)).toEqual(['P1: Hej.', 'P2: Ja.', 'P1: Nej.']);
  });
});

describe('what is in an RTF file besides words', () => {
  test('no word of its tables, headers, fields, bookmarks and bullets comes in', async () => {
    expect(
      await firstTurn(
        '{\\*\\bkmkstart a}He{\\*\\bkmkend a}j {\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt l\\\'e4nk}}{\\pntext\\f3\\\'b7\\tab}{\\*\\nytt {\\b hemligt}}.',
        '\\ansi{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red0;}{\\stylesheet{\\s1 rubrik 1;}}{\\info{\\title Titel}{\\author Eva}}{\\header Sidhuvud\\par}{\\footer 1}{\\*\\generator Riched20;}',
      ),
    ).toBe('Hej länk.');
  });

  test('of two ways to write the same, the one with all letters is read', async () => {
    expect(await firstTurn('{\\upr{gok}{\\*\\ud{g\\u246?k}}} nu')).toBe('gök nu');
  });

  test('pictures are marks, however they are put in', async () => {
    const parsed = await read(
      "P1: Se {\\*\\shppict{\\pict\\pngblip 89504e47}}{\\nonshppict{\\pict 0102}} h\\'e4r {{\\NeXTGraphic a.png \\width1\\n}\\'ac}.\\par P2: {\\pict\\bin9 }{}}{\\par}nu\\par P1: Ja.",
    );
    expect(said(parsed)).toEqual([
      'P1: Se [bild] här [bild].',
      'P2: [bild]nu',
      'P1: Ja.',
    ]);
    expect(parsed.warnings).toMatchObject([{ code: 'pictures', count: 3 }]);
  });

  test('comments and deletions are left out and told, what was put in stays', async () => {
    const parsed = await read(
      'P1: Hej{\\*\\atnid EL}{\\*\\atnauthor Eva}\\chatn{\\*\\annotation\\pard Hemligt\\par} {\\deleted borta} {\\revised nya} ord.\\par P2: Ja.\\par P1: Nej.',
    );
    expect(said(parsed)[0]).toBe('P1: Hej  nya ord.');
    expect(parsed.warnings).toMatchObject([
      { code: 'trackedChanges', count: 2 },
      { code: 'commentsLeftOut', count: 1 },
    ]);
  });

  test('a footnote stands where it belongs, and a text box after its paragraph', async () => {
    const parsed = await read(
      "P1: Hej{\\footnote\\pard\\plain{\\super\\chftn} Ler.\\par Brett.} p\\'e5 er{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 1}}{\\shptxt\\pard P2: I rutan.\\par}}}.\\par P1: Ja.",
    );
    expect(said(parsed)).toEqual([
      'P1: Hej [1: Ler. Brett.] på er.',
      'P2: I rutan.',
      'P1: Ja.',
    ]);
    expect(codes(parsed.changes)).toEqual(['footnotesInline']);
  });
});

describe('an RTF file is never trusted', () => {
  const body = 'P1: Hej.\\par P2: Ja.\\par P1: Nej.';
  const wanted = ['P1: Hej.', 'P2: Ja.', 'P1: Nej.'];

  test('a file that is cut off, or has a brace too many, is read as far as it goes, and it is told', async () => {
    for (const broken of [
      `{\\rtf1{\\b ${body}`,
      `{\\rtf1 P1: Hej.\\par}} P2: Ja.\\par P1: Nej.`,
    ]) {
      const parsed = await readBytes(bytesOf(broken));
      expect(said(parsed)).toEqual(wanted);
      expect(codes(parsed.warnings)).toEqual(['groupsUnbalanced']);
    }
    const ended = await readBytes(bytesOf(`{\\rtf1 ${body}}\0\r\n`));
    expect(ended.warnings).toEqual([]);
  });

  test('it is known by its content, whatever its name and the space before it', async () => {
    const parsed = await readBytes(bytesOf(`\n {\\rtf1 ${body}}`), 'samtal.doc');
    expect(said(parsed)).toEqual(wanted);
    const renamed = await readBytes(bytesOf(`{\\rtf1 ${body}}`), 'samtal.txt');
    expect(renamed).toMatchObject({ format: 'rtf', warnings: [{ code: 'otherFormat' }] });
    expect((await readBytes(bytesOf('P1: Hej.'), 'a.rtf')).format).toBe('plainText');
  });

  test('groups in groups beyond reason are refused', async () => {
    const problem = await refusal(readBytes(bytesOf(`{\\rtf1${'{'.repeat(5000)}`)));
    expect(problem.code).toBe('import.rtfDamaged');
    expect(problem.sentence).toContain('samtal.rtf');
  });

  test('a file without words is refused', async () => {
    expect((await refusal(read('{\\header Hej}'))).code).toBe('import.onlySpace');
  });

  test('words named like what every object has, and numbers beyond all reason, do no harm', async () => {
    expect(
      await firstTurn(
        "\\constructor1 \\toString \\u99999999999?\\u128512?\\uc-5 \\f-1 \\bin-4 a\\'zz",
      ),
    ).toBe('\uFFFD😀azz');
  });

  test('a text box with as many paragraphs as a book', async () => {
    const box = `{\\shptxt ${'a\\par '.repeat(200_000)}}`;
    const parsed = await read(`P1: Hej.${box}\\par P2: Ja.\\par P1: Nej.`);
    const lines = parsed.turns[0]?.text.split('\n') ?? [];
    expect(lines.filter((line) => line === 'a')).toHaveLength(200_000);
  });

  test('a megabyte in one paragraph and a hundred thousand changes of look', async () => {
    const words = 'Det var s\\u229? att vi {\\b gick} hem. '.repeat(30_000);
    const text = await firstTurn(words);
    expect(text).toBe('Det var så att vi gick hem. '.repeat(30_000).trim());
  });
});
