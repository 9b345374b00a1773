import { create } from 'zustand';

import {
  hitExtents,
  mostHits,
  type HitExtent,
  type SearchFilter,
  type SearchScope,
  type SearchWay,
} from '../shared/domain/search.ts';
import { usePlace } from './place.ts';

/** What is searched for and where one is among the hits; kept while one is elsewhere in the window. */
export interface SearchState {
  readonly text: string;
  readonly way: SearchWay;
  readonly fold: boolean;
  readonly scopes: readonly SearchScope[];
  readonly filter: SearchFilter;
  readonly limit: number;
  readonly extent: HitExtent;
  /** The hit that is chosen, by its place in the list. */
  readonly active: number;
  /** Counts up when the field is asked for. */
  readonly asked: number;
}

export const pageSize = 50;

const beginning: SearchState = {
  text: '',
  way: 'words',
  fold: false,
  // Words of units are words of turns: both would say everything twice.
  scopes: ['turns', 'condensations', 'codes', 'categories', 'themes', 'memos'],
  filter: {},
  limit: pageSize,
  extent: 'words',
  active: 0,
  asked: 0,
};

export const useSearchState = create<SearchState>(() => beginning);

type Sought = Partial<Pick<SearchState, 'text' | 'way' | 'fold' | 'scopes' | 'filter'>>;

/** Searches for something else: from its first hit. */
export function searchFor(change: Sought): void {
  useSearchState.setState({ ...change, limit: pageSize, active: 0 });
}

export function chooseHit(active: number): void {
  useSearchState.setState({ active });
}

/** How much around a hit becomes a unit. */
export function chooseExtent(extent: HitExtent): void {
  useSearchState.setState({ extent });
}

/** One more, or one less, as far as it goes. */
export function widenExtent(by: 1 | -1): HitExtent {
  const at = hitExtents.indexOf(useSearchState.getState().extent) + by;
  const extent = hitExtents[Math.max(0, Math.min(hitExtents.length - 1, at))] ?? 'words';
  chooseExtent(extent);
  return extent;
}

export function showMore(): void {
  useSearchState.setState(({ limit }) => ({ limit: Math.min(mostHits, limit * 4) }));
}

/** Opens the search with the field ready to be typed in; for these words, as words unless told, if any are given. */
export function openSearch(
  text?: string,
  how: Partial<Pick<SearchState, 'way' | 'fold'>> = {},
): void {
  if (text !== undefined)
    searchFor({ way: 'words', fold: false, ...how, text, filter: {} });
  usePlace.getState().go({ workspace: 'search' });
  useSearchState.setState(({ asked }) => ({ asked: asked + 1 }));
}

/** Ids belong to a project: another one begins anew. */
export function forgetSearch(): void {
  useSearchState.setState(beginning);
}

export const isFiltered = ({ filter }: SearchState): boolean =>
  Object.values(filter).some((values) => values !== undefined && values.length > 0);
