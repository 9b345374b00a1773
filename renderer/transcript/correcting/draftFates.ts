import type { TurnId } from '../../../shared/domain/ids.ts';
import type { MarkedUnit } from '../../../shared/domain/meaningUnit.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { isForReview, reanchor, type Reanchored } from '../../../shared/text/reanchor.ts';
import type { TurnLayout } from '../../../shared/text/turnLayout.ts';

/** What a correction would make of a unit: what `reanchor` gives, as the file will hold it. */
export interface UnitFate extends Reanchored {
  readonly unit: MarkedUnit;
  /** It would wait in the review list. */
  readonly isForReview: boolean;
}

type TurnIds = readonly { readonly id: TurnId }[];

const spansOf = ({ spans }: MarkedUnit, turns: TurnIds): readonly Span[] =>
  spans.flatMap(([ordinal, start, end]) => {
    const turn = turns[ordinal];
    return turn ? [{ turnId: turn.id, start, end }] : [];
  });

/** The units that have words in any of these turns. */
export function unitsIn(
  units: readonly MarkedUnit[],
  ordinals: ReadonlySet<number>,
): readonly MarkedUnit[] {
  return units.filter(({ spans }) => spans.some(([turn]) => ordinals.has(turn)));
}

/** What becomes of units by a correction that is not made yet. `turns` are those of the transcript, in order. */
export function fatesOf(
  layout: TurnLayout,
  units: readonly MarkedUnit[],
  turns: TurnIds,
): readonly UnitFate[] {
  return units.map((unit) => {
    const now = reanchor(layout, spansOf(unit, turns));
    return { ...now, unit, isForReview: isForReview(now.verdict) };
  });
}
