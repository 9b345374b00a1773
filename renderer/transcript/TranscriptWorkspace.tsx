import { useDeferredValue, useEffect } from 'react';

import type { TranscriptId } from '../../shared/domain/ids.ts';
import { useApi } from '../api.ts';
import { usePlace } from '../place.ts';
import { useSegmenting } from '../segmenting.ts';
import { useIsSlow } from '../slowly.ts';
import { Banner } from '../ui/Banner.tsx';
import { Workspace, WorkspaceBar, WorkspaceContent } from '../ui/frame/Workspace.tsx';
import { sayProblem, useWords } from '../words.ts';
import { CoverageBar } from './coveragePass/CoverageBar.tsx';
import { FindBar } from './find/FindBar.tsx';
import { useListShown } from './list/showList.ts';
import { TranscriptList } from './list/TranscriptList.tsx';
import { useRefused } from './openTranscript.ts';
import { ReviewBand } from './ReviewBand.tsx';
import { useReviewInText } from './reviewInText.ts';
import { TranscriptSound } from './sound/TranscriptSound.tsx';
import { QuestionRow } from './questions/QuestionRow.tsx';
import { QuestionsPane } from './questions/QuestionsPane.tsx';
import { RemovePassage } from './RemovePassage.tsx';
import { TranscriptBar } from './TranscriptBar.tsx';
import { TranscriptFoot } from './TranscriptFoot.tsx';
import { TranscriptInspector } from './TranscriptInspector.tsx';
import { TranscriptReader, type TranscriptReaderProps } from './TranscriptReader.tsx';
import { useOpenTranscript } from './useOpenTranscript.ts';
import { useTranscriptCommands } from './useTranscriptCommands.ts';

function Refusal() {
  const { say } = useWords();
  const problem = useRefused((refused) => refused.problem);
  useEffect(() => () => useRefused.setState({ problem: null }), []);
  return problem && <Banner>{sayProblem(say, problem)}</Banner>;
}

function Read({
  transcript,
  project,
}: Pick<TranscriptReaderProps, 'transcript' | 'project'>) {
  const { open, latest, hasUnits } = useOpenTranscript(transcript);
  useTranscriptCommands(open, project.lineLength);
  useReviewInText(open, hasUnits);
  // The words come first: what counts them and what is beside them follows.
  const later = useDeferredValue(open);
  const isSegmenting = useSegmenting((segmenting) => segmenting.isOn);
  return (
    <Workspace label={transcript.name}>
      <TranscriptBar transcript={transcript} isReadOnly={open.isReadOnly} />
      <FindBar open={open} />
      <Refusal />
      <CoverageBar open={later} />
      <ReviewBand latest={latest} />
      <QuestionRow open={later} />
      <TranscriptReader
        transcript={transcript}
        project={project}
        open={open}
        latest={latest}
        hasUnits={hasUnits}
      />
      <TranscriptSound open={open} />
      <TranscriptFoot open={later} />
      {isSegmenting ? (
        <QuestionsPane open={open} />
      ) : (
        <TranscriptInspector open={later} project={project} />
      )}
      <RemovePassage open={open} />
    </Workspace>
  );
}

function Waiting() {
  const { say } = useWords();
  const isSlow = useIsSlow(true);
  return (
    <Workspace label={say('transcripts.title')}>
      <WorkspaceBar title={say('transcripts.title')} />
      <WorkspaceContent>{isSlow && <p>{say('transcripts.opening')}</p>}</WorkspaceContent>
    </Workspace>
  );
}

function Opened({ transcriptId }: { readonly transcriptId: TranscriptId }) {
  const { data: transcript, problem } = useApi('transcripts.read', { transcriptId });
  const project = useApi('project.read', {}).data;
  const isGone = problem?.code === 'gone';
  useEffect(() => {
    if (isGone) usePlace.getState().go({ transcriptId: null, selected: null });
  }, [isGone]);
  if (!transcript || !project) return <Waiting />;
  return <Read key={transcript.id} transcript={transcript} project={project} />;
}

/** The transcripts of the project, and the one that is being read. */
export function TranscriptWorkspace() {
  const all = useApi('transcripts.list', {}).data;
  const transcriptId = usePlace((place) => place.transcriptId);
  const isListShown = useListShown((list) => list.isShown);
  if (!all) return <Waiting />;
  const only = all.length === 1 && !isListShown ? all[0] : undefined;
  const open = all.find(({ id }) => id === transcriptId) ?? only;
  return open ? <Opened transcriptId={open.id} /> : <TranscriptList transcripts={all} />;
}
