import { join, dirname } from 'node:path';

import type { Database } from 'better-sqlite3';

import type { ReadableProject } from '../../electron/project/handle.ts';
import { openSession } from '../../electron/session.ts';
import type { ApiName, Input, Output } from '../../shared/api.ts';
import type { Problem } from '../../shared/errors.ts';

export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

/** A project behind the one door that every host uses. */
export interface OpenedSession {
  call<Name extends ApiName>(
    name: Name,
    input: Input<Name>,
  ): Promise<Answer<Output<Name>>>;
  readonly db: Database;
  readonly read: ReadableProject;
  reopen(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a project file as a program would; its settings and backups lie beside it. */
export async function openedSession(path: string): Promise<OpenedSession> {
  const session = openSession({
    dataFolder: join(dirname(path), 'data'),
    nativeDialogs: false,
    announce: () => {},
  });
  const call = async <Name extends ApiName>(name: Name, input: Input<Name>) =>
    (await session.call(name, input)) as Answer<Output<Name>>;
  const open = async () => {
    const answer = await call('project.open', { path });
    if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  };
  await open();
  return {
    call,
    get db() {
      return session.context.project().db;
    },
    get read() {
      return session.context.project().steps.reading;
    },
    reopen: async () => {
      await call('project.close', {});
      await open();
    },
    close: () => session.close(),
  };
}
