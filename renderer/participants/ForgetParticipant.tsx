import { useState } from 'react';

import type { ParticipantId } from '../../shared/domain/ids.ts';
import { useAct, useApi } from '../api.ts';
import { BackupsAfterErasing } from '../BackupsToRemove.tsx';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import { sayProblem, useWords, wordsOf } from '../words.ts';

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
  const [keepsPlaces, setKeepsPlaces] = useState(false);
  const [isErased, setIsErased] = useState(false);
  const spoken = useApi('project.read', {}).data?.language ?? 'sv';
  const placeholder = wordsOf(spoken).say('people.stub');
  const { id, pseudonym, turns, units } = participant;
  const erase = () =>
    void forget
      .act({ participantId: id, typed, what: keepsPlaces ? 'words' : 'everything' })
      .then(() => {
        announce(say('participants.forgotten', { name: pseudonym }));
        setIsErased(true);
      })
      .catch(() => {});
  if (isErased) return <BackupsAfterErasing onClose={onClose} />;
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
      <Checkbox isChecked={keepsPlaces} onChange={setKeepsPlaces}>
        {say('participants.forget.keepPlaces', { placeholder })}
      </Checkbox>
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
