import {
  ArchiveRestore,
  Copy,
  FilePlus2,
  FolderOpen,
  Info,
  LogOut,
  type LucideIcon,
  Share,
} from 'lucide-react';

import type { ProjectState } from '../../shared/domain/projectState.ts';
import { runCommand } from '../keys/commands.ts';
import { type CommandId, keysOf } from '../keys/keymap.ts';
import { MenuButton } from '../ui/MenuButton.tsx';
import type { MenuAction } from '../ui/menuEntries.ts';
import { given } from '../ui/given.ts';
import { useWords } from '../words.ts';

function entry(id: CommandId, words: string, icon: LucideIcon): MenuAction {
  return {
    id,
    words,
    icon,
    onAction: () => void runCommand(id),
    ...given({ keys: keysOf(id) ?? undefined }),
  };
}

/** The project's name, with what can be done with the project as a whole. */
export function ProjectMenu({ state }: { readonly state: ProjectState }) {
  const { say } = useWords();
  return (
    <MenuButton
      label={state.title}
      kind="quiet"
      className="project-menu"
      entries={[
        entry('go.overview', say('shell.menu.facts'), Info),
        entry('project.saveCopy', say('shell.menu.saveCopy'), Copy),
        entry('project.export', say('shell.menu.export'), Share),
        entry('project.backups', say('shell.menu.backups'), ArchiveRestore),
        { id: 'other', separator: true },
        entry('project.new', say('shell.menu.new'), FilePlus2),
        entry('project.open', say('shell.menu.open'), FolderOpen),
        entry('project.close', say('shell.menu.close'), LogOut),
      ]}
    />
  );
}
