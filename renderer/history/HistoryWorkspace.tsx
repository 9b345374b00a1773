import { useState } from 'react';

import type { AnalystId } from '../../shared/domain/ids.ts';
import type { Step } from '../../shared/domain/step.ts';
import { useApi } from '../api.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Workspace, WorkspaceBar, WorkspaceContent } from '../ui/frame/Workspace.tsx';
import { Select } from '../ui/Select.tsx';
import { sayNumber, useWords } from '../words.ts';
import { HistoryList } from './HistoryList.tsx';
import { StepDetails } from './StepDetails.tsx';
import './History.css';

interface WhoseProps {
  readonly analystId: AnalystId | null;
  readonly onChange: (id: AnalystId | null) => void;
}

function Whose({ analystId, onChange }: WhoseProps) {
  const { say } = useWords();
  const analysts = useApi('project.read', {}).data?.analysts ?? [];
  if (analysts.length < 2) return null;
  return (
    <Select
      label={say('history.who')}
      isLabelHidden
      kind="quiet"
      value={analystId ?? 'all'}
      onChange={(id) => onChange(analysts.find((one) => one.id === id)?.id ?? null)}
      choices={[
        { value: 'all', words: say('history.who.all') },
        ...analysts.map(({ id, name }) => ({ value: String(id), words: name })),
      ]}
    />
  );
}

function Details({ chosen }: { readonly chosen: Step }) {
  const state = useApi('project.state', {}).data;
  // Asked again, since it may have been undone meanwhile.
  const [now] =
    useApi('steps.history', { before: chosen.seq + 1, limit: 1 }).data?.steps ?? [];
  return (
    <StepDetails
      step={now?.seq === chosen.seq ? now : chosen}
      isLatest={!state?.undo || chosen.seq === state.undo.seq}
      isReadOnly={state?.isReadOnly ?? true}
    />
  );
}

/** What was done, by whom and when, with the way back (design.md 5.13). */
export function HistoryWorkspace() {
  const { say, language } = useWords();
  const latest = useApi('steps.history', { limit: 1 }).data;
  const [analystId, setAnalystId] = useState<AnalystId | null>(null);
  const [chosen, setChosen] = useState<Step | null>(null);
  const total = latest?.total ?? 0;
  return (
    <Workspace label={say('shell.history')}>
      <WorkspaceBar
        title={say('shell.history')}
        facts={say('history.total', { count: total, n: sayNumber(language, total) })}
      >
        <Whose analystId={analystId} onChange={setAnalystId} />
      </WorkspaceBar>
      <WorkspaceContent>
        {latest && total === 0 ? (
          <EmptyState>{say('history.empty')}</EmptyState>
        ) : (
          <HistoryList
            analystId={analystId}
            chosen={chosen?.seq ?? null}
            onChoose={setChosen}
          />
        )}
      </WorkspaceContent>
      {chosen && <Details chosen={chosen} />}
    </Workspace>
  );
}
