import { usePlace } from '../place.ts';
import { useProgress } from '../progress.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { sayProblem, useWords } from '../words.ts';
import { AnalysisColumns } from './AnalysisColumns.tsx';
import { Conflicts } from './Conflicts.tsx';
import { FoundRows } from './FoundRows.tsx';
import { Report } from './Report.tsx';
import { useAnalysis, type Analysis } from './useAnalysis.ts';
import './existingAnalysis.css';

function Working({ analysis }: { readonly analysis: Analysis }) {
  const { say } = useWords();
  const progress = useProgress(analysis.job);
  if (analysis.job === null) return null;
  return (
    <ProgressBar
      words={say(progress?.words ?? 'progress.finding')}
      value={progress?.done ?? 0}
      max={progress?.total ?? 1}
      cancelLabel={say('analysis.stop')}
      onCancel={analysis.cancel}
    />
  );
}

function Found({ analysis }: { readonly analysis: Analysis }) {
  const { say } = useWords();
  const { preview } = analysis;
  if (preview === null) return null;
  const hasUnit =
    preview.source === 'comments' || preview.columns.some(({ role }) => role === 'unit');
  return (
    <div className="analysis-found">
      <AnalysisColumns analysis={analysis} preview={preview} />
      <section className="analysis-counts" aria-label={say('analysis.found')}>
        {hasUnit ? (
          <>
            {(['exact', 'normalised', 'review', 'refused'] as const).map((kind) => (
              <FoundRows
                key={kind}
                kind={kind}
                count={preview.counts[kind]}
                rows={preview.rows[kind]}
              />
            ))}
            <Conflicts conflicts={preview.conflicts} count={preview.conflictCount} />
            <p className="type-s ink-2" role="status">
              {say('analysis.will', { count: preview.units })}{' '}
              {preview.known > 0 && say('analysis.willKnow', { count: preview.known })}{' '}
              {say('analysis.willCode', { ...preview.codes })}
            </p>
          </>
        ) : (
          <Banner kind="advice">{say('analysis.whichUnit')}</Banner>
        )}
      </section>
    </div>
  );
}

export interface AnalysisDialogProps {
  readonly fileId: string;
  readonly onTaken: () => void;
  readonly onClose: () => void;
}

function toTable(onClose: () => void): void {
  onClose();
  usePlace.getState().go({ workspace: 'analysisTable' });
}

interface ActionsProps {
  readonly analysis: Analysis;
  readonly onCancel: () => void;
}

function Actions({ analysis, onCancel }: ActionsProps) {
  const { say } = useWords();
  const { preview, job, isTakingIn } = analysis;
  const units = preview === null ? 0 : preview.units + preview.known;
  return (
    <>
      <Button autoFocus onPress={onCancel}>
        {say('analysis.cancel')}
      </Button>
      <Button
        kind="primary"
        isBusy={isTakingIn}
        isDisabled={job !== null || units === 0}
        onPress={() => void analysis.takeIn()}
      >
        {say('analysis.takeIn')}
      </Button>
    </>
  );
}

/** An analysis that was made elsewhere: what its columns hold, where its words stand, and then it is taken in. */
export function AnalysisDialog({ fileId, onTaken, onClose }: AnalysisDialogProps) {
  const { say } = useWords();
  const analysis = useAnalysis(fileId, onTaken);
  const { preview, report, problem } = analysis;
  const cancel = () => {
    analysis.cancel();
    onClose();
  };
  const title = report
    ? say('analysis.done')
    : say('analysis.title', { file: preview?.fileName ?? '' });
  return (
    <Dialog
      title={title}
      width="wide"
      isOpen
      onClose={report ? onClose : cancel}
      actions={
        report ? (
          <>
            <Button onPress={onClose}>{say('analysis.close')}</Button>
            <Button kind="primary" autoFocus onPress={() => toTable(onClose)}>
              {say('analysis.toTable')}
            </Button>
          </>
        ) : (
          <Actions analysis={analysis} onCancel={cancel} />
        )
      }
    >
      {problem && <Banner>{sayProblem(say, problem)}</Banner>}
      {report ? <Report report={report} /> : <Found analysis={analysis} />}
      <Working analysis={analysis} />
    </Dialog>
  );
}
