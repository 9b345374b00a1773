// Electron as the shell sees it, without Electron: it keeps what it is told, so that a test can look at it and play its part.
import { EventEmitter } from 'node:events';

import { portOf, serveOverPort } from '../../electron/portHost.ts';
import { openSession } from '../../electron/session.ts';

type Handler = (...rest: never[]) => unknown;

/** What the shell told Electron, by the name of the function. */
export const told: Record<string, unknown[]> = {};
export const handlers: Record<string, Handler> = {};
export const windows: BrowserWindow[] = [];

function keep(name: string) {
  return (...rest: unknown[]): void => void (told[name] = rest);
}

function keepHandler(name: string) {
  return (...rest: [Handler] | [string, Handler]): void => {
    const handler = rest.at(-1);
    if (typeof handler === 'function') handlers[name] = handler;
  };
}

export class BrowserWindow extends EventEmitter {
  readonly options: Record<string, unknown>;
  readonly sent: unknown[] = [];
  readonly mainFrame = { url: 'app://utsaga/index.html' };
  readonly webContents = {
    mainFrame: this.mainFrame,
    send: (_channel: string, event: unknown): void => void this.sent.push(event),
  };
  loaded = '';

  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    windows.push(this);
  }

  loadURL(url: string): Promise<void> {
    this.loaded = url;
    return Promise.resolve();
  }
  isDestroyed = (): boolean => false;
  isMinimized = (): boolean => false;
  show(): void {}
  focus(): void {}
  destroy(): void {
    this.emit('closed');
  }
}

export const app = Object.assign(new EventEmitter(), {
  enableSandbox: keep('enableSandbox'),
  setPath: keep('setPath'),
  requestSingleInstanceLock: () => true,
  whenReady: () => Promise.resolve(),
  isReady: () => true,
  quit: keep('quit'),
});

export const protocol = {
  registerSchemesAsPrivileged: keep('registerSchemesAsPrivileged'),
  handle: keepHandler('protocol'),
};

export const session = {
  defaultSession: {
    setPermissionRequestHandler: keepHandler('permissionRequest'),
    setPermissionCheckHandler: keepHandler('permissionCheck'),
    setDevicePermissionHandler: keepHandler('devicePermission'),
    setSpellCheckerDictionaryDownloadURL: keep('dictionaries'),
  },
};

export const ipcMain = { handle: keepHandler('call') };

export const dialog = {
  showOpenDialog: (...rest: unknown[]) => {
    told['showOpenDialog'] = rest;
    return Promise.resolve({ canceled: false, filePaths: ['/a/study.utsaga'] });
  },
  showSaveDialog: () => Promise.resolve({ canceled: true, filePath: '' }),
  showMessageBox: (...rest: unknown[]) => {
    told['showMessageBox'] = rest;
    return Promise.resolve({ response: 0 });
  },
};

export const Menu = {
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: keep('menu'),
};

/** Forks into this process: the real session behind two ports that wrap messages as Electron's do. */
export const utilityProcess = {
  fork(path: string, [options = '']: readonly string[]) {
    told['fork'] = [path, options];
    const [near, far] = [new EventEmitter(), new EventEmitter()];
    const { dataFolder }: { readonly dataFolder: string } = JSON.parse(options);
    serveOverPort(
      portOf({
        on: (name, listener) => far.on(name, listener),
        postMessage: (message) => queueMicrotask(() => near.emit('message', message)),
      }),
      (announce) => openSession({ dataFolder, nativeDialogs: true, announce }),
    );
    return Object.assign(near, {
      postMessage: (message: unknown) =>
        queueMicrotask(() => far.emit('message', { data: message, ports: [] })),
    });
  },
};
