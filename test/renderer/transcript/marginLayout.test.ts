import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  layMargin,
  type MarginUnit,
  standardMargin,
} from '../../../renderer/transcript/marginLayout.ts';

const line = 28;
function anUnit(id: string, lines: readonly [number, number], labels = 1): MarginUnit {
  const [first, last] = lines;
  return { id, top: first * line, bottom: (last + 1) * line, labels };
}

const anyUnits = fc
  .array(fc.tuple(fc.nat(40), fc.nat(8), fc.nat(3)), { maxLength: 60 })
  .map((given) =>
    given.map(([first, more, labels], index) =>
      anUnit(`u${String(index).padStart(3, '0')}`, [first, first + more], labels),
    ),
  );

describe('the margin', () => {
  test('gives a unit that overlaps another a lane of its own', () => {
    const { brackets } = layMargin([
      anUnit('a', [0, 3]),
      anUnit('b', [3, 3]),
      anUnit('c', [4, 5]),
    ]);
    expect(brackets.map(({ unitId, lane }) => [unitId, lane])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 0],
    ]);
  });

  test('counts the units that four lanes have no room for', () => {
    const units = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => anUnit(id, [0, 2]));
    const { brackets, overflows } = layMargin(units);
    expect(brackets).toHaveLength(4);
    expect(overflows).toEqual([{ top: 0, unitIds: ['e', 'f'] }]);
  });

  test('pushes a label down that would cover another, and ties it to its bracket when it is far', () => {
    const units = ['a', 'b', 'c', 'd'].map((id) => anUnit(id, [0, 1]));
    expect(layMargin(units).labels.map(({ top, hasLeader }) => [top, hasLeader])).toEqual(
      [
        [0, false],
        [23, false],
        [46, false],
        [69, true],
      ],
    );
  });

  test('gives a unit with two codes two labels, and one without a code one', () => {
    const { labels } = layMargin([anUnit('a', [0, 0], 2), anUnit('b', [5, 5], 0)]);
    expect(labels.map(({ unitIds, index }) => [unitIds, index])).toEqual([
      [['a'], 0],
      [['a'], 1],
      [['b'], 0],
    ]);
  });

  test('lets a crowd on one line share a label', () => {
    const units = Array.from({ length: 13 }, (_, index) => anUnit(`u${index}`, [0, 0]));
    expect(layMargin(units).labels).toHaveLength(1);
    expect(layMargin(units).labels[0]?.unitIds).toHaveLength(13);
  });

  test('labels never overlap, keep their order and never stand above their unit', () => {
    fc.assert(
      fc.property(anyUnits, fc.nat(200), (units, from) => {
        const { labels, labelsEnd } = layMargin(units, { from });
        labels.forEach((label, index) => {
          const after = labels[index + 1];
          expect(label.top).toBeGreaterThanOrEqual(Math.max(label.wanted, from));
          if (!after) return;
          expect(after.top - label.top).toBeGreaterThanOrEqual(standardMargin.step);
          expect(after.wanted).toBeGreaterThanOrEqual(label.wanted);
        });
        expect(labelsEnd).toBe((labels.at(-1)?.top ?? from - 23) + 23);
      }),
    );
  });

  test('brackets in one lane never meet, and every unit has a bracket or is counted', () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        const { brackets, overflows } = layMargin(units);
        for (const one of brackets)
          for (const other of brackets)
            if (one !== other && one.lane === other.lane)
              expect(one.bottom <= other.top || other.bottom <= one.top).toBe(true);
        const drawn = [
          ...brackets.map(({ unitId }) => unitId),
          ...overflows.flatMap(({ unitIds }) => unitIds),
        ];
        expect(drawn.toSorted()).toEqual(units.map(({ id }) => id).toSorted());
      }),
    );
  });

  test('is the same whatever order the units come in, and later marks move nothing above them', () => {
    fc.assert(
      fc.property(anyUnits, fc.nat(40), (units, below) => {
        const before = layMargin(units);
        expect(layMargin(units.toReversed())).toEqual(before);
        const later = layMargin([...units, anUnit('zzz', [below, below])]);
        const above = ({ wanted }: { wanted: number }) => wanted < below * line;
        expect(later.labels.filter(above)).toEqual(before.labels.filter(above));
      }),
    );
  });
});
