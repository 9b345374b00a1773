import { describe, expect, test } from 'vitest';

import { daysOf } from '../../../renderer/history/foldSteps.ts';
import type { Step } from '../../../shared/domain/step.ts';

const step = (seq: number, changes: Partial<Step> = {}): Step => ({
  seq,
  id: `step ${seq}`,
  label: 'codes.rename',
  params: {},
  heading: null,
  analyst: 'Elsa Lind',
  initials: 'EL',
  createdAt: '2026-11-12T10:00:00',
  state: 'done',
  isWall: false,
  rows: 1,
  ...changes,
});

const shape = (...steps: readonly Step[]) =>
  daysOf(steps).map(({ day, folds }) => [
    day,
    ...folds.map(({ first, more }) => [first.seq, more.length]),
  ]);

describe('the history day by day', () => {
  test('one or two of a kind stand as they are, three or more fold', () => {
    expect(shape(step(2), step(1))).toEqual([['2026-11-12', [2, 0], [1, 0]]]);
    expect(shape(step(3), step(2), step(1))).toEqual([['2026-11-12', [3, 2]]]);
  });

  test('steps under one heading always stand together', () => {
    const both = [step(2, { heading: 'h' }), step(1, { heading: 'h' })];
    expect(shape(...both)).toEqual([['2026-11-12', [2, 1]]]);
  });

  test('another analyst, another state and another day are never folded in', () => {
    const steps = [
      step(4, { initials: 'AE' }),
      step(3, { state: 'undone' }),
      step(2),
      step(1, { createdAt: '2026-11-11T10:00:00' }),
    ];
    expect(shape(...steps)).toEqual([
      ['2026-11-12', [4, 0], [3, 0], [2, 0]],
      ['2026-11-11', [1, 0]],
    ]);
  });

  test('the end of what can be undone stands alone', () => {
    const steps = [step(3), step(2), step(1, { isWall: true })];
    expect(shape(...steps)).toEqual([['2026-11-12', [3, 0], [2, 0], [1, 0]]]);
  });
});
