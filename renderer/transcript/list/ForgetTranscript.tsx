import { useState } from 'react';

import type { TranscriptId } from '../../../shared/domain/ids.ts';
import { useAct } from '../../api.ts';
import { usePlace } from '../../place.ts';
import { announce } from '../../ui/announce.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { sayProblem, useWords } from '../../words.ts';

export interface ForgetTranscriptProps {
  readonly transcript: { readonly id: TranscriptId; readonly name: string };
  /** All that is erased, in words. */
  readonly what: string;
  readonly onClose: () => void;
}

/** Erasing cannot be undone: the name is typed first. */
export function ForgetTranscript({ transcript, what, onClose }: ForgetTranscriptProps) {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const { act, isPending, problem } = useAct('transcripts.forget');
  const isReady = typed.normalize('NFC').trim() === transcript.name;
  const forget = async () => {
    if (!isReady) return;
    await act({ transcriptId: transcript.id, typed });
    usePlace.getState().go({ transcriptId: null, selected: null });
    announce(say('transcripts.forgotten', { name: transcript.name }));
    onClose();
  };
  return (
    <Dialog
      title={say('transcripts.forgetTitle', { name: transcript.name })}
      role="alertdialog"
      isOpen
      width="narrow"
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {say('transcripts.cancel')}
          </Button>
          <Button
            kind="danger"
            isDisabled={!isReady}
            isBusy={isPending}
            onPress={() => void forget().catch(() => {})}
          >
            {say('transcripts.forgetNow')}
          </Button>
        </>
      }
    >
      <p>{what}</p>
      <p className="ink-2">{say('transcripts.forgetBackups')}</p>
      <TextField
        label={say('transcripts.forgetType', { name: transcript.name })}
        value=""
        onDraft={setTyped}
        onCommit={setTyped}
        onEnter={() => void forget().catch(() => {})}
      />
      {problem && <Banner>{sayProblem(say, problem)}</Banner>}
    </Dialog>
  );
}
