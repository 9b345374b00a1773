import { type KeyboardEvent, useState } from 'react';

import { changeSettings, useSettings } from '../computerSettings.ts';
import { type CommandId, keymap, keysOf } from '../keys/keymap.ts';
import { refusalOf, takenBy } from '../keys/keyRules.ts';
import { pressed } from '../keys/pressed.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { useWords } from '../words.ts';

export interface KeyDialogProps {
  readonly id: CommandId;
  readonly onClose: () => void;
}

const isModifier = (key: string) =>
  /^(?:Control|Shift|Alt|Meta|AltGraph|Dead)$/.test(key);

function useAnswer(id: CommandId, keys: string) {
  const { say } = useWords();
  const chosen = useSettings().keys;
  const refusal = keys === '' ? null : refusalOf(keys);
  const other = keys === '' || refusal ? null : takenBy(keys, id, chosen);
  const keep = () => {
    const before = keysOf(id) ?? '';
    const swapped = other ? { [other.id]: before } : {};
    void changeSettings({ keys: { ...chosen, ...swapped, [id]: keys } });
    announce(say('settings.keys.changed', { keys, command: say(`command.${id}`) }));
  };
  return {
    keep,
    isFree: keys !== '' && refusal === null,
    error: refusal
      ? say(refusal, { keys })
      : other
        ? say('settings.keys.taken', { keys, command: say(`command.${other.id}`) })
        : undefined,
    isTaken: other !== null,
  };
}

/** Waits for keys to be pressed and says whether they can be had. */
export function KeyDialog({ id, onClose }: KeyDialogProps) {
  const { say } = useWords();
  const [keys, setKeys] = useState('');
  const answer = useAnswer(id, keys);
  const usual = keymap.find((binding) => binding.id === id)?.keys.join(', ') ?? '';
  const onKeyDown = (event: KeyboardEvent) => {
    if (isModifier(event.key) || event.key === 'Tab') return;
    if (event.key === 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    const read = pressed(event.nativeEvent);
    if (read !== null) setKeys(read);
  };
  return (
    <Dialog
      title={say('settings.keys.title', { command: say(`command.${id}`) })}
      isOpen
      onClose={onClose}
      width="narrow"
      actions={
        <>
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button
            kind="primary"
            isDisabled={!answer.isFree}
            onPress={() => {
              answer.keep();
              onClose();
            }}
          >
            {say(answer.isTaken ? 'settings.keys.swap' : 'settings.keys.keep')}
          </Button>
        </>
      }
    >
      <Field
        label={say('settings.keys.press')}
        hint={say('settings.keys.usual', { keys: usual || '–' })}
        error={answer.error}
      >
        {(control) => (
          <input
            {...control}
            className="control"
            autoFocus
            readOnly
            value={keys}
            placeholder={say('settings.keys.waiting')}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
    </Dialog>
  );
}
