import { deflateSync } from 'node:zlib';

import { describe, expect, test } from 'vitest';

import { ImportNotes } from '../../../../electron/import/importNotes.ts';
import { HyphenJoiner } from '../../../../electron/import/pdf/pdfHyphens.ts';
import { readTranscript } from '../../../../electron/import/readTranscript.ts';
import { decodeForDisplay } from '../../../../electron/import/sourceText.ts';
import type { ImportChoices } from '../../../../shared/domain/importedTranscript.ts';
import { codes, refusal, said } from '../../../support/importing.ts';
import { linesAt, pdfFile, type PdfText } from '../../../support/pdfFile.ts';

const readBytes = (bytes: Uint8Array, choices: ImportChoices = {}, name = 'samtal.pdf') =>
  readTranscript({ name, bytes }, choices);
const read = (pages: readonly (readonly PdfText[])[], choices: ImportChoices = {}) =>
  readBytes(pdfFile(pages), choices);

/** Lines that are as wide as each other, but for the last of each turn. */
const wrapped = [
  'Moderator: Välkomna till samtalet om hur ni upplever arbetet på',
  'avdelningen. Vi har en timme på oss, och alla får komma till tals.',
  'P1: Tack. Jag tycker att det har blivit bättre sedan vi började ha',
  'korta avstämningar varje morgon.',
  'P2: Fast ibland hinner man inte med – då blir det bara stress, och',
  'Karin får ta det som är kvar när vi andra har gått hem för dagen.',
  'Moderator: Hur gör ni då?',
  'P1: Då får det vänta.',
];
const wanted = [
  'Moderator: Välkomna till samtalet om hur ni upplever arbetet på avdelningen. Vi har en timme på oss, och alla får komma till tals.',
  'P1: Tack. Jag tycker att det har blivit bättre sedan vi började ha korta avstämningar varje morgon.',
  'P2: Fast ibland hinner man inte med – då blir det bara stress, och Karin får ta det som är kvar när vi andra har gått hem för dagen.',
  'Moderator: Hur gör ni då?',
  'P1: Då får det vänta.',
];

describe('paragraphs', () => {
  test('lines that were wrapped are one paragraph again, and the poor source is told', async () => {
    const parsed = await read([linesAt(wrapped)]);
    expect(said(parsed)).toEqual(wanted);
    expect(parsed).toMatchObject({ format: 'pdf', encoding: null });
    expect(parsed.changes).toMatchObject([{ code: 'linesJoined', count: 3 }]);
    expect(codes(parsed.warnings)).toEqual(['pdfSource']);
  });

  test('they stay lines when the person says so', async () => {
    const parsed = await read([linesAt(wrapped)], { unwrapLines: false });
    expect(said(parsed)[1]?.split('\n')).toEqual([wrapped[2], wrapped[3]]);
    expect(codes(parsed.changes)).toEqual([]);
  });

  test('a gap, and a first line that is indented, begin a paragraph of the same turn', async () => {
    const [one = '', two = '', three = '', four = ''] = wrapped;
    const parsed = await read([
      [
        ...linesAt([
          one,
          two,
          '',
          'Nu börjar vi med en runda, där var och en säger vad hon heter.',
        ]),
        ...linesAt(['Säg gärna också hur länge ni har arbetat på den här avdelningen.'], {
          x: 80,
          y: 128,
        }),
        ...linesAt([three, four, 'Moderator: Ja.'], { y: 140 }),
      ],
    ]);
    expect(said(parsed)).toEqual([
      `${wanted[0]}\nNu börjar vi med en runda, där var och en säger vad hon heter.\nSäg gärna också hur länge ni har arbetat på den här avdelningen.`,
      wanted[1],
      'Moderator: Ja.',
    ]);
  });

  test('names in a column of their own, with the words beside them', async () => {
    const turns = [
      [
        'Moderator:',
        'Välkomna till samtalet om hur ni upplever',
        'arbetet på avdelningen.',
      ],
      ['P1:', 'Tack.'],
      ['Moderator:', 'Hur gör ni när ni inte hinner med?'],
      ['P1:', 'Då får det vänta.'],
    ];
    let y = 80;
    const texts: PdfText[] = [];
    for (const [name = '', ...words] of turns) {
      texts.push({ text: name, x: 60, y });
      for (const text of words) {
        texts.push({ text, x: 140, y });
        y += 12;
      }
    }
    expect(said(await read([texts]))).toEqual([
      'Moderator: Välkomna till samtalet om hur ni upplever arbetet på avdelningen.',
      'P1: Tack.',
      'Moderator: Hur gör ni när ni inte hinner med?',
      'P1: Då får det vänta.',
    ]);
  });

  test('pieces of a line in whatever order they were drawn', async () => {
    const parsed = await read([
      [
        { text: 'Ja.', x: 76, y: 104 },
        { text: 'P1:', x: 60, y: 104 },
        { text: 'Hej', x: 100, y: 80 },
        { text: 'Anna:', x: 60, y: 80 },
        { text: 'på er.', x: 118, y: 80 },
        { text: 'Anna: Bra.', x: 60, y: 128 },
        { text: 'P1: Nej.', x: 60, y: 152 },
      ],
    ]);
    expect(said(parsed)).toEqual([
      'Anna: Hej på er.',
      'P1: Ja.',
      'Anna: Bra.',
      'P1: Nej.',
    ]);
  });
});

describe('the page', () => {
  const left = [
    'Moderator: Välkomna till samtalet om hur',
    'ni upplever arbetet på avdelningen. Vi har',
    'en timme på oss, och alla får komma till',
    'tals.',
    'P1: Tack. Jag tycker att det har blivit',
  ];
  const right = [
    'bättre sedan vi började ha avstämningar',
    'varje morgon klockan åtta.',
    'P2: Fast ibland hinner man inte med det',
    'som är kvar när de andra går hem.',
    'Moderator: Hur gör ni då?',
  ];
  const read2 = [
    'Moderator: Välkomna till samtalet om hur ni upplever arbetet på avdelningen. Vi har en timme på oss, och alla får komma till tals.',
    'P1: Tack. Jag tycker att det har blivit bättre sedan vi började ha avstämningar varje morgon klockan åtta.',
    'P2: Fast ibland hinner man inte med det som är kvar när de andra går hem.',
    'Moderator: Hur gör ni då?',
  ];

  test('of two columns the left one is read first, even when they were drawn line by line', async () => {
    const one = linesAt(left, { x: 50 });
    const two = linesAt(right, { x: 310 });
    expect(said(await read([[...one, ...two]]))).toEqual(read2);
    expect(said(await read([[...two, ...one]]))).toEqual(read2);
    const across = one.flatMap((line, at) => [line, two[at]!]);
    const title = {
      text: 'Fokusgrupp 1 om arbetet på avdelningen, våren då allt blev annorlunda',
      x: 150,
      y: 50,
    };
    expect(said(await read([[title, ...across]]))).toEqual(read2);
  });

  test('headers, footers and page numbers are left out and told; what is said is not', async () => {
    const page = (number: number, lines: readonly string[]): PdfText[] => [
      { text: 'Studie 14 – konfidentiellt', x: 60, y: 40 },
      ...linesAt(lines),
      { text: `Sida ${number} av 3`, x: 280, y: 810 },
    ];
    const parsed = await read([
      page(1, [
        'P1: Ja.',
        'P2: Hej.',
        'P1: Jag vet att det är så här som vi brukar göra när',
      ]),
      page(2, ['någon är sjuk.', 'P2: Ja.']),
      page(3, ['P1: Ja.', 'P2: 12']),
    ]);
    expect(said(parsed)).toEqual([
      'P1: Ja.',
      'P2: Hej.',
      'P1: Jag vet att det är så här som vi brukar göra när någon är sjuk.',
      'P2: Ja.',
      'P1: Ja.',
      'P2: 12',
    ]);
    expect(parsed.changes).toMatchObject([
      {
        code: 'pageHeadDropped',
        count: 3,
        params: { text: 'Studie 14 – konfidentiellt' },
      },
      { code: 'pageNumberDropped', count: 3 },
      { code: 'linesJoined' },
    ]);
  });

  test('turns at the top of pages that differ only in a number are no header', async () => {
    const parsed = await read([
      [{ text: 'P1: Ja.', x: 60, y: 40 }],
      [{ text: 'P2: Ja.', x: 60, y: 40 }],
      [{ text: 'P1: Ja.', x: 60, y: 40 }],
    ]);
    expect(said(parsed)).toEqual(['P1: Ja.', 'P2: Ja.', 'P1: Ja.']);
  });

  test('line numbers in the margin are left out', async () => {
    const numbers = wrapped.map((_, at) => ({
      text: String(at + 1),
      x: 30,
      y: 80 + at * 12,
    }));
    const parsed = await read([[...linesAt(wrapped), ...numbers]]);
    expect(said(parsed)).toEqual(wanted);
    expect(parsed.changes).toMatchObject([
      { code: 'lineNumbersDropped', count: 8 },
      { code: 'linesJoined' },
    ]);
  });

  test('a page without text among others is told, and so are comments', async () => {
    const note = '<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(Hemligt)>>';
    const parsed = await readBytes(
      pdfFile([linesAt(['P1: Hej.', 'P2: Ja.', 'P1: Nej.']), []], {
        page: '/Annots[100 0 R]',
        objects: [note],
      }),
    );
    expect(said(parsed)).toEqual(['P1: Hej.', 'P2: Ja.', 'P1: Nej.']);
    expect(codes(parsed.warnings)).toEqual([
      'pdfSource',
      'pagesWithoutText',
      'commentsLeftOut',
    ]);
  });

  test('its own text can be shown', async () => {
    const bytes = pdfFile([linesAt(['P1: Hej.', '', 'P2: Ja.'])]);
    expect(await decodeForDisplay({ name: 'a.pdf', bytes }, {})).toBe(
      'P1: Hej.\n\nP2: Ja.',
    );
  });
});

describe('words broken at the end of a line', () => {
  const end = ['P2: Ja.', 'P1: Nej.'];
  const first = async (lines: readonly string[]) => {
    const parsed = await read([linesAt([...lines, ...end])]);
    return { text: parsed.turns[0]?.text, warnings: parsed.warnings.slice(1) };
  };

  test('are joined when the word stands whole elsewhere', async () => {
    const { text, warnings } = await first([
      'P1: Det om samarbete var det viktigaste, och att just samar-',
      'betet får ta tid. Samarbetet är allt.',
    ]);
    expect(text).toBe(
      'Det om samarbete var det viktigaste, och att just samarbetet får ta tid. Samarbetet är allt.',
    );
    expect(warnings).toEqual([]);
  });

  test('keep their hyphen, and it is told, when it may belong to them; not told when it does elsewhere', async () => {
    const lines = [
      'P1: Hon hade en sådan där tröja på sig, alltså en t-',
      'shirt som var blå.',
    ];
    const unsure = await first(lines);
    expect(unsure.text).toBe(
      'Hon hade en sådan där tröja på sig, alltså en t-shirt som var blå.',
    );
    expect(unsure.warnings).toMatchObject([
      { code: 'hyphensKept', count: 1, params: { text: 't-shirt' } },
    ]);
    const sure = await first([...lines, 'Min T-shirt är röd.']);
    expect(sure.text).toContain('en t-shirt som');
    expect(sure.warnings).toEqual([]);
  });

  test('are no break where the hyphen stands for what comes, or for a dash, or before a name', async () => {
    const suspended = await first([
      'P1: Vi fick skriva upp allas namn på listan, både för-',
      'och efternamn på alla.',
    ]);
    expect(suspended.text).toContain('både för- och efternamn');
    const dash = await first([
      'P1: Vi fick skriva upp allas namn på en lång lista -',
      'det tog en hel dag.',
    ]);
    expect(dash.text).toContain('lista - det');
    const name = await first([
      'P1: Det var en av dem som arbetade där, Anna-',
      'Karin tror jag det var.',
    ]);
    expect(name.text).toContain('Anna-Karin');
    expect([...suspended.warnings, ...dash.warnings, ...name.warnings]).toEqual([]);
  });

  test('are joined at a soft hyphen, which is there for that alone', () => {
    const notes = new ImportNotes();
    const joiner = new HyphenJoiner(['arbets-lista']);
    expect(joiner.join(['en arbets\u00AD', 'lista'])).toBe('en arbetslista');
    joiner.tell(notes);
    expect(notes.warnings).toEqual([]);
  });
});

describe('a PDF is never trusted', () => {
  const lines = linesAt(['P1: Hej.', 'P2: Ja.', 'P1: Nej.']);

  test('pictures of pages are refused with what helps', async () => {
    const problem = await refusal(read([[], []]));
    expect(problem.code).toBe('import.imageOnly');
    expect(problem.sentence).toContain('textigenkänning');
  });

  test('a file that needs a password is refused', async () => {
    const locked =
      '/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]/Encrypt 100 0 R';
    const key =
      '<</Filter/Standard/V 1/R 2/P -4/O<' +
      '11'.repeat(32) +
      '>/U<' +
      '22'.repeat(32) +
      '>>>';
    const bytes = pdfFile([lines], { objects: [key], trailer: locked });
    expect((await refusal(readBytes(bytes))).code).toBe('import.locked');
  });

  test('a file that is cut off before its pages, or is no PDF after its first line, is refused', async () => {
    const whole = pdfFile([lines]);
    for (const bytes of [whole.subarray(0, 60), Buffer.from('%PDF-1.7\nhej')])
      expect((await refusal(readBytes(bytes))).code).toBe('import.archiveBroken');
  });

  test('one whose end is missing is read, and it is told', async () => {
    const whole = pdfFile([lines]);
    const parsed = await readBytes(whole.subarray(0, whole.length - 20));
    expect(said(parsed)).toEqual(['P1: Hej.', 'P2: Ja.', 'P1: Nej.']);
    expect(codes(parsed.warnings)).toEqual(['pdfSource', 'endMissing']);
  });

  test('a page that unpacks to far more than it is, once or twice packed, is refused', async () => {
    const bomb = deflateSync(Buffer.alloc(80_000_000, 0x20));
    for (const content of [bomb, deflateSync(bomb)])
      expect((await refusal(readBytes(pdfFile([lines], { content })))).code).toBe(
        'import.pdfUnsafe',
      );
  });

  test('a page of a hundred and fifty thousand pieces, and a word as long as a book, are read', async () => {
    const many = Array.from({ length: 150_000 }, (_, at) => ({
      text: at === 0 ? 'P1: A' : 'a',
      x: 40 + (at % 500),
      y: 40 + Math.floor(at / 500) * 2.5,
      size: 0.5,
    }));
    const long = [
      { text: `P1: ${'a'.repeat(400_000)}-`, x: 60, y: 80, size: 0.001 },
      { text: 'b', x: 60, y: 80.0012, size: 0.001 },
    ];
    expect(
      said(await read([many]))
        .join('')
        .replace(/\s/g, ''),
    ).toHaveLength(150_003);
    expect(said(await read([long]))[0]).toHaveLength(400_006);
  });

  test('thousands of pages are refused', async () => {
    const pages = Array.from({ length: 3001 }, () => []);
    expect((await refusal(read(pages))).code).toBe('import.pdfUnsafe');
  });

  test('it is known by its content', async () => {
    const parsed = await readBytes(pdfFile([lines]), {}, 'samtal.docx');
    expect(parsed.format).toBe('pdf');
    expect(codes(parsed.warnings)).toContain('otherFormat');
  });
});

test('what PDF.js leaves behind in a damaged file touches nothing else', async () => {
  const bytes = pdfFile([
    linesAt(['Karin: Hej på', 'er alla.']),
    linesAt(['Lars: Hej.', '1']),
  ]);
  // A page that is numbered otherwise than where it is pointed to from: a promise fails that nobody waits for.
  bytes[310] = 100;
  bytes[471] = 32;
  const left: unknown[] = [];
  const leave = (error: unknown) => left.push(error);
  process.on('unhandledRejection', leave);
  await readTranscript({ name: 'a.pdf', bytes }, {}).catch(() => undefined);
  await new Promise((resolve) => {
    setTimeout(resolve, 50);
  });
  process.off('unhandledRejection', leave);
  expect(left).toEqual([]);
  const next = pdfFile([linesAt(['P1: Hej.', 'P2: Ja.'])]);
  expect((await readTranscript({ name: 'b.pdf', bytes: next }, {})).turns).toHaveLength(
    2,
  );
});

test('a page is a place: where a turn begins, and where there is no text', async () => {
  const parsed = await read([
    linesAt(['I: Hej.', 'P: Hej du.']),
    [],
    linesAt(['I: Hur var det?', 'P: Bra.']),
  ]);
  expect(parsed.turns.map(({ line }) => line)).toEqual([1, 1, 3, 3]);
  expect(parsed.warnings.find(({ code }) => code === 'pagesWithoutText')).toMatchObject({
    count: 1,
    lines: [2],
  });
});
