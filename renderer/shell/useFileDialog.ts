import { useEffect, useState } from 'react';

import type { FolderEntry } from '../../shared/domain/appInfo.ts';
import type { Problem } from '../../shared/errors.ts';
import { call, problemIn, queryClient, useApi } from '../api.ts';
import type { PendingAsk } from '../chooseFiles.ts';
import { fileNameOf, folderOf, isFullPath, joinPath, withEnding } from '../paths.ts';

export interface FileDialogState extends Draft {
  readonly folder: string;
  readonly parent: string | null;
  readonly places: readonly FolderEntry[];
  readonly entries: readonly FolderEntry[];
  /** The first answer has not come yet. */
  readonly isWaiting: boolean;
  readonly type: (text: string) => void;
  readonly enter: (folder: string) => void;
  readonly choose: (paths: readonly string[]) => void;
  /** What the field or the list says, if it can be done; `replace` answers the question. */
  readonly finish: (replace?: boolean) => Promise<void>;
  /** The file of a row, with the others that are chosen. */
  readonly open: (entry: FolderEntry) => Promise<void>;
  readonly makeFolder: (name: string) => Promise<boolean>;
}

/** What came of pressing the button: another folder, a question, an answer to whoever asked. */
type Outcome =
  | { readonly enter: string }
  | { readonly replaces: string }
  | { readonly problem: Problem }
  | 'answered';

const firstFolder = (pending: PendingAsk): string | undefined => {
  if (pending.kind === 'open') return pending.ask.folder;
  return isFullPath(pending.ask.proposed) ? folderOf(pending.ask.proposed) : undefined;
};

async function entryAt(path: string): Promise<FolderEntry | undefined> {
  const { entries } = await call('folders.list', { folder: folderOf(path) });
  const name = fileNameOf(path).toLowerCase();
  return entries.find((entry) => entry.name.toLowerCase() === name);
}

async function isFolder(path: string): Promise<boolean> {
  try {
    await call('folders.list', { folder: path });
    return true;
  } catch {
    return false;
  }
}

interface Said {
  readonly folder: string;
  readonly typed: string;
  readonly chosen: readonly string[];
  readonly replace: boolean;
}

async function save(
  pending: Extract<PendingAsk, { kind: 'save' }>,
  path: string,
  replace: boolean,
): Promise<Outcome> {
  const full = withEnding(path, pending.ask.endings[0]);
  const found = await entryAt(full);
  if (found && !replace) return { replaces: found.name };
  pending.answer({ path: full, overwrite: found !== undefined });
  return 'answered';
}

async function conclude(pending: PendingAsk, said: Said): Promise<Outcome> {
  const text = said.typed.trim();
  const typed = isFullPath(text) ? text : joinPath(said.folder, text);
  const paths = text === '' ? said.chosen : [typed];
  const [first] = paths;
  if (first === undefined) return { enter: said.folder };
  if (await isFolder(first)) return { enter: first };
  if (pending.kind === 'save') return save(pending, first, said.replace);
  if (paths.length === 1 && !(await entryAt(first)))
    return { problem: { code: 'file.missing', params: { file: first } } };
  pending.answer(paths);
  return 'answered';
}

function useListing(pending: PendingAsk, asked: string | undefined) {
  const info = useApi('app.info', {}).data;
  const folder = asked ?? info?.documentsFolder;
  const listing = useApi(
    'folders.list',
    folder === undefined ? null : { folder, endings: [...pending.ask.endings] },
    { keepPrevious: true },
  );
  // A folder that is proposed but not there is no reason to show nothing.
  const home = useApi('folders.list', listing.problem ? {} : null);
  useEffect(() => () => queryClient.removeQueries({ queryKey: ['folders.list'] }), []);
  return {
    shown: listing.problem ? home.data : listing.data,
    problem: asked === undefined ? null : listing.problem,
  };
}

interface Draft {
  readonly chosen: readonly string[];
  /** Name or path as it stands in the field. */
  readonly typed: string;
  readonly problem: Problem | null;
  /** What would be replaced: asked before it is. */
  readonly replaces: string | null;
}

const noQuestions = { problem: null, replaces: null } as const;

/** What Enter on a row says: the others that are chosen come along. */
function saidBy(entry: FolderEntry, isSave: boolean, { chosen }: Draft): Partial<Said> {
  if (isSave) return { typed: entry.name };
  return { typed: '', chosen: chosen.includes(entry.path) ? chosen : [entry.path] };
}

/** Which folder is shown, what is chosen in it and what has been typed. */
export function useFileDialog(pending: PendingAsk): FileDialogState {
  const isSave = pending.kind === 'save';
  const [asked, setAsked] = useState(() => firstFolder(pending));
  const [draft, setDraft] = useState<Draft>(() => ({
    ...noQuestions,
    chosen: [],
    typed: isSave ? fileNameOf(pending.ask.proposed) : '',
  }));
  const { shown, problem } = useListing(pending, asked);
  const folder = shown?.folder ?? '';
  const change = (changes: Partial<Draft>) =>
    setDraft((before) => ({ ...before, ...noQuestions, ...changes }));

  const enter = (next: string) => {
    setAsked(next);
    change(isSave ? { chosen: [] } : { chosen: [], typed: '' });
  };
  const conclusion = async (said: Partial<Said>) => {
    try {
      const all: Said = { ...draft, folder, replace: false, ...said };
      const outcome = await conclude(pending, all);
      if (outcome === 'answered') return;
      if ('enter' in outcome) enter(outcome.enter);
      else change(outcome);
    } catch (error) {
      change({ problem: problemIn(error) });
    }
  };
  const finish = (replace = false) => conclusion({ replace });
  const open = (entry: FolderEntry) => conclusion(saidBy(entry, isSave, draft));
  const choose = (chosen: readonly string[]) => {
    const name = chosen[0] === undefined ? draft.typed : fileNameOf(chosen[0]);
    change({ chosen, typed: isSave ? name : '' });
  };
  const makeFolder = async (name: string) => {
    try {
      enter((await call('folders.make', { parent: folder, name })).path);
      return true;
    } catch (error) {
      change({ problem: problemIn(error) });
      return false;
    }
  };
  return {
    ...draft,
    folder,
    parent: shown?.parent ?? null,
    places: shown?.places ?? [],
    entries: shown?.entries ?? [],
    isWaiting: shown === undefined,
    problem: draft.problem ?? problem,
    enter,
    finish,
    open,
    choose,
    makeFolder,
    type: (typed) => change(isSave ? { typed } : { typed, chosen: [] }),
  };
}
