import { ArrowLeft } from 'lucide-react';
import { useEffect } from 'react';

import { Button } from '../ui/Button.tsx';
import { Workspace, WorkspaceBar, WorkspaceContent } from '../ui/frame/Workspace.tsx';
import { useWords } from '../words.ts';
import { SettingsPage } from './SettingsPage.tsx';

export interface SettingsScreenProps {
  readonly onBack: () => void;
}

/** The settings of the computer, before there is a project. */
export function SettingsScreen({ onBack }: SettingsScreenProps) {
  const { say } = useWords();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isFree = !event.defaultPrevented && !document.querySelector('[role=dialog]');
      if (event.key === 'Escape' && isFree) onBack();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onBack]);
  return (
    <div className="settings-screen">
      <Workspace label={say('shell.settings')}>
        <WorkspaceBar title={say('shell.settings')}>
          <Button icon={ArrowLeft} autoFocus onPress={onBack}>
            {say('settings.back')}
          </Button>
        </WorkspaceBar>
        <WorkspaceContent>
          <SettingsPage />
        </WorkspaceContent>
      </Workspace>
    </div>
  );
}
