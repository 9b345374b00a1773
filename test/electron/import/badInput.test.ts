import { describe, expect, test } from 'vitest';

import { readTranscript } from '../../../electron/import/readTranscript.ts';
import { wordsIn } from '../../../shared/words/words.ts';
import {
  codes,
  hasSamples,
  readText,
  refusal,
  said,
  sample,
} from '../../support/importing.ts';
import { zipSync } from 'fflate';
import { processorClock } from '../../support/processorTime.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (name: string, bytes: Uint8Array) => readTranscript({ name, bytes }, {});

function ole(...names: readonly string[]): Uint8Array {
  const head = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  return Uint8Array.from([
    ...head,
    ...new Uint8Array(512),
    ...Buffer.from(names.join(' '), 'utf16le'),
  ]);
}

/** File name, what is in it, the code of the refusal, and words that its sentence must have. */
const refused: readonly (readonly [string, string, Uint8Array, string, string])[] = [
  ['nothing', 'tom.txt', new Uint8Array(), 'import.empty', 'tom.txt är tom'],
  ['white space', 'blank.txt', bytesOf('  \r\n\t\n'), 'import.onlySpace', 'ingen text'],
  [
    'a byte order mark',
    'bom.txt',
    Uint8Array.from([0xef, 0xbb, 0xbf]),
    'import.onlySpace',
    'ingen text',
  ],
  [
    'a mark and white space',
    'bom.vtt',
    Uint8Array.from([0xff, 0xfe, 0x20, 0, 0x0a, 0]),
    'import.onlySpace',
    'ingen text',
  ],
  [
    'NUL bytes in text',
    'nul.txt',
    bytesOf('P1: Hej\nP2: Da\0\0'),
    'import.nulBytes',
    'rad 2',
  ],
  [
    'binary',
    'ljud.txt',
    Uint8Array.from({ length: 400 }, (_, at) => (at % 30) + 1),
    'import.binary',
    'inte text',
  ],
  [
    'a login page',
    'samtal.vtt',
    bytesOf('<!DOCTYPE html><html><head><title>Sign in'),
    'import.isHtml',
    'webbsida',
  ],
  [
    'a login page called Word',
    'samtal.docx',
    bytesOf('\n<html><body>Logga in'),
    'import.isHtml',
    'webbsida',
  ],
  [
    'an old Word file',
    'gammal.doc',
    ole('Root Entry', 'WordDocument'),
    'import.oldWord',
    '.docx',
  ],
  [
    'a locked Word file',
    'hemlig.docx',
    ole('EncryptionInfo', 'EncryptedPackage'),
    'import.locked',
    'lösenord',
  ],
  [
    'an old Excel file',
    'gammal.xls',
    ole('Root Entry', 'Workbook'),
    'tables.oldExcel',
    '.xlsx',
  ],
  [
    'some other old file',
    'okänd.docx',
    ole('Root Entry'),
    'import.oldWordOrLocked',
    'lösenord',
  ],
  [
    'an archive',
    'allt.zip',
    zipSync({ 'a.txt': bytesOf('hej') }),
    'import.notWord',
    'Packa upp',
  ],
  [
    'an archive called Word',
    'allt.docx',
    zipSync({ 'a.txt': bytesOf('hej') }),
    'import.notWord',
    'ingen Word-fil',
  ],
  [
    'a workbook',
    'bok.xlsx',
    zipSync({
      '[Content_Types].xml': bytesOf('<Types/>'),
      'xl/workbook.xml': bytesOf('x'),
    }),
    'import.otherProgram',
    'Excel',
  ],
  [
    'an archive that only calls itself OpenDocument',
    'text.odt',
    zipSync({ mimetype: bytesOf('application/vnd.oasis.opendocument.text') }),
    'import.notWord',
    'Packa upp',
  ],
  [
    'the beginning of an archive',
    'halv.docx',
    bytesOf('PK\u0003\u0004hej'),
    'import.archiveBroken',
    'avklippt',
  ],
  [
    'RTF without words',
    'text.rtf',
    bytesOf('{\\rtf1\\ansi}'),
    'import.onlySpace',
    'ingen text',
  ],
  [
    'PDF without pages',
    'text.pdf',
    bytesOf('%PDF-1.7\n'),
    'import.archiveBroken',
    'avklippt',
  ],
  [
    'a project',
    'min.utsaga',
    bytesOf('SQLite format 3\0'),
    'import.isProject',
    'startsidan',
  ],
  ['a recording', 'ljud.mp3', bytesOf('ID3\u0003\0'), 'import.otherProgram', 'MP3'],
  [
    'an empty recognition',
    'whisper.json',
    bytesOf('{"segments": []}'),
    'import.jsonNothingSaid',
    'inget som har sagts',
  ],
  [
    'some other XML',
    'data.xml',
    bytesOf('<?xml version="1.0"?>\n<!-- <ANNOTATION_DOCUMENT> --><notes/>'),
    'import.saveAsText',
    'XML',
  ],
  [
    'another Praat file',
    'röst.Collection',
    bytesOf('File type = "ooTextFile"\nObject class = "Collection"\n'),
    'import.otherPraat',
    'TextGrid',
  ],
  [
    'a binary Praat file',
    'samtal.TextGrid',
    bytesOf('ooBinaryFile\u0008TextGrid\0\0'),
    'import.binaryPraat',
    'Save as text file',
  ],
  ['captions without captions', 'tom.srt', bytesOf('1\n'), 'import.noCaptions', '.txt'],
];

test.each(refused)('%s is refused by name, with what would help', async (...row) => {
  const [, name, bytes, code, words] = row;
  const problem = await refusal(read(name, bytes));
  expect(problem).toMatchObject({ code, file: name });
  expect(problem.sentence).toContain(name);
  expect(problem.sentence).toContain(words);
  const english = wordsIn('en')(`problem.${problem.code}`, problem.params);
  expect(english).toContain(name);
  expect(english).not.toContain('{{');
});

test('a text file of 200 megabytes is refused by its size, before it is looked at', async () => {
  const worked = processorClock();
  const problem = await refusal(read('stor.txt', new Uint8Array(200_000_000)));
  expect(problem.sentence).toBe(
    'stor.txt är 200 MB. Det som läses in får vara högst 64 MB. Dela filen i flera.',
  );
  expect(worked()).toBeLessThan(500);
});

describe('large and odd texts come in whole', () => {
  test('ten thousand turns of one word', async () => {
    const lines = Array.from({ length: 10_000 }, (_, at) => `P${(at % 4) + 1}: Ja`);
    const parsed = await readText(lines.join('\n'));
    expect(parsed.turns).toHaveLength(10_000);
    expect(parsed.warnings).toEqual([]);
  });

  test('one turn of a megabyte', async () => {
    const words = 'Det var så att vi gick hem. '.repeat(40_000).trim();
    const worked = processorClock();
    const parsed = await readText(`P1: ${words}\nP2: Jaha.\nP1: Ja.`);
    expect(parsed.turns[0]?.text).toBe(words);
    expect(worked()).toBeLessThan(2000);
  });

  test('combining marks, emoji and right-to-left text are kept as they are', async () => {
    const text =
      'P1: 👩🏽‍🔬 sa\u0301 שלום \u200Fاهلا\u200F n\u0303 🇸🇪\nP2: Zalgo h\u0337\u0338\u0336\u0335ej\nP1: Ok';
    const parsed = await readText(text);
    expect(said(parsed)).toEqual(text.normalize('NFC').split('\n'));
  });
});

/** Every bad file of the collection that concerns these formats: the code of its refusal, or how it is read. */
const bad: Readonly<Record<string, string>> = {
  'binary-renamed.txt': 'import.nulBytes',
  'empty.txt': 'import.empty',
  'json_truncated.json': 'import.jsonCutOff',
  'json_unrelated.json': 'import.jsonUnknown',
  'nul-bytes.txt': 'import.nulBytes',
  'only-whitespace.txt': 'import.onlySpace',
  'otr_script-injection.otr': 'Hej',
  'pdf_password-needed.pdf': 'import.locked',
  'pdf_scanned-no-text.pdf': 'import.imageOnly',
  'pdf_truncated.pdf': 'import.archiveBroken',
  'qdc_empty-codes.qdc': 'import.saveAsText',
  'qdpx_bomb-30MB-zeros.qdpx': 'import.archiveUnsafe',
  'qdpx_no-qde.qdpx': 'import.notWord',
  'qdpx_xxe.qdpx': 'import.otherProgram',
  'rtf_not-rtf.rtf': 'Hej',
  'srt_times-garbled.srt': 'import.captionTimes',
  'vtt_html-login-page.vtt': 'import.isHtml',
  'vtt_no-signature.vtt': 'Hej',
  'vtt_srt-commas.vtt': 'Hej',
};

describe.skipIf(!hasSamples)(
  'the bad files beside the repository (skipped when they are not there)',
  () => {
    test.each(Object.entries(bad))('%s ends in %s', async (name, wanted) => {
      const reading = readTranscript(sample(`bad-input/${name}`), {});
      if (!wanted.startsWith('import.')) {
        const parsed = await reading;
        expect(said(parsed)).toEqual([wanted]);
        expect(codes(parsed.warnings)).toContain('noSpeakers');
        return;
      }
      const problem = await refusal(reading);
      expect(problem.code).toBe(wanted);
      expect(problem.sentence).toContain(name);
    });

    test.each(['invalid_format1', 'invalid_format3', 'invalid_format4'])(
      'webvtt-py_%s.srt has no captions',
      async (name) => {
        expect(
          (await refusal(readTranscript(sample(`srt/webvtt-py_${name}.srt`), {}))).code,
        ).toBe('import.noCaptions');
      },
    );
  },
);
