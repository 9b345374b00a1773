import type { UsedAttribute } from '../../shared/domain/attribute.ts';
import { useApi } from '../api.ts';
import { InspectorPane } from '../InspectorPane.tsx';
import { usePlace } from '../place.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { sayNumber, useWords } from '../words.ts';
import { ConsentFields } from './ConsentFields.tsx';
import { isOdd, oddWords, type Person, sayConsent, sayValue } from './peopleColumns.ts';
import type { Shown } from './shown.ts';
import type { PeopleActs } from './usePeopleActs.ts';

interface CardProps {
  readonly person: Person | undefined;
  readonly attributes: readonly UsedAttribute[];
  readonly isReadOnly: boolean;
  readonly acts: PeopleActs;
  readonly show: (shown: Shown) => void;
}

interface FieldProps extends Omit<CardProps, 'person' | 'attributes'> {
  readonly person: Person;
  readonly attribute: UsedAttribute;
}

/** A value that is one of few: the list, and the text that stands there if it is none of them. */
function ChoiceField({ person, attribute, isReadOnly, acts }: FieldProps) {
  const { say } = useWords();
  const value = person.values.get(attribute.id) ?? '';
  const known = attribute.type === 'yesNo' ? ['yes', 'no'] : attribute.allowed;
  const all = isOdd(attribute, value) ? [...known, value] : known;
  const wordsOf = (one: string) =>
    attribute.type === 'yesNo' && (one === 'yes' || one === 'no')
      ? say(`people.value.${one}`)
      : one;
  return (
    <Select<string>
      label={attribute.name}
      isDisabled={isReadOnly}
      value={value === '' ? '—' : value}
      choices={[
        { value: '—', words: say('people.card.none.value') },
        ...all.map((one) => ({ value: one, words: wordsOf(one) })),
      ]}
      onChange={(chosen) =>
        acts.write(person, { kind: 'attribute', attribute }, chosen === '—' ? '' : chosen)
      }
    />
  );
}

function AttributeField(props: FieldProps) {
  const words = useWords();
  const { person, attribute, isReadOnly, acts } = props;
  if (attribute.type === 'choice' || attribute.type === 'yesNo')
    return <ChoiceField {...props} />;
  const value = person.values.get(attribute.id) ?? '';
  return (
    <TextField
      key={value}
      label={attribute.name}
      value={value === '' ? '' : sayValue(words, attribute, value)}
      isReadOnly={isReadOnly}
      error={
        isOdd(attribute, value) ? words.say(oddWords(attribute), { value }) : undefined
      }
      onCommit={(text) => acts.write(person, { kind: 'attribute', attribute }, text)}
    />
  );
}

/** The transcripts she speaks in; each leads there. */
function Speaks({ person }: { readonly person: Person }) {
  const { say, language } = useWords();
  const said = useApi('participants.said', { participantId: person.id }).data;
  const { go } = usePlace();
  if (!said) return null;
  if (said.length === 0)
    return (
      <p className="ink-2">{say('people.card.silent', { name: person.pseudonym })}</p>
    );
  return (
    <ul className="people-card-said">
      {said.map(({ speakerId, transcriptId, transcript, label, turns, words, units }) => (
        <li key={speakerId}>
          <Button
            kind="link"
            onPress={() => go({ workspace: 'transcripts', transcriptId })}
          >
            {transcript}
          </Button>
          <span className="type-s ink-2">
            {say('people.card.said', {
              label,
              count: turns,
              turns: sayNumber(language, turns),
              words: sayNumber(language, words),
              units: sayNumber(language, units),
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The participant of the active row: attributes, consent, where she speaks. */
export function PersonCard(props: CardProps) {
  const { person, attributes, isReadOnly, acts, show } = props;
  const { say } = useWords();
  if (!person)
    return (
      <InspectorPane label={say('people.card')}>
        <p className="ink-2">{say('people.card.none')}</p>
      </InspectorPane>
    );
  return (
    <InspectorPane
      label={say('people.card')}
      title={person.pseudonym}
      facts={sayConsent(say, person.consent)}
    >
      <div className="people-card" key={person.id}>
        <h3 className="people-card-heading">{say('people.card.attributes')}</h3>
        {attributes.length === 0 && (
          <p className="ink-2">{say('people.card.noAttributes')}</p>
        )}
        {attributes.map((attribute) => (
          <AttributeField
            key={attribute.id}
            person={person}
            attribute={attribute}
            isReadOnly={isReadOnly}
            acts={acts}
            show={show}
          />
        ))}
        <h3 className="people-card-heading">{say('people.card.consent')}</h3>
        <ConsentFields
          person={person}
          isReadOnly={isReadOnly}
          attempt={acts.attempt}
          show={show}
        />
        <h3 className="people-card-heading">{say('people.card.speaks')}</h3>
        <Speaks person={person} />
      </div>
    </InspectorPane>
  );
}
