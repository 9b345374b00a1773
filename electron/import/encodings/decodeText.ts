import iconv from 'iconv-lite';

import type { EncodingCandidate } from '../../../shared/domain/importedTranscript.ts';
import { declaredEncoding } from './declaredEncoding.ts';
import { byteCensus, scoreEncodings, type LegacyScore } from './legacyEncodings.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  readonly certainty: 'certain' | 'likely' | 'uncertain';
  readonly candidates: readonly EncodingCandidate[];
  /** The last character was cut off in the middle. */
  readonly isCutOff: boolean;
  /** How many places could not be read in the encoding. */
  readonly broken: number;
  /** The text looks as if it had been encoded twice (`Ã¥Ã¤Ã¶`); choosing `utf-8-twice` mends it. */
  readonly isDoubled: boolean;
}

/** What the bytes may be when they are no text at all. */
export type NotText = { readonly notText: 'nul' | 'binary'; readonly at: number };

const sampleLength = 90;
const beyondAscii = /[\u0080-\uFFFF]/;
const doubled = /Ã[¥¤¶…„–…\u0085\u0084\u0096]|â€[\u009C-\u009D“”™˜¦]/g;

const marks: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

function mark(bytes: Uint8Array): { encoding: string; length: number } | null {
  const found = marks.find(([, start]) => start.every((byte, at) => bytes[at] === byte));
  return found === undefined ? null : { encoding: found[0], length: found[1].length };
}

function utf16ByZeros(bytes: Uint8Array): string | null {
  const looked = Math.min(bytes.length, 65_536);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < looked; at += 1) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = looked / 2;
  if (looked < 4) return null;
  if (odd > half * 0.2 && even < odd * 0.2) return 'utf-16le';
  return even > half * 0.2 && odd < even * 0.2 ? 'utf-16be' : null;
}

function replacements(text: string): number {
  return text.includes('\uFFFD') ? text.split('\uFFFD').length - 1 : 0;
}

/** Decodes with an encoding that is known; a name that is not known gives null. */
export function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  const start = mark(bytes);
  const body = start?.encoding === encoding ? bytes.subarray(start.length) : bytes;
  if (encoding === 'utf-8-twice') return undoubled(new TextDecoder().decode(body));
  if (encoding === 'utf-8') return new TextDecoder('utf-8').decode(body);
  if (!iconv.encodingExists(encoding)) return null;
  return iconv.decode(
    Buffer.from(body.buffer, body.byteOffset, body.byteLength),
    encoding,
    { stripBOM: true },
  );
}

const couldBeBytes =
  /[\u0080-\u00FF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]{2,}/g;
const utf8Sequence =
  /[\u00C2-\u00DF][\u0080-\u00BF]|[\u00E0-\u00EF][\u0080-\u00BF]{2}|[\u00F0-\u00F4][\u0080-\u00BF]{3}/g;

// Windows-1252 has no sign for five of its bytes; those come through as the control characters of the same number.
function asBytes(run: string): string {
  return Array.from(run, (sign) =>
    sign <= '\u00FF' ? sign : iconv.encode(sign, 'windows-1252').toString('latin1'),
  ).join('');
}

// Only the doubled places are taken back: a text may have been doubled in one part and not in another.
function undoubled(text: string): string {
  return text.replace(couldBeBytes, (run) => {
    const bytes = asBytes(run);
    let mended = '';
    let from = 0;
    for (const match of bytes.matchAll(utf8Sequence)) {
      mended +=
        run.slice(from, match.index) + Buffer.from(match[0], 'latin1').toString('utf8');
      from = match.index + match[0].length;
    }
    return mended + run.slice(from);
  });
}

function sampleOf(text: string): string {
  let best = '';
  let most = -1;
  for (const line of text.slice(0, 400_000).split(/[\r\n]+/)) {
    const letters = line.slice(0, 400).match(/[\u0080-\uFFFF]/g)?.length ?? 0;
    if (letters <= most) continue;
    most = letters;
    best = line.slice(0, 400);
  }
  const at = Math.max(0, best.search(beyondAscii) - 30);
  return best
    .slice(at, at + sampleLength)
    .toWellFormed()
    .trim();
}

function candidate(bytes: Uint8Array, encoding: string): EncodingCandidate {
  return {
    encoding,
    sample: sampleOf(decodeAs(bytes.subarray(0, 400_000), encoding) ?? ''),
  };
}

type Certainty = DecodedText['certainty'];

function decoded(text: string, encoding: string, certainty: Certainty): DecodedText {
  return {
    text,
    encoding,
    certainty,
    candidates: [],
    isCutOff: false,
    broken: replacements(text),
    isDoubled: false,
  };
}

// Streaming, because a fatal decoder throws on a last character that is cut off (rulings 24).
function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

function seemsDoubled(text: string): boolean {
  const looked = text.slice(0, 2_000_000);
  const twice = looked.match(doubled)?.length ?? 0;
  return twice >= 2 && twice > (looked.match(/[åäöÅÄÖ]/g)?.length ?? 0);
}

function asUtf8(bytes: Uint8Array): DecodedText | null {
  const start = mark(bytes);
  const body = start === null ? bytes : bytes.subarray(start.length);
  const text = strictUtf8(body);
  if (text === null) return null;
  const isCutOff = endsInsideCharacter(body);
  if (isCutOff && isSwedishLast(body) && !beyondAscii.test(text)) return null;
  const isDoubled = seemsDoubled(text);
  const result = { ...decoded(text, 'utf-8', 'certain'), broken: 0, isCutOff, isDoubled };
  if (!isDoubled) return result;
  const candidates = ['utf-8', 'utf-8-twice'].map((encoding) =>
    candidate(bytes, encoding),
  );
  return { ...result, certainty: 'uncertain', candidates };
}

function endsInsideCharacter(bytes: Uint8Array): boolean {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return false;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2);
  }
  return false;
}

// An old file whose only Swedish letter is its very last byte looks like UTF-8 that was cut off.
function isSwedishLast(bytes: Uint8Array): boolean {
  return [0xe5, 0xe4, 0xf6, 0xe9].includes(bytes.at(-1) ?? 0);
}

// What is sound UTF-8 beyond ASCII is UTF-8 whatever it declares, so this is asked only after that.
function asDeclared(bytes: Uint8Array): DecodedText | null {
  const encoding = declaredEncoding(bytes);
  const text = encoding === null ? null : decodeAs(bytes, encoding);
  return text === null ? null : decoded(text, encoding ?? '', 'certain');
}

// A few bad bytes in a file that is otherwise sound UTF-8 are damage, and not another encoding.
function asDamagedUtf8(bytes: Uint8Array): DecodedText | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = replacements(text);
  const sound = text.slice(0, 2_000_000).match(/[\u0080-\uFFFC]/g)?.length ?? 0;
  if (sound < 4 || broken * 5 > sound) return null;
  const candidates = ['utf-8', 'windows-1252', 'macintosh'].map((encoding) =>
    candidate(bytes, encoding),
  );
  return { ...decoded(text, 'utf-8', 'likely'), candidates };
}

function asLegacy(bytes: Uint8Array, scores: readonly LegacyScore[]): DecodedText {
  const best = scores[0]?.encoding ?? 'windows-1252';
  const text = decodeAs(bytes, best) ?? '';
  const isClear = (scores[0]?.share ?? 0) >= 0.8 && (scores[1]?.share ?? 0) < 0.5;
  const candidates = scores.map(({ encoding }) => candidate(bytes, encoding));
  return {
    ...decoded(text, best, isClear ? 'likely' : 'uncertain'),
    candidates,
    broken: 0,
  };
}

function asDamagedOrOld(bytes: Uint8Array): DecodedText {
  return asDamagedUtf8(bytes) ?? asLegacy(bytes, scoreEncodings(bytes));
}

/** Finds out how the bytes of a text file are written and reads them; says so when they are no text. */
export function decodeText(bytes: Uint8Array): DecodedText | NotText {
  const start = mark(bytes);
  const wide =
    start === null
      ? utf16ByZeros(bytes)
      : start.encoding === 'utf-8'
        ? null
        : start.encoding;
  if (wide !== null)
    return decoded(
      decodeAs(bytes, wide) ?? '',
      wide,
      start === null ? 'likely' : 'certain',
    );
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { notText: 'nul', at: nul };
  const census = byteCensus(bytes);
  if (census.controls > Math.max(8, bytes.length * 0.02))
    return { notText: 'binary', at: census.firstControl };
  return asUtf8(bytes) ?? asDeclared(bytes) ?? asDamagedOrOld(bytes);
}
