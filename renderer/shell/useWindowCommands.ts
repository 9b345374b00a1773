import { useEffect } from 'react';

import { onHostEvent, queryClient, useApi } from '../api.ts';
import { changeSettings, useSettings } from '../computerSettings.ts';
import { runCommand, useCommands } from '../keys/commands.ts';
import { rememberProgress } from '../progress.ts';
import { announce } from '../ui/announce.ts';
import type { Words } from '../words.ts';
import { openExample, openProject } from '../projectActs.ts';
import { showScreen } from '../screen.ts';

const textSizes = { least: 90, most: 200, step: 10 } as const;

export interface WindowDialogs {
  readonly hasProject: boolean;
  readonly openPalette: () => void;
  readonly openKeys: () => void;
}

/** What can be done whether or not a project is open. */
export function useWindowCommands(words: Words, dialogs: WindowDialogs): void {
  const { say } = words;
  const { textSize, theme } = useSettings();
  const hasExample = useApi('app.info', {}).data?.hasExample ?? false;
  const resize = (size: number) => {
    const kept = Math.min(textSizes.most, Math.max(textSizes.least, size));
    void changeSettings({ textSize: kept });
    announce(say('settings.percent', { value: kept }));
  };
  const isDark =
    theme === 'dark' ||
    (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  useCommands({
    'palette.open': dialogs.openPalette,
    'help.keys': dialogs.openKeys,
    'project.new': () => showScreen('newProject'),
    'project.open': () => void openProject(say),
    'project.example': hasExample ? () => void openExample(say) : undefined,
    'go.settings': dialogs.hasProject ? undefined : () => showScreen('settings'),
    'text.larger': () => resize(textSize + textSizes.step),
    'text.smaller': () => resize(textSize - textSizes.step),
    'text.usual': () => resize(100),
    'look.theme': () => void changeSettings({ theme: isDark ? 'light' : 'dark' }),
  });
}

/** Menu commands run as if their key was pressed; progress is kept for the bars that show it. */
export function useHostEvents(): void {
  useEffect(
    () =>
      onHostEvent((event) => {
        if (event.kind === 'menu') runCommand(event.command);
        if (event.kind === 'progress') rememberProgress(event);
        // Files may have been moved meanwhile.
        if (event.kind === 'window' && event.state === 'focused')
          void queryClient.invalidateQueries({ queryKey: ['recent.list'] });
      }),
    [],
  );
}
