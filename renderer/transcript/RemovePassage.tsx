import { useState } from 'react';

import type { Span } from '../../shared/domain/span.ts';
import { countWords } from '../../shared/text/countWords.ts';
import { call, problemIn, useApi } from '../api.ts';
import { DateField } from '../DateField.tsx';
import { isDate, today } from '../dates.ts';
import { announce } from '../ui/announce.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { RadioCards } from '../ui/RadioCards.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { sayNumber, sayProblem, useWords, wordsOf } from '../words.ts';
import { focusText } from './caret.ts';
import type { OpenTranscript } from './openTranscript.ts';
import { useRemovingPassage } from './removingPassage.ts';

const reasons = ['health', 'others', 'asked', 'outside', 'none', 'own'] as const;
type Reason = (typeof reasons)[number];

/** The reason in words, and what will stand in the text, in the language of the project. */
function useReason({ reason, own }: Pick<Given, 'reason' | 'own'>) {
  const { say } = wordsOf(useApi('project.read', {}).data?.language ?? 'sv');
  const words =
    reason === 'own'
      ? own.trim()
      : reason === 'none'
        ? ''
        : say(`pseudonyms.passage.reason.${reason}`);
  const sign =
    words === ''
      ? say('pseudonyms.placeholder.passage')
      : say('pseudonyms.placeholder.passageFor', { reason: words });
  return { reason: words, sign };
}

function wordsIn({ transcript }: OpenTranscript, spans: readonly Span[]): number {
  const texts = new Map(transcript.turns.map(({ id, text }) => [id, text]));
  return spans.reduce(
    (sum, { turnId, start, end }) =>
      sum + countWords(texts.get(turnId)?.slice(start, end) ?? ''),
    0,
  );
}

type What = 'remove' | 'wait';
const daysToWait = 30;
const doneWords = {
  remove: 'pseudonyms.passage.removed',
  wait: 'pseudonyms.passage.waited',
} as const;

function inDays(days: number): string {
  const day = new Date(`${today()}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

interface Given {
  readonly what: What;
  readonly reason: Reason;
  readonly own: string;
  readonly deadline: string;
}

interface PartProps {
  readonly given: Given;
  readonly change: (changed: Partial<Given>) => void;
}

/** What the reason is for, and where it will be read. */
function ReasonFields({ given, change }: PartProps) {
  const { say } = useWords();
  const { what, reason } = given;
  const setOwn = (own: string) => change({ own });
  return (
    <>
      <Select<Reason>
        label={say('pseudonyms.passage.reason')}
        hint={say(
          what === 'wait'
            ? 'pseudonyms.passage.reason.waitingHint'
            : 'pseudonyms.passage.reason.hint',
        )}
        value={reason}
        onChange={(chosen) => change({ reason: chosen })}
        choices={reasons.map((value) => ({
          value,
          words: say(`pseudonyms.passage.reason.${value}`),
        }))}
      />
      {reason === 'own' && (
        <TextField
          label={say('pseudonyms.passage.reason.own')}
          value=""
          onDraft={setOwn}
          onCommit={setOwn}
        />
      )}
    </>
  );
}

function WhatFields({ given, change }: PartProps) {
  const { say } = useWords();
  return (
    <>
      <RadioCards<What>
        label={say('pseudonyms.passage.choice')}
        kind="list"
        value={given.what}
        onChange={(what) => change({ what })}
        cards={(['remove', 'wait'] as const).map((value) => ({
          value,
          title: say(`pseudonyms.passage.choice.${value}`),
          sentence: say(`pseudonyms.passage.choice.${value}.hint`),
        }))}
      />
      {given.what === 'wait' && (
        <DateField
          label={say('pseudonyms.passage.deadline')}
          value={given.deadline}
          onChange={(deadline) => change({ deadline })}
        />
      )}
      <ReasonFields given={given} change={change} />
    </>
  );
}

function Asking({
  open,
  spans,
}: {
  readonly open: OpenTranscript;
  readonly spans: readonly Span[];
}) {
  const { say, language } = useWords();
  const [given, setGiven] = useState<Given>(() => ({
    what: 'remove',
    reason: 'health',
    own: '',
    deadline: inDays(daysToWait),
  }));
  const [refused, setRefused] = useState<unknown>(null);
  const { what, deadline } = given;
  const { reason, sign: by } = useReason(given);
  const count = wordsIn(open, spans);
  const problem = problemIn(refused);
  const close = () => {
    useRemovingPassage.setState({ spans: null });
    focusText();
  };
  const take = async () => {
    try {
      if (what === 'remove') await call('passages.remove', { spans: [...spans], by });
      else await call('passages.wait', { spans: [...spans], reason, deadline });
      announce(say(doneWords[what], { count, date: deadline }));
      close();
    } catch (error) {
      setRefused(error);
    }
  };
  return (
    <Dialog
      title={say('pseudonyms.passage.title')}
      isOpen
      onClose={close}
      actions={
        <>
          <Button autoFocus onPress={close}>
            {say('pseudonyms.passage.keep')}
          </Button>
          <Button
            kind="primary"
            isDisabled={what === 'wait' && !isDate(deadline)}
            onPress={() => void take()}
          >
            {say(`pseudonyms.passage.${what}`)}
          </Button>
        </>
      }
    >
      {problem && <Banner>{sayProblem(say, problem)}</Banner>}
      <WhatFields
        given={given}
        change={(changed) => setGiven((before) => ({ ...before, ...changed }))}
      />
      <p>
        {say(
          what === 'remove' ? 'pseudonyms.passage.what' : 'pseudonyms.passage.whatWaits',
          { count, n: sayNumber(language, count), by },
        )}
      </p>
      <p className="ink-2">
        {say(
          what === 'remove'
            ? 'pseudonyms.passage.units'
            : 'pseudonyms.passage.unitsWaiting',
        )}
      </p>
    </Dialog>
  );
}

/** Asks what becomes of a sensitive passage that slipped in, and why. */
export function RemovePassage({ open }: { readonly open: OpenTranscript }) {
  const spans = useRemovingPassage((removing) => removing.spans);
  return spans && <Asking open={open} spans={spans} />;
}
