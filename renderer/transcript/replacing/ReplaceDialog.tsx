import { useRef, useState } from 'react';

import type { CorrectedUnits } from '../../../shared/domain/review.ts';
import type { Problem } from '../../../shared/errors.ts';
import { call, problemIn, useApi } from '../../api.ts';
import { runCommand } from '../../keys/commands.ts';
import { whileWriting } from '../../pendingWrites.ts';
import { newJob, useProgress } from '../../progress.ts';
import { useIsSlow } from '../../slowly.ts';
import { announce } from '../../ui/announce.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/toasts.ts';
import { sayNumber, sayProblem, useWords, type Words } from '../../words.ts';
import { endReplacing, useReplacing } from './askReplacing.ts';
import { PlaceList } from './PlaceList.tsx';
import { type Asked, usePlaces } from './usePlaces.ts';
import './replacing.css';

interface FieldsProps {
  readonly asked: Asked;
  readonly onChange: (to: Partial<Asked>) => void;
  readonly onEnter: () => void;
}

function Where({ asked, onChange }: Pick<FieldsProps, 'asked' | 'onChange'>) {
  const { say } = useWords();
  const all = useApi('transcripts.list', {}).data ?? [];
  if (all.length < 2) return null;
  return (
    <Select
      label={say('replacing.where')}
      layout="beside"
      value={asked.transcriptId ?? 'all'}
      choices={[
        { value: 'all', words: say('replacing.where.all') },
        ...all.map(({ id, name }) => ({ value: String(id), words: name })),
      ]}
      onChange={(value) =>
        onChange({ transcriptId: all.find(({ id }) => id === value)?.id ?? null })
      }
    />
  );
}

function Fields({ asked, onChange, onEnter }: FieldsProps) {
  const { say } = useWords();
  const by = useRef<HTMLInputElement>(null);
  const [first] = useState(asked.words);
  return (
    <>
      <div className="replace-fields">
        <TextField
          label={say('replacing.sought')}
          value={first}
          autoFocus={first === ''}
          onDraft={(words) => onChange({ words })}
          onCommit={(words) => onChange({ words })}
          onEnter={() => by.current?.focus()}
        />
        <TextField
          label={say('replacing.by')}
          value=""
          autoFocus={first !== ''}
          controlRef={by}
          placeholder={say('replacing.by.nothing')}
          onDraft={(text) => onChange({ by: text })}
          onCommit={(text) => onChange({ by: text })}
          onEnter={onEnter}
        />
      </div>
      <div className="replace-choices">
        <Checkbox
          isChecked={asked.wholeWords}
          onChange={(wholeWords) => onChange({ wholeWords })}
        >
          {say('replacing.wholeWords')}
        </Checkbox>
        <Checkbox
          isChecked={asked.matchCase}
          onChange={(matchCase) => onChange({ matchCase })}
        >
          {say('replacing.matchCase')}
        </Checkbox>
        <Where asked={asked} onChange={onChange} />
      </div>
    </>
  );
}

/** "12 meningsenheter ändras, 1 att granska." */
function sayEffect({ say, language }: Words, effect: CorrectedUnits): string {
  const counted = (count: number) => ({ count, n: sayNumber(language, count) });
  const { changed, inDoubt } = effect;
  if (changed.length === 0) return `${say('replacing.effect.none')}.`;
  return say('replacing.effect', {
    changed: say('replacing.effect.changed', counted(changed.length)),
    review:
      inDoubt.length === 0
        ? say('replacing.effect.noReview')
        : say('replacing.effect.review', counted(inDoubt.length)),
  });
}

type Found = ReturnType<typeof usePlaces>;

function Summary({ found }: { readonly found: Found }) {
  const words = useWords();
  const { say, language } = words;
  const { places, chosen, foreseen, tick } = found;
  return (
    <div className="replace-summary">
      <p role="status">
        {say('replacing.chosen', {
          count: places.length,
          n: sayNumber(language, chosen.length),
          of: sayNumber(language, places.length),
        })}
        {'. '}
        {chosen.length > 0 &&
          (foreseen ? sayEffect(words, foreseen) : say('replacing.effect.waiting'))}
      </p>
      <Button kind="link" size="small" onPress={() => tick(places, true)}>
        {say('replacing.all')}
      </Button>
      <Button kind="link" size="small" onPress={() => tick(places, false)}>
        {say('replacing.noneChosen')}
      </Button>
    </div>
  );
}

interface PreviewProps {
  readonly asked: Asked;
  readonly found: Found;
  readonly isStopped: boolean;
  readonly onStop: () => void;
}

/** Why there are no places to show. */
function NoPlaces({ asked, found, isStopped, onStop }: PreviewProps) {
  const { say } = useWords();
  const isSlow = useIsSlow(found.isSearching);
  const words = asked.words.trim();
  const isStrict = asked.wholeWords || asked.matchCase;
  const none = `${say('replacing.none', { words })} ${isStrict ? say('replacing.none.hint') : ''}`;
  const searching = isSlow && (
    <>
      {say('replacing.searching')}{' '}
      <Button kind="link" onPress={onStop}>
        {say('replacing.stop')}
      </Button>
    </>
  );
  if (words === '') return <p className="replace-none">{say('replacing.type')}</p>;
  if (isStopped) return <p className="replace-none">{say('replacing.stopped')}</p>;
  return (
    <p className="replace-none" role="status">
      {found.isSearching ? searching : none}
    </p>
  );
}

function Preview(props: PreviewProps) {
  const { say } = useWords();
  const { asked, found } = props;
  const { places, without, tick, problem } = found;
  if (problem) return <Banner>{sayProblem(say, problem)}</Banner>;
  if (places.length === 0) return <NoPlaces {...props} />;
  return (
    <>
      <Summary found={found} />
      <PlaceList places={places} without={without} by={asked.by} onTick={tick} />
    </>
  );
}

function useReplace(found: Found, isReady: boolean) {
  const words = useWords();
  const { say, language } = words;
  const [job, setJob] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const replaced = async (id: string) => {
    const done = await whileWriting(
      call('turns.replace', { ...found.replacing, job: id }),
    );
    const count = done.places;
    const said = say('replacing.done', { count, n: sayNumber(language, count) });
    const effect = `${said} ${sayEffect(words, done)}`;
    endReplacing();
    announce(effect);
    showToast({
      words: effect,
      action: {
        words: say('replacing.undo'),
        onAction: () => void runCommand('steps.undo'),
      },
    });
  };
  const replace = () => {
    if (!isReady || job !== null) return;
    const id = newJob();
    setJob(id);
    setProblem(null);
    replaced(id).catch((error: unknown) => {
      const refused = problemIn(error);
      setProblem(refused?.code === 'job.cancelled' ? null : refused);
      setJob(null);
    });
  };
  /** Before it has been written, it is as if it had not been asked for. */
  const cancel = () => {
    if (job === null) endReplacing();
    else void call('jobs.cancel', { job });
  };
  return { replace, cancel, job, problem };
}

function Progress({ job }: { readonly job: string | null }) {
  const { say } = useWords();
  const isSlow = useIsSlow(job !== null);
  const progress = useProgress(job);
  if (!isSlow || !progress) return null;
  return (
    <ProgressBar words={say(progress.words)} value={progress.done} max={progress.total} />
  );
}

function ReplaceDialog({ first }: { readonly first: Asked }) {
  const { say, language } = useWords();
  const [asked, setAsked] = useState(first);
  const [isStopped, setIsStopped] = useState(false);
  const found = usePlaces(isStopped ? { ...asked, words: '' } : asked);
  const isSame = asked.matchCase && asked.by === asked.words.trim();
  const count = found.chosen.length;
  const isReady = found.isCurrent && count > 0 && !isSame;
  const { replace, cancel, job, problem } = useReplace(found, isReady);
  return (
    <Dialog
      title={say('replacing.title')}
      isOpen
      width="wide"
      onClose={cancel}
      actions={
        <>
          <Progress job={job} />
          <Button onPress={cancel}>{say('replacing.cancel')}</Button>
          <Button
            kind="primary"
            isDisabled={!isReady}
            isBusy={job !== null}
            onPress={replace}
          >
            {say('replacing.do', { count, n: sayNumber(language, count) })}
          </Button>
        </>
      }
    >
      <div className="replace">
        <Fields
          asked={asked}
          onChange={(to) => {
            setIsStopped(false);
            setAsked((before) => ({ ...before, ...to }));
          }}
          onEnter={replace}
        />
        {isSame && asked.words !== '' && (
          <Banner kind="advice">{say('replacing.same')}</Banner>
        )}
        {problem && <Banner>{sayProblem(say, problem)}</Banner>}
        <Preview
          asked={asked}
          found={found}
          isStopped={isStopped}
          onStop={() => setIsStopped(true)}
        />
      </div>
    </Dialog>
  );
}

/** The dialog for replacing a name or word throughout, while something in the window asks for it. */
export function Replacing() {
  const asked = useReplacing((replacing) => replacing.asked);
  if (!asked) return null;
  return (
    <ReplaceDialog
      first={{
        words: asked.words,
        by: '',
        wholeWords: true,
        matchCase: true,
        transcriptId: asked.transcriptId,
      }}
    />
  );
}
