import { useEffect, useMemo } from 'react';

import { useApi } from './api.ts';
import { useSettings } from './computerSettings.ts';
import { useKeyDispatcher } from './keys/useKeyDispatcher.ts';
import { usePlace } from './place.ts';
import { ProjectFrame } from './shell/ProjectFrame.tsx';
import { useLook } from './shell/useLook.ts';
import { LiveRegion } from './ui/LiveRegion.tsx';
import { ToastRegion } from './ui/ToastRegion.tsx';
import { WordsContext, wordsOf } from './words.ts';

function Screen() {
  const state = useApi('project.state', {}).data;
  const path = state?.path;
  useEffect(() => usePlace.getState().start(), [path]);
  if (!state) return null;
  return <ProjectFrame state={state} />;
}

export function App() {
  const settings = useSettings();
  const info = useApi('app.info', {}).data;
  const language =
    settings.language === 'system' ? (info?.systemLanguage ?? 'sv') : settings.language;
  const words = wordsOf(language);
  useLook(settings, language);
  const { singleKeys, keys } = settings;
  useKeyDispatcher(useMemo(() => ({ singleKeys, keys }), [singleKeys, keys]));
  if (!info) return null;
  return (
    <WordsContext value={words}>
      <Screen />
      <ToastRegion closeLabel={words.say('shell.close')} />
      <LiveRegion />
    </WordsContext>
  );
}
