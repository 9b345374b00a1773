import { mkdirSync } from 'node:fs';

import { startBrowserHost, type BrowserHost } from '../electron/browserHost.ts';
import { hostedFiles } from '../electron/hostFiles.ts';
import { dataFolder } from '../electron/hostMachine.ts';
import { sessionInWorker } from '../electron/hostWorker.ts';
import { rendererFolder } from './bundles.ts';
import {
  hasDisplay,
  openAppWindow,
  openDefaultBrowser,
  type AppWindow,
} from './openBrowser.ts';
import type { Voice } from './startInElectron.ts';

export interface BrowserStart {
  readonly project: string | null;
  readonly opensBrowser: boolean;
  readonly port: number;
}

/** Serves the app until its last page has gone or the terminal says stop; the exit status. */
export async function startInBrowser(
  wanted: BrowserStart,
  voice: Voice,
): Promise<number> {
  const { say } = voice;
  const folder = dataFolder();
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    return refuse(say('start.sessionFailed', { folder }));
  }
  const session = sessionInWorker({ dataFolder: folder, nativeDialogs: false });
  const files = hostedFiles(rendererFolder);
  const host = await startBrowserHost({
    session,
    files: () => files,
    port: wanted.port,
  }).catch(() => null);
  if (host === null) {
    await session.close();
    return refuse(say('start.portTaken', { port: wanted.port }));
  }
  if (wanted.project !== null) await openProject(session, wanted.project, voice);
  endWithTerminal(host);
  await showApp(host, wanted.opensBrowser, voice);
  await host.ended;
  return 0;
}

/** A project that cannot be opened is said, and the app starts on its welcome page. */
async function openProject(
  session: ReturnType<typeof sessionInWorker>,
  path: string,
  { say }: Voice,
): Promise<void> {
  const result = await session.call('project.open', { path });
  if (result.ok) return;
  const { code, params } = result.problem;
  refuse(say(`problem.${code}`, params));
}

function endWithTerminal(host: BrowserHost): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void host.close());
  }
}

/** App window, else default browser, else the link; whatever opens, there is one sentence about how to end it. */
async function showApp(
  host: BrowserHost,
  opensBrowser: boolean,
  { say, tell }: Voice,
): Promise<void> {
  const { url } = host;
  const canOpen = opensBrowser && hasDisplay();
  if (opensBrowser && !canOpen) tell(say('start.noDisplay'));
  const window = canOpen ? openAppWindow(host.urlForOnce()) : null;
  if (window !== null && (await openWindow(host, window))) {
    tell(say('start.running'));
    await host.ended;
    await window.close();
  } else if (canOpen && (await openDefaultBrowser(host.urlForOnce()))) {
    tell(say('start.linkIfNeeded', { url }));
  } else tell(say('start.link', { url }));
}

/** True once a page of ours is there; the window ends the host, and the host the window. */
async function openWindow(host: BrowserHost, window: AppWindow): Promise<boolean> {
  const hasCome = await Promise.race([
    host.firstPage.then(() => true),
    host.ended.then(() => true),
    window.ended.then(() => false),
  ]);
  if (hasCome) void window.ended.then(() => host.close());
  return hasCome;
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}
