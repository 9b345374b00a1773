import { useState } from 'react';

import type { Transcript } from '../../../shared/domain/transcript.ts';
import { useAct } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { given } from '../../ui/given.ts';
import { TextField } from '../../ui/TextField.tsx';
import { sayProblem, useWords } from '../../words.ts';
import { useCaret } from '../caret.ts';
import { sayTimeStamp } from '../sayTimeStamp.ts';
import { usePlayer } from './player.ts';

const mostSeconds = 360_000;

/** "2,5", "-0.25", "−3": seconds with a sign, a comma or a point. */
function msIn(text: string): number | null {
  const plain = text.trim().replace(/^[−–]/, '-').replace(',', '.').replace(/\s/g, '');
  if (!/^[+-]?\d{1,6}(?:\.\d{1,3})?$/.test(plain)) return null;
  const seconds = Number(plain);
  return Math.abs(seconds) > mostSeconds ? null : Math.round(seconds * 1000);
}

/** The turn at the caret, when it has a time and the sound stands elsewhere: how far that is. */
function useProposal(transcript: Transcript) {
  const index = useCaret((caret) => caret.selection?.from.turn ?? null);
  const { soundId, atMs } = usePlayer();
  const turn = index === null ? undefined : transcript.turns[index];
  if (soundId === null || !turn || turn.startMs === null || atMs === turn.startMs)
    return null;
  return { label: turn.label.replace(/^r/, ''), atMs, byMs: atMs - turn.startMs };
}

/** Moves all times when the sound begins earlier or later than they were reckoned from. */
export function ShiftDialog({
  transcript,
  onClose,
}: {
  readonly transcript: Transcript;
  readonly onClose: () => void;
}) {
  const { say, language } = useWords();
  const { act, problem } = useAct('turns.shiftTimes');
  const proposal = useProposal(transcript);
  const [text, setText] = useState('');
  const [proposed, setProposed] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const asText = (ms: number) =>
    String(ms / 1000).replace('.', language === 'sv' ? ',' : '.');
  const shift = () => {
    const byMs = msIn(text);
    setIsWrong(byMs === null);
    if (byMs === null) return;
    void act({ transcriptId: transcript.id, byMs }).then(onClose, () => {});
  };
  return (
    <Dialog
      title={say('sound.shift.title')}
      isOpen
      width="narrow"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('transcripts.cancel')}</Button>
          <Button kind="primary" onPress={shift}>
            {say('sound.shift.do')}
          </Button>
        </>
      }
    >
      <TextField
        key={proposed}
        label={say('sound.shift.seconds')}
        hint={say('sound.shift.hint')}
        value={proposed}
        autoFocus
        onDraft={setText}
        onCommit={setText}
        onEnter={shift}
        {...given({
          error: isWrong
            ? say('sound.shift.wrong')
            : problem
              ? sayProblem(say, problem)
              : undefined,
        })}
      />
      {proposal && (
        <Button
          kind="quiet"
          onPress={() => {
            setProposed(asText(proposal.byMs));
            setText(asText(proposal.byMs));
          }}
        >
          {say('sound.shift.proposal', {
            label: proposal.label,
            time: sayTimeStamp(proposal.atMs),
          })}
        </Button>
      )}
    </Dialog>
  );
}
