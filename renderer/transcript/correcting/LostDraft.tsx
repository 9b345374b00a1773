import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useWords } from '../../words.ts';
import type { OpenTranscript } from '../openTranscript.ts';
import { closeDraft, type Draft } from './draft.ts';
import { insert } from './turnActs.ts';

/** The turn has gone by a step from elsewhere, with words typed in it: they are not. */
export function LostDraft({
  draft,
  latest,
}: {
  readonly draft: Draft;
  readonly latest: () => OpenTranscript;
}) {
  const { say } = useWords();
  const copy = () =>
    void navigator.clipboard
      .writeText(draft.text)
      .then(() => announce(say('correcting.lost.copied')));
  const putIn = () => {
    const open = latest();
    const { turns, speakers } = open.transcript;
    const before = turns.findIndex(({ id }) => id === draft.after);
    const after = draft.after !== null && before === -1 ? turns.length - 1 : before;
    closeDraft();
    const speaker = speakers.find(({ id }) => id === draft.speakerId);
    const input = {
      after: turns[after]?.id ?? null,
      text: draft.text,
      speaker: { speakerId: speaker?.id ?? null },
    };
    void insert(open, input, after + 1);
  };
  const isHere = draft.transcriptId === latest().transcript.id;
  return (
    <Dialog
      title={say('correcting.lost', { turn: draft.label })}
      isOpen
      // Nothing but a choice lets go of what was typed.
      onClose={() => {}}
      actions={
        <>
          <Button onPress={closeDraft}>{say('correcting.discard')}</Button>
          <Button onPress={copy}>{say('correcting.lost.copy')}</Button>
          {isHere && (
            <Button kind="primary" autoFocus onPress={putIn}>
              {say('correcting.lost.insert')}
            </Button>
          )}
        </>
      }
    >
      <p className="turn-words read-small">{draft.text}</p>
    </Dialog>
  );
}
