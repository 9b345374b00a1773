import { Trash2, UserPlus, UserX } from 'lucide-react';
import { useState } from 'react';

import type { Output } from '../../shared/api.ts';
import { useAct, useApi } from '../api.ts';
import { announce } from '../ui/announce.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Workspace, WorkspaceBar, WorkspaceContent } from '../ui/frame/Workspace.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { TextField } from '../ui/TextField.tsx';
import { sayNumber, sayProblem, useWords } from '../words.ts';
import { ForgetParticipant } from './ForgetParticipant.tsx';
import './participants.css';
import { RemovedParticipants } from './RemovedParticipants.tsx';
import { SpeakersOfTranscripts } from './SpeakersOfTranscripts.tsx';

type Row = Output<'participants.list'>[number];

function ParticipantRow(props: {
  readonly row: Row;
  readonly isReadOnly: boolean;
  readonly onForget: () => void;
}) {
  const { row, isReadOnly, onForget } = props;
  const { say, language } = useWords();
  const rename = useAct('participants.rename');
  const remove = useAct('participants.remove');
  const number = (n: number) => (
    <td className="participants-number">{sayNumber(language, n)}</td>
  );
  return (
    <tr>
      <th scope="row">
        <TextField
          key={row.pseudonym}
          label={say('participants.pseudonym')}
          isLabelHidden
          value={row.pseudonym}
          isReadOnly={isReadOnly}
          error={rename.problem && sayProblem(say, rename.problem)}
          onCommit={(pseudonym) =>
            void rename.act({ participantId: row.id, pseudonym }).catch(() => {})
          }
        />
      </th>
      {number(row.transcripts)}
      {number(row.turns)}
      {number(row.words)}
      {number(row.units)}
      <td className="participants-acts">
        {!isReadOnly && (
          <>
            <IconButton
              icon={UserX}
              label={say('participants.remove', { name: row.pseudonym })}
              onPress={() =>
                void remove
                  .act({ participantId: row.id })
                  .then(() =>
                    announce(say('participants.removed', { name: row.pseudonym })),
                  )
                  .catch(() => {})
              }
            />
            <IconButton
              icon={Trash2}
              label={say('participants.forget', { name: row.pseudonym })}
              onPress={onForget}
            />
          </>
        )}
      </td>
    </tr>
  );
}

function ParticipantTable(props: {
  readonly rows: readonly Row[];
  readonly isReadOnly: boolean;
  readonly onForget: (row: Row) => void;
}) {
  const { say } = useWords();
  const columns = ['pseudonym', 'transcripts', 'turns', 'words', 'units'] as const;
  return (
    <table className="participants">
      <caption className="visually-hidden">{say('participants.title')}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column}
              scope="col"
              className={column === 'pseudonym' ? undefined : 'participants-number'}
            >
              {say(`participants.${column}`)}
            </th>
          ))}
          <th scope="col">
            <span className="visually-hidden">{say('participants.acts')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <ParticipantRow
            key={row.id}
            row={row}
            isReadOnly={props.isReadOnly}
            onForget={() => props.onForget(row)}
          />
        ))}
      </tbody>
    </table>
  );
}

/** P1, P2 … the first that nobody has. */
function nextPseudonym(rows: readonly Row[]): string {
  const taken = new Set(rows.map((row) => row.pseudonym));
  let n = 1;
  while (taken.has(`P${n}`)) n += 1;
  return `P${n}`;
}

function Page({
  rows,
  isReadOnly,
}: {
  readonly rows: readonly Row[];
  readonly isReadOnly: boolean;
}) {
  const { say } = useWords();
  const [forgetting, setForgetting] = useState<Row | null>(null);
  return (
    <WorkspaceContent>
      <div className="participants-page">
        {rows.length === 0 ? (
          <EmptyState>{say('participants.empty')}</EmptyState>
        ) : (
          <ParticipantTable
            rows={rows}
            isReadOnly={isReadOnly}
            onForget={setForgetting}
          />
        )}
        <SpeakersOfTranscripts isReadOnly={isReadOnly} participants={rows} />
        {!isReadOnly && <RemovedParticipants />}
      </div>
      {forgetting && (
        <ForgetParticipant participant={forgetting} onClose={() => setForgetting(null)} />
      )}
    </WorkspaceContent>
  );
}

export function ParticipantsWorkspace() {
  const { say } = useWords();
  const { data: rows = [], problem } = useApi('participants.list', {});
  const isReadOnly = useApi('project.state', {}).data?.isReadOnly ?? true;
  const add = useAct('participants.add');
  const refused = problem ?? add.problem;
  return (
    <Workspace label={say('participants.title')}>
      <WorkspaceBar
        title={say('participants.title')}
        facts={say('participants.count', { count: rows.length })}
      >
        {!isReadOnly && (
          <Button
            icon={UserPlus}
            onPress={() =>
              void add.act({ pseudonym: nextPseudonym(rows) }).catch(() => {})
            }
          >
            {say('participants.add')}
          </Button>
        )}
      </WorkspaceBar>
      {refused && <Banner>{sayProblem(say, refused)}</Banner>}
      <Page rows={rows} isReadOnly={isReadOnly} />
    </Workspace>
  );
}
