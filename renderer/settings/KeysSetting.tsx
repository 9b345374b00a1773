import { useContext, useState } from 'react';

import { changeSettings, useSettings } from '../computerSettings.ts';
import { type CommandId, keymap, type KeyBinding } from '../keys/keymap.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { useWords } from '../words.ts';
import { KeyDialog } from './KeyDialog.tsx';
import { SettingsSearch } from './SettingItem.tsx';

const contextOf = ({ contexts }: KeyBinding) => contexts[0] ?? 'everywhere';

const contexts = [
  'everywhere',
  'transcript',
  'table',
  'board',
  'list',
  'history',
] as const;

interface RowProps {
  readonly binding: KeyBinding;
  readonly onChange: () => void;
}

function Row({ binding, onChange }: RowProps) {
  const { say } = useWords();
  const chosen = useSettings().keys;
  const own = chosen[binding.id];
  const keys = own === undefined ? binding.keys : [own];
  const words = say(`command.${binding.id}`);
  const reset = () => {
    const { [binding.id]: _gone, ...others } = chosen;
    void changeSettings({ keys: others });
    announce(say('settings.keys.reset.done', { command: words }));
  };
  return (
    <li className="keys-row">
      <span className="keys-row-words">{words}</span>
      <span className="keys-row-keys">
        {keys
          .filter((one) => one !== '')
          .map((one) => (
            <Kbd key={one} keys={one} />
          ))}
      </span>
      <Button kind="link" onPress={onChange}>
        {say('settings.keys.change')}
        <span className="visually-hidden"> {words}</span>
      </Button>
      {own !== undefined && (
        <Button kind="link" onPress={reset}>
          {say('settings.keys.reset')}
          <span className="visually-hidden"> {words}</span>
        </Button>
      )}
    </li>
  );
}

interface PartProps {
  readonly context: (typeof contexts)[number];
  readonly bindings: readonly KeyBinding[];
  /** Something is searched for: what is found is shown at once. */
  readonly isSearched: boolean;
  readonly onChange: (id: CommandId) => void;
}

function Part({ context, bindings, isSearched, onChange }: PartProps) {
  const { say } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const title = say(`settings.keys.in.${context}`);
  return (
    <Disclosure
      title={title}
      fact={say('settings.keys.count', { count: bindings.length })}
      isOpen={isOpen || isSearched}
      onChange={setIsOpen}
    >
      <ul className="keys-rows" aria-label={title}>
        {bindings.map((binding) => (
          <Row key={binding.id} binding={binding} onChange={() => onChange(binding.id)} />
        ))}
      </ul>
    </Disclosure>
  );
}

/** Every command with its keys, each to be changed by pressing others. */
export function KeysSetting() {
  const { say } = useWords();
  const typed = useContext(SettingsSearch).trim().toLowerCase();
  const [changing, setChanging] = useState<CommandId | null>(null);
  const isSection = say('settings.keyboard').toLowerCase().includes(typed);
  const shown = keymap.filter(
    ({ id }) => isSection || say(`command.${id}`).toLowerCase().includes(typed),
  );
  return (
    <>
      {contexts.map((context) => {
        const bindings = shown.filter((binding) => contextOf(binding) === context);
        if (bindings.length === 0) return null;
        return (
          <div className="setting-item" key={context}>
            <Part
              context={context}
              bindings={bindings}
              isSearched={typed !== '' && !isSection}
              onChange={setChanging}
            />
          </div>
        );
      })}
      {changing && <KeyDialog id={changing} onClose={() => setChanging(null)} />}
    </>
  );
}
