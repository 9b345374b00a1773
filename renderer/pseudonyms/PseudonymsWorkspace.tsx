import { Eraser, KeyRound } from 'lucide-react';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';

import type { Identifier, IdentifierPlace } from '../../shared/domain/identifier.ts';
import { call, problemIn, useApi } from '../api.ts';
import { BackupsAfterErasing, useBackupsFromBefore } from '../BackupsToRemove.tsx';
import { keysOf } from '../keys/keymap.ts';
import { newJob, useProgress } from '../progress.ts';
import {
  type PseudonymsView,
  pseudonymsViews,
  usePseudonymsView,
} from '../pseudonymsView.ts';
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
import { Segmented } from '../ui/Segmented.tsx';
import { sayProblem, useWords } from '../words.ts';
import { CodeKeyDialog } from './CodeKeyDialog.tsx';
import { ForgetOldWords } from './ForgetOldWords.tsx';
import { IdentifierDetail } from './IdentifierDetail.tsx';
import { IdentifierList } from './IdentifierList.tsx';
import { PseudonymisedTranscripts } from './PseudonymisedTranscripts.tsx';
import { WaitingPassages } from './WaitingPassages.tsx';
import { groupsOf, nextWords } from './identifierRows.ts';
import './pseudonyms.css';

type View = PseudonymsView;

function useFound() {
  const [job, setJob] = useState(newJob);
  const asked = useMemo(() => ({ job }), [job]);
  const { data: found, problem, isFetching } = useApi('identifiers.find', asked);
  const isCancelled = problem?.code === 'job.cancelled' && !isFetching;
  return {
    found,
    problem: isCancelled ? null : problem,
    isFetching,
    isCancelled,
    progress: useProgress(job),
    cancel: () => void call('jobs.cancel', { job }),
    again: () => setJob(newJob()),
  };
}

/** Deciding on one after the other: the list goes on to the next, and the focus stays in it. */
function useDeciding(rows: readonly Identifier[], go: (words: string | null) => void) {
  const { say } = useWords();
  const [isBusy, setIsBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const decide = async (words: string, work: () => Promise<unknown>, said: string) => {
    const next = nextWords(groupsOf(rows), words);
    setIsBusy(true);
    try {
      await work();
      setRefused(null);
      announce(said);
      go(next);
    } catch (error) {
      setRefused(error);
    }
    setIsBusy(false);
  };
  return {
    isBusy,
    problem: problemIn(refused),
    replace: (
      { words, kind }: Identifier,
      by: string,
      places: readonly IdentifierPlace[],
    ) =>
      decide(
        words,
        () => call('identifiers.replace', { words, kind, by, places: [...places] }),
        say('pseudonyms.replaced', { count: places.length, by }),
      ),
    leave: ({ words }: Identifier) =>
      decide(
        words,
        () => call('identifiers.leave', { words: [words] }),
        say('pseudonyms.wasLeft', { words }),
      ),
    takeUp: ({ words }: Identifier) =>
      decide(
        words,
        () => call('identifiers.takeUp', { words }),
        say('pseudonyms.takenUp', { words }),
      ),
  };
}

/** The list has the focus when one comes here by key; the palette hands it to the pane only once it has closed. */
function useFocusOnComing(list: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const main = list.current?.closest('main');
    const take = (focused: EventTarget | null) => {
      if (focused === document.body || focused === main) list.current?.focus();
    };
    const onFocusIn = ({ target }: FocusEvent) => take(target);
    take(document.activeElement);
    document.addEventListener('focusin', onFocusIn, { once: true });
    return () => document.removeEventListener('focusin', onFocusIn);
  }, [list]);
}

function Deciding({
  rows,
  isReadOnly,
}: {
  readonly rows: readonly Identifier[];
  readonly isReadOnly: boolean;
}) {
  const [wanted, setWanted] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const groups = useMemo(() => groupsOf(rows), [rows]);
  const first = groups[0]!.rows[0]!;
  const chosen = rows.find(({ words }) => words === wanted) ?? first;
  const goOn = useCallback((words: string | null) => {
    setWanted(words);
    list.current?.focus();
  }, []);
  const { isBusy, problem, ...acts } = useDeciding(rows, goOn);
  useFocusOnComing(list);
  return (
    <div className="identifiers">
      <IdentifierList
        groups={groups}
        chosen={chosen.words}
        list={list}
        onChoose={setWanted}
      />
      <IdentifierDetail
        key={chosen.words}
        identifier={chosen}
        isReadOnly={isReadOnly}
        isBusy={isBusy}
        problem={problem}
        field={field}
        onReplace={(by, places) => void acts.replace(chosen, by, places)}
        onLeave={() => void acts.leave(chosen)}
        onTakeUp={() => void acts.takeUp(chosen)}
      />
    </div>
  );
}

function Hints({ view }: { readonly view: View }) {
  const { say } = useWords();
  const leave = say(view === 'open' ? 'pseudonyms.foot.leave' : 'pseudonyms.takeUp');
  const hints = [
    ['↑ ↓', say('pseudonyms.foot.choose')],
    [keysOf('identifiers.replace'), say('pseudonyms.foot.replace')],
    [keysOf('identifiers.leave'), leave],
    [keysOf('identifiers.by'), say('pseudonyms.foot.by')],
  ] as const;
  return (
    <Foot>
      <KeyHints
        hints={hints.flatMap(([keys, words]) => (keys ? [{ keys, words }] : []))}
      />
    </Foot>
  );
}

function Notices(props: {
  readonly onForget: () => void;
  readonly onBackups: () => void;
}) {
  const { say } = useWords();
  const pending = useApi('identifiers.oldWords', {}).data?.pending ?? 0;
  const older = useBackupsFromBefore().length;
  return (
    <>
      {pending > 0 && (
        <Banner
          kind="advice"
          actions={
            <Button icon={Eraser} onPress={props.onForget}>
              {say('pseudonyms.oldWords.button')}
            </Button>
          }
        >
          {say('pseudonyms.oldWords.pending', { count: pending })}
        </Banner>
      )}
      {pending === 0 && older > 0 && (
        <Banner
          kind="warning"
          actions={
            <Button onPress={props.onBackups}>{say('pseudonyms.backups.show')}</Button>
          }
        >
          {say('pseudonyms.oldWords.stillIn', { count: older })}
        </Banner>
      )}
    </>
  );
}

type OpenDialog = 'key' | 'forget' | 'backups' | null;

function Dialogs(props: {
  readonly open: OpenDialog;
  readonly setOpen: (open: OpenDialog) => void;
}) {
  const { open, setOpen } = props;
  const facts = useApi('identifiers.oldWords', {}).data;
  const title = useApi('project.state', {}).data?.title ?? '';
  const close = () => setOpen(null);
  if (open === 'key') return <CodeKeyDialog onClose={close} />;
  if (open === 'forget' && facts)
    return <ForgetOldWords facts={facts} title={title} onClose={close} />;
  return open === 'backups' ? <BackupsAfterErasing onClose={close} /> : null;
}

type Finding = ReturnType<typeof useFound>;

function Looking({ progress, cancel }: Finding) {
  const { say } = useWords();
  const isSlow = useIsSlow(true);
  if (!isSlow) return null;
  const { done = 0, total = 1 } = progress ?? {};
  return (
    <ProgressBar
      words={say('pseudonyms.looking')}
      value={done}
      max={total}
      onCancel={cancel}
      cancelLabel={say('pseudonyms.looking.stop')}
    />
  );
}

function Nothing({ view }: { readonly view: View }) {
  const { say } = useWords();
  const hasTranscripts = (useApi('transcripts.list', {}).data?.length ?? 1) > 0;
  const words = view === 'left' ? 'left.empty' : hasTranscripts ? 'done' : 'empty';
  return <EmptyState>{say(`pseudonyms.${words}`)}</EmptyState>;
}

function Content(props: {
  readonly view: View;
  readonly rows: readonly Identifier[] | undefined;
  readonly isReadOnly: boolean;
  readonly finding: Finding;
}) {
  const { view, rows, isReadOnly, finding } = props;
  const { say } = useWords();
  const hasRows = rows !== undefined && rows.length > 0;
  return (
    <>
      <WorkspaceContent scroll="fixed">
        {finding.isFetching && <Looking {...finding} />}
        {finding.isCancelled && (
          <EmptyState
            actions={<Button onPress={finding.again}>{say('pseudonyms.again')}</Button>}
          >
            {say('pseudonyms.stopped')}
          </EmptyState>
        )}
        {hasRows && <Deciding key={view} rows={rows} isReadOnly={isReadOnly} />}
        {rows?.length === 0 && <Nothing view={view} />}
      </WorkspaceContent>
      {hasRows && !isReadOnly && <Hints view={view} />}
    </>
  );
}

function Bar(props: {
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly toDecide: number | undefined;
  readonly onKey: () => void;
}) {
  const { view, onView, toDecide, onKey } = props;
  const { say } = useWords();
  const key = useApi('codeKey.state', {}).data;
  const facts =
    toDecide === undefined ? undefined : say('pseudonyms.facts', { count: toDecide });
  return (
    <WorkspaceBar
      title={say('pseudonyms.title')}
      {...given({ facts })}
      views={
        <Segmented<View>
          label={say('pseudonyms.view')}
          value={view}
          onChange={onView}
          choices={pseudonymsViews.map((value) => ({
            value,
            words: say(`pseudonyms.view.${value}`),
          }))}
        />
      }
    >
      <Button icon={KeyRound} onPress={onKey}>
        {say(key ? 'pseudonyms.key.isOpen' : 'pseudonyms.key.button')}
      </Button>
    </WorkspaceBar>
  );
}

/** What may point somebody out: decided on one by one, replaced, and the old words let go of for good. */
export function PseudonymsWorkspace() {
  const { say } = useWords();
  const { view } = usePseudonymsView();
  const [open, setOpen] = useState<OpenDialog>(null);
  const finding = useFound();
  const { found, problem } = finding;
  const isReadOnly = useApi('project.state', {}).data?.isReadOnly ?? true;
  const rows = found?.filter(({ isLeft }) => isLeft === (view === 'left'));
  return (
    <Workspace label={say('pseudonyms.title')}>
      <Bar
        view={view}
        onView={(chosen) => usePseudonymsView.setState({ view: chosen })}
        toDecide={found?.filter(({ isLeft }) => !isLeft).length}
        onKey={() => setOpen('key')}
      />
      {problem && <Banner>{sayProblem(say, problem)}</Banner>}
      {!isReadOnly && (
        <Notices
          onForget={() => setOpen('forget')}
          onBackups={() => setOpen('backups')}
        />
      )}
      {view === 'waiting' || view === 'transcripts' ? (
        <WorkspaceContent>
          {view === 'waiting' ? (
            <WaitingPassages isReadOnly={isReadOnly} />
          ) : (
            <PseudonymisedTranscripts isReadOnly={isReadOnly} />
          )}
        </WorkspaceContent>
      ) : (
        <Content view={view} rows={rows} isReadOnly={isReadOnly} finding={finding} />
      )}
      <Dialogs open={open} setOpen={setOpen} />
    </Workspace>
  );
}
