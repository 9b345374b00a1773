import { useState } from 'react';

import type { Output } from '../../shared/api.ts';
import type { ParticipantId } from '../../shared/domain/ids.ts';
import { call, problemIn, useApi } from '../api.ts';
import type { Problem } from '../../shared/errors.ts';
import { DateField } from '../DateField.tsx';
import { BackupsAfterErasing } from '../BackupsToRemove.tsx';
import { isTyped } from '../EraseForGood.tsx';
import { announce } from '../ui/announce.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { RadioCards } from '../ui/RadioCards.tsx';
import { TextField } from '../ui/TextField.tsx';
import { isDate, today } from '../dates.ts';
import { sayProblem, useWords } from '../words.ts';

interface Props {
  readonly participant: { readonly id: ParticipantId; readonly pseudonym: string };
  /** Her withdrawal is recorded already: only what to erase is left to choose. */
  readonly isWithdrawn: boolean;
  readonly onClose: () => void;
}

type What = 'nothing' | 'quotes' | 'from' | 'words' | 'everything';
const isErasing = (what: What) => what !== 'nothing' && what !== 'quotes';
type Said = Output<'participants.said'>;

const sumOf = (said: Said) => ({
  turns: said.reduce((sum, { turns }) => sum + turns, 0),
  units: said.reduce((sum, { units }) => sum + units, 0),
});

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

function doneWords(what: What) {
  if (what === 'quotes') return 'people.withdraw.quotesDone' as const;
  return isErasing(what)
    ? ('people.withdraw.erased' as const)
    : ('people.withdraw.done' as const);
}

function useWithdrawing({ participant, isWithdrawn, onClose }: Props) {
  const { say } = useWords();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isErased, setErased] = useState(false);
  const { id: participantId, pseudonym: name } = participant;
  const act = async (given: Given) => {
    const { date, reason, what, from, typed } = given;
    setBusy(true);
    setProblem(null);
    try {
      if (what === 'quotes')
        await call('consents.withdrawQuotes', { participantId, date, reason });
      else if (!isWithdrawn)
        await call('consents.withdraw', { participantId, date, reason });
      if (isErasing(what))
        await call('participants.forget', {
          participantId,
          typed,
          what: what === 'everything' ? 'everything' : 'words',
          ...(what === 'from' ? { from } : {}),
        });
      announce(say(doneWords(what), { name }));
      if (isErasing(what)) setErased(true);
      else onClose();
    } catch (error) {
      setProblem(problemIn(error));
    } finally {
      setBusy(false);
    }
  };
  return { act, problem, isBusy, isErased };
}

function useWhat(participantId: ParticipantId, what: What, from: string) {
  const all = useApi('participants.said', { participantId }).data ?? [];
  if (what !== 'from') return { said: all, undated: [] };
  return {
    said: all.filter(({ date }) => date !== null && isDate(from) && date >= from),
    undated: all.filter(({ date }) => date === null),
  };
}

interface Given {
  readonly date: string;
  readonly reason: string;
  readonly what: What;
  readonly from: string;
  readonly typed: string;
}

function canWithdraw(given: Given, { participant, isWithdrawn }: Props): boolean {
  const { date, what, from, typed } = given;
  if (!isWithdrawn && !isDate(date)) return false;
  if (what === 'from' && !isDate(from)) return false;
  return !isErasing(what) || isTyped(typed, participant.pseudonym);
}

function doWords({ what }: Given, isWithdrawn: boolean) {
  if (what === 'quotes') return 'people.withdraw.doQuotes' as const;
  if (isWithdrawn) return 'participants.erase' as const;
  return isErasing(what)
    ? ('people.withdraw.doErase' as const)
    : ('people.withdraw.do' as const);
}

interface PartProps extends Props {
  readonly given: Given;
  readonly change: (change: Partial<Given>) => void;
}

function WhenAndWhy({ given, change }: PartProps) {
  const { say } = useWords();
  const setReason = (reason: string) => change({ reason });
  return (
    <>
      <DateField
        label={say('people.withdraw.date')}
        value={given.date}
        onChange={(date) => change({ date })}
      />
      <TextField
        label={say('people.withdraw.reason')}
        value=""
        onDraft={setReason}
        onCommit={setReason}
      />
    </>
  );
}

const whats = ['nothing', 'quotes', 'from', 'words', 'everything'] as const;

function WhatToErase({ participant, isWithdrawn, given, change }: PartProps) {
  const { say } = useWords();
  const { what, from } = given;
  const { said, undated } = useWhat(participant.id, what, from);
  const name = participant.pseudonym;
  const setTyped = (typed: string) => change({ typed });
  return (
    <>
      <RadioCards<What>
        label={say('people.withdraw.what')}
        kind="list"
        value={what}
        onChange={(chosen) => change({ what: chosen })}
        cards={whats
          .filter((value) => value !== 'nothing' || !isWithdrawn)
          .map((value) => ({
            value,
            title: say(`people.withdraw.${value}`),
            sentence: say(`people.withdraw.${value}.hint`, { stub: say('people.stub') }),
          }))}
      />
      {what === 'from' && (
        <DateField
          label={say('people.withdraw.from.date')}
          value={from}
          onChange={(day) => change({ from: day })}
        />
      )}
      {isErasing(what) && (
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
    </>
  );
}

/** A participant takes part no more: the withdrawal is a step, and what she said is erased as far as that is chosen. */
export function WithdrawDialog(props: Props) {
  const { participant, isWithdrawn, onClose } = props;
  const { say } = useWords();
  const [given, setGiven] = useState<Given>(() => ({
    date: today(),
    reason: '',
    what: isWithdrawn ? 'words' : 'nothing',
    from: today(),
    typed: '',
  }));
  const change = (changed: Partial<Given>) =>
    setGiven((before) => ({ ...before, ...changed }));
  const { act, problem, isBusy, isErased } = useWithdrawing(props);
  if (isErased) return <BackupsAfterErasing onClose={onClose} />;
  return (
    <Dialog
      title={say('people.withdraw.title', { name: participant.pseudonym })}
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
            kind={isErasing(given.what) ? 'danger' : 'primary'}
            isBusy={isBusy}
            isDisabled={!canWithdraw(given, props)}
            onPress={() => void act(given)}
          >
            {say(doWords(given, isWithdrawn))}
          </Button>
        </>
      }
    >
      {problem && <Banner>{sayProblem(say, problem)}</Banner>}
      {!isWithdrawn && <WhenAndWhy {...props} given={given} change={change} />}
      <WhatToErase {...props} given={given} change={change} />
    </Dialog>
  );
}
