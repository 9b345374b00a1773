import { useState } from 'react';

import type { ParticipantId } from '../../shared/domain/ids.ts';
import { useAct } from '../api.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import { sayProblem, useWords } from '../words.ts';

interface Props {
  readonly participant: {
    readonly id: ParticipantId;
    readonly pseudonym: string;
    readonly turns: number;
    readonly units: number;
  };
  readonly onClose: () => void;
}

/** Erasing is the one thing that undo cannot mend, so it is confirmed by typing. */
export function ForgetParticipant({ participant, onClose }: Props) {
  const { say } = useWords();
  const forget = useAct('participants.forget');
  const [typed, setTyped] = useState('');
  const { id, pseudonym, turns, units } = participant;
  const erase = () =>
    void forget
      .act({ participantId: id, typed })
      .then(() => {
        announce(say('participants.forgotten', { name: pseudonym }));
        onClose();
      })
      .catch(() => {});
  return (
    <Dialog
      title={say('participants.forget', { name: pseudonym })}
      role="alertdialog"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {say('participants.keep')}
          </Button>
          <Button
            kind="danger"
            isBusy={forget.isPending}
            isDisabled={typed.normalize('NFC').trim() !== pseudonym}
            onPress={erase}
          >
            {say('participants.erase')}
          </Button>
        </>
      }
    >
      <p>{say('participants.forget.what', { name: pseudonym, turns, units })}</p>
      <p className="ink-2">{say('participants.forget.backups')}</p>
      <TextField
        label={say('participants.forget.type', { name: pseudonym })}
        value=""
        error={forget.problem && sayProblem(say, forget.problem)}
        onDraft={setTyped}
        onCommit={setTyped}
      />
    </Dialog>
  );
}
