import { expect, test } from 'vitest';

import { readTranscript } from '../../../../electron/import/readTranscript.ts';
import { decodeForDisplay } from '../../../../electron/import/sourceText.ts';
import type { ParsedTranscript } from '../../../../shared/domain/importedTranscript.ts';
import { codes, readText, refusal, said } from '../../../support/importing.ts';
import { ebuStlFile } from '../../../support/ebuStlFile.ts';
import { processorClock } from '../../../support/processorTime.ts';

const times = ({ turns }: ParsedTranscript) =>
  turns.map(({ startMs, endMs }) => [startMs, endMs]);

test('SBV: labels, an arrow for another voice, lines of one caption', async () => {
  const parsed = await readText(
    '0:00:01.000,0:00:02.500\nKarin: Hej på\ndig.[br]Ja.\n\n0:00:02.500,0:00:03.000\nLars: Hej.\n\n0:01:00.000,1:00:01.000\nKarin: Ja.\n',
    {},
    'samtal.sbv',
  );
  expect(parsed.format).toBe('sbv');
  expect(said(parsed)).toEqual(['Karin: Hej på dig. Ja.', 'Lars: Hej.', 'Karin: Ja.']);
  expect(times(parsed)).toEqual([
    [1000, 2500],
    [2500, 3000],
    [60_000, 3_601_000],
  ]);
});

test('SBV: a time that cannot be read is told, and its words are kept', async () => {
  const parsed = await readText(
    '0:00:01.000,0:00:02.000\nHej.\n\n0:00:0x.000,0:00:03.000\nKvar.\n',
    {},
    'samtal.sbv',
  );
  expect(said(parsed)).toEqual(['Hej. Kvar.']);
  expect(parsed.warnings[0]).toEqual({
    code: 'timeGarbled',
    params: { text: '0:00:0x.000,0:00:03.000' },
    count: 1,
    lines: [4],
  });
});

const assHead =
  '[Script Info]\nTitle: x\n\n[V4+ Styles]\nFormat: Name, Fontname\nStyle: Default,Arial\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n';

test('SubStation Alpha: names in their field, tags and drawings gone, the order of the times', async () => {
  const parsed = await readText(
    `${assHead}Dialogue: 0,0:00:03.00,0:00:04.25,Default,Lars,0,0,0,,{\\i1}Ja{\\i0}, tack,\\Nkom!\nComment: 0,0:00:00.00,0:00:09.00,Default,,0,0,0,,Inte detta\nDialogue: 0,0:00:01.50,0:00:02.00,Default,Karin,0,0,0,,{\\an8\\k20}Hej\\h3 < 4 &amp; så\nDialogue: 0,0:00:05.00,0:00:06.00,Default,Lars,0,0,0,,{\\p1}m 0 0 l 9 9{\\p0}Slut\nDialogue: trasig\n`,
    {},
    'film.txt',
  );
  expect(parsed.format).toBe('ass');
  expect(said(parsed)).toEqual([
    'Karin: Hej\u00A03 < 4 &amp; så',
    'Lars: Ja, tack, kom! Slut',
  ]);
  expect(times(parsed)).toEqual([
    [1500, 2000],
    [3000, 6000],
  ]);
  expect(parsed.changes).toContainEqual({
    code: 'commentLines',
    params: {},
    count: 1,
    lines: [11],
  });
  expect(parsed.warnings.map(({ code, lines }) => [code, lines])).toContainEqual([
    'lineNotRead',
    [14],
  ]);
});

const ttml = (body: string, attributes = '', head = '') =>
  readText(
    `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tt SYSTEM "file:///etc/passwd">\n<!-- hej -->\n<tt xmlns="http://www.w3.org/ns/ttml" ${attributes}><head>${head}</head><body>${body}</body></tt>`,
    {},
    'film.ttml',
  );

test('TTML: every way to write a time, counted from what it stands in', async () => {
  const parsed = await ttml(
    '<div begin="10s"><p begin="1s" end="2.5s">Ett.</p><p begin="00:00:05.250" dur="500ms">Två.</p></div><div><p begin="00:00:20:12" end="00:00:21:00">Tre.</p><p begin="90000000t" end="60f">Fyra.</p></div>',
    'ttp:frameRate="24" ttp:tickRate="1000000"',
  );
  expect(parsed.format).toBe('ttml');
  expect(times(parsed)).toEqual([
    [11_000, 12_500],
    [15_250, 15_750],
    [20_500, 21_000],
    [90_000, 90_000],
  ]);
  expect(codes(parsed.warnings)).toContain('timeEndsBeforeStart');
});

test('TTML: agents are speakers, line breaks and references are read, what is about the file is not said', async () => {
  const parsed = await ttml(
    '<div><p begin="1s" end="2s" ttm:agent="k"><metadata><ttm:desc>Nej</ttm:desc></metadata>Hej<br/>p&#229;\n   <span tts:fontStyle="italic">dig</span>&nbsp;&lt;3</p><p begin="3s" end="4s"><span ttm:agent="l">Ja.</span> <span ttm:agent="k">Bra.</span></p></div>',
    'xmlns:ttm="http://www.w3.org/ns/ttml#metadata"',
    '<metadata><ttm:title>Film</ttm:title><ttm:agent xml:id="k" type="person"><ttm:name type="full">Karin Öberg</ttm:name></ttm:agent><ttm:agent xml:id="l" type="person"><ttm:name>Lars</ttm:name></ttm:agent></metadata>',
  );
  expect(said(parsed)).toEqual([
    'Karin Öberg: Hej på dig\u00A0<3',
    'Lars: Ja.',
    'Karin Öberg: Bra.',
  ]);
});

test('TTML with a prefix, and with times on the words only', async () => {
  const parsed = await readText(
    '<tt:tt xmlns:tt="http://www.w3.org/ns/ttml"><tt:body><tt:div><tt:p><tt:span begin="1s" end="2s">Hej</tt:span> <tt:span begin="2s" end="3s">på dig</tt:span></tt:p></tt:div></tt:body></tt:tt>',
    {},
    'film.xml',
  );
  expect(said(parsed)).toEqual(['Hej på dig']);
  expect(times(parsed)).toEqual([[1000, 3000]]);
});

test('TTML that is cut off is read as far as it goes, and told', async () => {
  const parsed = await readText(
    '<tt xmlns="x"><body><div><p begin="1s" end="2s">Hej.</p>\n<p begin="2s" end="3s">Hej d',
    {},
    'film.ttml',
  );
  expect(said(parsed)).toEqual(['Hej. Hej d']);
  expect(codes(parsed.warnings)).toContain('xmlBroken');
});

test('entities that expand into each other are not expanded', async () => {
  const parsed = await readText(
    '<!DOCTYPE tt [<!ENTITY a "hahaha"><!ENTITY b "&a;&a;&a;&a;">]><tt xmlns="x"><body><p begin="1s">Hej &b;</p></body></tt>',
    {},
    'film.ttml',
  ).catch((error: unknown) => error);
  expect(JSON.stringify(parsed)).not.toContain('hahahahaha');
});

const sami = (body: string) =>
  readText(
    `<SAMI><HEAD><TITLE>film</TITLE><STYLE TYPE="text/css"><!-- P { color: white } .SVCC { Name: Svenska; } --></STYLE></HEAD><BODY>${body}</BODY></SAMI>`,
    {},
    'film.smi',
  );

test('SAMI: words stand until the next time, unclosed tags and references are read, a source is the speaker', async () => {
  const parsed = await sami(
    '<SYNC Start=1000><P Class=SVCC ID=Source>Karin<P Class=SVCC>H&aring;ll<br>p&#229; <i>dig</i>\n<SYNC Start=2500><P Class=SVCC>&nbsp;\n<SYNC Start=9000><P Class=SVCC ID=Source>Lars<P Class=SVCC>Ja.\n<SYNC Start=9500><P Class=SVCC>&nbsp;',
  );
  expect(parsed.format).toBe('sami');
  expect(said(parsed)).toEqual(['Karin: Håll på dig', 'Lars: Ja.']);
  expect(times(parsed)).toEqual([
    [1000, 2500],
    [9000, 9500],
  ]);
});

test('SAMI in two languages: the one with most captions is read, the other told', async () => {
  const parsed = await sami(
    '<SYNC Start=1000><P Class=ENCC>Hello.<P Class=SVCC>Hej.<SYNC Start=2000><P Class=SVCC>Hej då.<SYNC Start=3000><P Class=SVCC>&nbsp;',
  );
  expect(said(parsed)).toEqual(['Hej. Hej då.']);
  expect(parsed.warnings).toContainEqual({
    code: 'otherLanguages',
    params: { language: 'SVCC', others: 'ENCC' },
    count: 1,
    lines: [],
  });
});

test('LRC: facts about the song, an offset, words that come twice, times inside a line', async () => {
  const parsed = await readText(
    '[ti:Visan]\n[offset:+500]\n[00:10.50][00:30.5]Hej <00:11.00> och <00:11.50> hå\n[00:20.00]Nu då?\n[00:25.00]\n',
    {},
    'visa.txt',
  );
  expect(parsed.format).toBe('lrc');
  expect(parsed.turns.map(({ text }) => text)).toEqual([
    'Hej och hå Nu då?',
    'Hej och hå',
  ]);
  expect(times(parsed)).toEqual([
    [10_000, 24_500],
    [30_000, null],
  ]);
  expect(codes(parsed.changes)).toContain('headerDropped');
});

test('Spruce STL counts frames, which is told; 30 to a second when 25 are not enough', async () => {
  const parsed = await readText(
    '$FontName = Arial\n// hej\n00:00:01:15 , 00:00:02:29 , ^IHej^I, du | igen\ntrasig\n',
    {},
    'film.stl',
  );
  expect(parsed.format).toBe('spruceStl');
  expect(said(parsed)).toEqual(['Hej, du igen']);
  expect(times(parsed)).toEqual([[1500, 2967]]);
  expect(codes(parsed.warnings)).toEqual(['lineNotRead', 'framesAssumed', 'noSpeakers']);
});

test('MicroDVD: frames by the first line, else 25 to a second, which is told', async () => {
  const told = await readText(
    '{1}{1}50\n{50}{100}{y:i}Hej|på dig\n{150}{}Ja.\n',
    {},
    'a.sub',
  );
  expect(told.format).toBe('microDvd');
  expect(said(told)).toEqual(['Hej på dig Ja.']);
  expect(times(told)).toEqual([[1000, 2000]]);
  const guessed = await readText('{25}{50}Hej.\n', {}, 'a.sub');
  expect(times(guessed)).toEqual([[1000, 2000]]);
  expect(codes(guessed.warnings)).toEqual(['framesAssumed', 'noSpeakers']);
});

test('EBU STL: letters with marks, rows, long captions over several blocks, times from the programme’s beginning', async () => {
  const bytes = ebuStlFile('10000000', [
    {
      from: [10, 0, 1, 0],
      to: [10, 0, 2, 5],
      parts: ['\u0007Karin: H\u00CAalla d', '\u00C8ar\u008A\u0080inne.'],
    },
    { from: [10, 0, 0, 0], to: [10, 0, 9, 0], parts: ['anteckning'], isComment: true },
    { from: [10, 0, 3, 0], to: [10, 0, 4, 0], parts: ['Lars: Ja\u00D5'] },
    { from: [11, 0, 5, 0], to: [11, 0, 6, 0], parts: ['Karin: Br\u00F1.'] },
  ]);
  const file = { name: 'film.stl', bytes };
  const parsed = await readTranscript(file, {});
  expect(parsed.format).toBe('ebuStl');
  expect(said(parsed)).toEqual(['Karin: Hålla där inne.', 'Lars: Ja♪', 'Karin: Bræ.']);
  expect(times(parsed)).toEqual([
    [1000, 2200],
    [3000, 4000],
    [3_605_000, 3_606_000],
  ]);
  expect(codes(parsed.changes)).toEqual(['commentLines', 'programmeStart']);
  expect(await decodeForDisplay(file, {})).toBe(
    'Karin: Hålla där\ninne.\n\nLars: Ja♪\n\nKarin: Bræ.',
  );
  const cut = await readTranscript({ ...file, bytes: bytes.subarray(0, -20) }, {});
  expect(codes(cut.warnings)).toContain('blockCutOff');
});

test('captions of a format without captions are refused with what to do', async () => {
  const cases = [
    ['tom.sbv', '0:00:01.000,0:00:02.000\n\n'],
    ['tom.ass', assHead],
    ['tom.ttml', '<tt xmlns="x"><body><div><p begin="1s"> </p></div></body></tt>'],
    ['tom.smi', '<SAMI><BODY><SYNC Start=1><P>&nbsp;</BODY></SAMI>'],
    ['tom.stl', '00:00:01:00 , 00:00:02:00 , \n'],
    ['tom.sub', '{25}{50}\n'],
  ] as const;
  for (const [name, text] of cases)
    expect(await refusal(readText(text, {}, name))).toMatchObject({
      code: 'import.noCaptions',
      file: name,
    });
  const bytes = ebuStlFile('00000000', []);
  expect((await refusal(readTranscript({ name: 'tom.stl', bytes }, {}))).code).toBe(
    'import.noCaptions',
  );
});

test('hundreds of thousands of marks on one line take no time', async () => {
  const worked = processorClock();
  const hostile = [
    ['a.sbv', `0:00:01.000,0:00:02.000\n${'[br]a'.repeat(200_000)}`],
    ['a.lrc', `[00:01.00]a\n${'[00:01.00]'.repeat(200_000)}a`],
    ['a.ass', `${assHead}Dialogue: ${'{,'.repeat(200_000)}`],
    ['a.smi', `<SAMI><BODY>${'<SYNC Start=1><P Class=a>a'.repeat(20_000)}`],
    ['a.ttml', `<tt xmlns="x"><body>${'<p begin="1s">a<br/>'.repeat(20_000)}`],
    ['a.sub', `{1}{1}${'{y:'.repeat(200_000)}`],
    ['a.ttml', `${'<!-- --> '.repeat(500)}<b`],
  ] as const;
  for (const [name, text] of hostile) {
    const parsed = await readText(text, {}, name).catch((error: unknown) => error);
    expect(parsed).not.toBeInstanceOf(RangeError);
  }
  expect(worked()).toBeLessThan(15_000);
});
