import { useState } from 'react';

import type { Output } from '../../shared/api.ts';
import type { ParticipantId } from '../../shared/domain/ids.ts';
import { call, problemIn, useApi } from '../api.ts';
import type { Problem } from '../../shared/errors.ts';
import { announce } from '../ui/announce.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { RadioCards } from '../ui/RadioCards.tsx';
import { TextField } from '../ui/TextField.tsx';
import { sayProblem, useWords } from '../words.ts';

interface Props {
  readonly participant: { readonly id: ParticipantId; readonly pseudonym: string };
  /** Her withdrawal is recorded already: only what to erase is left to choose. */
  readonly isWithdrawn: boolean;
  readonly onClose: () => void;
}

type What = 'nothing' | 'from' | 'words' | 'everything';
type Said = Output<'participants.said'>;

const isDate = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

const today = () => {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

const sumOf = (said: Said) => ({
  turns: said.reduce((sum, { turns }) => sum + turns, 0),
  units: said.reduce((sum, { units }) => sum + units, 0),
});

function DateField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (date: string) => void;
}) {
  const { say } = useWords();
  const { label, value, onChange } = props;
  const [begun] = useState(value);
  return (
    <TextField
      label={label}
      hint={say('people.consent.date.hint')}
      value={begun}
      error={isDate(value) ? undefined : say('people.consent.date.odd')}
      onDraft={onChange}
      onCommit={onChange}
    />
  );
}

/** In numbers what goes, and what does not. */
function Erased(props: {
  readonly name: string;
  readonly said: Said;
  readonly undated: Said;
}) {
  const { say } = useWords();
  const { name, said, undated } = props;
  return (
    <>
      <p>{say('people.withdraw.numbers', { ...sumOf(said) })}</p>
      {undated.length > 0 && (
        <p>
          {say('people.withdraw.undated', {
            count: undated.length,
            names: undated.map(({ transcript }) => transcript).join(', '),
          })}
        </p>
      )}
      <p className="ink-2">{say('people.withdraw.notTouched', { name })}</p>
      <p className="ink-2">{say('people.withdraw.backups')}</p>
    </>
  );
}

function useWithdrawing({ participant, isWithdrawn, onClose }: Props) {
  const { say } = useWords();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { id: participantId, pseudonym: name } = participant;
  const act = async (given: {
    readonly date: string;
    readonly reason: string;
    readonly what: What;
    readonly from: string;
    readonly typed: string;
  }) => {
    const { date, reason, what, from, typed } = given;
    setBusy(true);
    setProblem(null);
    try {
      if (!isWithdrawn) await call('consents.withdraw', { participantId, date, reason });
      if (what !== 'nothing')
        await call('participants.forget', {
          participantId,
          typed,
          what: what === 'everything' ? 'everything' : 'words',
          ...(what === 'from' ? { from } : {}),
        });
      announce(
        say(what === 'nothing' ? 'people.withdraw.done' : 'people.withdraw.erased', {
          name,
        }),
      );
      onClose();
    } catch (error) {
      setProblem(problemIn(error));
    } finally {
      setBusy(false);
    }
  };
  return { act, problem, isBusy };
}

function useWhat(participantId: ParticipantId, what: What, from: string) {
  const all = useApi('participants.said', { participantId }).data ?? [];
  if (what !== 'from') return { said: all, undated: [] };
  return {
    said: all.filter(({ date }) => date !== null && isDate(from) && date >= from),
    undated: all.filter(({ date }) => date === null),
  };
}

/** A participant takes part no more: the withdrawal is a step, and what she said is erased as far as that is chosen. */
export function WithdrawDialog(props: Props) {
  const { participant, isWithdrawn, onClose } = props;
  const { say } = useWords();
  const name = participant.pseudonym;
  const [date, setDate] = useState(today);
  const [reason, setReason] = useState('');
  const [what, setWhat] = useState<What>(isWithdrawn ? 'words' : 'nothing');
  const [from, setFrom] = useState(today);
  const [typed, setTyped] = useState('');
  const { said, undated } = useWhat(participant.id, what, from);
  const { act, problem, isBusy } = useWithdrawing(props);
  const isErasing = what !== 'nothing';
  const isTyped = typed.normalize('NFC').trim() === name;
  const canAct =
    (isWithdrawn || isDate(date)) &&
    (!isErasing || isTyped) &&
    (what !== 'from' || isDate(from));
  const choices = (['nothing', 'from', 'words', 'everything'] as const).filter(
    (value) => value !== 'nothing' || !isWithdrawn,
  );
  return (
    <Dialog
      title={say('people.withdraw.title', { name })}
      role="alertdialog"
      width="wide"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {say('people.cancel')}
          </Button>
          <Button
            kind={isErasing ? 'danger' : 'primary'}
            isBusy={isBusy}
            isDisabled={!canAct}
            onPress={() => void act({ date, reason, what, from, typed })}
          >
            {say(
              isWithdrawn
                ? 'participants.erase'
                : isErasing
                  ? 'people.withdraw.doErase'
                  : 'people.withdraw.do',
            )}
          </Button>
        </>
      }
    >
      {problem && <Banner>{sayProblem(say, problem)}</Banner>}
      {!isWithdrawn && (
        <>
          <DateField
            label={say('people.withdraw.date')}
            value={date}
            onChange={setDate}
          />
          <TextField
            label={say('people.withdraw.reason')}
            value=""
            onDraft={setReason}
            onCommit={setReason}
          />
        </>
      )}
      <RadioCards<What>
        label={say('people.withdraw.what')}
        kind="list"
        value={what}
        onChange={setWhat}
        cards={choices.map((value) => ({
          value,
          title: say(`people.withdraw.${value}`),
          sentence: say(`people.withdraw.${value}.hint`, { stub: say('people.stub') }),
        }))}
      />
      {what === 'from' && (
        <DateField
          label={say('people.withdraw.from.date')}
          value={from}
          onChange={setFrom}
        />
      )}
      {isErasing && (
        <>
          <Erased name={name} said={said} undated={undated} />
          <TextField
            label={say('participants.forget.type', { name })}
            value=""
            onDraft={setTyped}
            onCommit={setTyped}
          />
        </>
      )}
    </Dialog>
  );
}
