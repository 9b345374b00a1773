import type { ImportNotes } from '../importNotes.ts';

/** The two ends of a caption in milliseconds; an end that cannot be read is null. */
export interface CueTimes {
  readonly startMs: number | null;
  readonly endMs: number | null;
}

const arrow = /^\s*(-?\d[^>]{3,38}?)\s*-{1,4}>\s*(\S[^\n]*)$/;
const time = /^(-?\d{1,4}):(-?\d{1,3})(?::(-?\d{1,3}))?(?:[.,](-?\d{1,9}))?(?=$|\s)/u;

/** Whether a line says when a caption is shown, rightly written or not. */
export function isTimeLine(line: string): boolean {
  return (
    line.length < 2000 &&
    arrow.test(line.slice(0, 200)) &&
    line.slice(0, 40).includes(':')
  );
}

/** Teams of 2022 writes `0:0:10.20` and means 10 seconds and 20 milliseconds; anyone else means 200. */
export function countsMilliseconds(lines: readonly string[]): boolean {
  return lines.some(
    (line) =>
      /:-?\d[.:]/.test(line.slice(0, 60)) &&
      /\.-?\d{1,3}(?:\s|$)/.test(line.slice(0, 60)),
  );
}

function readTime(written: string, wholeMilliseconds: boolean): number | null {
  const match = time.exec(written.trim());
  if (match === null) return null;
  const parts = [match[1], match[2], match[3]].filter((part) => part !== undefined);
  const isNegative = match.slice(1).some((part) => part?.startsWith('-'));
  const numbers = parts.map((part) => Math.abs(Number(part)));
  if (numbers.slice(1).some((value) => value > 59)) return null;
  const seconds = numbers.reduce((sum, value) => sum * 60 + value, 0);
  const fraction = (match[4] ?? '').replace('-', '');
  const ms = wholeMilliseconds
    ? Number(fraction)
    : Math.round(Number(`0.${fraction || '0'}`) * 1000);
  return (seconds * 1000 + ms) * (isNegative ? -1 : 1);
}

/** Reads a time such as `1:02:03.5` or `02:03,500`, in milliseconds; null when it is none. */
export function readCueTime(written: string): number | null {
  return readTime(written, false);
}

/** Reads the line of times of a caption; settings after the end are passed over. */
export function readCueTimes(line: string, wholeMilliseconds: boolean): CueTimes {
  const match = arrow.exec(line.slice(0, 200));
  return {
    startMs: readTime(match?.[1] ?? '', wholeMilliseconds),
    endMs: readTime(match?.[2] ?? '', wholeMilliseconds),
  };
}

/** More than a thousand hours is no time in a recording. */
const longest = 3_600_000_000;

function tidyTime(
  ms: number | null,
  line: number | null,
  notes: ImportNotes,
): number | null {
  if (ms === null || (ms >= 0 && ms <= longest)) return ms;
  if (ms < 0) {
    notes.warn({ code: 'timeNegative', line });
    return 0;
  }
  notes.warn({ code: 'timeGarbled', params: { text: String(ms) }, line });
  return null;
}

/** Times as they may stand in a transcript: not below zero, the end not before the start; what was moved is told. */
export function tidyTimes(
  times: CueTimes,
  line: number | null,
  notes: ImportNotes,
): CueTimes {
  const startMs = tidyTime(times.startMs, line, notes);
  const endMs = tidyTime(times.endMs, line, notes);
  if (startMs === null || endMs === null || endMs >= startMs) return { startMs, endMs };
  notes.warn({ code: 'timeEndsBeforeStart', line });
  return { startMs, endMs: startMs };
}
