import { useState } from 'react';

import type { AttributeType } from '../../shared/domain/attribute.ts';
import { attributeWords } from '../../shared/text/attributeWords.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useWords } from '../words.ts';
import type { Fill, FillPlan } from './fillPlan.ts';

const shownChanges = 100;
const shownNames = 8;

const someOf = (names: readonly string[]) =>
  names.slice(0, shownNames).join(', ') + (names.length > shownNames ? ' …' : '');

/** What a paste or a file would write, in sentences and value by value. */
export function FillSummary({ plan }: { readonly plan: FillPlan }) {
  const words = useWords();
  const { say } = words;
  const shown = (type: AttributeType, value: string) =>
    value === ''
      ? say('people.value.none')
      : attributeWords(words, { type, allowed: [] }, value);
  const {
    changes,
    overwritten,
    cleared,
    newAttributes,
    newPeople,
    closed,
    outside,
    twice,
  } = plan;
  const sentences = [
    say('people.plan.changes', { count: changes.length }),
    overwritten > 0 && say('people.plan.overwritten', { count: overwritten }),
    cleared > 0 && say('people.plan.cleared', { count: cleared }),
    newAttributes.length > 0 &&
      say('people.plan.newAttributes', { names: someOf(newAttributes) }),
    newPeople.length > 0 &&
      say('people.plan.newPeople', { count: newPeople.length, names: someOf(newPeople) }),
    twice.length > 0 && say('people.plan.twice', { names: someOf(twice) }),
    ...plan.unknown.map(({ attribute, values }) =>
      say('people.plan.unknown', { attribute, values: someOf(values) }),
    ),
    ...plan.odd.map(({ attribute, values }) =>
      say('people.plan.odd', { attribute, values: someOf(values) }),
    ),
    closed > 0 && say('people.plan.closed', { count: closed }),
    outside > 0 && say('people.plan.outside', { count: outside }),
  ].filter((sentence) => sentence !== false);
  return (
    <>
      <ul className="people-plan">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {changes.length > 0 && (
        <div
          className="people-plan-list"
          role="region"
          aria-label={say('people.plan.list')}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is scrolled by keys
          tabIndex={0}
        >
          <table className="participants">
            <thead>
              <tr>
                <th scope="col">{say('people.plan.who')}</th>
                <th scope="col">{say('people.plan.column')}</th>
                <th scope="col">{say('people.plan.before')}</th>
                <th scope="col">{say('people.plan.after')}</th>
              </tr>
            </thead>
            <tbody>
              {changes
                .slice(0, shownChanges)
                .map(({ who, column, before, after, type }) => (
                  <tr key={`${who} ${column}`}>
                    <th scope="row">{who}</th>
                    <td>{column}</td>
                    <td className="ink-2">{shown(type, before)}</td>
                    <td>{shown(type, after)}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      )}
      {changes.length > shownChanges && (
        <p>{say('people.plan.more', { count: changes.length - shownChanges })}</p>
      )}
    </>
  );
}

/** Whether values that a choice does not allow are added to what it allows. */
export function AllowUnknown(props: {
  readonly plan: FillPlan;
  readonly isAllowing: boolean;
  readonly onChange: (isAllowing: boolean) => void;
}) {
  const { say } = useWords();
  if (props.plan.unknown.length === 0) return null;
  return (
    <Checkbox isChecked={props.isAllowing} onChange={props.onChange}>
      {say('people.plan.allow')}
    </Checkbox>
  );
}

/** A paste that brings anything new is looked at before it is written. */
export function PastePlan(props: {
  readonly plan: FillPlan;
  readonly onAnswer: (fill: Fill | null) => void;
}) {
  const { plan, onAnswer } = props;
  const { say } = useWords();
  const [isAllowing, setAllowing] = useState(true);
  return (
    <Dialog
      title={say('people.plan.paste')}
      width="wide"
      isOpen
      onClose={() => onAnswer(null)}
      actions={
        <>
          <Button onPress={() => onAnswer(null)}>{say('people.cancel')}</Button>
          <Button
            kind="primary"
            autoFocus
            isDisabled={plan.fill.rows.length === 0}
            onPress={() => onAnswer({ ...plan.fill, isAllowing })}
          >
            {say('people.plan.do')}
          </Button>
        </>
      }
    >
      <FillSummary plan={plan} />
      <AllowUnknown plan={plan} isAllowing={isAllowing} onChange={setAllowing} />
    </Dialog>
  );
}
