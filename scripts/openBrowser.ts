import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { chromiumFlags, findChromium } from './findBrowser.ts';

export interface AppWindow {
  /** Settles when the browser has ended, with whether it ended well. */
  readonly ended: Promise<boolean>;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}

/** Whether a window can be shown at all: on Linux that takes a display. */
export function hasDisplay(environment = process.env): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(environment.DISPLAY) || Boolean(environment.WAYLAND_DISPLAY);
}

/** The app as a window of its own, in a browser with a profile that exists only for it; null where there is none. */
export function openAppWindow(url: string): AppWindow | null {
  const browser = findChromium();
  if (browser === null) return null;
  const profile = mkdtempSync(join(tmpdir(), 'utsaga-browser-'));
  writePreferences(profile);
  const child = spawn(
    browser,
    [
      ...chromiumFlags(),
      '--disable-extensions',
      '--window-size=1360,900',
      `--user-data-dir=${profile}`,
      `--app=${url}`,
    ],
    { stdio: 'ignore' },
  );
  const ended = endOf(child).then(async (status) => {
    await removeProfile(profile);
    return status === 0;
  });
  return {
    ended,
    async close() {
      child.kill();
      await Promise.race([ended, wait(3000, undefined, { ref: false })]);
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await ended;
    },
  };
}

/** The default browser, by the system's own way of opening a link; false where there is none. */
export async function openDefaultBrowser(url: string): Promise<boolean> {
  const [command, ...rest] = defaultOpener();
  const child = spawn(command, [...rest, url], { stdio: 'ignore', detached: true });
  child.unref();
  const status = await Promise.race([endOf(child), wait(5000, 0, { ref: false })]);
  return status === 0;
}

function defaultOpener(): [string, ...string[]] {
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return ['xdg-open'];
}

/** The exit status; -1 when it could not be started or was ended by a signal. */
async function endOf(child: ChildProcess): Promise<number> {
  try {
    const [status]: unknown[] = await once(child, 'exit');
    return typeof status === 'number' ? status : -1;
  } catch {
    return -1;
  }
}

/** What is read and written here is told to nobody: no spelling service or dictionary, no translation, nothing remembered. */
function writePreferences(profile: string): void {
  const folder = join(profile, 'Default');
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'Preferences'),
    JSON.stringify({
      browser: { enable_spellchecking: false },
      spellcheck: { dictionaries: [], use_spelling_service: false },
      translate: { enabled: false },
      credentials_enable_service: false,
      autofill: { profile_enabled: false, credit_card_enabled: false },
      search: { suggest_enabled: false },
    }),
  );
}

/** Twice, because a helper process of the browser may outlive it for a moment and write its last words. */
async function removeProfile(profile: string): Promise<void> {
  for (const patienceMs of [300, 0]) {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    await wait(patienceMs);
  }
}
