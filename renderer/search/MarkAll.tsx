import { useEffect, useState } from 'react';

import type { Input, Output } from '../../shared/api.ts';
import { mostMarked } from '../../shared/domain/search.ts';
import { call, useAct, useApi } from '../api.ts';
import { newJob, useProgress } from '../progress.ts';
import { useSearchState } from '../searchState.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { showToast } from '../ui/toasts.ts';
import { sayNumber, sayProblem, useWords } from '../words.ts';
import { ExtentChoice } from './HitFoot.tsx';

interface MarkAllProps {
  readonly question: Input<'search.find'>;
  readonly onClose: () => void;
}

type Preview = Output<'search.toMark'>;

function PreviewWords({ units, already, isCut }: Preview) {
  const { say, language } = useWords();
  const n = sayNumber(language, units);
  return (
    <>
      <p>
        {units === 0
          ? say('search.markAll.none')
          : say('search.markAll.what', { count: units, n })}
      </p>
      {already > 0 && (
        <p>
          {say('search.markAll.already', {
            count: already,
            n: sayNumber(language, already),
          })}
        </p>
      )}
      {isCut && (
        <p>{say('search.markAll.first', { n: sayNumber(language, mostMarked) })}</p>
      )}
      {units > 0 && <p className="ink-2">{say('search.markAll.undo')}</p>}
    </>
  );
}

/** All of the question but what belongs to a page of hits. */
function useAsked(question: Input<'search.find'>, withContext: boolean) {
  const extent = useSearchState((search) => search.extent);
  const { scopes: _, limit: __, ...sought } = question;
  return { ...sought, extent, withContext };
}

/** How many it would be; who closes the dialog does not wait for it. */
function usePreview(asked: ReturnType<typeof useAsked>) {
  const [job] = useState(newJob);
  useEffect(() => () => void call('jobs.cancel', { job }), [job]);
  return useApi('search.toMark', { ...asked, job }, { keepPrevious: true });
}

/** Makes the units, says so and closes; a refusal stays to be read. */
function useMarking(onClose: () => void) {
  const { say, language } = useWords();
  const { act, problem } = useAct('search.markAll');
  const [job, setJob] = useState<string | null>(null);
  const mark = async (asked: ReturnType<typeof useAsked>) => {
    const own = newJob();
    setJob(own);
    try {
      const { units, already } = await act({ ...asked, job: own });
      const told = [
        say('search.markAll.done', { count: units, n: sayNumber(language, units) }),
        ...(already > 0
          ? [
              say('search.markAll.left', {
                n: sayNumber(language, already),
                count: already,
              }),
            ]
          : []),
      ];
      showToast({ words: told.join(' ') });
      onClose();
    } catch {
      setJob(null);
    }
  };
  const cancel = () => job !== null && void call('jobs.cancel', { job });
  return {
    mark: (asked: Parameters<typeof mark>[0]) => void mark(asked),
    cancel,
    job,
    problem,
  };
}

function Working({
  job,
  onCancel,
}: {
  readonly job: string;
  readonly onCancel: () => void;
}) {
  const { say } = useWords();
  const progress = useProgress(job);
  return (
    <ProgressBar
      words={say(progress?.words ?? 'progress.searching')}
      value={progress?.done ?? 0}
      max={progress?.total ?? 1}
      cancelLabel={say('search.markAll.stop')}
      onCancel={onCancel}
    />
  );
}

interface ChoicesProps {
  readonly preview: Preview | undefined;
  readonly withContext: boolean;
  readonly onChange: (withContext: boolean) => void;
}

/** What becomes units, and how many that would be. */
function Choices({ preview, withContext, onChange }: ChoicesProps) {
  const { say, language } = useWords();
  const context = preview?.context ?? 0;
  return (
    <>
      <div className="search-mark-extent">
        <span aria-hidden>{say('search.extent')}</span>
        <ExtentChoice label={say('search.extent')} />
      </div>
      <div className="search-mark-all" role="status">
        {preview ? (
          <PreviewWords {...preview} />
        ) : (
          <p>{say('search.markAll.counting')}</p>
        )}
      </div>
      {context > 0 && (
        <Checkbox isChecked={withContext} onChange={onChange}>
          {say('search.markAll.context', {
            count: context,
            n: sayNumber(language, context),
          })}
        </Checkbox>
      )}
    </>
  );
}

/** How many units it would be, before they are made in one step. */
export function MarkAll({ question, onClose }: MarkAllProps) {
  const { say, language } = useWords();
  const [withContext, setWithContext] = useState(false);
  const asked = useAsked(question, withContext);
  const { data: preview, problem } = usePreview(asked);
  const { mark, cancel, job, problem: refused } = useMarking(onClose);
  const isWorking = job !== null;
  const units = preview?.units ?? 0;
  const trouble = problem ?? refused;
  const close = isWorking ? cancel : onClose;
  return (
    <Dialog
      title={say('search.markAll.title')}
      isOpen
      onClose={close}
      actions={
        <>
          <Button onPress={close} autoFocus>
            {say('search.markAll.cancel')}
          </Button>
          <Button
            kind="primary"
            isDisabled={units === 0}
            isBusy={isWorking}
            onPress={() => mark(asked)}
          >
            {say('search.markAll.now', { count: units, n: sayNumber(language, units) })}
          </Button>
        </>
      }
    >
      {trouble && !isWorking && <Banner>{sayProblem(say, trouble)}</Banner>}
      {isWorking ? (
        <Working job={job} onCancel={cancel} />
      ) : (
        <Choices preview={preview} withContext={withContext} onChange={setWithContext} />
      )}
    </Dialog>
  );
}
