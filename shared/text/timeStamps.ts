/** A place in a recording as it was written, before anyone has decided what its last field means. */
export interface Clock {
  readonly seconds: number;
  /** The digits after the last separator; '' when there are none. */
  readonly fraction: string;
  /** What stood before the fraction: `.` `,` `-` are decimals, `;` and `:` are frames. */
  readonly mark: string;
}

export type StampForm = 'hash' | 'bracket' | 'bare' | 'milliseconds';

export interface Stamp {
  readonly form: StampForm;
  readonly start: Clock;
  readonly end: Clock | null;
  /** How many characters of the line it takes, spaces beside it included. */
  readonly length: number;
  /** Two for `12:30`, three for `00:12:30`: a bare stamp of two fields may just as well be a time of day. */
  readonly fields: 2 | 3;
}

const fields = String.raw`\d{1,3}:\d{1,2}(?::\d{1,2})?`;
const loose = String.raw`${fields}(?:[.,;:-]\d{1,3})?`;
const dots = String.raw`\d{1,2}\.\d{2}\.\d{2}`;
const bareClock = String.raw`\d{1,2}:(?:\d{1,2}:\d{1,2}|\d{2})(?:[.,]\d{1,3})?`;
const to = String.raw`\s*(?:-->|[-–—]|till\b|to\b)\s*`;
const bracketed = String.raw`\\?[[({<]\s*(${loose}|${dots})(?:${to}(${loose}|${dots}))?\s*\\?[\])}>]`;
const hashed = String.raw`#\s*(${loose})\s*#`;
const bare = String.raw`(${bareClock})(?:${to}(${bareClock}))?`;

const patternsAtStart: readonly (readonly [StampForm, RegExp])[] = [
  ['hash', new RegExp(String.raw`^\s*${hashed}\s*`, 'u')],
  ['bracket', new RegExp(String.raw`^\s*${bracketed}\s*(?::\s+)?`, 'u')],
  ['milliseconds', /^\s*¤<(\d{1,9})>\s*/u],
  ['bare', new RegExp(String.raw`^\s*${bare}(?![\d:.,]*\d)\s*(?::\s+)?`, 'u')],
];

const patternsAtEnd: readonly (readonly [StampForm, RegExp])[] = [
  ['hash', new RegExp(String.raw`\s*${hashed}\s*$`, 'u')],
  ['bracket', new RegExp(String.raw`\s*${bracketed}\s*$`, 'u')],
  ['bare', new RegExp(String.raw`(?<=\s)${bare}\s*$`, 'u')],
];

const dottedClock = /^(\d{1,2})\.(\d{2})\.(\d{2})$/;
const colonClock = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:([.,;:-])(\d{1,3}))?$/;

/** Reads `12:30`, `1:02:03.5`, `00:01:02-3`, `1.02.03`, `00:01:02:12`; null when a minute or second is over 59. */
export function readClock(written: string): Clock | null {
  const match = dottedClock.exec(written) ?? colonClock.exec(written);
  if (match === null) return null;
  const hasHours = match[1] !== undefined;
  const [hours = 0, minutes = 0, rest = 0] = match.slice(1, 4).map(numberOf);
  if (rest > 59 || (hasHours && minutes > 59)) return null;
  return { seconds: hours * 3600 + minutes * 60 + rest, ...fractionOf(match) };
}

function numberOf(field: string | undefined): number {
  return field === undefined ? 0 : Number(field);
}

// Teams has written 0:0:10.20 for 10 seconds and 20 milliseconds.
const unpadded = /:\d[:.]\d+\.\d{1,3}$|:\d\.\d{1,3}$/;

function fractionOf(match: RegExpExecArray): Pick<Clock, 'fraction' | 'mark'> {
  const [written, , , , mark = '', fraction = ''] = match;
  return {
    fraction: unpadded.test(written) ? fraction.padStart(3, '0') : fraction,
    mark,
  };
}

function stampOf(form: StampForm, match: RegExpExecArray): Stamp | null {
  const written = match[1] ?? '';
  if (form === 'milliseconds') {
    const ms = Number(written);
    const start = {
      seconds: Math.floor(ms / 1000),
      fraction: String(ms % 1000).padStart(3, '0'),
      mark: '.',
    };
    return { form, start, end: null, length: match[0].length, fields: 3 };
  }
  const start = readClock(written);
  if (start === null) return null;
  const end = match[2] === undefined ? null : readClock(match[2]);
  const separators = written.replace(/[-;,].*$/, '').split(/[:.]/).length;
  return { form, start, end, length: match[0].length, fields: separators > 2 ? 3 : 2 };
}

function firstStamp(
  line: string,
  patterns: readonly (readonly [StampForm, RegExp])[],
): Stamp | null {
  for (const [form, pattern] of patterns) {
    const match = pattern.exec(line);
    const stamp = match === null ? null : stampOf(form, match);
    if (stamp !== null) return stamp;
  }
  return null;
}

/** The time stamp a line begins with, in any of the layouts that transcribers use. */
export function stampAtStart(line: string): Stamp | null {
  return /^[\s\\]*[[({<#¤\d]/.test(line.slice(0, 12))
    ? firstStamp(line.slice(0, 80), patternsAtStart)
    : null;
}

/** The time stamp a line ends with; `length` is counted from the end. */
export function stampAtEnd(line: string): Stamp | null {
  return /[\d#\])}>]\s*$/.test(line.slice(-8))
    ? firstStamp(line.slice(-80), patternsAtEnd)
    : null;
}

/** Two digits of fraction are hundredths, unless the file counts frames. */
export function clockMs(clock: Clock, framesPerSecond: number | null): number {
  if (clock.fraction === '') return clock.seconds * 1000;
  const countsFrames =
    clock.mark === ';' ||
    clock.mark === ':' ||
    (framesPerSecond !== null && clock.fraction.length === 2);
  const part = countsFrames
    ? Number(clock.fraction) / (framesPerSecond ?? 25)
    : Number(`0.${clock.fraction}`);
  return clock.seconds * 1000 + Math.round(part * 1000);
}

/**
 * Frames per second when the two-digit fractions of a file can only be frames (none of them over 29, and enough of them
 * to say so), else null. InqScribe writes frames and does not say how many there are to a second.
 */
export function framesPerSecondOf(clocks: readonly Clock[]): number | null {
  const twoDigits = clocks.filter(
    (clock) => clock.mark === '.' && clock.fraction.length === 2,
  );
  const values = twoDigits.map((clock) => Number(clock.fraction));
  const highest = Math.max(-1, ...values.slice(0, 5000));
  if (values.filter((value) => value > 0).length < 5 || highest > 29) return null;
  return highest < 25 ? 25 : 30;
}
