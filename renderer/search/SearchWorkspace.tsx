import { Highlighter } from 'lucide-react';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';

import type { Input } from '../../shared/api.ts';
import { mostHits } from '../../shared/domain/search.ts';
import { useApi } from '../api.ts';
import { useCommands } from '../keys/commands.ts';
import { keysOf } from '../keys/keymap.ts';
import { useIsSlow } from '../slowly.ts';
import { announce } from '../ui/announce.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Workspace, WorkspaceBar, WorkspaceContent } from '../ui/frame/Workspace.tsx';
import { given } from '../ui/given.ts';
import { sayNumber, sayProblem, useWords } from '../words.ts';
import { goToHit } from './goToHit.ts';
import { type HitGroup, hitGroups, type HitRow } from './hitRows.ts';
import { HitFoot } from './HitFoot.tsx';
import { MarkAll } from './MarkAll.tsx';
import { Reservations } from './Reservations.tsx';
import { SearchChoices } from './SearchChoices.tsx';
import { SearchFilters } from './SearchFilters.tsx';
import { SearchResults } from './SearchResults.tsx';
import {
  chooseHit,
  isFiltered,
  searchFor,
  showMore,
  useSearchState,
} from '../searchState.ts';
import { type Searched, useSearch } from './useSearch.ts';
import { sumOf, type Total, useTotals } from './useTotals.ts';
import './Search.css';

function NoHits({ text }: { readonly text: string }) {
  const { say } = useWords();
  const search = useSearchState();
  return (
    <EmptyState
      actions={
        <>
          {search.way === 'words' && (
            <Button onPress={() => searchFor({ way: 'inside' })}>
              {say('search.none.inside')}
            </Button>
          )}
          {!search.fold && search.way !== 'pattern' && (
            <Button onPress={() => searchFor({ fold: true })}>
              {say('search.none.fold')}
            </Button>
          )}
          {isFiltered(search) && (
            <Button onPress={() => searchFor({ filter: {} })}>
              {say('search.none.filters')}
            </Button>
          )}
        </>
      }
    >
      {say('search.none', { text: text.trim() })}
    </EmptyState>
  );
}

/** Says how many there are once typing rests. */
function useAnnouncedHits(words: string | undefined): void {
  useEffect(() => {
    if (words === undefined) return undefined;
    const timer = setTimeout(() => announce(words), 500);
    return () => clearTimeout(timer);
  }, [words]);
}

/** The field when it was asked for or nothing is typed; else the hits, where one was among them. */
function useFirstFocus(
  field: RefObject<HTMLInputElement | null>,
  list: RefObject<HTMLDivElement | null>,
  hasHits: boolean,
): void {
  const asked = useSearchState((search) => search.asked);
  const seen = useRef(-1);
  useEffect(() => {
    if (seen.current === asked) return;
    const isBack = seen.current < 0 && asked === lastAsked && hasHits;
    seen.current = asked;
    lastAsked = asked;
    if (isBack) list.current?.focus();
    else field.current?.select();
  }, [asked, field, list, hasHits]);
}
let lastAsked = -1;

function useRows(answer: Searched['answer']) {
  const { say } = useWords();
  const groups = useMemo(() => (answer ? hitGroups(answer, say) : []), [answer, say]);
  const rows = useMemo(() => groups.flatMap((group) => group.rows), [groups]);
  return { groups, rows };
}

/** How many there are, and how many of them are shown. */
function factsOf(
  { say, language }: ReturnType<typeof useWords>,
  shown: number,
  { count, isAtLeast }: Total,
): string {
  const n = sayNumber(language, count);
  if (count <= shown && !isAtLeast) return say('search.hits', { count, n });
  const first = sayNumber(language, shown);
  if (count > shown)
    return say(isAtLeast ? 'search.hits.atLeast' : 'search.hits.of', { shown: first, n });
  return say('search.hits.more', { n: first });
}

const hasMoreIn = (answer: Searched['answer']) =>
  answer !== undefined &&
  [answer.turns, answer.units, ...answer.written].some((found) => found?.hasMore);

/** The way to more of them, as far as a list can be looked through. */
function More() {
  const { say, language } = useWords();
  const limit = useSearchState((search) => search.limit);
  return (
    <div className="search-more">
      {limit < mostHits ? (
        <Button onPress={showMore}>{say('search.more')}</Button>
      ) : (
        <p className="ink-2">
          {say('search.more.most', { n: sayNumber(language, mostHits) })}
        </p>
      )}
    </div>
  );
}

interface HitsProps {
  readonly searched: Searched;
  readonly groups: readonly HitGroup[];
  readonly rows: readonly HitRow[];
  readonly listRef: RefObject<HTMLDivElement | null>;
  readonly hasMore: boolean;
}

/** What was found, or what to do where there is nothing. */
function Hits({ searched, groups, rows, listRef, hasMore }: HitsProps) {
  const { say } = useWords();
  const { question, answer, isSearching } = searched;
  const text = useSearchState((search) => search.text);
  const isSlow = useIsSlow(isSearching);
  return (
    <>
      {isSlow && <p className="search-waiting ink-2">{say('search.searching')}</p>}
      {!question && <EmptyState>{say('search.begin')}</EmptyState>}
      {question && answer && rows.length === 0 && <NoHits text={text} />}
      {rows.length > 0 && (
        <SearchResults groups={groups} rows={rows} listRef={listRef} onGo={goToHit} />
      )}
      {hasMore && <More />}
    </>
  );
}

/** What the keys do with the hits. */
function useHitCommands(
  rows: readonly HitRow[],
  { field, list }: ReturnType<typeof useParts>,
): void {
  const active = useSearchState((search) => search.active);
  const step = (by: 1 | -1) => () => {
    chooseHit(Math.max(0, Math.min(rows.length - 1, active + by)));
    list.current?.focus();
  };
  const withHits = (run: () => void) => (rows.length > 0 ? run : undefined);
  useCommands({
    'place.find': () => field.current?.select(),
    'find.next': withHits(step(1)),
    'find.previous': withHits(step(-1)),
  });
}

function useParts() {
  return { field: useRef<HTMLInputElement>(null), list: useRef<HTMLDivElement>(null) };
}

/** Marks all hits of what was said, once it is seen how many they are. */
function MarkAllButton({ question }: { readonly question: Input<'search.find'> }) {
  const { say } = useWords();
  const [isOpen, setOpen] = useState(false);
  useCommands({ 'search.markAll': () => setOpen(true) });
  return (
    <>
      <Button
        icon={Highlighter}
        onPress={() => setOpen(true)}
        {...given({ keys: keysOf('search.markAll') ?? undefined })}
      >
        {say('search.markAll')}
      </Button>
      {isOpen && <MarkAll question={question} onClose={() => setOpen(false)} />}
    </>
  );
}

function MarkingAll({ question, answer }: Pick<Searched, 'question' | 'answer'>) {
  const isReadOnly = useApi('project.state', {}).data?.isReadOnly ?? false;
  const spoken = answer?.turns?.hits.length ?? 0;
  return question && spoken > 0 && !isReadOnly ? (
    <MarkAllButton question={question} />
  ) : null;
}

/** Everything that was said and written, searched (design.md 6.2, Ctrl Shift F). */
export function SearchWorkspace() {
  const words = useWords();
  const { say } = words;
  const searched = useSearch();
  const { question, answer, problem } = searched;
  const { groups, rows } = useRows(answer);
  const parts = useParts();
  const hasMore = hasMoreIn(answer);
  const totals = useTotals(searched);
  const facts = answer && factsOf(words, rows.length, sumOf(totals));
  useAnnouncedHits(facts);
  useFirstFocus(parts.field, parts.list, rows.length > 0);
  useHitCommands(rows, parts);
  const active = useSearchState((search) => search.active);
  const row = rows[Math.min(active, rows.length - 1)];
  return (
    <Workspace label={say('search.title')}>
      <WorkspaceBar title={say('search.title')} {...given({ facts })}>
        <MarkingAll question={question} answer={answer} />
      </WorkspaceBar>
      <SearchChoices
        totals={totals}
        fieldRef={parts.field}
        onEnter={() => rows.length > 0 && parts.list.current?.focus()}
      />
      <SearchFilters />
      {problem && <Banner>{sayProblem(say, problem)}</Banner>}
      <Reservations answer={answer} question={question} />
      <WorkspaceContent>
        <Hits
          searched={searched}
          groups={groups}
          rows={rows}
          listRef={parts.list}
          hasMore={hasMore}
        />
      </WorkspaceContent>
      <HitFoot row={row} list={parts.list} />
    </Workspace>
  );
}
