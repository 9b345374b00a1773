import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { startBrowserHost, type BrowserHost } from '../../electron/browserHost.ts';
import { hostedFiles } from '../../electron/hostFiles.ts';
import { sessionInWorker } from '../../electron/hostWorker.ts';
import type { PortBridge } from '../../electron/portHost.ts';

export interface HostFolders {
  readonly dataFolder: string;
  readonly projectFolder: string;
  remove(): void;
}

export interface StartedHost {
  readonly host: BrowserHost;
  /** The same session that the page talks to, to arrange or look at a project without the page. */
  readonly session: PortBridge;
}

/** A data folder and a project folder that exist for one test. */
export function hostFolders(): HostFolders {
  const folder = mkdtempSync(join(tmpdir(), 'utsaga-test-'));
  const dataFolder = join(folder, 'data');
  const projectFolder = join(folder, 'projects');
  mkdirSync(projectFolder);
  return {
    dataFolder,
    projectFolder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The window as `npm run build` leaves it, unless another build is pointed out. */
function builtWindow(): string {
  return (
    process.env['UTSAGA_TEST_WINDOW'] ??
    resolve(import.meta.dirname, '../../dist/renderer')
  );
}

/** The real loopback host with the real session in its worker, on the window as it was last built. */
export async function startHost(
  folders: HostFolders,
  options: { readonly lingerMs?: number } = {},
): Promise<StartedHost> {
  const session = sessionInWorker({
    dataFolder: folders.dataFolder,
    nativeDialogs: false,
  });
  const files = hostedFiles(builtWindow());
  const host = await startBrowserHost({
    session,
    files: () => files,
    lingerMs: options.lingerMs ?? 60_000,
    farewellMs: 50,
  });
  return { host, session };
}
