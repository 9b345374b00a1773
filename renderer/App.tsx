import { useCallback, useEffect, useMemo, useState } from 'react';

import type { Settings } from '../shared/domain/settings.ts';
import { useApi } from './api.ts';
import { useSettings } from './computerSettings.ts';
import { useKeyDispatcher } from './keys/useKeyDispatcher.ts';
import { usePlace } from './place.ts';
import { NewProject } from './project/NewProject.tsx';
import { Welcome } from './project/Welcome.tsx';
import { SettingsScreen } from './settings/SettingsScreen.tsx';
import { FileDialogs } from './shell/FileDialog.tsx';
import { KeysHelp } from './shell/KeysHelp.tsx';
import { Palette } from './shell/palette/Palette.tsx';
import { focusSoon, watchFocus } from './shell/panes.ts';
import { ProjectFrame } from './shell/ProjectFrame.tsx';
import { showScreen, takeWaitingFiles, useScreen } from './screen.ts';
import { forgetSearch } from './searchState.ts';
import { useLook } from './shell/useLook.ts';
import { useHostEvents, useWindowCommands } from './shell/useWindowCommands.ts';
import { WindowDrop } from './shell/WindowDrop.tsx';
import { Banner } from './ui/Banner.tsx';
import { LiveRegion } from './ui/LiveRegion.tsx';
import { ToastRegion } from './ui/ToastRegion.tsx';
import { sayProblem, useWords, WordsContext, wordsOf } from './words.ts';

let begunAt: string | null = null;

/** Another project begins at its beginning; one that comes back from under another screen stays where it was. */
function beginAt(path: string | null): void {
  if (path === begunAt) return;
  begunAt = path;
  usePlace.getState().start();
  forgetSearch();
  const files = path === null ? [] : takeWaitingFiles();
  if (files.length > 0) usePlace.getState().importFiles(files);
}

function Screen() {
  const { say } = useWords();
  const { data: state, problem } = useApi('project.state', {});
  const screen = useScreen((shown) => shown.screen);
  const path = state?.path ?? null;
  useEffect(() => beginAt(path), [path]);
  useEffect(() => focusSoon(), [path, screen]);
  useEffect(() => {
    document.title = state ? `${state.title} – Utsaga` : 'Utsaga';
  }, [state]);
  if (problem) return <Banner>{sayProblem(say, problem)}</Banner>;
  if (state === undefined) return null;
  if (screen === 'newProject') return <NewProject />;
  if (state) return <ProjectFrame key={state.path} state={state} />;
  if (screen === 'settings') return <SettingsScreen onBack={() => showScreen('main')} />;
  return <Welcome />;
}

type Shown = 'palette' | 'keys' | null;

function useCanImport(): boolean | null {
  const state = useApi('project.state', {}).data;
  return state ? !state.isReadOnly : null;
}

/** The screen with what lies over it: palette, keys, file dialogs, what is held over the window. */
function Window() {
  const words = useWords();
  const [shown, setShown] = useState<Shown>(null);
  const canImport = useCanImport();
  const close = useCallback(() => setShown(null), []);
  useWindowCommands(words, {
    hasProject: canImport !== null,
    openPalette: () => setShown('palette'),
    openKeys: () => setShown('keys'),
  });
  useHostEvents();
  useEffect(watchFocus, []);
  return (
    <>
      <Screen />
      {shown === 'palette' && <Palette hasProject={canImport !== null} onClose={close} />}
      {shown === 'keys' && <KeysHelp onClose={close} />}
      <FileDialogs />
      <WindowDrop canImport={canImport} />
      <ToastRegion closeLabel={words.say('shell.close')} />
      <LiveRegion />
    </>
  );
}

function useLanguage({ language }: Settings) {
  const { data: info, problem } = useApi('app.info', {});
  const spoken = language === 'system' ? (info?.systemLanguage ?? 'sv') : language;
  return { words: wordsOf(spoken), problem, isReady: info !== undefined };
}

/** The window: language, look and keys of this computer, around the project or the start. */
export function App() {
  const settings = useSettings();
  const { words, problem, isReady } = useLanguage(settings);
  useLook(settings, words.language);
  const { singleKeys, keys } = settings;
  useKeyDispatcher(useMemo(() => ({ singleKeys, keys }), [singleKeys, keys]));
  if (problem) return <Banner>{sayProblem(words.say, problem)}</Banner>;
  return <WordsContext value={words}>{isReady && <Window />}</WordsContext>;
}
