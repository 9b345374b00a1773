import { create } from 'zustand';

import type { Problem } from '../shared/errors.ts';

interface ScreenStore {
  /** main: the open project, or Welcome when there is none. */
  readonly screen: 'main' | 'newProject' | 'settings';
  /** Transcripts that wait for the project that is being made. */
  readonly files: readonly (File | string)[];
  /** What could not be done, until it is read or something else is tried. */
  readonly problem: Problem | null;
  /** The recent project that is being opened. */
  readonly opening: string | null;
  /** The project that the problem is about. */
  readonly tried: string | null;
}

const beginning: ScreenStore = {
  screen: 'main',
  files: [],
  problem: null,
  opening: null,
  tried: null,
};

/** What the window shows besides the project's own workspaces. */
export const useScreen = create<ScreenStore>(() => beginning);

export function showScreen(screen: ScreenStore['screen']): void {
  useScreen.setState({ screen, problem: null });
}

/** Starts a new project with files that will be read in once it exists. */
export function beginProjectWith(files: readonly (File | string)[]): void {
  useScreen.setState({ screen: 'newProject', files, problem: null });
}

export function takeWaitingFiles(): readonly (File | string)[] {
  const { files } = useScreen.getState();
  if (files.length > 0) useScreen.setState({ files: [] });
  return files;
}

export function showProblem(problem: Problem | null): void {
  useScreen.setState({ problem, tried: null });
}
