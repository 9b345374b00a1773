import { dialog, type BrowserWindow, type FileFilter } from 'electron';
import { z } from 'zod';

import type { CallResult } from '../shared/bridge.ts';
import type { Say } from '../shared/words/words.ts';

const endings = z.array(z.string().max(12)).max(40);
const openAsk = z.object({
  title: z.string().max(200),
  endings,
  isMany: z.boolean().default(false),
  folder: z.string().max(4096).optional(),
});
const saveAsk = z.object({
  title: z.string().max(200),
  endings,
  verb: z.string().max(60),
  proposed: z.string().max(4096),
});

/** Whether a call is for the computer's own dialogs, which only the window's process can show. */
export function isDialogCall(name: string): boolean {
  return name === 'dialogs.open' || name === 'dialogs.save';
}

/** Asks where to open (paths, none when the person changed their mind) or to save (a path or null). */
export async function askDialog(
  window: BrowserWindow,
  say: Say,
  asked: { readonly name: string; readonly input: unknown },
): Promise<CallResult> {
  const value =
    asked.name === 'dialogs.save'
      ? await whereToSave(window, saveAsk.parse(asked.input), say)
      : await whatToOpen(window, openAsk.parse(asked.input), say);
  return { ok: true, value };
}

async function whatToOpen(
  window: BrowserWindow,
  ask: z.infer<typeof openAsk>,
  say: Say,
): Promise<readonly string[]> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: ask.title,
    filters: filtersFor(ask.endings, say),
    properties: ask.isMany ? ['openFile', 'multiSelections'] : ['openFile'],
    ...(ask.folder === undefined ? {} : { defaultPath: ask.folder }),
  });
  return filePaths;
}

async function whereToSave(
  window: BrowserWindow,
  ask: z.infer<typeof saveAsk>,
  say: Say,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: ask.title,
    buttonLabel: ask.verb,
    defaultPath: ask.proposed,
    filters: filtersFor(ask.endings, say),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? null : filePath;
}

function filtersFor(wanted: readonly string[], say: Say): FileFilter[] {
  if (wanted.length === 0) return [];
  const isProject = wanted.every((ending) => ending === '.utsaga');
  return [
    {
      name: say(isProject ? 'menu.projectFile' : 'menu.files'),
      extensions: wanted.map((ending) => ending.replace(/^\./, '')),
    },
    { name: say('menu.everyFile'), extensions: ['*'] },
  ];
}
