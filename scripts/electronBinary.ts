import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../node_modules/electron');

/** Electron's binary if it is whole and on disk, without fetching anything. */
export function electronAtHand(environment = process.env): string | null {
  const told = environment.ELECTRON_OVERRIDE_DIST_PATH;
  const path = told === undefined ? installedPath() : join(told, binaryName());
  return path !== null && existsSync(path) ? path : null;
}

/** Fetches the binary with Electron's own installer; false when it cannot be had within the limit. */
export async function fetchElectron(limitMs: number): Promise<boolean> {
  const installer = join(folder, 'install.js');
  if (!existsSync(installer)) return false;
  const child = spawn(process.execPath, [installer], {
    stdio: 'ignore',
    timeout: limitMs,
    killSignal: 'SIGKILL',
  });
  await once(child, 'exit').catch(() => {});
  return child.exitCode === 0 && electronAtHand() !== null;
}

/** Electron's installer writes path.txt last, so a folder without it is only half there. */
function installedPath(): string | null {
  try {
    const name = readFileSync(join(folder, 'path.txt'), 'utf8');
    return join(folder, 'dist', name);
  } catch {
    return null;
  }
}

function binaryName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}
