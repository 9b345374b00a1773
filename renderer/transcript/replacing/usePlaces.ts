import { useEffect, useMemo, useState } from 'react';

import type { Input } from '../../../shared/api.ts';
import type { TranscriptId } from '../../../shared/domain/ids.ts';
import type { FoundPlace } from '../../../shared/domain/review.ts';
import { useApi } from '../../api.ts';
import { placeKey } from './placeRows.ts';

/** What the person looks for, as it stands in the fields. */
export interface Asked {
  readonly words: string;
  readonly by: string;
  readonly wholeWords: boolean;
  readonly matchCase: boolean;
  readonly transcriptId: TranscriptId | null;
}

const rest = 250;

/** The value once it has stood for a moment: not every letter is worth a search. */
function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), rest);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

const nowhere: readonly FoundPlace[] = [];
const nobody: ReadonlySet<string> = new Set();

/** The places that are ticked: all of them at first, and again when something else is looked for. */
function useTicks(places: readonly FoundPlace[]) {
  const [left, setLeft] = useState({ places, keys: nobody });
  const without = left.places === places ? left.keys : nobody;
  const chosen = useMemo(
    () =>
      without.size === 0
        ? places
        : places.filter((place) => !without.has(placeKey(place))),
    [places, without],
  );
  return {
    without,
    chosen,
    tick: (some: readonly FoundPlace[], isTicked: boolean) => {
      const keys = new Set(without);
      for (const place of some)
        if (isTicked) keys.delete(placeKey(place));
        else keys.add(placeKey(place));
      setLeft({ places, keys });
    },
  };
}

type Sought = Input<'turns.places'>;

const noPlaces = { places: nowhere, isCurrent: false, isSearching: false };

/** The places of what is looked for; those of what was looked for before stand until then. */
function useFound(sought: Sought) {
  const rested = useRested(sought);
  const { data, problem } = useApi('turns.places', rested.words === '' ? null : rested, {
    keepPrevious: true,
  });
  if (sought.words === '') return { ...noPlaces, rested, problem: null };
  const isCurrent = rested === sought && data !== undefined;
  const isSearching = !isCurrent && problem === null;
  return { places: data ?? nowhere, isCurrent, isSearching, rested, problem };
}

type Replacing = Input<'turns.replaceAll'>;

/** What replacing would do to the units; undefined until it is known. */
function useForeseen(replacing: Replacing, canAsk: boolean) {
  const rested = useRested(replacing);
  const isAsked = canAsk && rested === replacing;
  const { data, problem } = useApi('turns.foreseen', isAsked ? rested : null);
  return isAsked ? { foreseen: data, problem } : { foreseen: undefined, problem: null };
}

/** Where the words stand, which places are ticked, and what replacing them there would do. */
export function usePlaces(asked: Asked) {
  const { words, wholeWords, matchCase, transcriptId } = asked;
  const sought = useMemo<Sought>(
    () => ({
      words: words.trim(),
      wholeWords,
      matchCase,
      ...(transcriptId === null ? {} : { transcriptId }),
    }),
    [words, wholeWords, matchCase, transcriptId],
  );
  const { rested, problem, ...found } = useFound(sought);
  const ticks = useTicks(found.places);
  const places = useMemo(
    () => ticks.chosen.map(({ turnId, start, end }) => ({ turnId, start, end })),
    [ticks.chosen],
  );
  const replacing = useMemo<Replacing>(
    () => ({ ...rested, by: asked.by, places }),
    [rested, asked.by, places],
  );
  // All of them need not be named, and a question of thousands of places is long.
  const areAll = ticks.without.size === 0;
  const question = useMemo<Replacing>(
    () => ({ ...rested, by: asked.by, ...(areAll ? {} : { places }) }),
    [rested, asked.by, areAll, places],
  );
  const canAsk = found.isCurrent && places.length > 0;
  const { foreseen, problem: unforeseen } = useForeseen(question, canAsk);
  return { ...found, ...ticks, replacing, foreseen, problem: problem ?? unforeseen };
}
