import { type ComponentType, lazy } from 'react';

import type { WorkspaceName } from '../place.ts';

type Module = Readonly<Record<string, ComponentType>>;

const modules = import.meta.glob<Module>('../*/*Workspace.tsx');

function workspace(folder: string, name: string) {
  const file = `../${folder}/${name}.tsx`;
  return lazy(async () => {
    const found = (await modules[file]?.())?.[name];
    return { default: found ?? (() => null) };
  });
}

/** A component for each workspace, fetched when it is first shown. */
export const workspaces: Readonly<Record<WorkspaceName, ComponentType>> = {
  overview: workspace('overview', 'OverviewWorkspace'),
  transcripts: workspace('transcript', 'TranscriptWorkspace'),
  import: workspace('import', 'ImportWorkspace'),
  participants: workspace('participants', 'ParticipantsWorkspace'),
  analysisTable: workspace('analysisTable', 'AnalysisTableWorkspace'),
  grouping: workspace('grouping', 'GroupingWorkspace'),
  themes: workspace('themes', 'ThemesWorkspace'),
  history: workspace('history', 'HistoryWorkspace'),
  settings: workspace('settings', 'SettingsWorkspace'),
};

/** Fetches every workspace while the window is idle, so that going there does not wait. */
export function fetchWorkspaces(): void {
  requestIdleCallback(() => {
    // A host that goes away meanwhile is noticed by what the person asks for.
    for (const fetch of Object.values(modules)) fetch().catch(() => undefined);
  });
}
