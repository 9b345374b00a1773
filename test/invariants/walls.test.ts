import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Paths from the root, or the names of packages. */
  readonly imports: readonly { readonly from: string; readonly isType: boolean }[];
}

const importPattern =
  /^(?:import|export)\s+(type\s)?[^'";]*?from\s*'([^']+)'|^import\s*'([^']+)'|\bimport\(\s*'([^']+)'/gm;

function importsOf(path: string, text: string): SourceFile['imports'] {
  return [...text.matchAll(importPattern)].map((match) => {
    const given = match[2] ?? match[3] ?? match[4] ?? '';
    const from = given.startsWith('.')
      ? relative(root, resolve(root, dirname(path), given))
          .split(sep)
          .join('/')
      : given;
    return { from, isType: match[1] !== undefined };
  });
}

function sourcesIn(folder: string): readonly SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => `${folder}/${name.split(sep).join('/')}`)
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, imports: importsOf(path, text) };
    });
}

const sources = ['shared', 'electron', 'renderer'].flatMap(sourcesIn);

const isPackage = (from: string) =>
  !/^(?:shared|electron|renderer|resources|package\.json)\b/.test(from) ||
  from === 'electron';
const isNode = (from: string) => from.startsWith('node:');
const packageOf = (from: string) =>
  from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');
const among =
  (...names: readonly string[]) =>
  (from: string) =>
    names.includes(packageOf(from));
const within =
  (...folders: readonly string[]) =>
  (from: string) =>
    folders.some((folder) => from === folder || from.startsWith(`${folder}/`));

interface Wall {
  readonly name: string;
  readonly holds: (path: string) => boolean;
  /** What files inside may import of our own. */
  readonly ours: (from: string, path: string) => boolean;
  readonly packages: (from: string, path: string) => boolean;
}

/** The only files that may know Electron. */
const electronFiles = ['main', 'preload', 'window', 'menu', 'dialogs'].map(
  (name) => `electron/${name}.ts`,
);

/** Parts of the window that several workspaces share; below the workspaces, above the kit. */
const parts = ['codes', 'keys', 'pickers'].map((name) => `renderer/${name}`);
const windowPackages = among(
  'zod',
  'react',
  'react-dom',
  'i18next',
  'react-aria-components',
  '@tanstack/react-query',
  '@tanstack/react-virtual',
  'fuse.js',
  'lucide-react',
  'zustand',
);
const isUnder = (folder: string) => (path: string) => path.startsWith(`${folder}/`);
/** The editor of a turn, and nothing beside it, is Lexical's. */
const editorPackages = among('lexical', '@lexical/history', '@lexical/plain-text');
const isEditor = isUnder('renderer/transcript/correcting');
/** What everything in the window may use: the files beside index.html but not the frame itself. */
const isPlumbing = (from: string) =>
  /^renderer\/[^/]+\.(?:ts|tsx|css)$/.test(from) && !/\/(?:App|main)\.tsx$/.test(from);
const folderOf = (path: string) => path.split('/').slice(0, 2).join('/');

/** House, section 4, with rulings 19; the first wall that holds a file is the file's. */
const walls: readonly Wall[] = [
  {
    name: 'shared: nothing but itself, pure',
    holds: isUnder('shared'),
    ours: within('shared'),
    packages: among('zod', 'i18next', 'fractional-indexing'),
  },
  {
    name: 'electron/project: SQLite and shared',
    holds: isUnder('electron/project'),
    ours: within('shared', 'electron/project'),
    packages: (from) =>
      isNode(from) || among('better-sqlite3', 'fractional-indexing', 'uuid')(from),
  },
  {
    name: 'electron/import and electron/export: shared types and bytes',
    holds: (path) => isUnder('electron/import')(path) || isUnder('electron/export')(path),
    ours: (from, path) =>
      within('shared', path.split('/').slice(0, 2).join('/'))(from) ||
      from === 'electron/keptThread.ts',
    packages: (from) =>
      isNode(from) || !among('electron', 'better-sqlite3', 'react')(from),
  },
  {
    name: 'electron: everything but the window; Electron itself in five files',
    holds: isUnder('electron'),
    ours: (from) => !within('renderer')(from),
    packages: (from, path) =>
      from === 'electron'
        ? electronFiles.includes(path)
        : !among('react', 'zustand')(from),
  },
  {
    name: 'renderer/ui: a kit that knows nothing of Utsaga',
    holds: isUnder('renderer/ui'),
    ours: within('renderer/ui'),
    packages: among(
      'react',
      'react-dom',
      'react-aria-components',
      'lucide-react',
      '@tanstack/react-virtual',
    ),
  },
  {
    name: 'the frame of the window: everything in the window',
    holds: (path) => isUnder('renderer/shell')(path) || /^renderer\/[^/]+$/.test(path),
    ours: within('shared', 'renderer'),
    packages: windowPackages,
  },
  {
    name: 'parts that workspaces share: shared, the kit and each other',
    holds: (path) => parts.includes(folderOf(path)),
    ours: (from) => within('shared', 'renderer/ui', ...parts)(from) || isPlumbing(from),
    packages: windowPackages,
  },
  {
    name: 'a workspace: shared, the kit, the parts and its own folder',
    holds: isUnder('renderer'),
    ours: (from, path) =>
      within('shared', 'renderer/ui', ...parts, folderOf(path))(from) || isPlumbing(from),
    packages: (from, path) =>
      windowPackages(from) || (isEditor(path) && editorPackages(from)),
  },
];

const wallOf = (path: string) => walls.find((wall) => wall.holds(path))!;

describe('the walls', () => {
  test('see the files at all', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.flatMap((source) => source.imports).length).toBeGreaterThan(100);
  });

  test.each(walls)('$name', (wall) => {
    const broken = sources
      .filter((source) => wallOf(source.path) === wall)
      .flatMap(({ path, imports }) =>
        imports
          .filter(
            ({ from }) =>
              !(isPackage(from) ? wall.packages(from, path) : wall.ours(from, path)),
          )
          .map(({ from }) => `${path} imports ${from}`),
      );
    expect(broken).toEqual([]);
  });

  test('let only types through to the preload script, whose sandbox has no modules', () => {
    const preload = sources.find((source) => source.path === 'electron/preload.ts');
    const values = preload?.imports.filter(
      ({ from, isType }) => from !== 'electron' && !isType,
    );
    expect(values ?? []).toEqual([]);
  });

  test('let one file of the window speak over the bridge, and one put it there in a browser', () => {
    const speaking = sources
      .filter(
        ({ path, text }) =>
          path.startsWith('renderer/') && /\b(?:window|globalThis)\.utsaga\b/.test(text),
      )
      .map(({ path }) => path);
    expect(speaking).toEqual(['renderer/api.ts', 'renderer/browserBridge.ts']);
  });

  test('ask the project file in SQL nowhere but in electron/project', () => {
    const asking = sources
      .filter(({ path }) => !path.startsWith('electron/project/'))
      .filter(({ text }) =>
        /\b(?:SELECT|INSERT INTO|DELETE FROM|UPDATE \w+ SET)\s/.test(text),
      )
      .map(({ path }) => path);
    expect(asking).toEqual([]);
  });

  test('ask for Node by its prefix, so that a package cannot stand in for it', () => {
    const bare = sources.flatMap(({ path, imports }) =>
      imports
        .filter(({ from }) => builtinModules.includes(from))
        .map(({ from }) => `${path} imports ${from}`),
    );
    expect(bare).toEqual([]);
  });

  test('stand on files that say their names: no default exports, no barrels, no enums, no files of odds and ends', () => {
    const odd = sources.flatMap(({ path, text }) => [
      ...(/^export default\b/m.test(text) ? [`${path} has a default export`] : []),
      ...(/^(?:export\s+)?(?:const\s+)?enum\s/m.test(text)
        ? [`${path} has an enum`]
        : []),
      ...(/(?:^|\/)index\.tsx?$/.test(path) ? [`${path} is a barrel`] : []),
      ...(/(?:^|\/)(?:utils?|helpers?|common|services?|managers?)(?:\/|\.tsx?$)/.test(
        path,
      )
        ? [`${path} is odds and ends`]
        : []),
      ...(/@ts-(?:ignore|nocheck)/.test(text) ? [`${path} silences the compiler`] : []),
    ]);
    expect(odd).toEqual([]);
  });

  test('keep every file within 400 lines', () => {
    const long = sources
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > 400);
    expect(long).toEqual([]);
  });
});
