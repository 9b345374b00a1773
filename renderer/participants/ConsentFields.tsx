import { consentScopes } from '../../shared/domain/consent.ts';
import { call } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useWords } from '../words.ts';
import type { Person } from './peopleColumns.ts';
import type { Shown } from './shown.ts';
import type { PeopleActs } from './usePeopleActs.ts';
import { useState } from 'react';

interface Props {
  readonly person: Person;
  readonly isReadOnly: boolean;
  readonly attempt: PeopleActs['attempt'];
  readonly show: (shown: Shown) => void;
}

/** She takes part no more: since when and why, and the ways on from there. */
function Withdrawn({ person, isReadOnly, attempt, show }: Props) {
  const { say } = useWords();
  const { id: participantId, consent } = person;
  return (
    <div className="people-card-part">
      <p>{say('people.consent.wasWithdrawn', { date: consent?.withdrawnOn ?? '' })}</p>
      {consent?.withdrawnReason && (
        <p>{say('people.consent.reason', { reason: consent.withdrawnReason })}</p>
      )}
      {!isReadOnly && (
        <div className="people-card-actions">
          <Button size="small" onPress={() => show({ kind: 'withdraw', participantId })}>
            {say('people.consent.eraseWords')}
          </Button>
          <Button
            kind="link"
            onPress={() =>
              void attempt(() => call('consents.takeBack', { participantId }))
            }
          >
            {say('people.consent.takeBack')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** She takes part, but has taken back that she may be quoted. */
function QuotesWithdrawn({ person, isReadOnly, attempt }: Props) {
  const { say } = useWords();
  const { id: participantId, consent } = person;
  if (!consent?.quotesWithdrawnOn) return null;
  return (
    <>
      <p>{say('people.consent.quotesWithdrawn', { date: consent.quotesWithdrawnOn })}</p>
      {consent.quotesWithdrawnReason && (
        <p>{say('people.consent.reason', { reason: consent.quotesWithdrawnReason })}</p>
      )}
      {!isReadOnly && (
        <Button
          kind="link"
          onPress={() => void attempt(() => call('consents.takeBack', { participantId }))}
        >
          {say('people.consent.takeBack')}
        </Button>
      )}
    </>
  );
}

const answers = ['none', 'given', 'declined'] as const;

function ConsentDate({ person, isReadOnly, attempt }: Props) {
  const { say } = useWords();
  const [isOdd, setOdd] = useState(false);
  const date = person.consent?.date ?? '';
  const record = (text: string) => {
    const typed = text.trim();
    const isKnown = typed === '' || /^\d{4}-\d{2}-\d{2}$/.test(typed);
    setOdd(!isKnown);
    if (!isKnown || typed === date) return;
    const participantIds = [person.id];
    void attempt(() =>
      call('consents.record', { participantIds, date: typed || null }),
    ).then((isDone) => setOdd(!isDone));
  };
  return (
    <TextField
      key={date}
      label={say('people.consent.date')}
      hint={say('people.consent.date.hint')}
      value={date}
      isReadOnly={isReadOnly}
      error={isOdd ? say('people.consent.date.odd') : undefined}
      onCommit={record}
    />
  );
}

/** What a participant was told and answered, and what may be used. Each field is a step. */
export function ConsentFields(props: Props) {
  const { person, isReadOnly, attempt, show } = props;
  const { say } = useWords();
  const { consent } = person;
  const participantIds = [person.id];
  if (consent?.status === 'withdrawn') return <Withdrawn {...props} />;
  return (
    <div className="people-card-part">
      <Select
        label={say('people.consent.status')}
        layout="beside"
        isDisabled={isReadOnly}
        value={consent?.status ?? 'none'}
        onChange={(status) => {
          if (status === 'given' || status === 'declined')
            void attempt(() => call('consents.record', { participantIds, status }));
        }}
        choices={answers
          .filter((value) => value !== 'none' || !consent)
          .map((value) => ({ value, words: say(`people.consent.${value}`) }))}
      />
      <TextField
        key={consent?.informationVersion ?? ''}
        label={say('people.consent.version')}
        value={consent?.informationVersion ?? ''}
        isReadOnly={isReadOnly}
        onCommit={(informationVersion) =>
          void attempt(() =>
            call('consents.record', { participantIds, informationVersion }),
          )
        }
      />
      <ConsentDate {...props} />
      <fieldset className="people-fieldset">
        <legend>{say('people.consent.scope')}</legend>
        {consentScopes.map((scope) => (
          <Checkbox
            key={scope}
            isChecked={consent?.[scope] ?? false}
            isDisabled={isReadOnly}
            onChange={(isChecked) =>
              void attempt(() =>
                call('consents.record', { participantIds, [scope]: isChecked }),
              )
            }
          >
            {say(`people.consent.${scope}`)}
          </Checkbox>
        ))}
      </fieldset>
      <QuotesWithdrawn {...props} />
      {!isReadOnly && (
        <Button
          size="small"
          onPress={() => show({ kind: 'withdraw', participantId: person.id })}
        >
          {say('people.consent.withdraw')}
        </Button>
      )}
    </div>
  );
}
