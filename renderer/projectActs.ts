import type { Say } from '../shared/words/words.ts';
import { call, problemIn } from './api.ts';
import { chooseToOpen, chooseToSave, type SaveAsk } from './chooseFiles.ts';
import { asFileName, fileNameOf, joinPath } from './paths.ts';
import { announce } from './ui/announce.ts';
import { showToast } from './ui/toasts.ts';
import { showProblem, showScreen, useScreen } from './screen.ts';

export const projectEnding = '.utsaga';

/** Does it, and says in place what could not be done; true when it was. */
async function orSay(work: () => Promise<unknown>): Promise<boolean> {
  showProblem(null);
  try {
    await work();
    return true;
  } catch (error) {
    showProblem(problemIn(error));
    return false;
  }
}

/** Opens the project at a path; the one that is open is closed first. */
export async function openProjectAt(path: string): Promise<boolean> {
  useScreen.setState({ opening: path });
  const isOpen = await orSay(() => call('project.open', { path }));
  useScreen.setState({
    opening: null,
    ...(isOpen ? { screen: 'main' } : { tried: path }),
  });
  return isOpen;
}

/** Lets the person point out where a project has gone; it takes the place of the old one in the list. */
export async function findProject(say: Say, missing: string): Promise<void> {
  await orSay(async () => {
    const [path] = await chooseToOpen({
      title: say('welcome.find'),
      endings: [projectEnding],
    });
    if (path !== undefined && (await openProjectAt(path)))
      await call('recent.remove', { path: missing });
  });
}

export async function openProject(say: Say): Promise<void> {
  await orSay(async () => {
    const paths = await chooseToOpen({
      title: say('welcome.open'),
      endings: [projectEnding],
    });
    if (paths[0] !== undefined) await openProjectAt(paths[0]);
  });
}

function saveAsk(say: Say, title: string, proposed: string): SaveAsk {
  return { title, verb: say('shell.save'), endings: [projectEnding], proposed };
}

/** A copy of the worked example where the person says. */
export async function openExample(say: Say): Promise<void> {
  await orSay(async () => {
    const { documentsFolder } = await call('app.info', {});
    const name = `${asFileName(say('welcome.example.file'))}${projectEnding}`;
    const place = await chooseToSave(
      saveAsk(say, say('welcome.example.where'), joinPath(documentsFolder, name)),
    );
    if (place === null) return;
    await call('project.openExample', place);
    showScreen('main');
  });
}

export async function saveCopy(say: Say): Promise<void> {
  await orSay(async () => {
    const state = await call('project.state', {});
    if (!state) return;
    const proposed = state.path.replace(
      /(?:\.utsaga)?$/,
      ` ${say('shell.copy.suffix')}${projectEnding}`,
    );
    const place = await chooseToSave(saveAsk(say, say('shell.menu.saveCopy'), proposed));
    if (place === null) return;
    const { path } = await call('project.saveCopy', place);
    showToast({ words: say('shell.copy.saved', { file: fileNameOf(path) }) });
  });
}

export async function closeProject(say: Say): Promise<void> {
  if (await orSay(() => call('project.close', {}))) announce(say('shell.closed'));
}
