import { useState } from 'react';

import type { AnalystId } from '../../../shared/domain/ids.ts';
import type { Listening } from '../../../shared/domain/sound.ts';
import type { Transcript } from '../../../shared/domain/transcript.ts';
import { useAct, useApi } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { given } from '../../ui/given.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { sayNumber, sayProblem, useWords } from '../../words.ts';
import { sayDate } from '../list/sayTranscriptFacts.ts';
import { isDate, today } from '../../dates.ts';
import { noteChecksum } from './linkSound.ts';

/** Who vouches for the transcript and since when, as it is being filled in. */
function useVerifying(transcript: Transcript, listening: Listening) {
  const working = useApi('project.state', {}).data?.analystId;
  const analysts = useApi('project.read', {}).data?.analysts ?? [];
  const [chosen, setChosen] = useState<AnalystId | null>(null);
  const [date, setDate] = useState(listening.verified?.date ?? today());
  const [isWrong, setIsWrong] = useState(false);
  const { act, problem } = useAct('transcripts.verify');
  const { verified } = listening;
  const analystId =
    [chosen, verified?.analystId, working, analysts[0]?.id].find(Boolean) ?? null;
  const verify = (onDone: () => void) => {
    const day = date.trim();
    setIsWrong(!isDate(day));
    if (!isDate(day)) return;
    const by = given({ analystId: analystId ?? undefined });
    void act({ transcriptId: transcript.id, date: day, ...by }).then(onDone, () => {});
  };
  return { analysts, analystId, setChosen, date, setDate, isWrong, problem, verify };
}

function Fields({
  verifying,
  onEnter,
}: {
  readonly verifying: ReturnType<typeof useVerifying>;
  readonly onEnter: () => void;
}) {
  const { say } = useWords();
  const { problem } = verifying;
  const refusal = problem ? sayProblem(say, problem) : undefined;
  const error = verifying.isWrong ? say('transcripts.date.wrong') : refusal;
  return (
    <>
      <Select<AnalystId>
        label={say('sound.check.by')}
        choices={verifying.analysts.map(({ id, name }) => ({ value: id, words: name }))}
        value={verifying.analystId}
        onChange={verifying.setChosen}
      />
      <TextField
        label={say('sound.check.date')}
        hint={say('transcripts.date.hint')}
        value={verifying.date}
        onDraft={verifying.setDate}
        onCommit={verifying.setDate}
        onEnter={onEnter}
        {...given({ error })}
      />
    </>
  );
}

function Facts({
  transcript,
  listening,
}: Pick<CheckDialogProps, 'transcript' | 'listening'>) {
  const { say, language } = useWords();
  const { sound, verified, corrections, correctionsSince } = listening;
  const n = (count: number) => sayNumber(language, count);
  return (
    <>
      <p>
        {say('sound.check.listened', {
          n: n(listening.listened.length),
          turns: n(transcript.turns.length),
        })}{' '}
        {say('sound.check.corrections', { count: corrections, n: n(corrections) })}
      </p>
      <p>
        {verified
          ? say('sound.check.verified', {
              who: verified.analyst ?? say('sound.check.somebody'),
              date: sayDate(language, verified.date),
            })
          : say('sound.check.notVerified')}
        {correctionsSince > 0 &&
          ` ${say('sound.check.since', { count: correctionsSince, n: n(correctionsSince) })}`}
      </p>
      {sound && (
        <p className="ink-2 type-s sound-checksum">
          {say('sound.check.file', { file: sound.fileName })}{' '}
          {sound.sha256 !== null && say('sound.check.sha', { sha: sound.sha256 })}
        </p>
      )}
    </>
  );
}

export interface CheckDialogProps {
  readonly transcript: Transcript;
  readonly listening: Listening;
  readonly isReadOnly: boolean;
  readonly onClose: () => void;
}

/** How far the proof-listening has come, and who vouches for the transcript. */
export function CheckDialog(props: CheckDialogProps) {
  const { transcript, listening, isReadOnly, onClose } = props;
  const { say } = useWords();
  const verifying = useVerifying(transcript, listening);
  const unverify = useAct('transcripts.unverify').act;
  const { sound, verified } = listening;
  const onVerify = () => verifying.verify(onClose);
  const writing = !isReadOnly && (
    <>
      {verified && (
        <Button
          onPress={() => void unverify({ transcriptId: transcript.id }).catch(() => {})}
        >
          {say('sound.check.withdraw')}
        </Button>
      )}
      <Button kind="primary" onPress={onVerify}>
        {say(verified ? 'sound.check.again' : 'sound.check.verify')}
      </Button>
    </>
  );
  return (
    <Dialog
      title={say('sound.check.title')}
      isOpen
      width="narrow"
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {say('transcripts.close')}
          </Button>
          {writing}
        </>
      }
    >
      <Facts transcript={transcript} listening={listening} />
      {sound?.sha256 === null && !isReadOnly && (
        <Button kind="quiet" onPress={() => void noteChecksum(sound.id)}>
          {say('sound.check.checksum')}
        </Button>
      )}
      {!isReadOnly && <Fields verifying={verifying} onEnter={onVerify} />}
    </Dialog>
  );
}
