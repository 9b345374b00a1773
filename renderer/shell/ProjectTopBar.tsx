import { Menu as MenuIcon, PanelRight } from 'lucide-react';

import type { ProjectState } from '../../shared/domain/projectState.ts';
import { useApi } from '../api.ts';
import { useInspector } from '../inspector.ts';
import { runCommand } from '../keys/commands.ts';
import { keysOf } from '../keys/keymap.ts';
import { given } from '../ui/given.ts';
import { TopBar } from '../ui/frame/TopBar.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useWords } from '../words.ts';
import { AnalystMenu } from './AnalystMenu.tsx';
import { CommandField } from './CommandField.tsx';
import { useNavigationState } from './navigationState.ts';
import { ProjectMenu } from './ProjectMenu.tsx';
import { SaveState } from './SaveState.tsx';
import { TextPanel } from './TextPanel.tsx';
import { UndoButtons } from './UndoButtons.tsx';
import './ProjectTopBar.css';

export interface ProjectTopBarProps {
  readonly state: ProjectState;
  /** Shows the navigation where it lies behind a button. */
  readonly onNavigation: () => void;
}

/** Where the window's own buttons lie over the bar. */
function useWindowButtons(): 'none' | 'left' | 'right' {
  const info = useApi('app.info', {}).data;
  if (!info?.hasNativeDialogs) return 'none';
  if (info.platform === 'darwin') return 'left';
  return info.platform === 'win32' ? 'right' : 'none';
}

/** What is always in sight: project, save state, command field, undo and redo, text, who is working. */
export function ProjectTopBar({ state, onNavigation }: ProjectTopBarProps) {
  const { say } = useWords();
  const navigation = useNavigationState();
  const { isOpen, panes } = useInspector();
  return (
    <TopBar
      windowButtons={useWindowButtons()}
      start={
        <>
          {navigation.state !== 'full' && (
            <IconButton
              icon={MenuIcon}
              label={say('shell.navigation.show')}
              onPress={navigation.state === 'hidden' ? onNavigation : navigation.toggle}
              {...given({ keys: keysOf('frame.navigation') ?? undefined })}
            />
          )}
          <ProjectMenu state={state} />
          <SaveState state={state} />
        </>
      }
      middle={<CommandField />}
      end={
        <>
          <UndoButtons state={state} />
          <TextPanel />
          <AnalystMenu state={state} />
          {panes > 0 && !isOpen && (
            <IconButton
              icon={PanelRight}
              label={say('shell.inspector.show')}
              onPress={() => runCommand('frame.inspector')}
              {...given({ keys: keysOf('frame.inspector') ?? undefined })}
            />
          )}
        </>
      }
    />
  );
}
