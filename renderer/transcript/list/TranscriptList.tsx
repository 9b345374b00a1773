import { assertNever } from '../../../shared/assertNever.ts';
import { Ellipsis, Plus } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';

import type { TranscriptSummary } from '../../../shared/domain/transcript.ts';
import { call, problemIn, useApi } from '../../api.ts';
import { runCommand } from '../../keys/commands.ts';
import { usePlace } from '../../place.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Workspace, WorkspaceBar, WorkspaceContent } from '../../ui/frame/Workspace.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import type { MenuEntry } from '../../ui/menuEntries.ts';
import { showToast } from '../../ui/toasts.ts';
import { sayNumber, useWords } from '../../words.ts';
import { useRefused } from '../openTranscript.ts';
import { linkSound } from '../sound/linkSound.ts';
import { ForgetTranscript } from './ForgetTranscript.tsx';
import { ImportReports } from './ImportReports.tsx';
import { RemovedTranscripts } from './RemovedTranscripts.tsx';
import { sayDate } from './sayTranscriptFacts.ts';
import { TranscriptFacts } from './TranscriptFacts.tsx';
import './list.css';

type Shown = 'facts' | 'reports' | 'forget';

interface RowProps {
  readonly transcript: TranscriptSummary;
  readonly isReadOnly: boolean;
  /** The one before it, and the one before that: where moving it up leads. */
  readonly above: readonly TranscriptSummary[];
  readonly below: TranscriptSummary | undefined;
  readonly show: (shown: Shown) => void;
}

function attempt(act: () => Promise<unknown>): void {
  useRefused.setState({ problem: null });
  act().catch((error: unknown) => useRefused.setState({ problem: problemIn(error) }));
}

function useRowEntries(props: RowProps): readonly MenuEntry[] {
  const { transcript, isReadOnly, above, below, show } = props;
  const { say } = useWords();
  const transcriptId = transcript.id;
  const reports: MenuEntry = {
    id: 'reports',
    words: say('transcripts.reports'),
    onAction: () => show('reports'),
  };
  if (isReadOnly) return [reports];
  const move = (after: TranscriptSummary | undefined) =>
    attempt(() => call('transcripts.move', { transcriptId, after: after?.id ?? null }));
  const remove = () =>
    attempt(async () => {
      await call('transcripts.remove', { transcriptId });
      showToast({
        words: say('transcripts.removed', { name: transcript.name }),
        action: {
          words: say('transcript.undo'),
          onAction: () => void runCommand('steps.undo'),
        },
      });
    });
  const up: MenuEntry = {
    id: 'up',
    words: say('transcripts.moveUp'),
    onAction: () => move(above.at(-2)),
  };
  const down: MenuEntry = {
    id: 'down',
    words: say('transcripts.moveDown'),
    onAction: () => move(below),
  };
  return [
    { id: 'facts', words: say('transcripts.facts'), onAction: () => show('facts') },
    reports,
    {
      id: 'sound',
      words: say('command.sound.link'),
      onAction: () => void linkSound(transcriptId, say),
    },
    ...(above.length > 0 ? [up] : []),
    ...(below ? [down] : []),
    { id: 'line', separator: true },
    { id: 'remove', words: say('transcripts.remove'), onAction: remove },
    {
      id: 'forget',
      words: say('transcripts.forget'),
      description: say('transcripts.forgetHint'),
      isDanger: true,
      onAction: () => show('forget'),
    },
  ];
}

function Row(props: RowProps) {
  const { transcript } = props;
  const { say, language } = useWords();
  const entries = useRowEntries(props);
  const { turns, words, participants, units, turnsLeft } = transcript;
  const facts = [
    say(`transcripts.kind.${transcript.kind}`),
    transcript.date && sayDate(language, transcript.date),
    participants > 0 && say('transcripts.participants', { count: participants }),
    say('transcripts.turns', { count: turns, n: sayNumber(language, turns) }),
    say('transcripts.words', { count: words, n: sayNumber(language, words) }),
  ].filter(Boolean);
  return (
    <li className="transcript-row">
      <button
        type="button"
        className="transcript-row-open focus-inside"
        onClick={() =>
          usePlace.getState().go({ transcriptId: transcript.id, selected: null })
        }
      >
        <span className="transcript-row-name">{transcript.name}</span>
        <span className="transcript-row-facts">{facts.join(', ')}</span>
        <span className="transcript-row-state">
          {say('transcripts.units', { count: units, n: sayNumber(language, units) })}
          {', '}
          {turnsLeft === 0
            ? say('transcripts.allJudged')
            : say('transcripts.left', {
                count: turnsLeft,
                n: sayNumber(language, turnsLeft),
              })}
        </span>
      </button>
      <MenuButton
        label={say('transcripts.menuOf', { name: transcript.name })}
        icon={Ellipsis}
        isIconOnly
        entries={entries}
      />
    </li>
  );
}

/** Who comes here by a key goes on at the transcript that was open last, else at the first. */
function useFocusedRow(transcripts: readonly TranscriptSummary[]) {
  const ref = useRef<HTMLUListElement>(null);
  const last = usePlace((place) => place.transcriptId);
  const at = Math.max(
    0,
    transcripts.findIndex(({ id }) => id === last),
  );
  useEffect(() => {
    const { activeElement } = document;
    const isNowhere =
      !activeElement || activeElement === document.body || activeElement.matches('main');
    if (isNowhere)
      ref.current?.querySelectorAll<HTMLElement>('.transcript-row-open')[at]?.focus();
  }, [at]);
  return ref;
}

function ForgetListed(props: {
  readonly transcript: TranscriptSummary;
  readonly onClose: () => void;
}) {
  const { say, language } = useWords();
  const { name, turns, units } = props.transcript;
  const what = say('transcripts.forgetWhat', {
    name,
    turns: sayNumber(language, turns),
    units: sayNumber(language, units),
  });
  return <ForgetTranscript {...props} what={what} />;
}

function dialogFor(
  shown: { readonly kind: Shown; readonly transcript: TranscriptSummary },
  onClose: () => void,
): ReactNode {
  const { kind, transcript } = shown;
  switch (kind) {
    case 'facts':
      return <TranscriptFacts transcriptId={transcript.id} onClose={onClose} />;
    case 'reports':
      return <ImportReports transcriptId={transcript.id} onClose={onClose} />;
    case 'forget':
      return <ForgetListed transcript={transcript} onClose={onClose} />;
    default:
      return assertNever(kind);
  }
}

/** All transcripts of the project: to open, to describe, to take away; or how to get the first one. */
export function TranscriptList({
  transcripts,
}: {
  readonly transcripts: readonly TranscriptSummary[];
}) {
  const { say } = useWords();
  const isReadOnly = useApi('project.state', {}).data?.isReadOnly ?? false;
  const [shown, setShown] = useState<{
    readonly kind: Shown;
    readonly transcript: TranscriptSummary;
  } | null>(null);
  const rows = useFocusedRow(transcripts);
  const toImport = () => usePlace.getState().go({ workspace: 'import' });
  return (
    <Workspace label={say('transcripts.title')}>
      <WorkspaceBar title={say('transcripts.title')}>
        {!isReadOnly && transcripts.length > 0 && (
          <Button icon={Plus} onPress={toImport}>
            {say('transcripts.import')}
          </Button>
        )}
      </WorkspaceBar>
      <WorkspaceContent>
        {transcripts.length === 0 ? (
          <EmptyState
            actions={
              isReadOnly ? undefined : (
                <Button kind="primary" size="large" autoFocus onPress={toImport}>
                  {say('transcripts.import')}
                </Button>
              )
            }
          >
            {say('transcripts.empty')}
          </EmptyState>
        ) : (
          <ul className="transcript-rows" ref={rows}>
            {transcripts.map((transcript, index) => (
              <Row
                key={transcript.id}
                transcript={transcript}
                isReadOnly={isReadOnly}
                above={transcripts.slice(0, index)}
                below={transcripts[index + 1]}
                show={(kind) => setShown({ kind, transcript })}
              />
            ))}
          </ul>
        )}
        {!isReadOnly && <RemovedTranscripts />}
      </WorkspaceContent>
      {shown && dialogFor(shown, () => setShown(null))}
    </Workspace>
  );
}
