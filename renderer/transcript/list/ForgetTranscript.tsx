import type { TranscriptId } from '../../../shared/domain/ids.ts';
import { call } from '../../api.ts';
import { EraseForGood } from '../../EraseForGood.tsx';
import { usePlace } from '../../place.ts';
import { useWords } from '../../words.ts';

export interface ForgetTranscriptProps {
  readonly transcript: { readonly id: TranscriptId; readonly name: string };
  /** All that is erased, in words. */
  readonly what: string;
  readonly onClose: () => void;
}

/** A transcript with all that was made of it. */
export function ForgetTranscript({ transcript, what, onClose }: ForgetTranscriptProps) {
  const { say } = useWords();
  const { id: transcriptId, name } = transcript;
  return (
    <EraseForGood
      title={say('transcripts.forgetTitle', { name })}
      expected={name}
      typeWords={say('transcripts.forgetType', { name })}
      keepWords={say('transcripts.cancel')}
      eraseWords={say('transcripts.forgetNow')}
      erasedWords={say('transcripts.forgotten', { name })}
      erase={(typed) => call('transcripts.forget', { transcriptId, typed })}
      onErased={() => usePlace.getState().go({ transcriptId: null, selected: null })}
      onClose={onClose}
    >
      <p>{what}</p>
      <p className="ink-2">{say('transcripts.forgetBackups')}</p>
    </EraseForGood>
  );
}
