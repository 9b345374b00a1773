import { useMemo } from 'react';

import type { Problem } from '../../shared/errors.ts';
import { useApi } from '../api.ts';
import { coloursOf } from '../colours.ts';
import type { BoardData } from './boardContext.ts';
import { boardLayout } from './boardLayout.ts';
import type { Shown } from './boardLanes.ts';
import { useBoard } from './boardStore.ts';
import { topDepth } from './levelWords.ts';
import { filtered, sorted } from './pile.ts';

/** The project's tree and codes, asked again after every step. */
export function useBoardData(): {
  readonly data: BoardData | null;
  readonly problem: Problem | null;
} {
  const project = useApi('project.read', {});
  const state = useApi('project.state', {});
  const codes = useApi('codes.list', {});
  const categories = useApi('categories.list', {});
  const isReadOnly = state.data?.isReadOnly ?? false;
  const data = useMemo(() => {
    if (!project.data || !codes.data || !categories.data) return null;
    const top = topDepth(project.data.levels);
    return {
      project: project.data,
      isReadOnly,
      layout: boardLayout(codes.data, categories.data, top),
      colours: coloursOf(codes.data, categories.data, project.data.colourLevel),
      topDepth: top,
    };
  }, [project.data, codes.data, categories.data, isReadOnly]);
  return { data, problem: project.problem ?? codes.problem ?? categories.problem };
}

/** What the filter, the order of the pile and the closed bands let through. */
export function useShown(pileId = 'pile'): Shown {
  const filter = useBoard((board) => board.filter);
  const pileSort = useBoard((board) => board.pileSort);
  const collapsed = useBoard((board) => board.collapsed);
  return useMemo(
    () => ({
      collapsed,
      cardsOf: (column) => {
        const cards = filtered(column.codes, filter);
        return column.id === pileId ? sorted(cards, pileSort) : cards;
      },
    }),
    [filter, pileSort, collapsed, pileId],
  );
}
