import { useState } from 'react';

import type { WaitingPassage } from '../../shared/domain/waitingPassage.ts';
import { call, useApi } from '../api.ts';
import { DateField } from '../DateField.tsx';
import { isDate, today } from '../dates.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { sayNumber, sayProblem, sayWhen, useWords, wordsOf } from '../words.ts';
import { useAttempt } from './useAttempt.ts';

type Attempt = ReturnType<typeof useAttempt>['attempt'];

interface RowProps {
  readonly passage: WaitingPassage;
  readonly isReadOnly: boolean;
  readonly attempt: Attempt;
  readonly onPostpone: () => void;
}

/** The words themselves are read only when they are asked for. */
function Words({ passage }: Pick<RowProps, 'passage'>) {
  const { say } = useWords();
  const words = useApi('passages.words', { passageId: passage.id }).data;
  if (!words) return null;
  return (
    <div className="waiting-words">
      {words.parts.map(({ sign, speaker, text }) => (
        <p key={sign} className="read-small">
          {speaker && <b>{speaker}: </b>}
          {text}
        </p>
      ))}
      {words.units.length > 0 && (
        <ul className="ink-2">
          {words.units.map(({ number, condensed }) => (
            <li key={number}>
              {say('pseudonyms.waiting.unit', { number, condensed: condensed || '–' })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function factsOf(
  { say, language }: ReturnType<typeof useWords>,
  passage: WaitingPassage,
) {
  const { words, units, reason, since, initials, turnLabels } = passage;
  return [
    turnLabels.join(', '),
    say('pseudonyms.waiting.words', { count: words, n: sayNumber(language, words) }),
    units > 0 && say('pseudonyms.waiting.units', { count: units }),
    reason,
    say('pseudonyms.waiting.since', {
      when: sayWhen(language, since),
      who: initials ?? '–',
    }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What will stand in its place, in the language of the project. */
function useRemovedSign({ reason }: WaitingPassage): string {
  const { say } = wordsOf(useApi('project.read', {}).data?.language ?? 'sv');
  return reason === ''
    ? say('pseudonyms.placeholder.passage')
    : say('pseudonyms.placeholder.passageFor', { reason });
}

function Acts({ passage, attempt, onPostpone }: RowProps) {
  const { say } = useWords();
  const by = useRemovedSign(passage);
  const { id: passageId } = passage;
  return (
    <div className="waiting-acts">
      <Button
        onPress={() =>
          void attempt(
            () => call('passages.release', { passageId }),
            say('pseudonyms.waiting.released'),
          )
        }
      >
        {say('pseudonyms.waiting.release')}
      </Button>
      <Button
        onPress={() =>
          void attempt(
            () => call('passages.drop', { passageId, by }),
            say('pseudonyms.waiting.dropped'),
          )
        }
      >
        {say('pseudonyms.waiting.drop')}
      </Button>
      <Button kind="quiet" onPress={onPostpone}>
        {say('pseudonyms.waiting.postpone')}
      </Button>
    </div>
  );
}

function Row(props: RowProps) {
  const { passage, isReadOnly } = props;
  const words = useWords();
  const { say } = words;
  const [isOpen, setIsOpen] = useState(false);
  const isOverdue = passage.deadline < today();
  const { transcript, deadline: date, lostSign } = passage;
  return (
    <li className="waiting-row">
      <h2 className="waiting-title">{transcript}</h2>
      <p className={isOverdue ? 'waiting-overdue' : undefined}>
        {say(isOverdue ? 'pseudonyms.waiting.overdue' : 'pseudonyms.waiting.until', {
          date,
        })}
      </p>
      <p className="ink-2 type-s">{factsOf(words, passage)}</p>
      {lostSign && <p>{say('problem.passage.signLost', { sign: lostSign })}</p>}
      <Disclosure
        title={say('pseudonyms.waiting.show')}
        isOpen={isOpen}
        onChange={setIsOpen}
      >
        <Words passage={passage} />
      </Disclosure>
      {!isReadOnly && <Acts {...props} />}
    </li>
  );
}

function Postpone(props: {
  readonly passage: WaitingPassage;
  readonly attempt: Attempt;
  readonly onClose: () => void;
}) {
  const { passage, attempt, onClose } = props;
  const { say } = useWords();
  const [deadline, setDeadline] = useState(passage.deadline);
  const { id: passageId, transcript } = passage;
  const postpone = () => {
    onClose();
    void attempt(
      () => call('passages.postpone', { passageId, deadline }),
      say('pseudonyms.waiting.postponed', { date: deadline }),
    );
  };
  return (
    <Dialog
      title={say('pseudonyms.waiting.postpone.title', { transcript })}
      width="narrow"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button kind="primary" isDisabled={!isDate(deadline)} onPress={postpone}>
            {say('pseudonyms.waiting.postpone.do')}
          </Button>
        </>
      }
    >
      <DateField
        label={say('pseudonyms.passage.deadline')}
        value={deadline}
        onChange={setDeadline}
      />
    </Dialog>
  );
}

/** Passages that are out of sight until somebody has decided, the most urgent first. */
export function WaitingPassages({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const { say } = useWords();
  const passages = useApi('passages.waiting', {}).data;
  const [postponed, setPostponed] = useState<WaitingPassage | null>(null);
  const { problem, attempt } = useAttempt();
  if (passages?.length === 0)
    return <EmptyState>{say('pseudonyms.waiting.empty')}</EmptyState>;
  return (
    <>
      {problem && <Banner>{sayProblem(say, problem)}</Banner>}
      <ul className="waiting-list" aria-label={say('pseudonyms.view.waiting')}>
        {passages?.map((passage) => (
          <Row
            key={passage.id}
            passage={passage}
            isReadOnly={isReadOnly}
            attempt={attempt}
            onPostpone={() => setPostponed(passage)}
          />
        ))}
      </ul>
      {postponed && (
        <Postpone
          passage={postponed}
          attempt={attempt}
          onClose={() => setPostponed(null)}
        />
      )}
    </>
  );
}
