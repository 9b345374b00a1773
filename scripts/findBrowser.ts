import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const macPaths = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
].map((path) => join('/Applications', path));

const windowsPaths = [
  'Google/Chrome/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
  'Chromium/Application/chrome.exe',
];

/** The first browser of Chromium's kind on this machine: UTSAGA_CHROMIUM if it is set, else by its usual names and places. */
export function findChromium(environment = process.env): string | null {
  const told =
    environment.UTSAGA_CHROMIUM ?? environment.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH;
  const candidates = told === undefined ? usualPlaces(environment) : [told];
  return candidates.find(canRun) ?? null;
}

/** Chromium refuses its sandbox to the superuser; a second profile and no talk with its maker are ours to ask for. */
export function chromiumFlags(): string[] {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-domain-reliability',
    '--disable-breakpad',
    '--no-pings',
    '--password-store=basic',
    '--use-mock-keychain',
  ];
}

function usualPlaces(environment: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'darwin') return macPaths;
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
    return roots
      .flatMap((root) => environment[root] ?? [])
      .flatMap((root) => windowsPaths.map((path) => join(root, path)));
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter((path) => path !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
