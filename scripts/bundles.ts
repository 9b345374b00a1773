import { cpSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

import { build, type InlineConfig, type LogLevel } from 'vite';

import manifest from '../package.json' with { type: 'json' };

export const root = resolve(import.meta.dirname, '..');
export const rendererFolder = join(root, 'dist/renderer');
export const shellFolder = join(root, 'dist/electron');

const rendererSources = ['renderer', 'shared', 'vite.config.ts', 'package-lock.json'];
const shellSources = [
  'electron',
  'shared',
  'resources',
  'package.json',
  'package-lock.json',
];

/** Whether the window has not been built since a source of it changed. */
export function isRendererStale(): boolean {
  return isOlder(join(rendererFolder, 'index.html'), rendererSources);
}

/** Whether Electron's part has not been built since a source of it changed. */
export function isShellStale(): boolean {
  return isOlder(join(shellFolder, 'preload.cjs'), shellSources);
}

/** The window, into dist/renderer. */
export async function buildRenderer(logLevel: LogLevel = 'warn'): Promise<void> {
  await buildAlone({
    root: join(root, 'renderer'),
    configFile: join(root, 'vite.config.ts'),
    logLevel,
  });
}

/** Main process, project process and the threads that PDF files are read and regular expressions are run in, into dist/electron, with everything bundled but Electron and SQLite; then the preload. */
export async function buildShell(logLevel: LogLevel = 'warn'): Promise<void> {
  await buildEntries({
    logLevel,
    entries: ['main', 'projectProcess', 'import/pdf/pdfThread', 'patternThread'],
    format: 'es',
    empties: true,
  });
  // A sandboxed preload is read as CommonJS, whatever package.json says.
  await buildEntries({ logLevel, entries: ['preload'], format: 'cjs', empties: false });
  copyWhatIsRead();
}

/** What the code finds beside itself, in a checkout and here: migrations, the worked example, the version. */
function copyWhatIsRead(): void {
  const copies = [
    ['electron/project/migrations', 'dist/electron/migrations'],
    ['resources/example', 'dist/resources/example'],
  ] as const;
  for (const [from, to] of copies) {
    if (existsSync(join(root, from))) {
      cpSync(join(root, from), join(root, to), { recursive: true });
    }
  }
  const { name, version, type } = manifest;
  writeFileSync(join(root, 'dist/package.json'), JSON.stringify({ name, version, type }));
}

interface EntriesToBuild {
  readonly logLevel: LogLevel;
  readonly entries: readonly string[];
  readonly format: 'es' | 'cjs';
  readonly empties: boolean;
}

async function buildEntries(wanted: EntriesToBuild): Promise<void> {
  const ending = wanted.format === 'cjs' ? 'cjs' : 'js';
  const input = Object.fromEntries(
    wanted.entries.map((name) => [basename(name), join(root, `electron/${name}.ts`)]),
  );
  await buildAlone({
    root,
    configFile: false,
    publicDir: false,
    logLevel: wanted.logLevel,
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
    build: {
      ssr: true,
      target: 'node24',
      outDir: shellFolder,
      emptyOutDir: wanted.empties,
      sourcemap: false,
      minify: false,
      rolldownOptions: {
        input,
        output: {
          format: wanted.format,
          entryFileNames: `[name].${ending}`,
          chunkFileNames: `[name]-[hash].${ending}`,
        },
      },
    },
  });
}

/** Vite leaves NODE_ENV at production behind, and the tests that follow would get React without `act`. */
async function buildAlone(config: InlineConfig): Promise<void> {
  const { NODE_ENV } = process.env;
  await build(config);
  if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = NODE_ENV;
}

function isOlder(built: string, sources: readonly string[]): boolean {
  if (!existsSync(built)) return true;
  const builtAt = statSync(built).mtimeMs;
  return sources.some((source) => newestIn(join(root, source)) > builtAt);
}

/** A folder's own time counts too: it changes when a file in it is removed. */
function newestIn(path: string): number {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return 0;
  if (!status.isDirectory()) return status.mtimeMs;
  const inside = readdirSync(path).map((name) => newestIn(join(path, name)));
  return Math.max(status.mtimeMs, ...inside);
}
