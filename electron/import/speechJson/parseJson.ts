import { Refusal } from '../../../shared/errors.ts';
import { excerpt } from '../importNotes.ts';

/** Levels inside one another; no recogniser writes more than a dozen, and each costs memory. */
const deepest = 64;

const [quote, backslash, openBracket, closeBracket, openBrace, closeBrace] = [
  0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d,
];

function endOfString(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const sign = text.charCodeAt(at);
    if (sign === quote) return at;
    at += sign === backslash ? 2 : 1;
  }
  return text.length;
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === quote) at = endOfString(text, at + 1);
    else if (sign === openBracket || sign === openBrace) depth += 1;
    else if (sign === closeBracket || sign === closeBrace) depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}

const notNumbers = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\b(?:NaN|Infinity)\b/gs;

// Python writes NaN for a probability that it could not count, which no JSON has.
function withoutNotNumbers(text: string): string {
  return text.replace(notNumbers, (found) => (found.startsWith('"') ? found : 'null'));
}

type Parsed =
  { readonly value: unknown } | { readonly brokenAt: number; readonly isCutOff: boolean };

function parsed(text: string): Parsed {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const written = /at position (\d+)/.exec(message)?.[1];
    const end = text.trimEnd().length;
    const brokenAt = written === undefined ? end : Math.min(Number(written), end);
    const isCutOff =
      written === undefined || brokenAt >= end || message.startsWith('Unterminated');
    return { brokenAt, isCutOff };
  }
}

interface Source {
  readonly file: string;
  /** The line of the file on which the text begins, from 1. */
  readonly line?: number;
}

function refuseAt(
  text: string,
  { file, line: first = 1 }: Source,
  { at, isCutOff }: { readonly at: number; readonly isCutOff: boolean },
): never {
  const before = text.slice(0, at);
  const line = first + before.split('\n').length - 1;
  const column = at - before.lastIndexOf('\n');
  const around = isCutOff ? before.slice(-40) : text.slice(at, at + 40);
  throw new Refusal(
    isCutOff ? 'import.jsonCutOff' : 'import.jsonBroken',
    { file, line, column, text: excerpt(around) },
    { file, where: `line ${line}, character ${column}` },
  );
}

/** The value of a JSON text; refuses with the place one that is cut off, broken or nested beyond reason. */
export function parseJson(text: string, source: Source): unknown {
  const { file } = source;
  if (isTooDeep(text))
    throw new Refusal('import.jsonDeep', { file, limit: deepest }, { file });
  const first = parsed(text);
  if ('value' in first) return first.value;
  const again = parsed(withoutNotNumbers(text));
  if ('value' in again) return again.value;
  return refuseAt(text, source, { at: first.brokenAt, isCutOff: first.isCutOff });
}

/** A line of JSON Lines with where it stands in the file. */
export interface JsonLine {
  readonly value: unknown;
  readonly line: number;
}

function opensJsonLines(text: string): boolean {
  const end = text.indexOf('\n');
  if (end < 0 || text.slice(end).trim() === '') return false;
  const first = text.slice(0, end).trim();
  return first.startsWith('{') && first.endsWith('}') && 'value' in parsed(first);
}

/** The objects of a text with one on each line; null when it is not written so. */
export function parseJsonLines(text: string, file: string): JsonLine[] | null {
  const trimmed = text.trimStart();
  if (!opensJsonLines(trimmed)) return null;
  const skipped = text.slice(0, text.length - trimmed.length).split('\n').length - 1;
  return trimmed.split('\n').flatMap((raw, at) => {
    const line = skipped + at + 1;
    return raw.trim() === '' ? [] : [{ value: parseJson(raw, { file, line }), line }];
  });
}
