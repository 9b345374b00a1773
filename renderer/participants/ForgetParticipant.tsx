import { useState } from 'react';

import type { ParticipantId } from '../../shared/domain/ids.ts';
import { call, useApi } from '../api.ts';
import { EraseForGood } from '../EraseForGood.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { useWords, wordsOf } from '../words.ts';

interface Props {
  readonly participant: {
    readonly id: ParticipantId;
    readonly pseudonym: string;
    readonly turns: number;
    readonly units: number;
  };
  readonly onClose: () => void;
}

/** A participant with all that she said; where it is chosen, turns that say so are left in its place. */
export function ForgetParticipant({ participant, onClose }: Props) {
  const { say } = useWords();
  const [keepsPlaces, setKeepsPlaces] = useState(false);
  const spoken = useApi('project.read', {}).data?.language ?? 'sv';
  const placeholder = wordsOf(spoken).say('people.stub');
  const { id: participantId, pseudonym: name, turns, units } = participant;
  const what = keepsPlaces ? 'words' : 'everything';
  return (
    <EraseForGood
      title={say('participants.forget', { name })}
      expected={name}
      typeWords={say('participants.forget.type', { name })}
      keepWords={say('participants.keep')}
      eraseWords={say('participants.erase')}
      erasedWords={say('participants.forgotten', { name })}
      erase={(typed) => call('participants.forget', { participantId, typed, what })}
      onClose={onClose}
    >
      <p>{say('participants.forget.what', { name, turns, units })}</p>
      <Checkbox isChecked={keepsPlaces} onChange={setKeepsPlaces}>
        {say('participants.forget.keepPlaces', { placeholder })}
      </Checkbox>
      <p className="ink-2">{say('participants.forget.backups')}</p>
    </EraseForGood>
  );
}
