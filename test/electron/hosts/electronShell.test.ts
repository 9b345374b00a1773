// How the shell sets Electron up and answers it. It does not show that Electron starts: that needs its binary.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { aDescription } from '../../support/newProject.ts';
import { interview } from '../../support/sampleProject.ts';
import { app, handlers, told, windows } from '../../support/standInElectron.ts';
import { writeWav } from '../../support/wavFile.ts';

vi.mock('electron', () => import('../../support/standInElectron.ts'));

const folder = mkdtempSync(join(tmpdir(), 'utsaga-shell-'));

beforeAll(async () => {
  vi.stubEnv('UTSAGA_DATA_FOLDER', join(folder, 'data'));
  vi.stubEnv('LC_ALL', 'sv_SE.UTF-8');
  await import('../../../electron/main.ts');
  await vi.waitUntil(() => windows.length === 1);
});

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const theWindow = () => windows[0]!;
const ask = async (name: unknown, input: unknown, senderFrame?: unknown) =>
  (await handlers['call']!(
    ...([{ senderFrame: senderFrame ?? theWindow().mainFrame }, name, input] as never[]),
  )) as { ok: boolean; value?: unknown; problem?: { code: string } };

async function fetched(url: string, method = 'GET'): Promise<Response> {
  return (await handlers['protocol']!(...([{ url, method }] as never[]))) as Response;
}

describe('the window', () => {
  it('is sandboxed, isolated, without Node, without embedded pages', () => {
    expect(told['enableSandbox']).toEqual([]);
    expect(theWindow().options['webPreferences']).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
    });
    expect(JSON.stringify(theWindow().options)).not.toContain('webSecurity');
  });

  it('comes from a scheme of its own, standard and secure, and nothing else', () => {
    expect(told['registerSchemesAsPrivileged']).toEqual([
      [
        {
          scheme: 'app',
          privileges: {
            standard: true,
            secure: true,
            supportFetchAPI: true,
            stream: true,
          },
        },
      ],
    ]);
    expect(theWindow().loaded).toBe('app://utsaga/index.html');
  });

  it('opens no window, goes nowhere and holds no webview', () => {
    const listeners: Record<string, (event: { preventDefault(): void }) => void> = {};
    let openHandler: (() => unknown) | undefined;
    app.emit(
      'web-contents-created',
      {},
      {
        setWindowOpenHandler: (handler: () => unknown) => (openHandler = handler),
        on: (name: string, listener: (typeof listeners)[string]) =>
          (listeners[name] = listener),
      },
    );
    expect(openHandler?.()).toEqual({ action: 'deny' });
    for (const name of ['will-navigate', 'will-redirect', 'will-attach-webview']) {
      const event = { preventDefault: vi.fn<() => void>() };
      listeners[name]?.(event);
      expect(event.preventDefault).toHaveBeenCalledOnce();
    }
  });

  it('is permitted to write to the clipboard and nothing else, and fetches no dictionary', () => {
    const check = handlers['permissionCheck']!;
    const request = handlers['permissionRequest']!;
    for (const permission of ['media', 'geolocation', 'notifications', 'openExternal']) {
      expect(check(...([null, permission] as never[]))).toBe(false);
      const answer = vi.fn<(isGranted: boolean) => void>();
      request(...([null, permission, answer] as never[]));
      expect(answer).toHaveBeenCalledWith(false);
    }
    expect(check(...([null, 'clipboard-sanitized-write'] as never[]))).toBe(true);
    expect(handlers['devicePermission']!()).toBe(false);
    expect(told['dictionaries']).toEqual(['app://utsaga/no-dictionaries/']);
  });

  it('has the same policy as in a browser, a nonce for each page', async () => {
    const page = await fetched('app://utsaga/index.html');
    const policy = page.headers.get('content-security-policy') ?? '';
    const nonce = /nonce-([^']+)'/.exec(policy)?.[1];
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(await page.text()).toContain(`nonce="${nonce}"`);
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['app://utsaga/../package.json', 'GET'],
    ['app://utsaga/%2e%2e/package.json', 'GET'],
    ['app://other/index.html', 'GET'],
    ['app://utsaga/index.html', 'POST'],
    ['app://utsaga/nothing', 'GET'],
  ])('gets nothing from %s by %s', async (url, method) => {
    expect((await fetched(url, method)).status).toBe(404);
  });
});

describe('sound', () => {
  const part = async (url: string, headers: Record<string, string>) =>
    (await handlers['protocol']!(
      ...([{ url, method: 'GET', headers: new Headers(headers) }] as never[]),
    )) as Response;

  it('comes from the scheme of the window, in the part that is asked for', async () => {
    await ask('project.create', {
      path: join(folder, 'ljud.utsaga'),
      description: aDescription(),
      analyst: 'Eva Lind',
    });
    const { transcriptId } = (
      await ask('transcripts.import', {
        ...interview,
        turns: [...interview.turns],
        speakers: [...interview.speakers],
      })
    ).value as { transcriptId: string };
    const bytes = writeWav(join(folder, 'samtal.wav'));
    const linked = await ask('sounds.link', {
      transcriptId,
      path: join(folder, 'samtal.wav'),
    });
    const { soundId } = linked.value as { soundId: string };
    const answer = await part(`app://utsaga/sound/${soundId}`, { range: 'bytes=10-19' });
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-type')).toBe('audio/wav');
    expect(answer.headers.get('content-range')).toBe('bytes 10-19/24044');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes.subarray(10, 20));
    for (const url of [`app://other/sound/${soundId}`, 'app://utsaga/sound/samtal.wav'])
      expect((await part(url, {})).status).toBe(404);
    await ask('project.close', {});
    expect((await part(`app://utsaga/sound/${soundId}`, {})).status).toBe(404);
  });
});

describe('a call from the window', () => {
  it('is answered by the session in the project process', async () => {
    expect(told['fork']?.[0]).toMatch(/projectProcess\.js$/);
    expect(await ask('app.info', {})).toMatchObject({
      ok: true,
      value: { hasNativeDialogs: true },
    });
  });

  it.each([
    ['a frame inside the page', { url: 'app://utsaga/index.html' }],
    ['a page of another site', { url: 'https://evil.example/' }],
    ['a scheme that begins as ours', { url: 'app://utsaga.evil/' }],
    ['nobody', null],
  ])('is refused when it comes from %s', async (_, senderFrame) => {
    const refused = { ok: false, problem: { code: 'host.key', params: {} } };
    expect(
      await handlers['call']!(...([{ senderFrame }, 'app.info', {}] as never[])),
    ).toEqual(refused);
    expect(await ask(7, {})).toEqual(refused);
  });

  it('for a dialog is answered by the computer, with filters in words', async () => {
    const asked = { title: 'Öppna', endings: ['.utsaga'] };
    expect(await ask('dialogs.open', asked)).toEqual({
      ok: true,
      value: ['/a/study.utsaga'],
    });
    expect(told['showOpenDialog']?.[1]).toMatchObject({
      title: 'Öppna',
      properties: ['openFile'],
      filters: [
        { name: 'Utsaga-projekt', extensions: ['utsaga'] },
        { name: 'Alla filer', extensions: ['*'] },
      ],
    });
    expect(
      await ask('dialogs.save', { ...asked, verb: 'Spara', proposed: 'a.utsaga' }),
    ).toEqual({ ok: true, value: null });
  });

  it('that makes a step names it in the menu, and the window hears of both', async () => {
    const path = join(folder, 'study.utsaga');
    await ask('settings.change', { language: 'sv' });
    await ask('project.create', { path, description: aDescription(), analyst: 'E L' });
    expect((await ask('codes.create', { name: 'oro' })).ok).toBe(true);
    await vi.waitFor(() =>
      expect(JSON.stringify(told['menu'])).toMatch(/"Ångra: [^"]*oro[^"]*"/),
    );
    expect(theWindow().sent).toContainEqual(expect.objectContaining({ kind: 'step' }));
    await ask('settings.change', { language: 'en' });
    await vi.waitFor(() => expect(JSON.stringify(told['menu'])).toContain('"Undo: '));
  });

  it('is still answered while the window says goodbye, and then the project is closed', async () => {
    const event = { preventDefault: vi.fn<() => void>() };
    theWindow().emit('close', event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
    expect(theWindow().sent).toContainEqual({ kind: 'window', state: 'closing' });
    expect((await ask('codes.list', {})).ok).toBe(true);
    await vi.waitFor(() => expect(told['quit']).toEqual([]));
  });
});
