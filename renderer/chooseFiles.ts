import { z } from 'zod';
import { create } from 'zustand';

import { call, callShell } from './api.ts';

interface Ask {
  /** Heading of the dialog: "Öppna projekt". */
  readonly title: string;
  /** With the dot, in lower case: `['.utsaga']`. Empty shows every file. */
  readonly endings: readonly string[];
}

export interface OpenAsk extends Ask {
  readonly isMany?: boolean;
  /** Where to begin; the documents folder unless told. */
  readonly folder?: string;
}

export interface SaveAsk extends Ask {
  /** Words on the button: "Spara", "Skapa kopian". */
  readonly verb: string;
  /** Full path or name that is proposed. */
  readonly proposed: string;
}

export interface SavePlace {
  readonly path: string;
  /** The person has said that what is there may be replaced. */
  readonly overwrite: boolean;
}

export type PendingAsk =
  | {
      readonly kind: 'open';
      readonly ask: OpenAsk;
      readonly answer: (paths: readonly string[]) => void;
    }
  | {
      readonly kind: 'save';
      readonly ask: SaveAsk;
      readonly answer: (place: SavePlace | null) => void;
    };

/** What the app's own file dialog is asked just now; the shell draws it. */
export const usePendingAsk = create<{ readonly pending: PendingAsk | null }>(() => ({
  pending: null,
}));

const openAnswer = z.array(z.string());
const saveAnswer = z.string().nullable();

/** Lets the person point out files; an empty list when they changed their mind. */
export async function chooseToOpen(ask: OpenAsk): Promise<readonly string[]> {
  const info = await call('app.info', {});
  if (info.hasNativeDialogs)
    return openAnswer.parse((await callShell('dialogs.open', ask)) ?? []);
  return new Promise((resolve) => {
    const answer = (paths: readonly string[]) => {
      usePendingAsk.setState({ pending: null });
      resolve(paths);
    };
    usePendingAsk.setState({ pending: { kind: 'open', ask, answer } });
  });
}

/** Lets the person say where to save, overwriting only what they said may go; null when they changed their mind. */
export async function chooseToSave(ask: SaveAsk): Promise<SavePlace | null> {
  const info = await call('app.info', {});
  if (info.hasNativeDialogs) {
    const path = saveAnswer.parse(await callShell('dialogs.save', ask));
    return path === null ? null : { path, overwrite: true };
  }
  return new Promise((resolve) => {
    const answer = (place: SavePlace | null) => {
      usePendingAsk.setState({ pending: null });
      resolve(place);
    };
    usePendingAsk.setState({ pending: { kind: 'save', ask, answer } });
  });
}
