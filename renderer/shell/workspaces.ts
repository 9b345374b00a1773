import { type ComponentType, lazy } from 'react';

import type { WorkspaceName } from '../place.ts';

type Module = Readonly<Record<string, ComponentType>>;

const modules = import.meta.glob<Module>('../*/*Workspace.tsx');

const places: Readonly<Record<WorkspaceName, readonly [folder: string, name: string]>> = {
  overview: ['overview', 'OverviewWorkspace'],
  transcripts: ['transcript', 'TranscriptWorkspace'],
  import: ['import', 'ImportWorkspace'],
  participants: ['participants', 'ParticipantsWorkspace'],
  questions: ['questions', 'QuestionsWorkspace'],
  byQuestion: ['transcript', 'ByQuestionWorkspace'],
  pseudonyms: ['pseudonyms', 'PseudonymsWorkspace'],
  analysisTable: ['analysisTable', 'AnalysisTableWorkspace'],
  grouping: ['grouping', 'GroupingWorkspace'],
  themes: ['themes', 'ThemesWorkspace'],
  review: ['review', 'ReviewWorkspace'],
  history: ['history', 'HistoryWorkspace'],
  settings: ['settings', 'SettingsWorkspace'],
  search: ['search', 'SearchWorkspace'],
};

const names = Object.keys(places) as WorkspaceName[];

const fetched = new Map<WorkspaceName, ComponentType>();

async function fetchWorkspace(name: WorkspaceName): Promise<ComponentType> {
  const [folder, component] = places[name];
  const found = (await modules[`../${folder}/${component}.tsx`]?.())?.[component];
  const workspace = found ?? (() => null);
  fetched.set(name, workspace);
  return workspace;
}

const fetching = new Map<WorkspaceName, ComponentType>(
  names.map((name) => [
    name,
    lazy(async () => ({ default: await fetchWorkspace(name) })),
  ]),
);

/**
 * The component of a workspace; one that has not been fetched yet fetches itself. What has been fetched is given as it
 * is: React holds back for 300 ms what appears after a pause, however short the pause.
 */
export const workspaceNamed = (name: WorkspaceName): ComponentType =>
  fetched.get(name) ?? fetching.get(name)!;

/** Fetches every workspace while the window is idle, so that going there does not wait. */
export function fetchWorkspaces(): void {
  requestIdleCallback(() => {
    // A host that goes away meanwhile is noticed by what the person asks for.
    for (const name of names) fetchWorkspace(name).catch(() => undefined);
  });
}
