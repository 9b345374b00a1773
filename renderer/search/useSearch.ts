import { useEffect, useMemo, useState } from 'react';

import type { Input, Output } from '../../shared/api.ts';
import { indexingJob } from '../../shared/domain/search.ts';
import type { Problem } from '../../shared/errors.ts';
import { queryClient, useApi } from '../api.ts';
import { useProgress } from '../progress.ts';
import { useSearchState } from '../searchState.ts';

const rest = 180;

/** What is asked once typing rests; null while nothing is typed. */
function useQuestion(): Input<'search.find'> | null {
  const { text, way, fold, scopes, filter, limit } = useSearchState();
  const [typed, setTyped] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setTyped(text), rest);
    return () => clearTimeout(timer);
  }, [text]);
  return useMemo(
    () =>
      typed.trim() === ''
        ? null
        : {
            text: typed,
            way,
            fold: fold && way !== 'pattern',
            scopes: [...scopes],
            filter,
            limit,
          },
    [typed, way, fold, scopes, filter, limit],
  );
}

/** Asks again when what took too long has become ready to be searched faster. */
function useAgainWhenReady(isCut: boolean): void {
  const progress = useProgress(indexingJob);
  const isReady = progress !== undefined && progress.done >= progress.total;
  useEffect(() => {
    if (isCut && isReady)
      void queryClient.invalidateQueries({ queryKey: ['search.find'] });
  }, [isCut, isReady]);
}

export interface Searched {
  readonly question: Input<'search.find'> | null;
  readonly answer: Output<'search.find'> | undefined;
  readonly problem: Problem | null;
  readonly isSearching: boolean;
}

/** The hits of what is typed and chosen, and again after every step. */
export function useSearch(): Searched {
  const question = useQuestion();
  const { data, problem, isFetching } = useApi('search.find', question, {
    keepPrevious: true,
  });
  const answer = question === null || problem ? undefined : data;
  useAgainWhenReady(answer?.isCut ?? false);
  return {
    question,
    answer,
    problem: question ? problem : null,
    isSearching: isFetching,
  };
}
