import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { segmentsOf, segmentsWithin } from '../../../renderer/transcript/segments.ts';

const anySpans = fc.array(
  fc.record({
    unitId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    start: fc.integer({ min: -5, max: 60 }),
    end: fc.integer({ min: -5, max: 60 }),
  }),
  { maxLength: 12 },
);

describe('segments of a turn', () => {
  test('tell overlapping units apart', () => {
    expect(
      segmentsOf(10, [
        { unitId: 'b', start: 4, end: 8 },
        { unitId: 'a', start: 2, end: 6 },
      ]),
    ).toEqual([
      { start: 0, end: 2, unitIds: [] },
      { start: 2, end: 4, unitIds: ['a'] },
      { start: 4, end: 6, unitIds: ['a', 'b'] },
      { start: 6, end: 8, unitIds: ['b'] },
      { start: 8, end: 10, unitIds: [] },
    ]);
  });

  test('name the outer unit first', () => {
    expect(
      segmentsOf(5, [
        { unitId: 'inner', start: 0, end: 2 },
        { unitId: 'outer', start: 0, end: 5 },
      ])[0]?.unitIds,
    ).toEqual(['outer', 'inner']);
  });

  test('are the whole text, each with exactly the units that cover it', () => {
    fc.assert(
      fc.property(fc.nat(50), anySpans, (length, spans) => {
        const segments = segmentsOf(length, spans);
        let at = 0;
        for (const segment of segments) {
          expect(segment.start).toBe(at);
          expect(segment.end).toBeGreaterThan(at);
          at = segment.end;
          for (let offset = segment.start; offset < segment.end; offset += 1) {
            const covering = spans.filter(
              ({ start, end }) => start <= offset && offset < end,
            );
            expect(segment.unitIds.toSorted()).toEqual(
              [...new Set(covering.map(({ unitId }) => unitId))].toSorted(),
            );
          }
        }
        expect(at).toBe(length);
      }),
    );
  });

  test('do not depend on the order the spans are given in', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        expect(segmentsOf(50, spans.toReversed())).toEqual(segmentsOf(50, spans));
      }),
    );
  });

  test('are cut by a reference line', () => {
    const segments = segmentsOf(10, [{ unitId: 'a', start: 2, end: 8 }]);
    expect(segmentsWithin(segments, { start: 0, end: 5 })).toEqual([
      { start: 0, end: 2, unitIds: [] },
      { start: 2, end: 5, unitIds: ['a'] },
    ]);
  });
});
