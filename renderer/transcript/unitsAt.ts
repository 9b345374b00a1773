import type { MeaningUnitId } from '../../shared/domain/ids.ts';
import type { MarkedUnit } from '../../shared/domain/meaningUnit.ts';
import type { TextPoint } from './spansOfSelection.ts';

const lengthOf = ({ spans }: MarkedUnit) =>
  spans.reduce((sum, [, start, end]) => sum + end - start, 0);

/** The units that hold a place, the shortest first: the innermost is the one that is meant. The place after the last word counts. */
export function unitsAt(
  units: readonly MarkedUnit[],
  { turn, at }: TextPoint,
): readonly MarkedUnit[] {
  return units
    .filter(({ spans }) =>
      spans.some(([ordinal, start, end]) => ordinal === turn && start <= at && at <= end),
    )
    .toSorted((a, b) => {
      const isPast = ({ spans }: MarkedUnit) =>
        Number(spans.every(([ordinal, , end]) => ordinal !== turn || end === at));
      return isPast(a) - isPast(b) || lengthOf(a) - lengthOf(b);
    });
}

/** The next of several units at one place: a repeated click goes round. */
export function nextOf(
  units: readonly MarkedUnit[],
  selected: MeaningUnitId | null,
): MarkedUnit | undefined {
  const at = units.findIndex(({ id }) => id === selected);
  return units[(at + 1) % units.length];
}

export const startOfUnit = ({ spans }: MarkedUnit): TextPoint => ({
  turn: spans[0]?.[0] ?? 0,
  at: spans[0]?.[1] ?? 0,
});

export const endOfUnit = ({ spans }: MarkedUnit): TextPoint => ({
  turn: spans.at(-1)?.[0] ?? 0,
  at: spans.at(-1)?.[2] ?? 0,
});
