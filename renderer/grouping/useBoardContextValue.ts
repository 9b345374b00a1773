import { useMemo } from 'react';

import type { BoardActs } from './boardActs.ts';
import type { BoardContextValue, BoardData } from './boardContext.ts';
import { lanesIn, readingOrder } from './boardLanes.ts';
import { useBoard } from './boardStore.ts';
import { treeRows } from './treeRows.ts';
import { useShown } from './useBoardData.ts';

/** The board as it is shown just now. */
export function useBoardContextValue(
  data: BoardData,
  acts: BoardActs,
): BoardContextValue {
  const shown = useShown();
  const view = useBoard((board) => board.view);
  return useMemo(() => {
    const lanes = lanesIn(data.layout, shown);
    const rows = view === 'tree' ? treeRows(data.layout, shown) : null;
    const order = rows
      ? [...lanes.pile, ...rows.map((row) => row.key)]
      : readingOrder(lanes);
    return { ...data, shown, lanes, rows, order, acts };
  }, [data, shown, view, acts]);
}
