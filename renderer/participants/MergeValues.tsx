import { useState } from 'react';

import type { UsedAttribute } from '../../shared/domain/attribute.ts';
import { useAct } from '../api.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import { sayProblem, useWords } from '../words.ts';
import { sayValue } from './peopleColumns.ts';

/** Several spellings of one value become one, for everybody who has them. */
export function MergeValues(props: {
  readonly attribute: UsedAttribute;
  readonly onClose: () => void;
}) {
  const { attribute, onClose } = props;
  const words = useWords();
  const { say } = words;
  const merge = useAct('attributes.mergeValues');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [into, setInto] = useState<string | null>(null);
  const first = attribute.used.find(({ value }) => chosen.has(value))?.value ?? '';
  const suggested = first === '' ? '' : sayValue(words, attribute, first);
  const target = (into ?? suggested).trim();
  const count = attribute.used
    .filter(({ value }) => chosen.has(value))
    .reduce((sum, one) => sum + one.count, 0);
  const toggle = (value: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(value);
    else next.delete(value);
    setChosen(next);
  };
  const act = () =>
    void merge
      .act({ attributeId: attribute.id, values: [...chosen], into: target })
      .then(() => {
        announce(say('people.merge.done', { into: target, count }));
        onClose();
      })
      .catch(() => {});
  return (
    <Dialog
      title={say('people.merge.title', { name: attribute.name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button autoFocus={attribute.used.length < 2} onPress={onClose}>
            {say('people.cancel')}
          </Button>
          <Button
            kind="primary"
            isDisabled={chosen.size === 0 || target === ''}
            onPress={act}
          >
            {say('people.merge.do')}
          </Button>
        </>
      }
    >
      {attribute.used.length < 2 ? (
        <p>{say('people.merge.tooFew')}</p>
      ) : (
        <>
          <fieldset className="people-fieldset">
            <legend>{say('people.merge.which')}</legend>
            {attribute.used.map(({ value, count: having }) => (
              <Checkbox
                key={value}
                isChecked={chosen.has(value)}
                onChange={(isChosen) => toggle(value, isChosen)}
              >
                {say('people.merge.count', {
                  value: sayValue(words, attribute, value),
                  count: having,
                })}
              </Checkbox>
            ))}
          </fieldset>
          <TextField
            key={suggested}
            label={say('people.merge.into')}
            value={suggested}
            error={merge.problem && sayProblem(say, merge.problem)}
            onDraft={setInto}
            onCommit={setInto}
          />
        </>
      )}
    </Dialog>
  );
}
