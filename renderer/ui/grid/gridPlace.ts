/** A cell by its numbers; row -1 is the row of heads. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface CellBlock {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that PageUp and PageDown go. */
  readonly page: number;
}

export interface GridKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const within = (value: number, least: number, most: number) =>
  Math.max(least, Math.min(most, value));

export function kept(place: CellPlace, size: GridSize): CellPlace {
  return {
    row: within(place.row, -1, size.rows - 1),
    column: within(place.column, 0, size.columns - 1),
  };
}

type Move = (from: CellPlace, size: GridSize, isFar: boolean) => CellPlace;

const moves: Readonly<Record<string, Move>> = {
  ArrowUp: (from, _, isFar) => ({ ...from, row: isFar ? 0 : from.row - 1 }),
  ArrowDown: (from, { rows }, isFar) => ({
    ...from,
    row: isFar ? rows - 1 : from.row + 1,
  }),
  ArrowLeft: (from, _, isFar) => ({ ...from, column: isFar ? 0 : from.column - 1 }),
  ArrowRight: (from, { columns }, isFar) => ({
    ...from,
    column: isFar ? columns - 1 : from.column + 1,
  }),
  Home: (from, _, isFar) => ({ row: isFar ? 0 : from.row, column: 0 }),
  End: (from, { rows, columns }, isFar) => ({
    row: isFar ? rows - 1 : from.row,
    column: columns - 1,
  }),
  PageUp: (from, { page }) => ({ ...from, row: Math.max(0, from.row - page) }),
  PageDown: (from, { page }) => ({ ...from, row: from.row + page }),
};

/** Where a key of the grid pattern goes; null for a key that moves nothing. */
export function moved(from: CellPlace, key: GridKey, size: GridSize): CellPlace | null {
  const move = Object.hasOwn(moves, key.key) ? moves[key.key] : undefined;
  if (!move || size.columns === 0) return null;
  return kept(move(from, size, key.ctrlKey || key.metaKey), size);
}

/** The cells from one corner to the other, without the heads. */
export function blockOf(from: CellPlace, to: CellPlace): CellBlock {
  return {
    top: Math.max(0, Math.min(from.row, to.row)),
    bottom: Math.max(0, Math.max(from.row, to.row)),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
}

export const rowsIn = ({ top, bottom }: CellBlock): number => bottom - top + 1;

export const isOneCell = (block: CellBlock): boolean =>
  block.top === block.bottom && block.left === block.right;
