import type { TurnId } from '../../shared/domain/ids.ts';
import type { MarkedUnit } from '../../shared/domain/meaningUnit.ts';
import type { Chunk } from './chunks.ts';
import type { MarginUnit } from './marginLayout.ts';
import { domPointOf, turnElementId, type TextPoint } from './spansOfSelection.ts';
import { endOfUnit, startOfUnit } from './unitsAt.ts';

export interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

export interface MeasuredMargin {
  readonly units: readonly MarginUnit[];
  /** Where a unit's own words stand, for one that skips lines. */
  readonly stretches: ReadonlyMap<string, readonly Stretch[]>;
}

export const asideId = (turnId: TurnId) => `aside ${turnId}`;

/** Rows of text in pixels from the top of the chunk. */
function rowsIn(root: HTMLElement, element: HTMLElement) {
  const origin = element.getBoundingClientRect().top;
  const height = Number.parseFloat(getComputedStyle(root).lineHeight);
  const range = document.createRange();
  return (point: TextPoint, edge: 'start' | 'end'): Stretch | null => {
    const place = domPointOf(root, point, edge);
    if (!place || place.node.nodeType !== Node.TEXT_NODE) return null;
    const length = place.node.nodeValue?.length ?? 0;
    const from = edge === 'end' ? Math.max(0, place.offset - 1) : place.offset;
    range.setStart(place.node, from);
    range.setEnd(place.node, Math.min(length, from + 1));
    const rect = range.getBoundingClientRect();
    const top = Math.round(rect.top + rect.height / 2 - height / 2 - origin);
    return { top, bottom: Math.round(top + height) };
  };
}

type RowOf = ReturnType<typeof rowsIn>;

function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const joinedOnes: Stretch[] = [];
  for (const stretch of stretches.toSorted((a, b) => a.top - b.top)) {
    const last = joinedOnes.at(-1);
    // Turns that follow on each other are one stretch: the air between them is less than a row.
    if (last && stretch.top - last.bottom < (last.bottom - last.top) / 2 + 14)
      joinedOnes[joinedOnes.length - 1] = {
        top: last.top,
        bottom: Math.max(last.bottom, stretch.bottom),
      };
    else joinedOnes.push(stretch);
  }
  return joinedOnes;
}

interface ChunkPlace {
  readonly chunk: Chunk;
  readonly height: number;
  readonly rowOf: RowOf;
}

const firstAndLast = ({ turns }: Chunk): readonly [number, number] => [
  turns[0]?.index ?? 0,
  turns.at(-1)?.index ?? 0,
];

function stretchesOf({ chunk, rowOf }: ChunkPlace, unit: MarkedUnit): readonly Stretch[] {
  const [first, last] = firstAndLast(chunk);
  return joined(
    unit.spans.flatMap(([turn, start, end]) => {
      if (turn < first || turn > last) return [];
      const top = rowOf({ turn, at: start }, 'start');
      const bottom = rowOf({ turn, at: end }, 'end');
      return top && bottom ? [{ top: top.top, bottom: bottom.bottom }] : [];
    }),
  );
}

function marginUnitOf(
  { chunk, height }: ChunkPlace,
  unit: MarkedUnit,
  stretches: readonly Stretch[],
): MarginUnit {
  const [first, last] = firstAndLast(chunk);
  const isContinued = startOfUnit(unit).turn < first;
  const goesOn = endOfUnit(unit).turn > last;
  return {
    id: unit.id,
    top: isContinued ? 0 : (stretches[0]?.top ?? 0),
    bottom: goesOn ? height : (stretches.at(-1)?.bottom ?? 0),
    labels: unit.codeIds.length,
    ...(isContinued ? { isContinued } : {}),
  };
}

/** Where in a chunk its units and set-aside turns stand. Reads the layout, which is clean after paint. */
export function measureMargin(
  root: HTMLElement,
  element: HTMLElement,
  drawn: {
    readonly chunk: Chunk;
    readonly units: readonly MarkedUnit[];
    readonly aside: ReadonlyMap<TurnId, string>;
  },
): MeasuredMargin {
  const { chunk, units, aside } = drawn;
  const place = { chunk, height: element.offsetHeight, rowOf: rowsIn(root, element) };
  const stretches = new Map(
    units.map((unit): [string, readonly Stretch[]] => [
      unit.id,
      stretchesOf(place, unit),
    ]),
  );
  const origin = element.getBoundingClientRect().top;
  const asides = chunk.turns.flatMap((turn): MarginUnit[] => {
    const row = aside.has(turn.id) && document.getElementById(turnElementId(turn.index));
    if (!row) return [];
    const top = Math.round(row.getBoundingClientRect().top - origin);
    return [{ id: asideId(turn.id), top, bottom: top, labels: 1, isBare: true }];
  });
  return {
    units: [
      ...units.map((unit) => marginUnitOf(place, unit, stretches.get(unit.id) ?? [])),
      ...asides,
    ],
    stretches,
  };
}
