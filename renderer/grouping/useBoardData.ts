import { useMemo, useState } from 'react';

import type { Category } from '../../shared/domain/category.ts';
import type { Code } from '../../shared/domain/code.ts';
import type { Project } from '../../shared/domain/project.ts';
import type { Problem } from '../../shared/errors.ts';
import { useApi } from '../api.ts';
import { type Colours, coloursOf } from '../colours.ts';
import type { BoardData } from './boardContext.ts';
import { type BoardLayout, boardLayout, type BoardSource } from './boardLayout.ts';
import type { Shown } from './boardLanes.ts';
import { useBoard } from './boardStore.ts';
import { topDepth } from './levelWords.ts';
import { filtered, sorted } from './pile.ts';

interface Source extends BoardSource {
  readonly colourLevel: number | null;
}

interface Drawn extends Source {
  readonly layout: BoardLayout;
  readonly colours: Colours;
}

function isSameMap<Key, Value>(
  a: ReadonlyMap<Key, Value>,
  b: ReadonlyMap<Key, Value>,
): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}

/** The same object as before if no colour has changed. */
function coloursLike(source: Source, before: Colours | undefined): Colours {
  const colours = coloursOf(source.codes, source.categories, source.colourLevel);
  const isSame =
    before !== undefined &&
    isSameMap(before.ofCode, colours.ofCode) &&
    isSameMap(before.ofCategory, colours.ofCategory);
  return isSame ? before : colours;
}

function isAsDrawn(drawn: Drawn | null, source: Source): boolean {
  return (
    drawn?.codes === source.codes &&
    drawn.categories === source.categories &&
    drawn.topDepth === source.topDepth &&
    drawn.colourLevel === source.colourLevel
  );
}

/**
 * Codes and categories are answered one after the other: the board waits for both, so that a step is drawn once and
 * no code is seen in a category that has not come yet.
 */
function useDrawn(project: Project | undefined) {
  const codes = useApi('codes.list', {});
  const categories = useApi('categories.list', {});
  const [drawn, draw] = useState<Drawn | null>(null);
  const isSettled = !codes.isFetching && !categories.isFetching;
  const source = sourceOf(project, codes.data, categories.data);
  if (source && (isSettled || !drawn) && !isAsDrawn(drawn, source))
    draw({
      ...source,
      layout: boardLayout(source, drawn?.layout),
      colours: coloursLike(source, drawn?.colours),
    });
  return { drawn, problem: codes.problem ?? categories.problem };
}

function sourceOf(
  project: Project | undefined,
  codes: readonly Code[] | undefined,
  categories: readonly Category[] | undefined,
): Source | null {
  if (!project || !codes || !categories) return null;
  const { levels, colourLevel } = project;
  return { codes, categories, colourLevel, topDepth: topDepth(levels) };
}

/** The project's tree and codes, asked again after every step. */
export function useBoardData(): {
  readonly data: BoardData | null;
  readonly problem: Problem | null;
} {
  const project = useApi('project.read', {});
  const isReadOnly = useApi('project.state', {}).data?.isReadOnly ?? false;
  const { drawn, problem } = useDrawn(project.data);
  const data = useMemo(() => {
    if (!project.data || !drawn) return null;
    return {
      project: project.data,
      isReadOnly,
      layout: drawn.layout,
      colours: drawn.colours,
      topDepth: drawn.topDepth,
    };
  }, [project.data, drawn, isReadOnly]);
  return { data, problem: project.problem ?? problem };
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
