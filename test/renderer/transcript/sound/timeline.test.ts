import { describe, expect, test } from 'vitest';

import {
  spokenAt,
  timelineOf,
  timeOf,
} from '../../../../renderer/transcript/sound/timeline.ts';
import {
  endedWithin,
  isHeard,
  withStretch,
} from '../../../../renderer/transcript/sound/heard.ts';
import type { Turn } from '../../../../shared/domain/transcript.ts';

const turn = (startMs: number | null, endMs: number | null = null, text = 'x') =>
  ({ startMs, endMs, text }) as Turn;

describe('which turn is spoken', () => {
  test('is the latest that has begun, until the next one begins', () => {
    const timeline = timelineOf([turn(1000, 2000), turn(3000), turn(5000)]);
    expect(
      [0, 999, 1000, 2500, 3000, 4999, 9000].map((ms) => spokenAt(timeline, ms)?.index),
    ).toEqual([undefined, undefined, 0, 0, 1, 1, 2]);
  });

  test('is nobody without times', () => {
    expect(spokenAt(timelineOf([turn(null), turn(null)]), 1000)).toBeNull();
    expect(spokenAt([], 0)).toBeNull();
  });

  test('is the later of two that begin together, and follows times, not places', () => {
    const timeline = timelineOf([turn(4000), turn(1000), turn(1000)]);
    expect(timeline.map(({ index, endMs }) => [index, endMs])).toEqual([
      [1, 4000],
      [2, 4000],
      [0, Infinity],
    ]);
    expect(spokenAt(timeline, 1500)?.index).toBe(2);
  });

  test('covers the turns after it that have no times', () => {
    const timeline = timelineOf([
      turn(0),
      turn(null),
      turn(null),
      turn(9000),
      turn(null),
    ]);
    expect(timeline.map(({ index, until }) => [index, until])).toEqual([
      [0, 3],
      [3, 5],
    ]);
  });
});

describe('when a place in the words is spoken', () => {
  const turns = [
    turn(1000, 11_000, 'a'.repeat(100)),
    turn(null, null, 'b'.repeat(100)),
    turn(21_000),
  ];
  const timeline = timelineOf(turns);

  test('is reckoned by its share of the turn, a little early, never before it', () => {
    expect(timeOf(timeline, turns, { turn: 0, at: 0 })).toBe(1000);
    expect(timeOf(timeline, turns, { turn: 0, at: 5 })).toBe(1000);
    expect(timeOf(timeline, turns, { turn: 0, at: 100 })).toBe(5300);
    expect(timeOf(timeline, turns, { turn: 1, at: 50 })).toBe(7800);
    expect(timeOf(timeline, turns, { turn: 2, at: 0 })).toBe(21_000);
  });

  test('is not known before the first time', () => {
    const late = [turn(null), turn(5000)];
    expect(timeOf(timelineOf(late), late, { turn: 0, at: 0 })).toBeNull();
  });
});

describe('what has been heard', () => {
  const [first, second] = timelineOf([turn(0), turn(10_000), turn(20_000)]) as [
    never,
    never,
  ];

  test('joins where stretches meet, in any order', () => {
    const heard = [
      { from: 5000, to: 6000 },
      { from: 0, to: 1000 },
      { from: 1030, to: 5000 },
      { from: 8000, to: 9000 },
    ].reduce(withStretch, []);
    expect(heard).toEqual([
      { from: 0, to: 6000 },
      { from: 8000, to: 9000 },
    ]);
  });

  test('is a turn only when nothing of it was left out', () => {
    const all = withStretch([], { from: 300, to: 9700 });
    expect(isHeard(all, first, 60_000)).toBe(true);
    expect(isHeard(all, second, 60_000)).toBe(false);
    const gap = [
      { from: 0, to: 4000 },
      { from: 5000, to: 10_000 },
    ].reduce(withStretch, []);
    expect(isHeard(gap, first, 60_000)).toBe(false);
    expect(isHeard(withStretch(gap, { from: 3500, to: 5200 }), first, 60_000)).toBe(true);
  });

  test('is noted when the turn comes to its end, the last one at the end of the sound', () => {
    const timeline = timelineOf([turn(0), turn(10_000), turn(20_000)]);
    const ended = (from: number, to: number) =>
      endedWithin(timeline, { from, to }, 25_000).map(({ index }) => index);
    expect(ended(0, 9000)).toEqual([]);
    expect(ended(9400, 9650)).toEqual([0]);
    expect(ended(24_400, 25_000)).toEqual([2]);
    expect(ended(9000, 20_000)).toEqual([0, 1]);
  });
});
