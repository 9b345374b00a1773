import { expect, test } from 'vitest';

import {
  clockMs,
  framesPerSecondOf,
  readClock,
  stampAtEnd,
  stampAtStart,
} from '../../../shared/text/timeStamps.ts';

test.each([
  ['#00:01:02-3# P1: ja', 62_300, 'P1: ja'],
  ['#00:01:02.3# P1: ja', 62_300, 'P1: ja'],
  ['[00:01:02] ja', 62_000, 'ja'],
  ['(01:02) ja', 62_000, 'ja'],
  ['[1.02.03] ja', 3_723_000, 'ja'],
  ['{00:01:02} ja', 62_000, 'ja'],
  ['0:01', 1000, ''],
  ['12:34 Anna', 754_000, 'Anna'],
  ['1:02:03', 3_723_000, ''],
  ['00:03:40.5Anna: hej', 220_500, 'Anna: hej'],
  ['¤<61000> ja', 61_000, 'ja'],
  ['\\[00:10\\] ja', 10_000, 'ja'],
  ['[00:01:02 - 00:01:10] ja', 62_000, 'ja'],
  ['00:00:01,250 --> 00:00:02,000', 1250, ''],
  ['[00:00:01:12] ja', 1480, 'ja'],
])('%j begins with a time', (line, ms, rest) => {
  const stamp = stampAtStart(line);
  expect(stamp).not.toBeNull();
  expect(clockMs(stamp!.start, null)).toBe(ms);
  expect(line.slice(stamp!.length)).toBe(rest);
});

test.each([
  '[ohörbart 00:12]',
  'Klockan 12:30 var det',
  '12:75 nej',
  '1:2:3:4:5',
  '3 av 4',
  '[2026-01-02] nej',
])('%j does not begin with a time', (line) => {
  expect(stampAtStart(line)).toBeNull();
});

test('a time at the end is told with its length', () => {
  const line = 'Tack för det. #00:00:06-4#';
  const stamp = stampAtEnd(line);
  expect(clockMs(stamp!.start, null)).toBe(6400);
  expect(line.slice(0, line.length - stamp!.length)).toBe('Tack för det.');
  expect(stampAtEnd('Vi sågs (skratt)')).toBeNull();
});

test('a span keeps both its ends', () => {
  const stamp = stampAtStart('00:00:01.0-00:00:05.2');
  expect(clockMs(stamp!.end!, null)).toBe(5200);
});

test('two digits are hundredths, until a file shows that it counts frames', () => {
  const clocks = (fractions: readonly string[]) =>
    fractions.map((part) => readClock(`00:00:01.${part}`)!);
  expect(framesPerSecondOf(clocks(['90', '00', '30', '20', '40', '50']))).toBeNull();
  expect(framesPerSecondOf(clocks(['12', '04', '24', '07', '19']))).toBe(25);
  expect(framesPerSecondOf(clocks(['12', '04', '29', '07', '19']))).toBe(30);
  expect(framesPerSecondOf(clocks(['12', '04']))).toBeNull();
  expect(clockMs(readClock('00:00:01.12')!, 25)).toBe(1480);
  expect(clockMs(readClock('00:00:01.12')!, null)).toBe(1120);
});
