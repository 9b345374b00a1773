import { Highlighter } from 'lucide-react';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';

import { indexingJob } from '../../shared/domain/search.ts';
import { useApi } from '../api.ts';
import { useCommands } from '../keys/commands.ts';
import { keysOf } from '../keys/keymap.ts';
import { useProgress } from '../progress.ts';
import { useIsSlow } from '../slowly.ts';
import { announce } from '../ui/announce.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import {
  Foot,
  Workspace,
  WorkspaceBar,
  WorkspaceContent,
} from '../ui/frame/Workspace.tsx';
import { given } from '../ui/given.ts';
import { KeyHints } from '../ui/KeyHints.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { sayNumber, sayProblem, useWords } from '../words.ts';
import { goToHit } from './goToHit.ts';
import { hitGroups, type HitRow } from './hitRows.ts';
import { MarkAll } from './MarkAll.tsx';
import { markHit } from './markHits.ts';
import { SearchChoices } from './SearchChoices.tsx';
import { SearchFilters } from './SearchFilters.tsx';
import { SearchResults } from './SearchResults.tsx';
import {
  chooseHit,
  isFiltered,
  searchFor,
  showMore,
  useSearchState,
} from './searchState.ts';
import { type Searched, useSearch } from './useSearch.ts';
import './Search.css';

const limitInSeconds = 2.5;

/** What the answer does not hold, and why. */
function Reservations({ answer }: Pick<Searched, 'answer'>) {
  const { say, language } = useWords();
  const progress = useProgress(indexingJob);
  const isIndexing = progress !== undefined && progress.done < progress.total;
  const unindexed = answer?.unindexed ?? 0;
  return (
    <>
      {answer?.isCut && (
        <Banner kind="warning">
          {say('search.cut', { seconds: sayNumber(language, limitInSeconds) })}
        </Banner>
      )}
      {unindexed > 0 && (
        <Banner kind="advice">
          {say('search.unindexed', {
            count: unindexed,
            n: sayNumber(language, unindexed),
          })}
        </Banner>
      )}
      {isIndexing && (
        <div className="search-indexing">
          <ProgressBar
            words={say('progress.indexing')}
            value={progress.done}
            max={progress.total}
          />
        </div>
      )}
    </>
  );
}

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

function factsOf(
  { say, language }: ReturnType<typeof useWords>,
  rows: readonly HitRow[],
  hasMore: boolean,
): string {
  const n = sayNumber(language, rows.length);
  return hasMore
    ? say('search.hits.more', { n })
    : say('search.hits', { count: rows.length, n });
}

const hasMoreIn = (answer: Searched['answer']) =>
  answer !== undefined &&
  [answer.turns, answer.units, ...answer.written].some((found) => found?.hasMore);

/** Everything that was said and written, searched (design.md 6.2, Ctrl Shift F). */
export function SearchWorkspace() {
  const words = useWords();
  const { say } = words;
  const searched = useSearch();
  const { question, answer, problem } = searched;
  const { text, active } = useSearchState();
  const { groups, rows } = useRows(answer);
  const isReadOnly = useApi('project.state', {}).data?.isReadOnly ?? false;
  const [isMarkingAll, setMarkingAll] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const isSlow = useIsSlow(searched.isSearching);
  const hasMore = hasMoreIn(answer);
  const facts = answer && factsOf(words, rows, hasMore);
  useAnnouncedHits(facts);
  useFirstFocus(field, list, rows.length > 0);

  const row = rows[Math.min(active, rows.length - 1)];
  const step = (by: 1 | -1) => {
    chooseHit(Math.max(0, Math.min(rows.length - 1, active + by)));
    list.current?.focus();
  };
  const mark = () => row && void markHit(row, say, isReadOnly);
  useCommands({
    'place.find': () => field.current?.select(),
    'find.next': rows.length > 0 ? () => step(1) : undefined,
    'find.previous': rows.length > 0 ? () => step(-1) : undefined,
    'search.mark': rows.length > 0 ? mark : undefined,
  });
  const spoken = answer?.turns?.hits.length ?? 0;
  return (
    <Workspace label={say('search.title')}>
      <WorkspaceBar title={say('search.title')} {...given({ facts })}>
        {spoken > 0 && !isReadOnly && (
          <Button icon={Highlighter} onPress={() => setMarkingAll(true)}>
            {say('search.markAll')}
          </Button>
        )}
      </WorkspaceBar>
      <SearchChoices
        answer={answer}
        fieldRef={field}
        onEnter={() => rows.length > 0 && list.current?.focus()}
      />
      <SearchFilters />
      {problem && <Banner>{sayProblem(say, problem)}</Banner>}
      <Reservations answer={answer} />
      <WorkspaceContent>
        {isSlow && <p className="search-waiting ink-2">{say('search.searching')}</p>}
        {!question && <EmptyState>{say('search.begin')}</EmptyState>}
        {question && answer && rows.length === 0 && <NoHits text={text} />}
        {rows.length > 0 && (
          <SearchResults groups={groups} rows={rows} listRef={list} onGo={goToHit} />
        )}
        {hasMore && (
          <div className="search-more">
            <Button onPress={showMore}>{say('search.more')}</Button>
          </div>
        )}
      </WorkspaceContent>
      {row && (
        <Foot>
          <Button kind="quiet" size="small" keys="Enter" onPress={() => goToHit(row)}>
            {say('search.key.go')}
          </Button>
          {row.hit.kind !== 'written' && !isReadOnly && (
            <Button
              kind="quiet"
              size="small"
              onPress={mark}
              {...given({ keys: keysOf('search.mark') ?? undefined })}
            >
              {say('search.key.mark')}
            </Button>
          )}
          <KeyHints hints={[{ keys: '↑ ↓', words: say('search.key.walk') }]} />
        </Foot>
      )}
      {isMarkingAll && question && (
        <MarkAll question={question} onClose={() => setMarkingAll(false)} />
      )}
    </Workspace>
  );
}
