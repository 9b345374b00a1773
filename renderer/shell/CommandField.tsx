import { Search } from 'lucide-react';

import { runCommand } from '../keys/commands.ts';
import { Icon } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { useWords } from '../words.ts';

/** Looks like a field, opens the palette. */
export function CommandField() {
  const { say } = useWords();
  return (
    <button
      type="button"
      className="control command-field"
      onClick={() => runCommand('palette.open')}
    >
      <Icon of={Search} />
      <span className="command-field-words">{say('command.palette.open')}</span>
      <Kbd keys="Ctrl K" />
    </button>
  );
}
