import { ChevronLeft, ChevronRight, Download } from 'lucide-react';
import { useDeferredValue, useEffect, useState } from 'react';

import type { Answers, Guide, GuideQuestion } from '../../shared/domain/question.ts';
import { useApi } from '../api.ts';
import { askExport } from '../askExport.ts';
import { useCommands } from '../keys/commands.ts';
import { usePlace, type WorkspaceName } from '../place.ts';
import { showQuestion, useQuestionShown } from '../questionShown.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Workspace, WorkspaceBar, WorkspaceContent } from '../ui/frame/Workspace.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { sayProblem, useWords } from '../words.ts';
import { GroupsReader } from './byQuestion/GroupsReader.tsx';
import type { AnswerChoice } from './byQuestion/groupsText.ts';
import { Summary } from './byQuestion/Summary.tsx';
import { useGroupCommands } from './byQuestion/useGroupCommands.ts';
import { useOpenGroups } from './byQuestion/useOpenGroups.ts';
import { useRefused } from './openTranscript.ts';
import { TranscriptInspector } from './TranscriptInspector.tsx';
import './byQuestion/byQuestion.css';

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
  const summaries = useApi('summaries.list', {}).data ?? [];
  const summed = new Set(summaries.map(({ questionId }) => questionId));
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
          aria-label={
            say('questions.numbered', { n: number, text }) +
            (summed.has(id) ? ` (${say('questions.by.hasSummary')})` : '')
          }
          className={summed.has(id) ? 'question-summed' : ''}
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

function Choices(props: {
  readonly choice: AnswerChoice;
  readonly onChange: (choice: AnswerChoice) => void;
}) {
  const { choice, onChange } = props;
  const { say } = useWords();
  return (
    <>
      <Checkbox
        isChecked={choice.onlyMarked}
        onChange={(onlyMarked) => onChange({ ...choice, onlyMarked })}
      >
        {say('questions.by.marked')}
      </Checkbox>
      <Checkbox
        isChecked={choice.withModerator}
        onChange={(withModerator) => onChange({ ...choice, withModerator })}
      >
        {say('questions.by.moderator')}
      </Checkbox>
    </>
  );
}

interface AnswersShownProps {
  readonly question: GuideQuestion;
  readonly answers: Answers;
  readonly choice: AnswerChoice;
}

/** The answers with all that can be done to them, and beside them what is selected. */
function AnswersShown({ question, answers, choice }: AnswersShownProps) {
  const project = useApi('project.read', {}).data;
  const { open, columns, latest } = useOpenGroups(question, answers, choice);
  useGroupCommands(open, columns);
  const later = useDeferredValue(open);
  return (
    <>
      <GroupsReader question={question} columns={columns} open={open} latest={latest} />
      {project && <TranscriptInspector open={later} project={project} />}
    </>
  );
}

function Refusal() {
  const { say } = useWords();
  const problem = useRefused((refused) => refused.problem);
  useEffect(() => () => useRefused.setState({ problem: null }), []);
  return problem && <Banner>{sayProblem(say, problem)}</Banner>;
}

function Reading({ guide }: { readonly guide: Guide }) {
  const { say } = useWords();
  const chosen = useQuestionShown((shown) => shown.id);
  const [choice, setChoice] = useState<AnswerChoice>({
    onlyMarked: false,
    withModerator: false,
  });
  const isReadOnly = useApi('project.state', {}).data?.isReadOnly ?? true;
  const { questions } = guide;
  const at = Math.max(
    0,
    questions.findIndex(({ id }) => id === chosen),
  );
  const question = questions[at]!;
  const answers = useApi('questions.answers', { questionId: question.id }).data;
  const onGo = (to: number) => {
    const next = questions[to];
    if (next) showQuestion(next.id);
  };
  useCommands({
    'place.nextSibling': () => onGo(at + 1),
    'place.previousSibling': () => onGo(at - 1),
  });
  return (
    <>
      <Refusal />
      <WorkspaceContent className="transcript-scroll by-question">
        <header className="by-question-head">
          <p className="by-question-place">
            {say('questions.by.place', { n: question.number, of: questions.length })}
          </p>
          <h2 className="type-question">{question.text}</h2>
          <div className="by-question-choices">
            <Pager questions={questions} at={at} onGo={onGo} />
            <Choices choice={choice} onChange={setChoice} />
          </div>
          <Summary
            key={question.id}
            questionId={question.id}
            transcriptId={null}
            isReadOnly={isReadOnly}
          />
        </header>
        {answers && (
          <AnswersShown
            key={question.id}
            question={question}
            answers={answers}
            choice={choice}
          />
        )}
      </WorkspaceContent>
    </>
  );
}

/** Every group's answers to one question, side by side (design.md 5.8). */
export function ByQuestionWorkspace() {
  const { say } = useWords();
  const guide = useApi('guide.read', {}).data;
  const hasSummaries = (useApi('summaries.list', {}).data?.length ?? 0) > 0;
  const isReady = guide && guide.questions.length > 0 && guide.transcripts.length > 0;
  return (
    <Workspace label={say('questions.by')}>
      <WorkspaceBar title={say('questions.by')}>
        {hasSummaries && (
          <Button icon={Download} onPress={() => askExport('summaries')}>
            {say('questions.summary.export')}
          </Button>
        )}
      </WorkspaceBar>
      {guide && (isReady ? <Reading guide={guide} /> : <NothingYet guide={guide} />)}
    </Workspace>
  );
}
