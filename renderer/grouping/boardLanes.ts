import type { Code } from '../../shared/domain/code.ts';
import {
  type Band,
  type BoardLayout,
  categoryKey,
  codeKey,
  type Column,
  type NodeKey,
} from './boardLayout.ts';

/** A band as the arrow keys see it: its head, and its columns from top to bottom. */
export interface Lane {
  readonly head: NodeKey | null;
  readonly columns: readonly (readonly NodeKey[])[];
}

/** Everything that can be walked to just now. */
export interface Lanes {
  readonly pile: readonly NodeKey[];
  readonly lanes: readonly Lane[];
}

export interface Shown {
  readonly collapsed: ReadonlySet<string>;
  /** The cards of a column that the filter lets through, in the order they are shown. */
  readonly cardsOf: (column: Column) => readonly Code[];
}

function columnKeys(column: Column, shown: Shown): readonly NodeKey[] {
  const cards = shown.cardsOf(column).map((code) => codeKey(code.id));
  return column.head ? [categoryKey(column.head.id), ...cards] : cards;
}

function lanesOf(band: Band, layout: BoardLayout, shown: Shown): readonly Lane[] {
  const head = band.category ? categoryKey(band.category.id) : 'orphans';
  const isOpen = !shown.collapsed.has(band.id);
  const lane: Lane = {
    head: layout.isFlat ? null : head,
    columns: isOpen
      ? band.columns
          .map((column) => columnKeys(column, shown))
          .filter((keys) => keys.length > 0)
      : [],
  };
  return [
    lane,
    ...(isOpen ? band.bands.flatMap((inner) => lanesOf(inner, layout, shown)) : []),
  ];
}

export function lanesIn(layout: BoardLayout, shown: Shown): Lanes {
  return {
    pile: columnKeys(layout.pile, shown),
    lanes: layout.bands.flatMap((band) => lanesOf(band, layout, shown)),
  };
}

/** Every key in the order it is read: the pile, then band by band, column by column. */
export function readingOrder({ pile, lanes }: Lanes): readonly NodeKey[] {
  return [
    ...pile,
    ...lanes.flatMap((lane) => [
      ...(lane.head ? [lane.head] : []),
      ...lane.columns.flat(),
    ]),
  ];
}

export type Move =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'bandUp'
  | 'bandDown'
  | 'columnStart'
  | 'columnEnd'
  | 'boardStart'
  | 'boardEnd';

interface Spot {
  /** -1 is the pile. */
  readonly lane: number;
  /** -1 is the head of the lane. */
  readonly column: number;
  readonly row: number;
}

function spotOf({ pile, lanes }: Lanes, key: NodeKey): Spot | null {
  const inPile = pile.indexOf(key);
  if (inPile >= 0) return { lane: -1, column: 0, row: inPile };
  for (const [lane, { head, columns }] of lanes.entries()) {
    if (head === key) return { lane, column: -1, row: 0 };
    for (const [column, keys] of columns.entries()) {
      const row = keys.indexOf(key);
      if (row >= 0) return { lane, column, row };
    }
  }
  return null;
}

type Found = NodeKey | null | undefined;

const near = (keys: readonly NodeKey[] | undefined, row: number): Found =>
  keys?.[Math.min(row, keys.length - 1)];

function start(lane: Lane | undefined): Found {
  return lane?.head ?? lane?.columns[0]?.[0];
}

function columnAt({ pile, lanes }: Lanes, { lane, column }: Spot): readonly NodeKey[] {
  return lane < 0 ? pile : (lanes[lane]?.columns[column] ?? []);
}

const moves: Readonly<Record<Move, (all: Lanes, spot: Spot) => Found>> = {
  up: (all, spot) => {
    if (spot.column < 0) return start(all.lanes[spot.lane - 1]);
    if (spot.row > 0) return columnAt(all, spot)[spot.row - 1];
    return all.lanes[spot.lane]?.head;
  },
  down: (all, spot) =>
    spot.column < 0
      ? (all.lanes[spot.lane]?.columns[0]?.[0] ?? start(all.lanes[spot.lane + 1]))
      : columnAt(all, spot)[spot.row + 1],
  left: (all, spot) =>
    spot.lane >= 0 && spot.column > 0
      ? near(all.lanes[spot.lane]?.columns[spot.column - 1], spot.row)
      : spot.lane >= 0
        ? near(all.pile, spot.row)
        : null,
  right: (all, spot) => {
    if (spot.lane >= 0) {
      return near(all.lanes[spot.lane]?.columns[spot.column + 1], spot.row);
    }
    const first = all.lanes.find((lane) => lane.columns.length > 0);
    return first ? near(first.columns[0], spot.row) : start(all.lanes[0]);
  },
  bandUp: (all, spot) =>
    spot.column >= 0 && spot.lane >= 0 && all.lanes[spot.lane]?.head
      ? all.lanes[spot.lane]?.head
      : start(all.lanes[spot.lane - 1]),
  bandDown: (all, spot) => start(all.lanes[spot.lane + 1]),
  columnStart: (all, spot) => columnAt(all, spot)[0],
  columnEnd: (all, spot) => columnAt(all, spot).at(-1),
  boardStart: (all) => start(all.lanes[0]) ?? all.pile[0],
  boardEnd: (all) => {
    const last = all.lanes.at(-1);
    return last?.columns.at(-1)?.at(-1) ?? last?.head ?? all.pile.at(-1);
  },
};

/** Where a key press leads from a card or a head; null when there is nothing that way. */
export function walk(all: Lanes, from: NodeKey, move: Move): NodeKey | null {
  const spot = spotOf(all, from);
  return spot ? (moves[move](all, spot) ?? null) : null;
}

/** The keys of the column that a card or head stands in. */
export function columnWith(all: Lanes, key: NodeKey): readonly NodeKey[] {
  const spot = spotOf(all, key);
  return spot ? columnAt(all, spot) : [];
}
