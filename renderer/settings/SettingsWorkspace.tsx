import { Workspace, WorkspaceBar, WorkspaceContent } from '../ui/frame/Workspace.tsx';
import { useWords } from '../words.ts';
import { SettingsPage } from './SettingsPage.tsx';

/** The settings of the computer and of the open project. */
export function SettingsWorkspace() {
  const { say } = useWords();
  return (
    <Workspace label={say('shell.settings')}>
      <WorkspaceBar title={say('shell.settings')} />
      <WorkspaceContent>
        <SettingsPage />
      </WorkspaceContent>
    </Workspace>
  );
}
