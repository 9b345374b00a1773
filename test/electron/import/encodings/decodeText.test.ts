import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';

import {
  decodeAs,
  decodeText,
  type DecodedText,
} from '../../../../electron/import/encodings/decodeText.ts';
import { readTranscript } from '../../../../electron/import/readTranscript.ts';
import { codes, refusal } from '../../../support/importing.ts';

const talk =
  'Moderator: Välkomna hit på mötet.\nP1: Ja, då går vi över ån – så är det.\nP2: Åsa sa ”nä”. Ärligt? Öh …\n';

function read(bytes: Uint8Array): DecodedText {
  const decoded = decodeText(bytes);
  if ('notText' in decoded) throw new Error(`not text: ${decoded.notText}`);
  return decoded;
}

function withBom(bom: readonly number[], body: Uint8Array): Uint8Array {
  return Uint8Array.from([...bom, ...body]);
}

test.each(['windows-1252', 'macintosh'])(
  '%s is found by its Swedish letters',
  (encoding) => {
    const decoded = read(iconv.encode(talk, encoding));
    expect(decoded).toMatchObject({ text: talk, encoding, certainty: 'likely' });
    expect(decoded.candidates[0]?.sample).toMatch(/[åäö]/);
    expect(decoded.candidates.map((candidate) => candidate.encoding)).toEqual(
      expect.arrayContaining(['windows-1252', 'macintosh', 'cp850']),
    );
  },
);

test('the code page of DOS is found, though Node does not know it', () => {
  const plain = talk.replaceAll('–', '-').replaceAll(/[”…]/g, '"');
  expect(read(iconv.encode(plain, 'cp850'))).toMatchObject({
    text: plain,
    encoding: 'cp850',
    certainty: 'likely',
  });
});

test('one letter is enough, also when it is the very last byte', () => {
  expect(read(iconv.encode('P1: Jag gick dit på\n', 'windows-1252')).text).toBe(
    'P1: Jag gick dit på\n',
  );
  expect(read(iconv.encode('P1: Jag gick dit p\u00e5', 'windows-1252'))).toMatchObject({
    text: 'P1: Jag gick dit på',
    isCutOff: false,
  });
});

test('Unicode is known by its mark, and UTF-16 without a mark by its zeros', () => {
  const utf8 = new TextEncoder().encode(talk);
  expect(read(utf8)).toMatchObject({
    text: talk,
    encoding: 'utf-8',
    certainty: 'certain',
    candidates: [],
  });
  expect(read(withBom([0xef, 0xbb, 0xbf], utf8)).text.replace('\uFEFF', '')).toBe(talk);
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const body = iconv.encode(talk, encoding, { addBOM: false });
    const bom = encoding === 'utf-16le' ? [0xff, 0xfe] : [0xfe, 0xff];
    expect(read(withBom(bom, body))).toMatchObject({
      text: talk,
      encoding,
      certainty: 'certain',
    });
    expect(read(body)).toMatchObject({ text: talk, encoding, certainty: 'likely' });
  }
  expect(
    read(withBom([0xff, 0xfe, 0, 0], iconv.encode(talk, 'utf-32le', { addBOM: false }))),
  ).toMatchObject({ text: talk, encoding: 'utf-32le' });
});

test('a text that was encoded twice can be mended by asking for it', async () => {
  const twice = new TextEncoder().encode(
    new TextDecoder('windows-1252').decode(Buffer.from(talk)),
  );
  const decoded = read(twice);
  expect(decoded).toMatchObject({
    encoding: 'utf-8',
    certainty: 'uncertain',
    isDoubled: true,
  });
  expect(decoded.candidates.map(({ encoding }) => encoding)).toEqual([
    'utf-8',
    'utf-8-twice',
  ]);
  expect(decodeAs(twice, 'utf-8-twice')).toBe(talk);
  const mended = await readTranscript(
    { name: 'a.txt', bytes: twice },
    { encoding: 'utf-8-twice' },
  );
  expect(mended.turns[0]?.text).toBe('Välkomna hit på mötet.');
  expect(
    codes((await readTranscript({ name: 'a.txt', bytes: twice }, {})).warnings),
  ).toContain('doubleEncoding');
});

test('a last character that was cut off costs one warning and no words', async () => {
  const bytes = new TextEncoder()
    .encode('P1: Då gick vi.\nP2: Så är det å')
    .subarray(0, -1);
  const parsed = await readTranscript({ name: 'a.txt', bytes }, {});
  expect(parsed.turns.map(({ text }) => text)).toEqual(['Då gick vi.', 'Så är det']);
  expect(parsed.warnings).toEqual([{ code: 'cutOff', params: {}, count: 1, lines: [] }]);
});

test('a few damaged places in UTF-8 are damage, and told', async () => {
  const bytes = new TextEncoder().encode(talk.repeat(4));
  bytes[bytes.indexOf(0xc3)] = 0xff;
  const parsed = await readTranscript({ name: 'a.txt', bytes }, {});
  expect(parsed).toMatchObject({ encoding: 'utf-8', encodingCertainty: 'likely' });
  expect(codes(parsed.warnings)).toContain('brokenCharacters');
});

describe.each([
  ['gb18030', '主持人：欢迎大家。\n参与者：谢谢你们。\n'.repeat(3)],
  ['windows-1251', 'Модератор: Добро пожаловать всем.\nP1: Спасибо большое.\n'],
  ['shift_jis', '司会者: ようこそ皆さん。\n参加者: ありがとう。\n'],
])('%s', (encoding, text) => {
  test('is uncertain and among the candidates, never taken for Swedish in silence', () => {
    const decoded = read(iconv.encode(text, encoding));
    expect(decoded.certainty).toBe('uncertain');
    const candidate = decoded.candidates.find((one) => one.encoding === encoding);
    expect(text).toContain(candidate?.sample.slice(0, 8));
  });
});

test('a file of English with one dash is read as Windows and said to be uncertain', async () => {
  const parsed = await readTranscript(
    { name: 'a.txt', bytes: iconv.encode('A: Well – yes.\nB: No.\n', 'windows-1252') },
    {},
  );
  expect(parsed).toMatchObject({
    encoding: 'windows-1252',
    encodingCertainty: 'uncertain',
  });
  expect(parsed.turns[0]?.text).toBe('Well – yes.');
});

test('an encoding that the person chose is used, and one that does not exist is refused', async () => {
  const bytes = iconv.encode('P1: Då så.\n', 'windows-1252');
  const parsed = await readTranscript({ name: 'a.txt', bytes }, { encoding: 'cp850' });
  expect(parsed.encoding).toBe('cp850');
  expect(parsed.turns[0]?.text).not.toContain('å');
  expect(
    (await refusal(readTranscript({ name: 'a.txt', bytes }, { encoding: 'ebcdic-9' })))
      .code,
  ).toBe('import.encodingUnknown');
});

test('what was changed on the way in is told', async () => {
  const bytes = new TextEncoder().encode(
    'P1: Da\u030A sa\u030A.\r\nP2: Ja.\u2028Nej.\r\n',
  );
  const parsed = await readTranscript({ name: 'a.txt', bytes }, {});
  expect(parsed.changes).toEqual([
    { code: 'newlines', params: {}, count: 3, lines: [] },
    { code: 'composed', params: {}, count: 2, lines: [] },
  ]);
  expect(parsed.turns.map(({ text }) => text)).toEqual(['Då så.', 'Ja.\nNej.']);
});
