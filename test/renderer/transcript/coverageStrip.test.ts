import { describe, expect, test } from 'vitest';

import type { Coverage, TurnState } from '../../../renderer/transcript/coverage.ts';
import { runsOf, stripPaths } from '../../../renderer/transcript/coverageStrip.ts';

const coverage = (states: readonly TurnState[]): Coverage => ({
  states,
  marked: 0,
  aside: 0,
  left: 0,
});

const size = { width: 100, height: 10 };

describe('The strip that shows the coverage', () => {
  test('gives each turn of participants room by its length, and moderators none', () => {
    const runs = runsOf(coverage(['context', 'marked', 'left']), [500, 29, 9]);
    expect(runs).toEqual([
      { state: 'marked', turn: 1, from: 0, width: 0.75 },
      { state: 'left', turn: 2, from: 0.75, width: 0.25 },
    ]);
  });

  test('draws a turn in the place that a click on it finds, with air between neighbours', () => {
    const runs = runsOf(coverage(['marked', 'aside', 'left', 'left']), [24, 24, 24, 24]);
    expect(stripPaths(runs, size)).toEqual({
      marked: 'M0 0h24v10h-24z',
      aside: 'M25 0h24v10h-24z',
      left: 'M50 0h24v10h-24zM75 0h25v10h-25z',
    });
  });

  test('joins neighbours of one kind where turns are narrower than a pixel can tell', () => {
    const states = Array.from({ length: 1000 }, (_, turn): TurnState =>
      turn < 600 ? 'marked' : 'left',
    );
    const runs = runsOf(
      coverage(states),
      states.map(() => 9),
    );
    expect(stripPaths(runs, size)).toEqual({
      marked: 'M0 0h60v10h-60z',
      aside: '',
      left: 'M60 0h40v10h-40z',
    });
  });

  test('is empty without turns to judge', () => {
    expect(stripPaths(runsOf(coverage(['context']), [12]), size)).toEqual({
      marked: '',
      aside: '',
      left: '',
    });
  });
});
