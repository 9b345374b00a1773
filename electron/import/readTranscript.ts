import type {
  ImportChoices,
  ImportFormat,
  ParsedTranscript,
  ParsedTurn,
} from '../../shared/domain/importedTranscript.ts';
import { Refusal } from '../../shared/errors.ts';
import { normaliseText } from '../../shared/text/normaliseText.ts';
import { decodeAs, decodeText, type DecodedText } from './decodeText.ts';
import { extensionOf, fileShape, textFormat } from './detectFormat.ts';
import { finishedTurns } from './finishTurns.ts';
import { ImportNotes } from './importNotes.ts';
import { readPlainText } from './plainText.ts';
import { readSrt } from './srt.ts';
import { readWebVtt } from './webvtt.ts';

interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Reading {
  readonly file: string;
  readonly choices: ImportChoices;
  readonly notes: ImportNotes;
}

const formatNames: Readonly<Record<ImportFormat, string>> = {
  plainText: 'text',
  markdown: 'Markdown',
  webvtt: 'WebVTT',
  srt: 'SRT',
  word: 'Word',
};
const formatOfExtension: Readonly<Record<string, readonly ImportFormat[]>> = {
  vtt: ['webvtt'],
  srt: ['srt'],
  docx: ['word'],
  docm: ['word'],
  dotx: ['word'],
  txt: ['plainText', 'markdown'],
  text: ['plainText', 'markdown'],
  md: ['markdown'],
  markdown: ['markdown'],
};

/** Megabytes that a file may have; larger ones are refused before they are read. */
export const largestImport = 64;

/** Refuses a file by its size alone, so that it need not be read into memory first. */
export function refuseTooLarge(name: string, size: number): void {
  const megabytes = Math.ceil(size / 1_000_000);
  if (megabytes <= largestImport) return;
  throw new Refusal(
    'file.tooLarge',
    { file: name, megabytes, limit: largestImport },
    { file: name },
  );
}

// A long file is read in steps, between which whoever waits for the same process gets its turn.
async function rest(size: number): Promise<void> {
  if (size > 1_000_000) await new Promise((resolve) => setImmediate(resolve));
}

function decode(bytes: Uint8Array, { file, choices }: Reading): DecodedText {
  const found = decodeText(bytes);
  if (choices.encoding !== undefined) {
    const text = decodeAs(bytes, choices.encoding);
    if (text === null)
      throw new Refusal(
        'import.encodingUnknown',
        { file, encoding: choices.encoding },
        { file },
      );
    const candidates = 'notText' in found ? [] : found.candidates;
    const broken = text.split('\uFFFD').length - 1;
    return {
      text,
      encoding: choices.encoding,
      certainty: 'certain',
      candidates,
      isCutOff: false,
      broken,
      isDoubled: false,
    };
  }
  if (!('notText' in found)) return found;
  let line = 1;
  for (const byte of bytes.subarray(0, found.at)) if (byte === 0x0a) line += 1;
  throw new Refusal(
    found.notText === 'nul' ? 'import.nulBytes' : 'import.binary',
    { file, line },
    { file, where: `line ${line}` },
  );
}

function tellDecoding(decoded: DecodedText, notes: ImportNotes): void {
  if (decoded.isCutOff) notes.warn({ code: 'cutOff' });
  if (decoded.isDoubled) notes.warn({ code: 'doubleEncoding' });
  if (decoded.certainty === 'uncertain' && !decoded.isDoubled) {
    notes.warn({ code: 'encodingUncertain', params: { encoding: decoded.encoding } });
  }
  notes.warn({
    code: 'brokenCharacters',
    count: decoded.text.split('\uFFFD').length - 1,
  });
}

function normalised(raw: string, { file, notes }: Reading): string {
  const { text, changes } = normaliseText(raw.startsWith('\uFEFF') ? raw.slice(1) : raw);
  if (text.trim() === '') throw new Refusal('import.onlySpace', { file }, { file });
  notes.changed({ code: 'newlines', count: changes.newlines });
  notes.changed({ code: 'composed', count: changes.composed });
  notes.changed({ code: 'nulsDropped', count: changes.nuls });
  notes.warn({ code: 'surrogates', count: changes.surrogates });
  return text;
}

function tellOtherFormat(format: ImportFormat, { file, choices, notes }: Reading): void {
  const extension = extensionOf(file);
  const said = formatOfExtension[extension];
  if (choices.format !== undefined || said === undefined || said.includes(format)) return;
  notes.warn({
    code: 'otherFormat',
    params: { extension: `.${extension}`, format: formatNames[format] },
  });
}

function parse(format: ImportFormat, text: string, reading: Reading): ParsedTurn[] {
  if (format === 'webvtt') return readWebVtt(text, reading);
  if (format === 'srt') return readSrt(text, reading);
  return readPlainText(text, { ...reading, isMarkdown: format === 'markdown' });
}

async function readText(bytes: Uint8Array, reading: Reading): Promise<ParsedTranscript> {
  const { file, choices, notes } = reading;
  const decoded = decode(bytes, reading);
  tellDecoding(decoded, notes);
  await rest(bytes.length);
  const text = normalised(decoded.text, reading);
  await rest(bytes.length);
  const wanted = choices.format === 'word' ? undefined : choices.format;
  const format = wanted ?? textFormat(text, file);
  tellOtherFormat(format, reading);
  const turns = parse(format, text, reading);
  await rest(bytes.length);
  return {
    format,
    encoding: decoded.encoding,
    encodingCertainty: decoded.certainty,
    encodingCandidates: decoded.candidates,
    turns: finishedTurns(turns, reading),
    changes: notes.changes,
    warnings: notes.warnings,
  };
}

async function readWordFile(
  bytes: Uint8Array,
  reading: Reading,
): Promise<ParsedTranscript> {
  // The Word reader is a third of what there is to load at a start.
  const { readWord } = await import('./word.ts');
  const turns = await readWord(bytes, reading);
  tellOtherFormat('word', reading);
  return {
    format: 'word',
    encoding: null,
    encodingCertainty: 'certain',
    encodingCandidates: [],
    turns: finishedTurns(turns, reading),
    changes: reading.notes.changes,
    warnings: reading.notes.warnings,
  };
}

/**
 * Reads one transcript of any format Utsaga knows: the format is found by content, text is decoded and normalised, and
 * all that was altered or left out is in the notes. Throws nothing but a Refusal that names the file and the place.
 */
export async function readTranscript(
  file: SourceFile,
  choices: ImportChoices,
): Promise<ParsedTranscript> {
  const { name, bytes } = file;
  const reading = { file: name, choices, notes: new ImportNotes() };
  if (bytes.length === 0)
    throw new Refusal('import.empty', { file: name }, { file: name });
  refuseTooLarge(name, bytes.length);
  return fileShape(bytes, name) === 'zip'
    ? readWordFile(bytes, reading)
    : readText(bytes, reading);
}
