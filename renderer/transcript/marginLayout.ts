/** A meaning unit as the margin sees it: how far down it reaches, and how many labels it wants. */
export interface MarginUnit {
  readonly id: string;
  /** Upper edge of its first line, in pixels from the top of the chunk. */
  readonly top: number;
  /** Lower edge of its last line. */
  readonly bottom: number;
  /** One per code; a unit without a code has one. */
  readonly labels: number;
  /** It goes on from the chunk before, where its labels stand. */
  readonly isContinued?: boolean;
  /** A label without a bracket: the reason why a turn is set aside. */
  readonly isBare?: boolean;
}

export interface MarginOptions {
  readonly lanes: number;
  /** Height of a label with the air around it. */
  readonly step: number;
  /** A label moved further than this is tied to its bracket by a line. */
  readonly leaderAfter: number;
  /** More units than this that begin at the same height share one label. */
  readonly crowd: number;
  /** No label above this: where the labels of the chunk before ended. */
  readonly from: number;
}

export const standardMargin: MarginOptions = {
  lanes: 4,
  step: 23,
  leaderAfter: 46,
  crowd: 12,
  from: 0,
};

export interface Bracket {
  readonly unitId: string;
  /** From 0, nearest the text. */
  readonly lane: number;
  readonly top: number;
  readonly bottom: number;
}

/** Units that no lane had room for: "+2". */
export interface Overflow {
  readonly top: number;
  readonly unitIds: readonly string[];
}

export interface MarginLabel {
  /** One unit; several when a crowd shares the label ("5 enheter"). */
  readonly unitIds: readonly string[];
  /** Which of the unit's labels, from 0. */
  readonly index: number;
  readonly top: number;
  /** Where it would stand if it were alone. */
  readonly wanted: number;
  readonly hasLeader: boolean;
}

export interface MarginLayout {
  readonly brackets: readonly Bracket[];
  readonly overflows: readonly Overflow[];
  readonly labels: readonly MarginLabel[];
  /** Where the last label ends: `from` of the next chunk. */
  readonly labelsEnd: number;
}

function inOrder(units: readonly MarginUnit[]): readonly MarginUnit[] {
  return units.toSorted(
    (a, b) =>
      a.top - b.top || b.bottom - a.bottom || (a.id < b.id ? -1 : Number(a.id > b.id)),
  );
}

type Lanes = Pick<MarginLayout, 'brackets' | 'overflows'>;

/** Each unit takes the lane nearest the text that is free at its top. */
function layLanes(units: readonly MarginUnit[], lanes: number): Lanes {
  const freeFrom: number[] = Array.from(
    { length: lanes },
    () => Number.NEGATIVE_INFINITY,
  );
  const brackets: Bracket[] = [];
  const overflows = new Map<number, string[]>();
  for (const { id, top, bottom, isBare } of units) {
    if (isBare) continue;
    const lane = freeFrom.findIndex((free) => free <= top);
    if (lane === -1) overflows.set(top, [...(overflows.get(top) ?? []), id]);
    else {
      freeFrom[lane] = bottom;
      brackets.push({ unitId: id, lane, top, bottom });
    }
  }
  return {
    brackets,
    overflows: [...overflows].map(([top, unitIds]) => ({ top, unitIds })),
  };
}

type WantedLabel = Pick<MarginLabel, 'unitIds' | 'index' | 'wanted'>;

function wantedLabels(
  units: readonly MarginUnit[],
  crowd: number,
): readonly WantedLabel[] {
  const labelled = units.filter(({ isContinued }) => !isContinued);
  const byTop = Map.groupBy(labelled, ({ top }) => top);
  return [...byTop].flatMap(([top, together]): WantedLabel[] =>
    together.length > crowd
      ? [{ unitIds: together.map(({ id }) => id), index: 0, wanted: top }]
      : together.flatMap(({ id, labels }) =>
          Array.from({ length: Math.max(1, labels) }, (_, index) => ({
            unitIds: [id],
            index,
            wanted: top,
          })),
        ),
  );
}

/**
 * Brackets in lanes and labels beside them. Labels keep the order of the units and never overlap: one that would is
 * pushed down just below the one before. What a unit gets depends only on the units before it, so scrolling and later
 * marks move nothing above them.
 */
export function layMargin(
  units: readonly MarginUnit[],
  options: Partial<MarginOptions> = {},
): MarginLayout {
  const { lanes, step, leaderAfter, crowd, from } = { ...standardMargin, ...options };
  const ordered = inOrder(units);
  let free = from;
  const labels = wantedLabels(ordered, crowd).map((label) => {
    const top = Math.max(label.wanted, free);
    free = top + step;
    return { ...label, top, hasLeader: top - label.wanted > leaderAfter };
  });
  return { ...layLanes(ordered, lanes), labels, labelsEnd: free };
}
