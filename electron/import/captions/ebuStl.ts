import iconv from 'iconv-lite';

import type { ParsedTurn } from '../../../shared/domain/importedTranscript.ts';
import { Refusal } from '../../../shared/errors.ts';
import { turnsOfCaptions, type CaptionReading } from './captions.ts';
import type { Cue } from './cueBlocks.ts';
import { decodeIso6937 } from '../encodings/iso6937.ts';

const headLength = 1024;
const blockLength = 128;
const textAt = 16;

const newLine = 0x8a;
const filler = 0x8f;
const lastBlock = 0xff;
const userData = 0xfe;

/** Alphabets by the number in the header; all others are ISO 6937. */
const alphabets: ReadonlyMap<string, string> = new Map([
  ['01', 'iso-8859-5'],
  ['02', 'iso-8859-6'],
  ['03', 'iso-8859-7'],
  ['04', 'iso-8859-8'],
]);

interface Head {
  readonly framesPerSecond: number;
  readonly decode: (bytes: Uint8Array) => string;
  /** The time that stands for the beginning of the recording, often ten hours. */
  readonly programmeStartMs: number;
}

interface Subtitle {
  readonly startMs: number;
  readonly endMs: number;
  readonly rows: readonly string[];
}

function msOf(fields: readonly number[], framesPerSecond: number): number {
  const [hours = 0, minutes = 0, seconds = 0, frames = 0] = fields;
  const whole = (hours * 60 + minutes) * 60 + seconds;
  return whole * 1000 + Math.round((frames / framesPerSecond) * 1000);
}

function headOf(bytes: Uint8Array): Head {
  const text = Buffer.from(bytes.subarray(0, headLength)).toString('latin1');
  const framesPerSecond = Number(text.slice(6, 8)) || 25;
  const alphabet = alphabets.get(text.slice(12, 14));
  const start = /^\d{8}$/.test(text.slice(256, 264)) ? text.slice(256, 264) : '00000000';
  const fields = [0, 2, 4, 6].map((at) => Number(start.slice(at, at + 2)));
  return {
    framesPerSecond,
    decode: (row) =>
      alphabet === undefined
        ? decodeIso6937(row)
        : iconv.decode(Buffer.from(row), alphabet),
    programmeStartMs: msOf(fields, framesPerSecond),
  };
}

// Codes for colour, height and boxes take up a place, as a space does.
function rowsOf(field: readonly number[], decode: Head['decode']): string[] {
  const rows: number[][] = [[]];
  for (const byte of field) {
    if (byte === newLine) rows.push([]);
    else if (byte === filler) continue;
    else if (byte < 0x20) rows.at(-1)?.push(0x20);
    else if (byte < 0x80 || byte > 0x9f) rows.at(-1)?.push(byte);
  }
  return rows.map((row) => decode(Uint8Array.from(row)).replace(/ {2,}/g, ' ').trim());
}

function blocksOf(bytes: Uint8Array): Uint8Array[] {
  const blocks: Uint8Array[] = [];
  for (let at = headLength; at + textAt < bytes.length; at += blockLength)
    blocks.push(bytes.subarray(at, at + blockLength));
  return blocks.filter((block) => block[3] !== userData);
}

const isComment = (block: Uint8Array) => block[15] === 1;

// A long subtitle goes on over several blocks, of which the last says that it is.
function subtitlesOf(bytes: Uint8Array, head: Head): Subtitle[] {
  const subtitles: Subtitle[] = [];
  const blocks = blocksOf(bytes).filter((block) => !isComment(block));
  let field: number[] = [];
  for (const [at, block] of blocks.entries()) {
    field.push(...block.subarray(textAt));
    if (block[3] !== lastBlock && at < blocks.length - 1) continue;
    const timeAt = (from: number) =>
      msOf([...block.subarray(from, from + 4)], head.framesPerSecond);
    const rows = rowsOf(field, head.decode);
    subtitles.push({ startMs: timeAt(5), endMs: timeAt(9), rows });
    field = [];
  }
  return subtitles;
}

/** The words of an EBU subtitle file, line by line, as a person would see them. */
export function textOfEbuStl(bytes: Uint8Array): string {
  const subtitles = subtitlesOf(bytes, headOf(bytes));
  return subtitles
    .map(({ rows }) => rows.filter((row) => row !== '').join('\n'))
    .join('\n\n');
}

function clockOf(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  const parts = [Math.floor(minutes / 60), minutes % 60, Math.floor(ms / 1000) % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** Turns of a binary EBU subtitle file (Tech 3264); times count from the programme's own beginning. */
export function readEbuStl(bytes: Uint8Array, reading: CaptionReading): ParsedTurn[] {
  const { file, notes } = reading;
  const head = headOf(bytes);
  const subtitles = subtitlesOf(bytes, head);
  if (subtitles.length === 0) throw new Refusal('import.noCaptions', { file }, { file });
  if ((bytes.length - headLength) % blockLength !== 0)
    notes.warn({ code: 'blockCutOff' });
  notes.changed({
    code: 'commentLines',
    count: blocksOf(bytes).filter(isComment).length,
  });
  const { programmeStartMs } = head;
  const isAfter = subtitles.every(({ startMs }) => startMs >= programmeStartMs);
  const from = isAfter ? programmeStartMs : 0;
  if (from > 0)
    notes.changed({ code: 'programmeStart', params: { time: clockOf(from) } });
  const cues = subtitles.map(({ startMs, endMs, rows }): Cue => ({
    line: null,
    utterance: null,
    startMs: startMs - from,
    endMs: endMs - from,
    lines: rows,
    isPlain: true,
  }));
  return turnsOfCaptions(cues, reading);
}
