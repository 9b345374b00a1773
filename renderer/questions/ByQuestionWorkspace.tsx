import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';

import type { QuestionId } from '../../shared/domain/ids.ts';
import type { Guide } from '../../shared/domain/question.ts';
import { useApi } from '../api.ts';
import { useCommands } from '../keys/commands.ts';
import { usePlace, type WorkspaceName } from '../place.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Workspace, WorkspaceBar, WorkspaceContent } from '../ui/frame/Workspace.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useWords } from '../words.ts';
import { AnswerColumn } from './AnswerColumn.tsx';
import './questions.css';

function NothingYet({ guide }: { readonly guide: Guide }) {
  const { say } = useWords();
  const [words, act, workspace] =
    guide.questions.length === 0
      ? (['noGuide', 'toGuide', 'questions'] as const)
      : (['noTranscripts', 'toTranscripts', 'transcripts'] as const);
  const go = (to: WorkspaceName) => usePlace.getState().go({ workspace: to });
  return (
    <WorkspaceContent>
      <EmptyState
        actions={
          <Button kind="primary" onPress={() => go(workspace)}>
            {say(`questions.by.${act}`)}
          </Button>
        }
      >
        {say(`questions.by.${words}`)}
      </EmptyState>
    </WorkspaceContent>
  );
}

function Pager(props: {
  readonly questions: Guide['questions'];
  readonly at: number;
  readonly onGo: (at: number) => void;
}) {
  const { questions, at, onGo } = props;
  const { say } = useWords();
  return (
    <nav className="question-pager" aria-label={say('questions.by.pager')}>
      <IconButton
        icon={ChevronLeft}
        label={say('questions.by.previous')}
        keys="Alt PageUp"
        isDisabled={at === 0}
        onPress={() => onGo(at - 1)}
      />
      {questions.map(({ id, number, text }, index) => (
        <Button
          key={id}
          kind={index === at ? 'primary' : 'quiet'}
          size="small"
          aria-label={say('questions.numbered', { n: number, text })}
          aria-current={index === at ? 'page' : undefined}
          onPress={() => onGo(index)}
        >
          {number}
        </Button>
      ))}
      <IconButton
        icon={ChevronRight}
        label={say('questions.by.next')}
        keys="Alt PageDown"
        isDisabled={at === questions.length - 1}
        onPress={() => onGo(at + 1)}
      />
    </nav>
  );
}

function Reading({ guide }: { readonly guide: Guide }) {
  const { say } = useWords();
  const [chosen, setChosen] = useState<QuestionId | null>(null);
  const [onlyMarked, setOnlyMarked] = useState(false);
  const [withModerator, setWithModerator] = useState(false);
  const { questions, transcripts } = guide;
  const at = Math.max(
    0,
    questions.findIndex(({ id }) => id === chosen),
  );
  const onGo = (to: number) => {
    const question = questions[to];
    if (question) setChosen(question.id);
  };
  useCommands({
    'place.nextSibling': () => onGo(at + 1),
    'place.previousSibling': () => onGo(at - 1),
  });
  const question = questions[at]!;
  return (
    <WorkspaceContent>
      <div className="by-question">
        <header className="by-question-head">
          <p className="by-question-place">
            {say('questions.by.place', { n: question.number, of: questions.length })}
          </p>
          <h2 className="type-question">{question.text}</h2>
          <Pager questions={questions} at={at} onGo={onGo} />
          <div className="by-question-choices">
            <Checkbox isChecked={onlyMarked} onChange={setOnlyMarked}>
              {say('questions.by.marked')}
            </Checkbox>
            <Checkbox isChecked={withModerator} onChange={setWithModerator}>
              {say('questions.by.moderator')}
            </Checkbox>
          </div>
        </header>
        <div className="by-question-groups">
          {transcripts.map(({ id, name }) => (
            <AnswerColumn
              key={id}
              questionId={question.id}
              transcriptId={id}
              name={name}
              onlyMarked={onlyMarked}
              withModerator={withModerator}
            />
          ))}
        </div>
      </div>
    </WorkspaceContent>
  );
}

/** Every group's answers to one question, side by side (design.md 5.8). */
export function ByQuestionWorkspace() {
  const { say } = useWords();
  const guide = useApi('guide.read', {}).data;
  const isReady = guide && guide.questions.length > 0 && guide.transcripts.length > 0;
  return (
    <Workspace label={say('questions.by')}>
      <WorkspaceBar title={say('questions.by')} />
      {guide && (isReady ? <Reading guide={guide} /> : <NothingYet guide={guide} />)}
    </Workspace>
  );
}
