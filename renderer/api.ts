import {
  keepPreviousData,
  type Query,
  QueryCache,
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
import { painted } from './afterPaint.ts';
import { withChangedTurns } from './freshTurns.ts';
import { withChangedUnits, withKnownUnits } from './freshUnits.ts';
import { saveWhatIsTyped, whileWriting } from './pendingWrites.ts';

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

/** What they do is done to the project as it stands, or it is left. */
const leaves = new Set<ApiName>([
  'project.close',
  'project.open',
  'project.openExample',
  'project.create',
  'project.saveCopy',
]);

/** Asks the host; throws ProblemError when it refuses. */
export async function call<Name extends ApiName>(
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  if (leaves.has(name)) await saveWhatIsTyped();
  const asked = bridge().call(name, input);
  const result = await (api[name].kind === 'action' ? whileWriting(asked) : asked);
  if (!result.ok) throw new ProblemError(result.problem);
  return result.value as Output<Name>;
}

/** Asks what the Electron shell answers before it reaches the host: the dialogs of the computer. */
export async function callShell(
  name: 'dialogs.open' | 'dialogs.save',
  input: unknown,
): Promise<unknown> {
  const result = await bridge().call(name, input);
  if (!result.ok) throw new ProblemError(result.problem);
  return result.value;
}

export function onHostEvent(listener: (event: HostEvent) => void): () => void {
  return bridge().on(listener);
}

/** The path of a file that was dropped on the window; null where the host has no paths. */
export function pathOfDroppedFile(file: File): string | null {
  return bridge().pathOfDroppedFile?.(file) ?? null;
}

/**
 * What is gone is not to be read, let alone written on: its last answer goes too. Should it come back, by being done
 * again, it is then asked for anew instead of standing there as gone.
 */
const answers = new QueryCache({
  onError: (error, query) => {
    if (problemIn(error)?.code === 'gone')
      query.setState({ data: undefined, dataUpdatedAt: 0 });
  },
});

export const queryClient = new QueryClient({
  queryCache: answers,
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

const guideTables = [
  'questions',
  'question_wordings',
  'guide_versions',
  'guide_uses',
  'question_borders',
  'turn_questions',
  'turns',
  'transcripts',
];

/** The tables whose steps make a large answer stale; every other query is asked again on any step. */
const tablesRead: { readonly [Name in Asked]?: readonly string[] } = {
  'meaningUnits.ofTranscript': [
    'meaning_units',
    'spans',
    'condensations',
    'codings',
    'turns',
    'transcripts',
  ],
  'transcripts.read': ['transcripts', 'turns', 'speakers'],
  'imports.reports': ['import_reports'],
  'listening.read': ['sounds', 'listened_turns', 'verifications', 'analysts', 'turns'],
  'questions.ofTranscript': guideTables,
  'questions.proposals': [...guideTables, 'rejected_borders', 'speakers'],
};

/** Commands that answer something a step can change. */
const asksAgain = new Set<string>([
  'project.state',
  'backups.list',
  'search.find',
  'search.count',
  'search.toMark',
  'sounds.place',
  'identifiers.find',
  'identifiers.places',
]);

/** The tree that a step on codes or categories changes; everything else stands beside it. */
const treeQueries = new Set<string>(['codes.list', 'categories.list']);
const treeTables = new Set<string>(['codes', 'categories']);

/** Where a query stands in the line after a step; what goes through the whole project comes last. */
function turnOf(name: string, tables: readonly string[]): 0 | 1 | 2 {
  if (name === 'project.stats') return 2;
  const isTree = treeQueries.has(name) && tables.some((table) => treeTables.has(table));
  return isTree ? 0 : 1;
}

function isStale(name: string, tables: readonly string[]): boolean {
  const reads = tablesRead[name as Asked];
  if (reads) return reads.some((table) => tables.includes(table));
  return asksAgain.has(name) || api[name as ApiName].kind === 'query';
}

type StepEvent = Extract<HostEvent, { kind: 'step' }>;

const unitsOfTranscript = 'meaningUnits.ofTranscript';
const wholeTranscript = 'transcripts.read';

/** The answers of these on the screen that can be brought up to date. */
function drawn(name: typeof unitsOfTranscript | typeof wholeTranscript) {
  return queryClient
    .getQueryCache()
    .findAll({ queryKey: [name], type: 'active' })
    .filter(({ state }) => state.data !== undefined && state.fetchStatus === 'idle');
}

interface Fresh {
  /** The key of what that was enough for. */
  readonly queryHash: string;
  readonly show: () => void;
}

type Steps = NonNullable<StepEvent['changed']>;

/** Turns that were corrected where they stand; null when one came, went or moved, and all that counts turns is stale. */
async function freshTurns(steps: Steps): Promise<readonly Fresh[] | null> {
  const fresh: Fresh[] = [];
  for (const { queryKey, queryHash } of drawn(wholeTranscript)) {
    const { transcriptId } = queryKey[1] as Input<typeof wholeTranscript>;
    const answer = await call('turns.changed', { transcriptId, ...steps });
    if (answer === null) return null;
    const show = () =>
      queryClient.setQueryData<Output<typeof wholeTranscript>>(
        queryKey,
        (before) => before && withChangedTurns(before, answer),
      );
    fresh.push({ queryHash, show });
  }
  return fresh;
}

async function freshUnits(steps: Steps): Promise<readonly Fresh[]> {
  const fresh: Fresh[] = [];
  for (const { queryKey, queryHash } of drawn(unitsOfTranscript)) {
    const { transcriptId } = queryKey[1] as Input<typeof unitsOfTranscript>;
    const answer = await call('meaningUnits.changed', { transcriptId, ...steps });
    if (answer === null) continue;
    const show = () =>
      queryClient.setQueryData<Output<typeof unitsOfTranscript>>(
        queryKey,
        (before) => before && withChangedUnits(before, answer),
      );
    fresh.push({ queryHash, show });
  }
  return fresh;
}

/**
 * Asks only for the turns and units that the steps touched: an extreme transcript has 6,000 and 10,000
 * (docs/decisions/0015). The keys of what that was enough for.
 */
async function refreshTouched({ changed, tables }: StepEvent): Promise<Set<string>> {
  if (!changed || tables.includes('transcripts')) return new Set();
  const hasTurns = tables.includes('turns');
  if (hasTurns && tables.includes('speakers')) return new Set();
  const turns = hasTurns ? await freshTurns(changed) : [];
  if (turns === null) return new Set();
  const all = [...turns, ...(await freshUnits(changed))];
  // At once, so that no mark is drawn on words that it does not belong to.
  for (const { show } of all) show();
  return new Set(all.map(({ queryHash }) => queryHash));
}

let refreshing: Promise<unknown> = Promise.resolve();

/** Asks these again; a first answer that is on its way may be from before, and would pass for the new one. */
async function askThose(isAsked: (query: Query) => boolean): Promise<void> {
  await queryClient.cancelQueries({
    predicate: (query) => query.state.data === undefined && isAsked(query),
  });
  await queryClient.invalidateQueries({ predicate: isAsked });
}

/** What the person looks at comes first, then what stands beside it, and what counts it up afterwards. */
async function askAgain(event: StepEvent): Promise<void> {
  const fresh = isStale(unitsOfTranscript, event.tables)
    ? await refreshTouched(event).catch(() => new Set<string>())
    : new Set<string>();
  if (fresh.size > 0) await painted();
  const ask = (turn: ReturnType<typeof turnOf>) =>
    askThose(
      ({ queryKey, queryHash }) =>
        turnOf(String(queryKey[0]), event.tables) === turn &&
        isStale(String(queryKey[0]), event.tables) &&
        !fresh.has(queryHash),
    );
  void ask(0)
    .then(() => ask(1))
    .then(() => ask(2));
}

/** Every announced step makes what is on the screen be asked again; unchanged answers keep their identity. */
export function listenToHost(): () => void {
  return onHostEvent((event) => {
    // One after the other, so that an older answer never overwrites a newer one.
    if (event.kind === 'step') refreshing = refreshing.then(() => askAgain(event));
    if (event.kind === 'project') void askThose(() => true);
  });
}

/** How an answer takes over what it has in common with the one before, where position is no guide. */
const sharing: Readonly<Record<string, (before: unknown, after: unknown) => unknown>> = {
  [unitsOfTranscript]: (before, after) =>
    withKnownUnits(
      before as Output<typeof unitsOfTranscript> | undefined,
      after as Output<typeof unitsOfTranscript>,
    ),
};

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
  const query = useQuery({
    queryKey: [name, input],
    queryFn: () => call(name, input as Input<Name>),
    enabled: input !== null,
    structuralSharing: sharing[name] ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
  // Read only when asked for: who does not look at `isFetching` is not drawn again for it at every step.
  return {
    get data() {
      return query.data;
    },
    get problem() {
      return problemIn(query.error);
    },
    get isFetching() {
      return query.isFetching;
    },
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
