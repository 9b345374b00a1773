import { useState } from 'react';

import type { RemovedTranscript } from '../../../shared/domain/transcript.ts';
import { useApi } from '../../api.ts';
import { StillInHistory } from '../../StillInHistory.tsx';
import { sayNumber, sayWhen, useWords } from '../../words.ts';
import { ForgetTranscript } from './ForgetTranscript.tsx';

/** Transcripts that were removed, or whose reading in was undone, and whose words the history still holds. */
export function RemovedTranscripts() {
  const { say, language } = useWords();
  const removed = useApi('transcripts.removed', {}).data ?? [];
  const [chosen, setChosen] = useState<RemovedTranscript | null>(null);
  const turnsOf = ({ turns }: RemovedTranscript) =>
    say('transcripts.turns', { count: turns, n: sayNumber(language, turns) });
  return (
    <>
      <StillInHistory
        title={say('transcripts.stillInHistory', { count: removed.length })}
        sentence={say('transcripts.stillInHistory.sentence')}
        things={removed.map((transcript) => ({
          id: transcript.id,
          name: transcript.name,
          facts: say('transcripts.removedWhen', {
            turns: turnsOf(transcript),
            when: sayWhen(language, transcript.removedAt),
          }),
          eraseWords: say('transcripts.forgetRemoved', { name: transcript.name }),
        }))}
        onErase={(id) => setChosen(removed.find((row) => row.id === id) ?? null)}
      />
      {chosen && (
        <ForgetTranscript
          transcript={chosen}
          what={say('transcripts.forgetRemovedWhat', {
            name: chosen.name,
            turns: turnsOf(chosen),
          })}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  );
}
