import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { BrowserWindow, type Session, type WebContents } from 'electron';

import type { HostEvent } from '../shared/bridge.ts';

export const appOrigin = 'app://utsaga';

/** How long the page has to save what is half written when its window is closed. */
const farewellMs = 250;

/** The one window: sandboxed, with the preload as all it has beyond a page. */
export function createWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 720,
    minHeight: 480,
    show: false,
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // Elsewhere than on macOS spelling needs dictionaries that Chromium would fetch.
      spellcheck: process.platform === 'darwin',
    },
  });
  window.once('ready-to-show', () => window.show());
  window.on('focus', () => tell(window, { kind: 'window', state: 'focused' }));
  window.once('close', (event) => {
    event.preventDefault();
    void sayFarewell(window);
  });
  void window.loadURL(`${appOrigin}/index.html`);
  return window;
}

/** Passes an event on to the page, if it is still there. */
export function tell(window: BrowserWindow, event: HostEvent): void {
  if (!window.isDestroyed()) window.webContents.send('utsaga:event', event);
}

async function sayFarewell(window: BrowserWindow): Promise<void> {
  tell(window, { kind: 'window', state: 'closing' });
  await wait(farewellMs);
  window.destroy();
}

/** No other page, no other window, no embedded page: whatever asks for one. */
export function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** A page may write to the clipboard what the person copies, and nothing else; no dictionary is fetched for it. */
export function confineSession(session: Session): void {
  session.setPermissionRequestHandler((_, permission, answer) =>
    answer(isAllowed(permission)),
  );
  session.setPermissionCheckHandler((_, permission) => isAllowed(permission));
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerDictionaryDownloadURL(`${appOrigin}/no-dictionaries/`);
}

function isAllowed(permission: string): boolean {
  return permission === 'clipboard-sanitized-write';
}
