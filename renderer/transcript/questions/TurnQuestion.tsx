import { useEffect, useRef, useState } from 'react';

import { call } from '../../api.ts';
import { useSegmenting } from '../../segmenting.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { useWords } from '../../words.ts';
import { useCaret } from '../caret.ts';
import { attempt, type OpenTranscript } from '../openTranscript.ts';
import { begin } from './dividing.ts';
import { chosenQuestion, outside, useQuestionChoices } from './questionChoices.ts';

/** The question of the turn with the caret: for that turn alone, or from it on. */
export function TurnQuestion({ open }: { readonly open: OpenTranscript }) {
  const { say } = useWords();
  const part = useRef<HTMLElement>(null);
  const asked = useSegmenting((segmenting) => segmenting.asked);
  const index = useCaret(({ selection }) => selection?.from.turn ?? -1);
  const [wanted, setWanted] = useState<{
    readonly turn: number;
    readonly value: string;
  }>();
  const choices = useQuestionChoices(open);
  useEffect(() => {
    if (asked > 0) part.current?.querySelector<HTMLElement>('button')?.focus();
  }, [asked]);
  const turn = open.transcript.turns[index];
  if (!turn) return <p className="ink-2">{say('questions.pane.turn.none')}</p>;
  const now = open.questions.ofTurn[index];
  const value = wanted?.turn === index ? wanted.value : now === null ? outside : now;
  const turnIds = [turn.id];
  const set = (act: (value: string) => Promise<unknown>) => () => {
    if (value) void act(value);
  };
  return (
    <section ref={part} aria-label={say('questions.pane.turn', { turn: turn.label })}>
      <h3>{say('questions.pane.turn', { turn: turn.label })}</h3>
      <Select
        label={say('questions.pane.turn.question')}
        placeholder={say('questions.unsorted')}
        value={value ?? null}
        choices={choices}
        onChange={(chosen) => setWanted({ turn: index, value: chosen })}
      />
      <div className="questions-acts">
        <Button
          size="small"
          isDisabled={!value}
          onPress={set((chosen) =>
            attempt(open, () =>
              call('questions.setApart', {
                turnIds,
                questionId: chosenQuestion(chosen),
              }),
            ),
          )}
        >
          {say('questions.pane.alone')}
        </Button>
        <Button
          size="small"
          isDisabled={!value}
          onPress={set((chosen) =>
            begin(open, [{ turnId: turn.id, questionId: chosenQuestion(chosen) }]),
          )}
        >
          {say('questions.pane.onward')}
        </Button>
        {open.questions.alone.has(turn.id) && (
          <Button
            size="small"
            onPress={() =>
              void attempt(open, () => call('questions.putBack', { turnIds }))
            }
          >
            {say('questions.pane.back')}
          </Button>
        )}
      </div>
    </section>
  );
}
