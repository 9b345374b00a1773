import { useState } from 'react';

import { assertNever } from '../../../shared/assertNever.ts';
import { withoutTurns } from '../../../shared/text/correctTurns.ts';
import { layTurns } from '../../../shared/text/turnLayout.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useWords } from '../../words.ts';
import type { OpenTranscript } from '../openTranscript.ts';
import { fatesOf, unitsIn } from './draftFates.ts';
import { SpeakerChoice } from './SpeakerChoice.tsx';
import { changeSpeaker, insert, remove, split, type SpeakerInput } from './turnActs.ts';
import { askAboutTurn, useTurnQuestion, type TurnQuestion } from './turnDialog.ts';

interface QuestionProps<Kind extends TurnQuestion['kind']> {
  readonly asked: Extract<TurnQuestion, { kind: Kind }>;
  readonly latest: () => OpenTranscript;
}

const close = () => askAboutTurn(null);

function Cancel() {
  const { say } = useWords();
  return <Button onPress={close}>{say('correcting.close')}</Button>;
}

const longest = 80;

const beginningOf = (words: string) => {
  const text = words.trim();
  return text.length > longest ? `${text.slice(0, longest).toWellFormed()} …` : text;
};

const endOf = (words: string) => {
  const text = words.trim();
  return text.length > longest ? `… ${text.slice(-longest).toWellFormed()}` : text;
};

function SplitQuestion({ asked, latest }: QuestionProps<'split'>) {
  const { say } = useWords();
  const { first, text, selected } = asked.meant;
  return (
    <Dialog
      title={say('correcting.split.title', { turn: first.label })}
      isOpen
      onClose={close}
      width="narrow"
      actions={<Cancel />}
    >
      <div className="turn-halves">
        <p>{endOf(text.slice(0, selected.start))}</p>
        <p>{beginningOf(text.slice(selected.start))}</p>
      </div>
      <SpeakerChoice
        label={say('correcting.who.after')}
        transcript={latest().transcript}
        now={first.speakerId}
        autoFocus
        onChoose={(speaker) => {
          close();
          void split(latest(), asked.meant, speaker);
        }}
      />
    </Dialog>
  );
}

function SpeakerQuestion({ asked, latest }: QuestionProps<'speaker'>) {
  const { say } = useWords();
  const { first, turns } = asked.meant;
  return (
    <Dialog
      title={say('correcting.speaker.title', {
        turn: first.label,
        count: turns.length,
      })}
      isOpen
      onClose={close}
      width="narrow"
      actions={<Cancel />}
    >
      <SpeakerChoice
        label={say('correcting.who')}
        transcript={latest().transcript}
        now={first.speakerId}
        autoFocus
        onChoose={(speaker) => {
          close();
          void changeSpeaker(latest(), asked.meant, speaker);
        }}
      />
    </Dialog>
  );
}

const mostListed = 8;

/** What becomes of the units that have words in turns that are to be taken away. */
function UnitsOfRemoved({ asked, latest }: QuestionProps<'remove'>) {
  const { say } = useWords();
  const { transcript, units } = latest();
  const { ordinals, turns } = asked.meant;
  const { before, plan } = withoutTurns(
    transcript.turns,
    new Set(turns.map(({ id }) => id)),
  );
  const touched = unitsIn(units, new Set(ordinals));
  if (touched.length === 0) return <p>{say('correcting.remove.noUnits')}</p>;
  const fates = fatesOf(layTurns(before, plan), touched, transcript.turns);
  const rest = fates.length - mostListed;
  return (
    <>
      <ul className="turn-fates">
        {fates.slice(0, mostListed).map(({ unit, verdict, isForReview }) => (
          <li key={unit.id}>
            {say(
              verdict === 'gone'
                ? 'correcting.remove.gone'
                : isForReview
                  ? 'correcting.remove.inDoubt'
                  : 'correcting.remove.follows',
              { n: unit.number },
            )}
          </li>
        ))}
        {rest > 0 && <li>{say('correcting.remove.more', { count: rest })}</li>}
      </ul>
      <p>{say('correcting.remove.undo')}</p>
    </>
  );
}

function RemoveQuestion({ asked, latest }: QuestionProps<'remove'>) {
  const { say } = useWords();
  const { first, turns, text } = asked.meant;
  const count = turns.length;
  const words = beginningOf(text);
  return (
    <Dialog
      title={say('correcting.remove.title', { turn: first.label, count })}
      isOpen
      onClose={close}
      actions={
        <>
          <Button autoFocus onPress={close}>
            {say('correcting.remove.leave')}
          </Button>
          <Button
            kind="primary"
            onPress={() => {
              close();
              void remove(latest(), asked.meant);
            }}
          >
            {say('correcting.remove.confirm', { count })}
          </Button>
        </>
      }
    >
      <p className="turn-words">{say('correcting.remove.words', { words })}</p>
      <UnitsOfRemoved asked={asked} latest={latest} />
    </Dialog>
  );
}

/** Words of a new turn that were typed and not put in yet. */
let kept = '';

function InsertQuestion({ asked, latest }: QuestionProps<'insert'>) {
  const { say } = useWords();
  const [text, setText] = useState(kept);
  const [speaker, setSpeaker] = useState<SpeakerInput | null>(null);
  const remember = (typed: string) => {
    kept = typed;
    setText(typed);
  };
  const putIn = () => {
    if (kept.trim() === '') return;
    const input = {
      after: asked.after,
      text: kept,
      ...(speaker ? { speaker } : {}),
    };
    close();
    void insert(latest(), input, asked.ordinal).then((isDone) => {
      if (isDone) kept = '';
    });
  };
  return (
    <Dialog
      title={say(`correcting.insert.${asked.where}`, { turn: asked.label })}
      isOpen
      onClose={close}
      actions={
        <>
          <Cancel />
          <Button
            kind="primary"
            keys="Ctrl Enter"
            isDisabled={text.trim() === ''}
            onPress={putIn}
          >
            {say('correcting.insert.confirm')}
          </Button>
        </>
      }
    >
      <SpeakerChoice
        label={say('correcting.who')}
        transcript={latest().transcript}
        chosen={speaker}
        onChoose={setSpeaker}
        onRemove={() => setSpeaker(null)}
      />
      <TextArea
        label={say('correcting.insert.words')}
        hint={say('correcting.insert.kept')}
        value={text}
        rows={4}
        autoFocus
        className="read-small"
        lang={latest().transcript.language}
        onCommit={remember}
        onDraft={remember}
        onCtrlEnter={putIn}
      />
    </Dialog>
  );
}

/** What is asked before turns are changed. */
export function TurnQuestions({ latest }: { readonly latest: () => OpenTranscript }) {
  const asked = useTurnQuestion((question) => question.asked);
  switch (asked?.kind) {
    case 'split':
      return <SplitQuestion asked={asked} latest={latest} />;
    case 'speaker':
      return <SpeakerQuestion asked={asked} latest={latest} />;
    case 'remove':
      return <RemoveQuestion asked={asked} latest={latest} />;
    case 'insert':
      return <InsertQuestion asked={asked} latest={latest} />;
    case undefined:
      return null;
    default:
      return assertNever(asked);
  }
}
