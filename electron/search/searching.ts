import { setImmediate as othersFirst } from 'node:timers/promises';

import type { Sought } from '../../shared/domain/search.ts';
import { type PlacesIn, searchPlaces } from '../../shared/text/searchPlaces.ts';
import type { TextRange } from '../../shared/text/textRange.ts';
import { assertPattern, placesOfPattern, type PlacesInTexts } from '../patternSearch.ts';
import type { ReadableProject } from '../project/handle.ts';
import { turnsToIndex } from '../project/search/searchIndex.ts';
import { indexQuery, type IndexQuery } from '../project/search/searchQuery.ts';
import type { SessionContext } from '../session.ts';

/** Milliseconds after which a search ends with what it has found; nobody waits before a script. */
const timeLimit = { window: 2500, script: 120_000 } as const;

/** More than anybody looks through; a regular expression that finds every letter ends here. */
export const mostAtOnce = 100_000;

/** One going through the texts: for what stands exactly so, or for what is only found when marks are disregarded. */
export interface Pass {
  readonly isFolded: boolean;
  readonly query: IndexQuery | null;
  /** No more than about `most` places are wanted; texts that come after them are left out. */
  readonly placesIn: (
    texts: readonly string[],
    most: number,
  ) => Promise<PlacesInTexts> | PlacesInTexts;
}

/** A search under way. */
export interface Search {
  readonly project: ReadableProject;
  readonly sought: Sought;
  readonly passes: readonly Pass[];
  /** There are turns that no index knows yet. */
  readonly hasWaiting: boolean;
  readonly isOver: () => boolean;
  isCut: boolean;
}

export const meets = (one: TextRange, other: TextRange) =>
  one.start < other.end && one.end > other.start;

function placesUntil(
  find: PlacesIn,
  texts: readonly string[],
  most: number,
): PlacesInTexts {
  let left = most;
  const places = texts.map((text) => {
    const found = left > 0 ? find(text) : [];
    left -= found.length;
    return found;
  });
  return { places, isCut: false };
}

function passesOf(sought: Sought, end: number): readonly Pass[] {
  const { text, way } = sought;
  if (text.trim() === '') return [];
  if (way === 'pattern') {
    assertPattern(text);
    return [
      {
        isFolded: false,
        query: null,
        placesIn: (texts, most) =>
          placesOfPattern({ pattern: text, texts, most }, end - performance.now()),
      },
    ];
  }
  const exactly = searchPlaces({ text, way, fold: false });
  const exact: Pass = {
    isFolded: false,
    query: indexQuery({ ...sought, fold: false }),
    placesIn: (texts, most) => placesUntil(exactly, texts, most),
  };
  if (!sought.fold) return [exact];
  const loosely = searchPlaces({ text, way, fold: true });
  const onlyFolded = (one: string) => {
    const known = exactly(one);
    return loosely(one).filter((place) => !known.some((other) => meets(place, other)));
  };
  return [
    exact,
    {
      isFolded: true,
      query: indexQuery(sought),
      placesIn: (texts, most) => placesUntil(onlyFolded, texts, most),
    },
  ];
}

interface Bounds {
  /** 2.5 s unless told; a script has two minutes. */
  readonly milliseconds?: number;
  /** Ends it as soon as that is true. */
  readonly isEnded?: () => boolean;
}

/** Begins a search of the open project, within bounds. */
export function beginSearch(
  context: SessionContext,
  sought: Sought,
  { milliseconds = timeLimit.window, isEnded = () => false }: Bounds = {},
): Search {
  const project = context.project().steps.reading;
  const hasWaiting = !context.indexing.catchUp() && turnsToIndex(project) > 0;
  const allowed = context.options.isScript ? timeLimit.script : milliseconds;
  const end = performance.now() + allowed;
  return {
    project,
    sought,
    passes: passesOf(sought, end),
    hasWaiting,
    isOver: () => performance.now() >= end || isEnded(),
    isCut: false,
  };
}

/** Goes through batches until nothing more is wanted or the time is over; others are served in between. */
export async function through<Batch>(
  search: Search,
  batches: Iterable<Batch>,
  look: (batch: Batch) => Promise<boolean>,
): Promise<void> {
  for (const batch of batches) {
    if (search.isOver()) search.isCut = true;
    if (search.isCut || !(await look(batch))) return;
    await othersFirst();
  }
}
