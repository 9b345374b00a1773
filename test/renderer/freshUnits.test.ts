import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { withChangedUnits, withKnownUnits } from '../../renderer/freshUnits.ts';
import type { MeaningUnitId } from '../../shared/domain/ids.ts';
import type { MarkedUnit } from '../../shared/domain/meaningUnit.ts';

function aUnit(number: number, turn: number, start: number): MarkedUnit {
  return {
    id: `u${number}` as MeaningUnitId,
    number,
    condensed: '',
    codeIds: [],
    analystId: null,
    isQuotable: false,
    isInDoubt: false,
    spans: [[turn, start, start + 5]],
  };
}

const inOrder = (units: readonly MarkedUnit[]) =>
  units.toSorted(
    (a, b) =>
      a.spans[0]![0] - b.spans[0]![0] ||
      a.spans[0]![1] - b.spans[0]![1] ||
      a.number - b.number,
  );

const anyUnits = fc
  .array(fc.tuple(fc.nat(20), fc.nat(60)), { maxLength: 40 })
  .map((places) => inOrder(places.map(([turn, start], n) => aUnit(n + 1, turn, start))));

describe('the drawn units', () => {
  test('are after a change what a whole answer would have been', () => {
    fc.assert(
      fc.property(
        anyUnits,
        fc.array(fc.tuple(fc.nat(45), fc.nat(20), fc.nat(60), fc.boolean())),
        (before, changes) => {
          const now = new Map(before.map((unit) => [unit.id, unit]));
          const touched = new Set<MeaningUnitId>();
          for (const [n, turn, start, isThere] of changes) {
            const unit = aUnit(n + 1, turn, start);
            touched.add(unit.id);
            if (isThere) now.set(unit.id, unit);
            else now.delete(unit.id);
          }
          const units = [...touched].flatMap((id) => now.get(id) ?? []);
          expect(withChangedUnits(before, { touched: [...touched], units })).toEqual(
            inOrder([...now.values()]),
          );
        },
      ),
    );
  });

  test('keep their identity when others come in among them', () => {
    const before = [aUnit(1, 0, 0), aUnit(2, 3, 0)];
    const copies = before.map((unit) => ({ ...unit, spans: [...unit.spans] }));
    const after = withKnownUnits(before, [copies[0]!, aUnit(3, 1, 0), copies[1]!]);
    expect(after[0]).toBe(before[0]);
    expect(after[2]).toBe(before[1]);
    expect(withKnownUnits(before, copies)).toBe(before);
  });
});
