import { useEffect, useMemo, useState } from 'react';

import type { NewVersion, TurnChange } from '../../../shared/domain/newVersion.ts';
import type { Transcript } from '../../../shared/domain/transcript.ts';
import type { Problem } from '../../../shared/errors.ts';
import { wordDifferences } from '../../../shared/text/wordDifferences.ts';
import { call, problemIn } from '../../api.ts';
import { stageFile } from '../../stageFile.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { showToast } from '../../ui/toasts.ts';
import { WordRuns } from '../../WordRuns.tsx';
import { sayProblem, useWords } from '../../words.ts';
import { runCommand } from '../../keys/commands.ts';
import './newVersion.css';

interface Compared {
  readonly fileId: string;
  readonly version: NewVersion;
}

/** The file laid beside the transcript; put away again when the dialog closes. */
function useComparison(transcriptId: Transcript['id'], path: string) {
  const [compared, setCompared] = useState<Compared | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    let staged: string | null = null;
    let isHere = true;
    const compare = async () => {
      const file = await stageFile(path);
      if (!('fileId' in file)) return setProblem(file);
      staged = file.fileId;
      const version = await call('imports.compare', { transcriptId, fileId: staged });
      if (isHere) setCompared({ fileId: staged, version });
    };
    compare().catch((error: unknown) => isHere && setProblem(problemIn(error)));
    return () => {
      isHere = false;
      if (staged) void call('imports.discard', { fileIds: [staged] }).catch(() => {});
    };
  }, [transcriptId, path]);
  return { compared, problem };
}

function kindOf({ before, after }: TurnChange): 'added' | 'removed' | 'changed' {
  if (before === null) return 'added';
  return after === null ? 'removed' : 'changed';
}

function Change({
  change,
  lang,
}: {
  readonly change: TurnChange;
  readonly lang: string;
}) {
  const { say } = useWords();
  const { label, before, after } = change;
  const runs = useMemo(
    () => wordDifferences(before?.text ?? '', after?.text ?? ''),
    [before, after],
  );
  const who = [before, after]
    .filter((side) => side !== null)
    .map(({ speaker }) => speaker ?? say('newVersion.nobody'))
    .filter((speaker, index, all) => speaker !== all[index - 1])
    .join(' → ');
  return (
    <li className="new-version-change">
      <p>{say(`newVersion.turn.${kindOf(change)}`, { who, label: label ?? '' })}</p>
      <p className="read-small" lang={lang}>
        <WordRuns runs={runs} />
      </p>
    </li>
  );
}

const mostShown = 300;

const hasNews = ({ changes, times }: NewVersion) => changes.length > 0 || times > 0;

/** So little of what was said is in the file that somebody has probably taken the wrong one. */
const isAnotherTalk = ({ keptShare }: NewVersion) => keptShare < 1 / 3;

/** What the new version changes, in numbers and word by word. */
function Summary({
  version,
  transcript,
}: {
  readonly version: NewVersion;
  readonly transcript: Transcript;
}) {
  const { say } = useWords();
  const { turns, units, speakers, changes } = version;
  const carried = units.kept + units.changedInside + units.borderMoved;
  const others = speakers.filter(({ label, is }) => is !== label);
  if (!hasNews(version)) return <p>{say('newVersion.same')}</p>;
  return (
    <>
      {isAnotherTalk(version) && (
        <Banner kind="warning">
          {say('newVersion.another', { file: version.fileName })}
        </Banner>
      )}
      {version.waiting > 0 && (
        <Banner kind="warning">
          {say('newVersion.waiting', { count: version.waiting, file: version.fileName })}
        </Banner>
      )}
      <p>{say('newVersion.turns', { ...turns })}</p>
      <p>
        {say('newVersion.units', { carried, doubt: units.inDoubt, gone: units.gone })}
      </p>
      {version.times > 0 && <p>{say('newVersion.times', { count: version.times })}</p>}
      {others.map(({ label, is }) => (
        <p key={label}>
          {is === null
            ? say('newVersion.speaker.new', { label })
            : say('newVersion.speaker.is', { label, is })}
        </p>
      ))}
      {changes.length > 0 && (
        <ol className="new-version-changes" aria-label={say('newVersion.changes')}>
          {changes.slice(0, mostShown).map((change, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a list that stays as it is
            <Change key={index} change={change} lang={transcript.language} />
          ))}
        </ol>
      )}
      {changes.length > mostShown && (
        <p className="ink-2">
          {say('newVersion.more', { count: changes.length - mostShown })}
        </p>
      )}
    </>
  );
}

function TakeInButton({
  version,
  ...button
}: {
  readonly version: NewVersion;
  readonly isBusy: boolean;
  readonly onPress: () => void;
}) {
  const { say } = useWords();
  const isDoubtful = isAnotherTalk(version);
  return (
    <Button kind={isDoubtful ? 'danger' : 'primary'} {...button}>
      {say(isDoubtful ? 'newVersion.takeIn.anyway' : 'newVersion.takeIn')}
    </Button>
  );
}

export interface NewVersionDialogProps {
  readonly transcript: Transcript;
  readonly path: string;
  readonly onClose: () => void;
}

/** A corrected file from the transcriber: what it changes is seen before it is taken in, as one step. */
export function NewVersionDialog({ transcript, path, onClose }: NewVersionDialogProps) {
  const { say } = useWords();
  const { compared, problem } = useComparison(transcript.id, path);
  const [refused, setRefused] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const takeIn = async ({ fileId }: Compared) => {
    setBusy(true);
    try {
      const { changed, inDoubt } = await call('imports.renew', {
        transcriptId: transcript.id,
        fileId,
      });
      showToast({
        words: say('newVersion.done', { changed: changed.length, doubt: inDoubt.length }),
        action: {
          words: say('shell.undo'),
          onAction: () => void runCommand('steps.undo'),
        },
      });
      onClose();
    } catch (error) {
      setRefused(problemIn(error));
      setBusy(false);
    }
  };
  const stops = problem ?? refused;
  return (
    <Dialog
      title={say('newVersion.title', { transcript: transcript.name })}
      isOpen
      onClose={onClose}
      width="wide"
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {say('newVersion.cancel')}
          </Button>
          {compared && hasNews(compared.version) && (
            <TakeInButton
              version={compared.version}
              isBusy={isBusy}
              onPress={() => void takeIn(compared)}
            />
          )}
        </>
      }
    >
      {stops && <Banner>{sayProblem(say, stops)}</Banner>}
      {!compared && !problem && <p role="status">{say('newVersion.comparing')}</p>}
      {compared && <Summary version={compared.version} transcript={transcript} />}
    </Dialog>
  );
}
