import type { Input, Output } from '../../shared/api.ts';
import type { SearchAnswer, SearchScope } from '../../shared/domain/search.ts';
import { useApi } from '../api.ts';
import type { Searched } from './useSearch.ts';

export interface Total {
  readonly count: number;
  /** There are more: they have not been counted, or not to the end. */
  readonly isAtLeast: boolean;
}

type SpokenScope = 'turns' | 'units';

function toCount(
  question: Input<'search.find'>,
  { units }: SearchAnswer,
): Input<'search.count'> {
  const { scopes: _, limit: __, ...sought } = question;
  return { ...sought, withUnits: units?.hasMore ?? false };
}

/** Counted where not all were fetched; until then as many as were. */
function totalOf(
  answer: SearchAnswer,
  counted: Output<'search.count'> | undefined,
  scope: SpokenScope,
): Total {
  const { hits, hasMore } = answer[scope] ?? { hits: [], hasMore: false };
  if (!hasMore) return { count: hits.length, isAtLeast: answer.isCut };
  const count = counted?.[scope] ?? 0;
  return count < hits.length
    ? { count: hits.length, isAtLeast: true }
    : { count, isAtLeast: counted?.isAtLeast ?? false };
}

const spokenScopes: readonly SpokenScope[] = ['turns', 'units'];

/** How many hits there are of each kind, also of those that are not fetched. */
export function useTotals({
  question,
  answer,
}: Pick<Searched, 'question' | 'answer'>): ReadonlyMap<SearchScope, Total> {
  const hasMore = spokenScopes.some((scope) => answer?.[scope]?.hasMore);
  const { data: counted } = useApi(
    'search.count',
    question && answer && hasMore ? toCount(question, answer) : null,
  );
  if (!answer) return new Map();
  return new Map<SearchScope, Total>([
    ...spokenScopes
      .filter((scope) => answer[scope])
      .map((scope) => [scope, totalOf(answer, counted, scope)] as const),
    ...answer.written.map(
      ({ scope, total }) => [scope, { count: total, isAtLeast: false }] as const,
    ),
  ]);
}

/** All of them together. */
export function sumOf(totals: ReadonlyMap<SearchScope, Total>): Total {
  const all = [...totals.values()];
  return {
    count: all.reduce((sum, { count }) => sum + count, 0),
    isAtLeast: all.some(({ isAtLeast }) => isAtLeast),
  };
}
