import { ListPlus } from 'lucide-react';
import { useState } from 'react';

import type {
  GuideVersionId,
  QuestionId,
  TranscriptId,
} from '../../shared/domain/ids.ts';
import type { Guide, GuideQuestion } from '../../shared/domain/question.ts';
import { useAct, useApi } from '../api.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Workspace, WorkspaceBar, WorkspaceContent } from '../ui/frame/Workspace.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { sayProblem, useWords } from '../words.ts';
import { AddQuestions } from './AddQuestions.tsx';
import { GuideRow } from './GuideRow.tsx';
import './questions.css';

const heads = [
  'number',
  'question',
  'kind',
  'area',
  'development',
  'answered',
  'units',
] as const;

interface GuideTableProps {
  readonly guide: Guide;
  readonly isReadOnly: boolean;
  readonly onAddAfter: (question: GuideQuestion) => void;
}

const versionOf = ({ versions, versionId }: Guide): number | null =>
  versions.length < 2
    ? null
    : (versions.find(({ id }) => id === versionId)?.number ?? null);

function GuideTable({ guide, isReadOnly, onAddAfter }: GuideTableProps) {
  const { say } = useWords();
  const { versionId, questions, transcripts } = guide;
  const nameOf = (id: TranscriptId) =>
    transcripts.find((one) => one.id === id)?.name ?? '';
  return (
    <table className="guide">
      <caption className="visually-hidden">{say('questions.title')}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {say(`questions.head.${head}`)}
            </th>
          ))}
          <th scope="col">
            <span className="visually-hidden">{say('questions.head.acts')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {questions
          .filter(({ isAsked }) => isAsked)
          .map((question) => (
            <GuideRow
              key={question.id}
              question={question}
              all={questions}
              versionId={versionId!}
              version={versionOf(guide)}
              nameOf={nameOf}
              onAddAfter={onAddAfter}
              isReadOnly={isReadOnly}
            />
          ))}
      </tbody>
    </table>
  );
}

/** What the version that is seen does not ask: it came later, or was left out. */
function NotAsked({ guide, isReadOnly }: Pick<GuideTableProps, 'guide' | 'isReadOnly'>) {
  const { say } = useWords();
  const { act, isPending } = useAct('questions.takeIn');
  const version = versionOf(guide);
  const { versionId } = guide;
  const left = guide.questions.filter(({ isAsked }) => !isAsked);
  if (left.length === 0 || version === null || versionId === null) return null;
  return (
    <section
      className="guide-left-out"
      aria-label={say('questions.notAsked', { version })}
    >
      <h2>{say('questions.notAsked', { version })}</h2>
      <ul>
        {left.map(({ id, number: n, text }) => (
          <li key={id}>
            {say('questions.numbered', { n, text })}{' '}
            {!isReadOnly && (
              <Button
                kind="link"
                aria-label={say('questions.takeIn.numbered', { n, version })}
                isDisabled={isPending}
                onPress={() => void act({ questionId: id, versionId }).catch(() => {})}
              >
                {say('questions.takeIn')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Which version each transcript followed; asked only once there are several. */
function VersionsUsed({
  guide,
  isReadOnly,
}: {
  readonly guide: Guide;
  readonly isReadOnly: boolean;
}) {
  const { say } = useWords();
  const use = useAct('guide.use');
  if (guide.versions.length < 2) return null;
  return (
    <section className="guide-versions" aria-label={say('questions.version.uses')}>
      <h2>{say('questions.version.uses')}</h2>
      {guide.transcripts.map(({ id, name, versionId }) => (
        <Select
          key={id}
          label={name}
          layout="beside"
          isDisabled={isReadOnly}
          value={versionId}
          placeholder={say('questions.version.none')}
          onChange={(value) =>
            void use.act({ transcriptId: id, versionId: value }).catch(() => {})
          }
          choices={guide.versions.map((version) => ({
            value: version.id,
            words: say('questions.version.n', { n: version.number }),
          }))}
        />
      ))}
    </section>
  );
}

function Page({
  guide,
  isReadOnly,
}: {
  readonly guide: Guide;
  readonly isReadOnly: boolean;
}) {
  const { say } = useWords();
  const add = useAct('questions.add');
  const [added, setAdded] = useState(0);
  const [before, setBefore] = useState<QuestionId | null>(null);
  const after = guide.questions.find(({ id }) => id === before);
  const addAfter = ({ id }: GuideQuestion) => {
    setBefore(id);
    setAdded((n) => n + 1);
  };
  return (
    <>
      <GuideTable guide={guide} isReadOnly={isReadOnly} onAddAfter={addAfter} />
      <NotAsked guide={guide} isReadOnly={isReadOnly} />
      {!isReadOnly && (
        <div className="guide-new">
          <TextField
            key={added}
            label={
              after
                ? say('questions.newAfter', { n: after.number })
                : say('questions.new')
            }
            hint={say('questions.new.hint')}
            value=""
            autoFocus={added > 0}
            error={add.problem && sayProblem(say, add.problem)}
            onCommit={(text) => {
              if (text.trim() === '') return;
              void add
                .act({
                  questions: [{ text }],
                  ...(guide.versionId ? { versionId: guide.versionId } : {}),
                  ...(after ? { after: after.id } : {}),
                })
                .then(({ ids }) => {
                  setBefore(after ? ids[0]! : null);
                  setAdded((n) => n + 1);
                })
                .catch(() => {});
            }}
          />
          <p className="ink-2">{say('questions.version.hint')}</p>
        </div>
      )}
      <VersionsUsed guide={guide} isReadOnly={isReadOnly} />
    </>
  );
}

interface GuideBarProps {
  readonly guide: Guide | undefined;
  readonly isPasting: boolean;
  readonly canWrite: boolean;
  readonly onPaste: () => void;
  readonly onVersion: (id: GuideVersionId) => void;
}

function GuideActs({ isPasting, onPaste, onVersion }: GuideBarProps) {
  const { say } = useWords();
  const begin = useAct('guide.newVersion');
  const beginVersion = async () => onVersion((await begin.act({})).id);
  return (
    <>
      {begin.problem && <span role="alert">{sayProblem(say, begin.problem)}</span>}
      <Button onPress={() => void beginVersion().catch(() => {})}>
        {say('questions.version.new')}
      </Button>
      <Button icon={ListPlus} aria-expanded={isPasting} onPress={onPaste}>
        {say('questions.more')}
      </Button>
    </>
  );
}

function GuideBar(props: GuideBarProps) {
  const { guide, canWrite, onVersion } = props;
  const { say } = useWords();
  const versions = guide?.versions ?? [];
  return (
    <WorkspaceBar
      title={say('questions.title')}
      facts={guide && say('questions.count', { count: guide.questions.length })}
    >
      {guide && versions.length > 1 && (
        <Select
          label={say('questions.version')}
          isLabelHidden
          kind="quiet"
          value={guide.versionId}
          onChange={onVersion}
          choices={versions.map(({ id, number }) => ({
            value: id,
            words: say('questions.version.n', { n: number }),
          }))}
        />
      )}
      {canWrite && guide && guide.questions.length > 0 && <GuideActs {...props} />}
    </WorkspaceBar>
  );
}

/** The guide in the chosen version, the newest unless one is chosen. */
function useGuide() {
  const [chosen, setChosen] = useState<GuideVersionId | null>(null);
  const { data: guide, problem } = useApi(
    'guide.read',
    chosen ? { versionId: chosen } : {},
    { keepPrevious: true },
  );
  // A version whose making was undone is not to be seen any longer.
  if (problem?.code === 'gone' && chosen) setChosen(null);
  return { guide, problem, choose: setChosen };
}

interface GuideContentProps {
  readonly guide: Guide;
  readonly isReadOnly: boolean;
  readonly isPasting: boolean;
  readonly onPasted: () => void;
}

function GuideContent({ guide, isReadOnly, isPasting, onPasted }: GuideContentProps) {
  const { say } = useWords();
  const isEmpty = guide.questions.length === 0;
  return (
    <div className="guide-page">
      {isEmpty && <EmptyState>{say('questions.empty')}</EmptyState>}
      {!isReadOnly && (isEmpty || isPasting) && (
        <AddQuestions versionId={guide.versionId} onDone={onPasted} />
      )}
      {!isEmpty && <Page guide={guide} isReadOnly={isReadOnly} />}
    </div>
  );
}

/** The interview guide: what was asked, in which words, and what the material holds on it (design.md 5.16). */
export function QuestionsWorkspace() {
  const { say } = useWords();
  const [isPasting, setPasting] = useState(false);
  const { guide, problem, choose } = useGuide();
  const isReadOnly = useApi('project.state', {}).data?.isReadOnly ?? true;
  return (
    <Workspace label={say('questions.title')}>
      <GuideBar
        guide={guide}
        isPasting={isPasting}
        canWrite={!isReadOnly}
        onPaste={() => setPasting(!isPasting)}
        onVersion={choose}
      />
      {problem && <Banner>{sayProblem(say, problem)}</Banner>}
      <WorkspaceContent>
        {guide && (
          <GuideContent
            guide={guide}
            isReadOnly={isReadOnly}
            isPasting={isPasting}
            onPasted={() => setPasting(false)}
          />
        )}
      </WorkspaceContent>
    </Workspace>
  );
}
