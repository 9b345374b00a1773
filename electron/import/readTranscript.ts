import type {
  ImportChoices,
  ImportFormat,
  ParsedTranscript,
  ParsedTurn,
} from '../../shared/domain/importedTranscript.ts';
import { Refusal } from '../../shared/errors.ts';
import { normaliseText } from '../../shared/text/normaliseText.ts';
import { decodeAs, decodeText, type DecodedText } from './encodings/decodeText.ts';
import { extensionOf, refuseForeignBytes, refuseForeignText } from './detectFormat.ts';
import { finishedTurns } from './finishTurns.ts';
import { belongsToOther, binaryFormatOf, formats, textFormatOf } from './formats.ts';
import { ImportNotes } from './importNotes.ts';
import type { Reading } from './reading.ts';

interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

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
  if (choices.format !== undefined || !belongsToOther(extension, format)) return;
  notes.warn({
    code: 'otherFormat',
    params: { extension: `.${extension}`, format: formats[format].name },
  });
}

const ownEncoding = {
  encoding: null,
  encodingCertainty: 'certain',
  encodingCandidates: [],
} as const;

interface Read {
  readonly format: ImportFormat;
  readonly turns: readonly ParsedTurn[];
  readonly decoding: Pick<
    ParsedTranscript,
    'encoding' | 'encodingCertainty' | 'encodingCandidates'
  >;
}

/** The text format that the person has chosen, if it is one. */
function chosenFormat({ choices }: Reading): ImportFormat | null {
  const chosen = choices.format;
  return chosen !== undefined && formats[chosen].kind === 'text' ? chosen : null;
}

async function readText(bytes: Uint8Array, reading: Reading): Promise<Read> {
  const { file, notes } = reading;
  const decoded = decode(bytes, reading);
  tellDecoding(decoded, notes);
  await rest(bytes.length);
  const text = normalised(decoded.text, reading);
  await rest(bytes.length);
  const chosen = chosenFormat(reading);
  const name = chosen ?? textFormatOf(text, extensionOf(file));
  const format = formats[name];
  const isSure = format.kind === 'text' && format.isUnmistakable === true;
  if (chosen === null && !isSure) refuseForeignText(text, file);
  tellOtherFormat(name, reading);
  const turns = format.kind === 'text' ? await format.read(text, reading) : [];
  await rest(bytes.length);
  const { encoding, certainty, candidates } = decoded;
  return {
    format: name,
    turns,
    decoding: {
      encoding,
      encodingCertainty: certainty,
      encodingCandidates: candidates,
    },
  };
}

async function readBytes(bytes: Uint8Array, reading: Reading): Promise<Read> {
  const name = binaryFormatOf(bytes);
  const format = name && formats[name];
  if (!name || format?.kind !== 'binary') {
    refuseForeignBytes(bytes, reading.file);
    return readText(bytes, reading);
  }
  const turns = await format.read(bytes, reading);
  tellOtherFormat(name, reading);
  return { format: name, turns, decoding: ownEncoding };
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
  const { format, turns, decoding } = await readBytes(bytes, reading);
  return {
    format,
    ...decoding,
    turns: finishedTurns(turns, reading),
    tiers: reading.notes.tiers,
    changes: reading.notes.changes,
    warnings: reading.notes.warnings,
  };
}
