import { BookOpen, FilePlus2, PencilLine, TriangleAlert } from 'lucide-react';

import type { Stats } from '../../shared/domain/appInfo.ts';
import type { TranscriptSummary } from '../../shared/domain/transcript.ts';
import { useApi } from '../api.ts';
import { today } from '../dates.ts';
import { runCommand } from '../keys/commands.ts';
import { usePlace, type WorkspaceName } from '../place.ts';
import { usePseudonymsView } from '../pseudonymsView.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Workspace, WorkspaceBar, WorkspaceContent } from '../ui/frame/Workspace.tsx';
import { sayNumber, sayWhen, useWords } from '../words.ts';
import { LatestReadings } from './LatestReadings.tsx';
import { useLastPlace } from './useLastPlace.ts';
import './Overview.css';

function goTo(workspace: WorkspaceName) {
  usePlace.getState().go({ workspace });
}

function openTranscript(transcript: Pick<TranscriptSummary, 'id'>) {
  usePlace.getState().go({ workspace: 'transcripts', transcriptId: transcript.id });
}

function Aim() {
  const { say } = useWords();
  const project = useApi('project.read', {}).data;
  const isReadOnly = useApi('project.state', {}).data?.isReadOnly ?? true;
  if (!project) return null;
  const { aim, researchQuestions } = project;
  const hasNone = aim === '' && researchQuestions.length === 0;
  return (
    <section className="overview-part" aria-label={say('overview.aim')}>
      <h2 className="overview-heading">{say('overview.aim')}</h2>
      {aim !== '' && <p className="type-question">{aim}</p>}
      {researchQuestions.length > 0 && (
        <ol className="overview-questions read-small">
          {researchQuestions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ol>
      )}
      {hasNone && <p className="ink-2">{say('overview.aim.none')}</p>}
      {!isReadOnly && (
        <Button kind="link" icon={PencilLine} onPress={() => goTo('settings')}>
          {say(hasNone ? 'overview.aim.write' : 'overview.aim.change')}
        </Button>
      )}
    </section>
  );
}

function Continue() {
  const { say } = useWords();
  const { unit, transcript } = useLastPlace();
  if (!unit && !transcript) return null;
  const heading = say(unit ? 'overview.continue' : 'overview.read');
  const go = () => {
    if (unit) usePlace.getState().goToWords(unit);
    else if (transcript) openTranscript(transcript);
  };
  return (
    <section className="overview-part" aria-label={heading}>
      <h2 className="overview-heading">{heading}</h2>
      {unit && <blockquote className="quotation read-small">{unit.text}</blockquote>}
      <Button kind="primary" icon={BookOpen} onPress={go}>
        {unit
          ? say('overview.continue.in', {
              transcript: unit.transcriptName,
              turn: unit.turnLabel,
            })
          : say('overview.continue.read', { transcript: transcript?.name ?? '' })}
      </Button>
    </section>
  );
}

interface Left {
  readonly id: string;
  readonly words: string;
  readonly isUrgent?: boolean;
  readonly go: () => void;
}

function useLeft(
  stats: Stats,
  transcripts: readonly TranscriptSummary[],
): readonly Left[] {
  const { say, language } = useWords();
  const n = (count: number) => ({ count, n: sayNumber(language, count) });
  const turns = transcripts
    .filter(({ turnsLeft }) => turnsLeft > 0)
    .map((transcript) => ({
      id: transcript.id,
      words: say('overview.left.turns', {
        ...n(transcript.turnsLeft),
        transcript: transcript.name,
      }),
      go: () => openTranscript(transcript),
    }));
  const counted = [
    {
      key: 'overview.left.uncondensed',
      count: stats.units - stats.condensed,
      to: 'analysisTable',
    },
    {
      key: 'overview.left.uncoded',
      count: stats.units - stats.coded,
      to: 'analysisTable',
    },
    { key: 'overview.left.unplaced', count: stats.unplacedCodes, to: 'grouping' },
  ] as const;
  return [
    ...turns,
    ...counted
      .filter(({ count }) => count > 0)
      .map(({ key, count, to }) => ({
        id: key,
        words: say(key, n(count)),
        go: () => goTo(to),
      })),
  ];
}

/** Sensitive passages that wait; those whose day has come are said first. */
function useWaiting(): readonly Left[] {
  const { say, language } = useWords();
  const passages = useApi('passages.waiting', {}).data ?? [];
  const overdue = passages.filter(({ deadline }) => deadline < today());
  const later = passages.slice(overdue.length);
  const go = () => {
    usePseudonymsView.setState({ view: 'waiting' });
    goTo('pseudonyms');
  };
  const row = (key: 'overdue' | 'waiting', those: typeof passages) => ({
    id: key,
    words: say(`overview.left.${key}`, {
      count: those.length,
      n: sayNumber(language, those.length),
      date: those[0]?.deadline ?? '',
    }),
    isUrgent: key === 'overdue',
    go,
  });
  return [
    ...(overdue.length > 0 ? [row('overdue', overdue)] : []),
    ...(later.length > 0 ? [row('waiting', later)] : []),
  ];
}

interface WorkProps {
  readonly stats: Stats;
  readonly transcripts: readonly TranscriptSummary[];
}

function WhatIsLeft({ stats, transcripts }: WorkProps) {
  const { say } = useWords();
  const waiting = useWaiting();
  const left = [...waiting, ...useLeft(stats, transcripts)];
  return (
    <section className="overview-part" aria-label={say('overview.left')}>
      <h2 className="overview-heading">{say('overview.left')}</h2>
      {left.length === 0 && <p>{say('overview.left.nothing')}</p>}
      <ul className="overview-left">
        {left.map(({ id, words, isUrgent, go }) => (
          <li key={id}>
            <Button
              kind="link"
              onPress={go}
              {...(isUrgent ? { icon: TriangleAlert } : {})}
            >
              {words}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Transcripts({ transcripts }: Pick<WorkProps, 'transcripts'>) {
  const { say, language } = useWords();
  const heads = [
    'name',
    'participants',
    'words',
    'units',
    'left',
    'covered',
    'pseudonymised',
  ] as const;
  return (
    <section className="overview-part" aria-label={say('shell.transcripts')}>
      <h2 className="overview-heading">{say('shell.transcripts')}</h2>
      <div className="overview-table-frame">
        <table className="overview-table">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {say(`overview.head.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {transcripts.map((transcript) => (
              <tr key={transcript.id}>
                <th scope="row">
                  <Button kind="link" onPress={() => openTranscript(transcript)}>
                    {transcript.name}
                  </Button>
                </th>
                <td>{sayNumber(language, transcript.participants)}</td>
                <td>{sayNumber(language, transcript.words)}</td>
                <td>{sayNumber(language, transcript.units)}</td>
                <td>{sayNumber(language, transcript.turnsLeft)}</td>
                <td>
                  {transcript.coveredAt
                    ? sayWhen(language, transcript.coveredAt)
                    : say('overview.notCovered')}
                </td>
                <td>{transcript.pseudonymisedOn ?? say('overview.notCovered')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Beginning() {
  const { say } = useWords();
  const isReadOnly = useApi('project.state', {}).data?.isReadOnly ?? true;
  return (
    <EmptyState
      actions={
        !isReadOnly && (
          <Button
            kind="primary"
            icon={FilePlus2}
            onPress={() => runCommand('project.import')}
          >
            {say('overview.begin')}
          </Button>
        )
      }
    >
      {say('overview.empty')}
    </EmptyState>
  );
}

/** Where the project stands: the aim, where one was, what is left (design.md 5.17). */
export function OverviewWorkspace() {
  const { say } = useWords();
  const title = useApi('project.read', {}).data?.title ?? '';
  const stats = useApi('project.stats', {}).data;
  const transcripts = useApi('transcripts.list', {}).data;
  const isBegun = stats && transcripts && transcripts.length > 0;
  return (
    <Workspace label={say('shell.overview')}>
      <WorkspaceBar title={say('shell.overview')} facts={title} />
      <WorkspaceContent>
        <div className="overview">
          <Aim />
          {isBegun && (
            <>
              <Continue />
              <WhatIsLeft stats={stats} transcripts={transcripts} />
              <Transcripts transcripts={transcripts} />
              <LatestReadings />
            </>
          )}
          {transcripts?.length === 0 && <Beginning />}
        </div>
      </WorkspaceContent>
    </Workspace>
  );
}
