import type { CodeId, MeaningUnitId } from '../../shared/domain/ids.ts';
import type { MarkedUnit } from '../../shared/domain/meaningUnit.ts';
import { chunkAt, type Chunk } from './chunks.ts';
import type { UnitSpan } from './segments.ts';

/** How the codes of a unit look; asked of the code book. */
export interface CodeLook {
  readonly name: string;
  /** Colour slot; null for a code that is not placed. */
  readonly slot: number | null;
}

/** One span of a unit in one turn, with what its underline and its description need. */
export interface DrawnUnit extends UnitSpan {
  readonly unitId: MeaningUnitId;
  readonly number: number;
  readonly slot: number | null;
  /** Names of its codes in one string; empty when it has none. */
  readonly codes: string;
  /** Empty when it is not condensed. */
  readonly condensed: string;
  readonly isInDoubt: boolean;
}

/** Turn ordinal → the spans in it, in the order of the text. */
export type UnitsOfTurns = ReadonlyMap<number, readonly DrawnUnit[]>;

export interface ChunkUnits {
  readonly ofTurns: UnitsOfTurns;
  /** The units that touch the chunk, for the margin. */
  readonly units: readonly MarkedUnit[];
}

const noUnits: ChunkUnits = { ofTurns: new Map(), units: [] };

export type Look = (codeId: CodeId) => CodeLook | undefined;
type Placed = readonly [turn: number, span: DrawnUnit];

const isSame = <Item>(a: readonly Item[], b: readonly Item[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

/** Colour and names of a unit's codes. */
export function lookOf(unit: MarkedUnit, look: Look): Pick<DrawnUnit, 'slot' | 'codes'> {
  const looks = unit.codeIds.map(look);
  return {
    slot: looks[0]?.slot ?? null,
    codes: looks.map((code) => code?.name ?? '').join(', '),
  };
}

function placed(
  unit: MarkedUnit,
  own: Pick<DrawnUnit, 'slot' | 'codes'>,
): readonly Placed[] {
  const { id: unitId, number, condensed, isInDoubt } = unit;
  return unit.spans.map(([turn, start, end]) => [
    turn,
    { unitId, number, condensed, isInDoubt, ...own, start, end },
  ]);
}

function byTurn(spans: Iterable<Placed>, known: UnitsOfTurns): UnitsOfTurns {
  const lists = new Map<number, DrawnUnit[]>();
  for (const [turn, span] of spans) {
    const list = lists.get(turn);
    if (list) list.push(span);
    else lists.set(turn, [span]);
  }
  let isKnown = lists.size === known.size;
  const ofTurns = new Map<number, readonly DrawnUnit[]>();
  for (const [turn, list] of lists) {
    const old = known.get(turn);
    const isOld = old !== undefined && isSame(old, list);
    isKnown &&= isOld;
    ofTurns.set(turn, isOld ? old : list);
  }
  return isKnown ? known : ofTurns;
}

/**
 * Deals the units of a transcript out to its chunks. What has not changed since last time keeps its identity, so that
 * a mark draws one turn again and nothing else.
 */
export function unitsDealer() {
  const known = new WeakMap<MarkedUnit, readonly Placed[]>();
  let before: readonly ChunkUnits[] = [];
  let beforeLook: Look | null = null;

  function spansOf(unit: MarkedUnit, look: Look): readonly Placed[] {
    const old = known.get(unit);
    if (old && look === beforeLook) return old;
    const own = lookOf(unit, look);
    const [first] = old ?? [];
    if (old && first && first[1].slot === own.slot && first[1].codes === own.codes)
      return old;
    const spans = placed(unit, own);
    known.set(unit, spans);
    return spans;
  }

  function ofChunk(
    old: ChunkUnits,
    units: readonly MarkedUnit[],
    look: Look,
  ): ChunkUnits {
    const isOld = isSame(old.units, units);
    if (isOld && look === beforeLook) return old;
    const ofTurns = byTurn(
      units.flatMap((unit) => spansOf(unit, look)),
      old.ofTurns,
    );
    return isOld && ofTurns === old.ofTurns ? old : { units, ofTurns };
  }

  return (
    chunks: readonly Chunk[],
    drawn: readonly MarkedUnit[],
    look: Look,
  ): readonly ChunkUnits[] => {
    const touching: MarkedUnit[][] = chunks.map(() => []);
    for (const unit of drawn) {
      const [first, last] = [unit.spans[0], unit.spans.at(-1)];
      if (!first || !last) continue;
      const to = chunkAt(chunks, last[0], last[2] - 1);
      for (let at = chunkAt(chunks, first[0], first[1]); at <= to; at += 1)
        touching[at]?.push(unit);
    }
    before = touching.map((units, index) =>
      ofChunk(before[index] ?? noUnits, units, look),
    );
    beforeLook = look;
    return before;
  };
}
