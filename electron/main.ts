// The desktop app, in the order in which it starts. Everything it shows and does comes from the project process.
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';

import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  protocol,
  session,
  utilityProcess,
  type IpcMainInvokeEvent,
} from 'electron';

import type { CallResult, HostEvent } from '../shared/bridge.ts';
import { askDialog, isDialogCall } from './dialogs.ts';
import { bytesOf, hostedFiles } from './hostFiles.ts';
import { newNonce, securityHeaders } from './hostHeaders.ts';
import { dataFolder } from './hostMachine.ts';
import { menuStateOf, wordsOfSettings } from './hostMenuState.ts';
import { showMenu } from './menu.ts';
import { bridgeOverPort, portOf, type PortBridge } from './portHost.ts';
import { answerSound, soundIdIn } from './soundAnswers.ts';
import { appOrigin, confine, confineSession, createWindow, tell } from './window.ts';

app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  {
    scheme: 'app',
    privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
  },
]);
app.setPath('userData', join(dataFolder(), 'window'));
app.on('web-contents-created', (_, contents) => confine(contents));

/** On macOS a file to open can come before the app is ready. */
let toOpen = projectAmong(process.argv);
app.on('open-file', (event, path) => {
  event.preventDefault();
  toOpen = path;
  if (app.isReady()) void openAsked();
});

if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

let bridge: PortBridge;
let window: BrowserWindow | null = null;

async function start(): Promise<void> {
  confineSession(session.defaultSession);
  serveFiles();
  bridge = startProjectProcess();
  bridge.on(passOn);
  ipcMain.handle('utsaga:call', answer);
  await refreshMenu();
  await openAsked();
  window = createWindow();
  window.once('closed', () => {
    window = null;
    void bridge.close().then(() => app.quit());
  });
  app.on('second-instance', (_, argv, folder) => {
    toOpen = projectAmong(argv, folder);
    void openAsked();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
}

/** The window's files under app://utsaga, with the same policy as in a browser. */
function serveFiles(): void {
  const files = hostedFiles(join(import.meta.dirname, '../renderer'));
  protocol.handle('app', (request) => {
    const { host, pathname } = new URL(request.url);
    const soundId = host === 'utsaga' ? soundIdIn(pathname.slice(1)) : null;
    if (soundId !== null && ['GET', 'HEAD'].includes(request.method))
      return sound(soundId, request);
    const file = host === 'utsaga' ? files.get(pathname.slice(1)) : undefined;
    if (file === undefined || request.method !== 'GET') {
      return new Response(null, { status: 404, headers: securityHeaders(newNonce()) });
    }
    const nonce = newNonce();
    return new Response(new Uint8Array(bytesOf(file, nonce)), {
      headers: { ...securityHeaders(nonce), 'content-type': file.type },
    });
  });
}

/** Sound for the same URL as in a browser, with ranges; the project process says which file it is. */
async function sound(soundId: string, request: Request): Promise<Response> {
  const { status, headers, body } = await answerSound(bridge, {
    method: request.method,
    soundId,
    range: request.headers.get('range'),
    ifRange: request.headers.get('if-range'),
  });
  // Two libraries describe the same stream.
  const stream =
    body &&
    (Readable.toWeb(body) as unknown as ConstructorParameters<typeof Response>[0]);
  return new Response(stream, {
    status,
    headers: { ...securityHeaders(newNonce()), ...headers },
  });
}

function startProjectProcess(): PortBridge {
  const options = JSON.stringify({ dataFolder: dataFolder(), nativeDialogs: true });
  const child = utilityProcess.fork(
    join(import.meta.dirname, 'projectProcess.js'),
    [options],
    { serviceName: 'Utsaga project', stdio: 'ignore' },
  );
  return bridgeOverPort(
    portOf({
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process has no origin
      postMessage: (message) => child.postMessage(message),
      on(name, listener) {
        if (name === 'message') child.on('message', listener);
        if (name === 'exit') child.on('exit', listener);
      },
    }),
  );
}

/** Answers only the page of our own window's own frame. */
async function answer(
  event: IpcMainInvokeEvent,
  name: unknown,
  input: unknown,
): Promise<CallResult> {
  const isOurs =
    event.senderFrame?.url.startsWith(`${appOrigin}/`) === true &&
    event.senderFrame === window?.webContents.mainFrame;
  if (!isOurs || window === null || typeof name !== 'string') {
    return { ok: false, problem: { code: 'host.key', params: {} } };
  }
  if (isDialogCall(name)) {
    return askDialog(window, await wordsOfSettings(bridge), { name, input });
  }
  const result = await bridge.call(name, input);
  if (name === 'settings.change') void refreshMenu();
  return result;
}

function passOn(event: HostEvent): void {
  tellWindow(event);
  if (event.kind === 'step' || event.kind === 'project') void refreshMenu();
}

function tellWindow(event: HostEvent): void {
  if (window !== null) tell(window, event);
}

async function refreshMenu(): Promise<void> {
  const state = await menuStateOf(bridge);
  showMenu({ ...state, send: (command) => tellWindow({ kind: 'menu', command }) });
}

/** Opens the project that was double-clicked or named; what cannot be opened is said in a box of its own. */
async function openAsked(): Promise<void> {
  const path = toOpen;
  toOpen = null;
  if (path === null) return;
  const result = await bridge.call('project.open', { path });
  if (result.ok) return;
  const say = await wordsOfSettings(bridge);
  const { code, params } = result.problem;
  await dialog.showMessageBox({ message: say(`problem.${code}`, params) });
}

function projectAmong(argv: readonly string[], folder = process.cwd()): string | null {
  const path = argv.slice(1).find((argument) => argument.endsWith('.utsaga'));
  return path === undefined ? null : resolve(folder, path);
}
