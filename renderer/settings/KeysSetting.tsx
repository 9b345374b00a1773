import { useContext, useState } from 'react';

import { changeSettings, useSettings } from '../computerSettings.ts';
import { type CommandId, keymap, type KeyBinding } from '../keys/keymap.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
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
        const rows = shown.filter((binding) => contextOf(binding) === context);
        if (rows.length === 0) return null;
        return (
          <div className="setting-item" key={context}>
            <h3 className="keys-context" id={`keys-${context}`}>
              {say(`settings.keys.in.${context}`)}
            </h3>
            <ul className="keys-rows" aria-labelledby={`keys-${context}`}>
              {rows.map((binding) => (
                <Row
                  key={binding.id}
                  binding={binding}
                  onChange={() => setChanging(binding.id)}
                />
              ))}
            </ul>
          </div>
        );
      })}
      {changing && <KeyDialog id={changing} onClose={() => setChanging(null)} />}
    </>
  );
}
