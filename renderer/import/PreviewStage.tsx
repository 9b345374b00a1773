import { memo, useDeferredValue, useState } from 'react';

import { call, problemIn } from '../api.ts';
import type { ImportPreview } from '../../shared/domain/importing.ts';
import type { Problem } from '../../shared/errors.ts';
import { useCommands } from '../keys/commands.ts';
import { newJob, useProgress } from '../progress.ts';
import { announce } from '../ui/announce.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Foot } from '../ui/frame/Workspace.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { sayProblem, useWords } from '../words.ts';
import { AnalysisHint } from './AnalysisHint.tsx';
import { FileList } from './FileList.tsx';
import { FileOptions } from './FileOptions.tsx';
import {
  changeFile,
  previewFile,
  putAway,
  showOutcome,
  toImport,
  useImportDesk,
  type DeskFile,
  type ImportOutcome,
} from './importDesk.ts';
import { LabelChoices } from './LabelChoices.tsx';
import { NoteList } from './notes.tsx';
import { PreviewTurns } from './PreviewTurns.tsx';
import { SpeakerTable } from './SpeakerTable.tsx';
import { isReady, isSurvey, surveyToRun } from './surveyDesk.ts';
import { TierChoice } from './TierChoice.tsx';
import { ReadAs, SurveyColumns, SurveySummary } from './SurveyColumns.tsx';

const isBeingRead = (file: DeskFile): boolean =>
  file.isLooking || (!file.preview && !file.problem);

/** Transcripts first, as one import; then each survey, which is undone by itself. */
async function runFiles(ready: readonly DeskFile[], job: string): Promise<ImportOutcome> {
  const transcripts = ready.filter((file) => !isSurvey(file));
  const outcome =
    transcripts.length > 0
      ? await call('imports.run', { files: transcripts.map(toImport), job })
      : { imported: [], refused: [] };
  const imported = [...outcome.imported];
  const refused = [...outcome.refused];
  let people = 0;
  for (const file of ready) {
    if (!file.survey?.isChosen) continue;
    try {
      const done = await call('surveys.run', { ...surveyToRun(file, file.survey), job });
      imported.push(...done.imported);
      people += done.people;
    } catch (error) {
      const problem = problemIn(error);
      // With nothing in, everything stays on the desk; else what is in must not come in twice.
      if (problem === null || imported.length + people === 0) throw error;
      refused.push({ ...problem, file: problem.file ?? file.fileName });
    }
  }
  return { imported, refused, people };
}

/** Reads in every file that could be previewed; what was refused stays on the desk. */
function useReadIn() {
  const { say } = useWords();
  const [job, setJob] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const readIn = async () => {
    const { files } = useImportDesk.getState();
    const ready = files.filter(isReady);
    // A file that is still being read would be left out without a word.
    if (ready.length === 0 || files.some(isBeingRead) || job) return;
    const id = newJob();
    setJob(id);
    setProblem(null);
    try {
      const outcome = await runFiles(ready, id);
      const refused = useImportDesk
        .getState()
        .files.flatMap((file) => (isReady(file) ? [] : (file.problem ?? [])));
      showOutcome({ ...outcome, refused: [...outcome.refused, ...refused] });
      putAway(useImportDesk.getState().files.map((file) => file.key));
      announce(say('import.done', { count: outcome.imported.length }));
    } catch (error) {
      setProblem(problemIn(error));
    } finally {
      setJob(null);
    }
  };
  return { readIn, job, problem };
}

/** Other files by the choices of this one, with what has been decided about them themselves. */
function AlikeButton({ file, files }: SideProps) {
  const { say } = useWords();
  const others = files.filter((one) => one.key !== file.key && one.preview);
  if (others.length === 0) return null;
  const alike = () => {
    for (const other of others) {
      changeFile(other.key, {
        decisions: { ...file.decisions, ...other.decisions },
        kind: other.kind ?? file.kind,
      });
      void previewFile(other.key, { ...file.choices, encoding: other.choices.encoding });
    }
    announce(say('import.alike.done', { count: others.length }));
  };
  return <Button onPress={alike}>{say('import.alike', { count: others.length })}</Button>;
}

interface PreviewedProps {
  readonly file: DeskFile;
  readonly preview: ImportPreview;
}

// Drawn again when its own file changes, not with each of the others.
const Decisions = memo(function Decisions({ file, preview }: PreviewedProps) {
  const { say } = useWords();
  return (
    <>
      {preview.sameAs && (
        <Banner kind="advice">{say('import.same', { name: preview.sameAs })}</Banner>
      )}
      <TierChoice file={file} preview={preview} />
      <h2 className="import-heading">{say('import.who')}</h2>
      <SpeakerTable file={file} preview={preview} />
      <LabelChoices file={file} preview={preview} />
      <FileOptions key={file.key} file={file} preview={preview} />
    </>
  );
});

const Changes = memo(function Changes({ preview }: Pick<PreviewedProps, 'preview'>) {
  const { say } = useWords();
  const { changes, warnings, format } = preview.parsed;
  return (
    <>
      <h2 className="import-heading">{say('import.will')}</h2>
      {changes.length > 0 ? (
        <NoteList notes={changes} format={format} />
      ) : (
        <p className="type-s ink-2">{say('import.will.nothing')}</p>
      )}
      {warnings.length > 0 && (
        <>
          <h2 className="import-heading">{say('import.look')}</h2>
          <NoteList notes={warnings} format={format} />
        </>
      )}
    </>
  );
});

interface SideProps {
  readonly file: DeskFile;
  readonly files: readonly DeskFile[];
}

function Side({ file, files }: SideProps) {
  const { preview, survey } = file;
  // The choices of a file are laid out in pieces, between which keys are heard.
  const laidOut = useDeferredValue(preview ? file.key : null, null);
  return (
    <div className="import-side">
      {files.length > 1 && <FileList files={files} shownKey={file.key} />}
      {survey && <ReadAs file={file} survey={survey} />}
      {survey?.isChosen && <SurveySummary file={file} survey={survey} />}
      {preview && laidOut === file.key && !isSurvey(file) && (
        <>
          <Decisions file={file} preview={preview} />
          <AlikeButton file={file} files={files} />
          <Changes preview={preview} />
        </>
      )}
    </div>
  );
}

const Main = memo(function Main({ file }: { readonly file: DeskFile }) {
  const { say } = useWords();
  if (file.survey?.isChosen)
    return <SurveyColumns key={file.key} file={file} survey={file.survey} />;
  if (file.problem && !file.isLooking) {
    return (
      <div className="import-preview">
        <Banner
          kind="error"
          actions={
            <Button onPress={() => putAway([file.key])}>{say('import.skip')}</Button>
          }
        >
          {sayProblem(say, file.problem)}
        </Banner>
      </div>
    );
  }
  if (!file.preview || file.isLooking) {
    return (
      <p className="import-preview ink-2" role="status">
        {say('import.readingFile', { file: file.fileName })}
      </p>
    );
  }
  return <PreviewTurns key={file.key} file={file} preview={file.preview} />;
});

export function PreviewStage({
  files,
  file,
}: {
  readonly files: readonly DeskFile[];
  readonly file: DeskFile;
}) {
  const { say } = useWords();
  const { readIn, job, problem } = useReadIn();
  const progress = useProgress(job);
  const ready = files.filter(isReady).length;
  const beingRead = files.filter(isBeingRead).length;
  useCommands({ 'import.readIn': () => void readIn() });
  return (
    <>
      {problem && (
        <Banner kind={problem.code === 'job.cancelled' ? 'advice' : 'error'}>
          {sayProblem(say, problem)}
        </Banner>
      )}
      <AnalysisHint key={file.fileId} file={file} />
      <div className="import-panes">
        <Main file={file} />
        <Side file={file} files={files} />
      </div>
      <Foot>
        {job && progress && progress.total > 1 ? (
          <ProgressBar
            words={say('import.progress', { done: progress.done, total: progress.total })}
            value={progress.done}
            max={progress.total}
            cancelLabel={say('import.cancel')}
            onCancel={() => void call('jobs.cancel', { job })}
          />
        ) : (
          <span className="ink-3">
            {beingRead > 0
              ? say('import.readingFiles', {
                  done: files.length - beingRead,
                  total: files.length,
                })
              : say('import.untouched')}
          </span>
        )}
        <span className="import-foot-space" />
        <Button onPress={() => putAway(files.map((one) => one.key))}>
          {say('import.cancel')}
        </Button>
        <Button
          kind="primary"
          keys="Ctrl Enter"
          isBusy={job !== null}
          isDisabled={ready === 0 || beingRead > 0}
          onPress={() => void readIn()}
        >
          {files.length > 1
            ? say('import.readIn.many', { count: ready })
            : say(isSurvey(file) ? 'survey.run' : 'import.readIn')}
        </Button>
      </Foot>
    </>
  );
}
