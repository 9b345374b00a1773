import { useRef, useState } from 'react';

import { useApi } from '../api.ts';
import { useCommands } from '../keys/commands.ts';
import { SearchField } from '../ui/SearchField.tsx';
import { useWords } from '../words.ts';
import { ComputerSections } from './ComputerSections.tsx';
import { FileSections } from './FileSections.tsx';
import { ProjectSections } from './ProjectSections.tsx';
import { SettingsSearch } from './SettingItem.tsx';
import './SettingsPage.css';

/** Every setting on one page, with a search on top; with or without a project. */
export function SettingsPage() {
  const { say } = useWords();
  const state = useApi('project.state', {}).data ?? null;
  const [typed, setTyped] = useState('');
  const search = useRef<HTMLInputElement>(null);
  useCommands({ 'place.find': () => search.current?.focus() });
  return (
    <SettingsSearch value={typed}>
      <div className="settings-page">
        <SearchField
          label={say('settings.search')}
          clearLabel={say('settings.search.clear')}
          value={typed}
          onChange={setTyped}
          controlRef={search}
          keys="Ctrl F"
        />
        <ComputerSections />
        {state && <ProjectSections isReadOnly={state.isReadOnly} />}
        <FileSections state={state} />
        <p className="settings-none ink-2">{say('settings.none', { typed })}</p>
      </div>
    </SettingsSearch>
  );
}
