import { useState } from 'react';

import type { RemovedParticipant } from '../../shared/domain/transcript.ts';
import { useApi } from '../api.ts';
import { StillInHistory } from '../StillInHistory.tsx';
import { sayWhen, useWords } from '../words.ts';
import { ForgetParticipant } from './ForgetParticipant.tsx';

/** Participants who were removed: the history remembers them, and their words may still stand in the transcripts. */
export function RemovedParticipants() {
  const { say, language } = useWords();
  const removed = useApi('participants.removed', {}).data ?? [];
  const [chosen, setChosen] = useState<RemovedParticipant | null>(null);
  return (
    <>
      <StillInHistory
        title={say('participants.stillInHistory', { count: removed.length })}
        sentence={say('participants.stillInHistory.sentence')}
        things={removed.map(({ id, pseudonym, turns, removedAt }) => ({
          id,
          name: pseudonym,
          facts: say('participants.removedWhen', {
            count: turns,
            when: sayWhen(language, removedAt),
          }),
          eraseWords: say('participants.forget', { name: pseudonym }),
        }))}
        onErase={(id) => setChosen(removed.find((row) => row.id === id) ?? null)}
      />
      {chosen && (
        <ForgetParticipant participant={chosen} onClose={() => setChosen(null)} />
      )}
    </>
  );
}
