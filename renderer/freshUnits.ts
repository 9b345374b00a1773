import type { MeaningUnitId } from '../shared/domain/ids.ts';
import type { MarkedUnit } from '../shared/domain/meaningUnit.ts';

const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

function isSameUnit(a: MarkedUnit, b: MarkedUnit): boolean {
  return (
    a.number === b.number &&
    a.condensed === b.condensed &&
    a.analystId === b.analystId &&
    a.isQuotable === b.isQuotable &&
    a.isInDoubt === b.isInDoubt &&
    isSameList(a.codeIds, b.codeIds) &&
    isSameList(a.spans.flat(), b.spans.flat())
  );
}

/** Answers that have been put together here share what they can already. */
const joined = new WeakSet<readonly MarkedUnit[]>();

/** The new units, where each that has not changed is the same object as before, wherever in the list it stands. */
export function withKnownUnits(
  before: readonly MarkedUnit[] | undefined,
  after: readonly MarkedUnit[],
): readonly MarkedUnit[] {
  if (!before || joined.has(after)) return after;
  const known = new Map(before.map((unit) => [unit.id, unit]));
  const shared = after.map((unit) => {
    const old = known.get(unit.id);
    return old && (old === unit || isSameUnit(old, unit)) ? old : unit;
  });
  return isSameList(shared, before) ? before : shared;
}

const beginningOf = ({ spans }: MarkedUnit) => spans[0] ?? [0, 0, 0];

function inTextOrder(a: MarkedUnit, b: MarkedUnit): number {
  const [[turn, start], [otherTurn, otherStart]] = [beginningOf(a), beginningOf(b)];
  return turn - otherTurn || start - otherStart || a.number - b.number;
}

/** The units of a transcript after some of them were asked again; those touched that did not come back are gone. */
export function withChangedUnits(
  before: readonly MarkedUnit[],
  changed: {
    readonly touched: readonly MeaningUnitId[];
    readonly units: readonly MarkedUnit[];
  },
): readonly MarkedUnit[] {
  const touched = new Set(changed.touched);
  const old = new Map<MeaningUnitId, MarkedUnit>();
  const kept = before.filter((unit) => {
    if (touched.has(unit.id)) old.set(unit.id, unit);
    return !touched.has(unit.id);
  });
  const fresh = changed.units
    .map((unit) => {
      const known = old.get(unit.id);
      return known && isSameUnit(known, unit) ? known : unit;
    })
    .toSorted(inTextOrder);
  const merged: MarkedUnit[] = [];
  let next = 0;
  for (const unit of kept) {
    while (next < fresh.length && inTextOrder(fresh[next]!, unit) < 0) {
      merged.push(fresh[next]!);
      next += 1;
    }
    merged.push(unit);
  }
  merged.push(...fresh.slice(next));
  if (isSameList(merged, before)) return before;
  joined.add(merged);
  return merged;
}
