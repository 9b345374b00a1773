import {
  keepPreviousData,
  QueryClient,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import { useCallback } from 'react';

import {
  api,
  type ApiName,
  type Input,
  type NameOf,
  type Output,
} from '../shared/api.ts';
import type { Bridge, HostEvent } from '../shared/bridge.ts';
import type { Problem } from '../shared/errors.ts';
import { whileWriting } from './pendingWrites.ts';

/** What the host refused; shown with `sayProblem`. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

function bridge(): Bridge {
  if (!window.utsaga) throw new Error('The window has no bridge to its host');
  return window.utsaga;
}

/** Asks the host; throws ProblemError when it refuses. */
export async function call<Name extends ApiName>(
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const asked = bridge().call(name, input);
  const result = await (api[name].kind === 'action' ? whileWriting(asked) : asked);
  if (!result.ok) throw new ProblemError(result.problem);
  return result.value as Output<Name>;
}

export function onHostEvent(listener: (event: HostEvent) => void): () => void {
  return bridge().on(listener);
}

/** The path of a file that was dropped on the window; null where the host has no paths. */
export function pathOfDroppedFile(file: File): string | null {
  return bridge().pathOfDroppedFile?.(file) ?? null;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      gcTime: 60_000,
      retry: false,
      networkMode: 'always',
      refetchOnWindowFocus: false,
    },
    mutations: { networkMode: 'always' },
  },
});

type Asked = NameOf<'query' | 'command'>;

/** The tables whose steps make a large answer stale; every other query is asked again on any step. */
const tablesRead: { readonly [Name in Asked]?: readonly string[] } = {
  'transcripts.read': ['transcripts', 'turns', 'speakers'],
  'imports.reports': ['import_reports'],
};

/** Commands that answer something a step can change. */
const asksAgain = new Set<string>(['project.state', 'backups.list']);

function isStale(name: string, tables: readonly string[]): boolean {
  const reads = tablesRead[name as Asked];
  if (reads) return reads.some((table) => tables.includes(table));
  return asksAgain.has(name) || api[name as ApiName].kind === 'query';
}

/** Every announced step makes what is on the screen be asked again; unchanged answers keep their identity. */
export function listenToHost(): () => void {
  return onHostEvent((event) => {
    if (event.kind === 'step') {
      void queryClient.invalidateQueries({
        predicate: (query) => isStale(String(query.queryKey[0]), event.tables),
      });
    }
    if (event.kind === 'project') {
      void queryClient.invalidateQueries();
    }
  });
}

/** Asks and keeps asking after every step; `input` null waits. Earlier rows stay while other rows are fetched. */
export function useApi<Name extends Asked>(
  name: Name,
  input: Input<Name> | null,
  options: { readonly keepPrevious?: boolean } = {},
): {
  readonly data: Output<Name> | undefined;
  readonly problem: Problem | null;
  readonly isFetching: boolean;
} {
  const { data, error, isFetching } = useQuery({
    queryKey: [name, input],
    queryFn: () => call(name, input as Input<Name>),
    enabled: input !== null,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
  return {
    data,
    problem: problemIn(error),
    isFetching,
  };
}

/** What the host refused, or a defect under its one sentence. */
export function problemIn(error: unknown): Problem | null {
  if (error === null || error === undefined) return null;
  return error instanceof ProblemError ? error.problem : { code: 'unknown', params: {} };
}

/** A call that changes something; the screen follows by the step that is announced, not by the answer. */
export function useAct<Name extends ApiName>(name: Name) {
  const { mutateAsync, isPending, error, reset } = useMutation<
    Output<Name>,
    ProblemError,
    Input<Name>
  >({
    mutationFn: (input) => call(name, input),
  });
  const act = useCallback((input: Input<Name>) => mutateAsync(input), [mutateAsync]);
  return { act, isPending, problem: problemIn(error), reset };
}
