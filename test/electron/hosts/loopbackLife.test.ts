import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { afterEach, describe, expect, it } from 'vitest';

import { startBrowserHost, type BrowserHost } from '../../../electron/browserHost.ts';
import { hostedFiles } from '../../../electron/hostFiles.ts';
import { sessionInWorker } from '../../../electron/hostWorker.ts';
import type { HostEvent } from '../../../shared/bridge.ts';
import { loopbackBridge } from '../../support/loopbackBridge.ts';
import { aDescription } from '../../support/newProject.ts';
import { rawRequest } from '../../support/rawRequest.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const lingerMs = 300;
let host: BrowserHost;

async function startOn(folder: string): Promise<BrowserHost> {
  const page = join(folder, 'page');
  mkdirSync(page, { recursive: true });
  writeFileSync(join(page, 'index.html'), '');
  const files = hostedFiles(page);
  host = await startBrowserHost({
    session: sessionInWorker({ dataFolder: join(folder, 'data'), nativeDialogs: false }),
    files: () => files,
    lingerMs,
    farewellMs: 20,
  });
  return host;
}

afterEach(() => host.close());

const hasEnded = (within: number): Promise<boolean> =>
  Promise.race([host.ended.then(() => true), wait(within, false)]);

describe('the life of the loopback host', () => {
  it('waits as long as it takes for the first page', async () => {
    await startOn(temporaryFolder());
    expect(await hasEnded(3 * lingerMs)).toBe(false);
  });

  it('ends when the last page has been gone for a while', async () => {
    const { door } = await startOn(temporaryFolder());
    const first = await loopbackBridge(door);
    const second = await loopbackBridge(door);
    first.leave();
    expect(await hasEnded(2 * lingerMs)).toBe(false);
    const leftAt = performance.now();
    second.leave();
    expect(await hasEnded(20 * lingerMs)).toBe(true);
    expect(performance.now() - leftAt).toBeGreaterThan(lingerMs - 20);
    await expect(rawRequest(door, {})).rejects.toThrow('ECONNREFUSED');
  });

  it('lives on through a reload', async () => {
    const { door } = await startOn(temporaryFolder());
    const page = await loopbackBridge(door);
    page.leave();
    await wait(lingerMs / 3);
    const reloaded = await loopbackBridge(door);
    expect(await hasEnded(3 * lingerMs)).toBe(false);
    expect((await reloaded.call('project.state', {})).ok).toBe(true);
  });

  it('closes the project on its way out and leaves no side files', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'study.utsaga');
    const { door } = await startOn(folder);
    const page = await loopbackBridge(door);
    const heard: HostEvent[] = [];
    page.on((event) => heard.push(event));
    const created = await page.call('project.create', {
      path,
      description: aDescription(),
      analyst: 'Elin Lund',
    });
    expect(created).toMatchObject({ ok: true });
    await host.close();
    expect(heard).toContainEqual({ kind: 'window', state: 'closing' });
    expect(existsSync(path)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.startsWith('study'))).toEqual([
      'study.utsaga',
    ]);
  });

  it('says in a sentence that its project process has died', async () => {
    host = await startBrowserHost({
      session: sessionInWorker(
        { dataFolder: '', nativeDialogs: false },
        new URL('../../support/dyingProcess.ts', import.meta.url),
      ),
      files: () => new Map(),
      farewellMs: 20,
    });
    const page = await loopbackBridge(host.door);
    await page.call('die.exit', null);
    expect(await page.call('project.state', {})).toEqual({
      ok: false,
      problem: { code: 'host.gone', params: {} },
    });
    page.leave();
  });
});
