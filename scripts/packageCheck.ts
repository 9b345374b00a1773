// `npm run package:check`: packs the app for Linux on a stand-in for Electron, offline, and looks at what went in.
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { extractAll, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

import { sessionInWorker } from '../electron/hostWorker.ts';
import { buildRenderer, buildShell, root } from './bundles.ts';
import { runTool } from './runTool.ts';
import { standInElectron } from './standInElectron.ts';
import { linesAt, pdfFile } from '../test/support/pdfFile.ts';

const budgetMegabytes = 12;
const binary = `node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`;

/** All that may be in the app, as the beginnings of paths in its archive. */
const allowed = [
  'package.json',
  'LICENSE',
  'dist/package.json',
  'dist/electron/',
  'dist/renderer/',
  'dist/resources/example/',
  'node_modules/better-sqlite3/package.json',
  'node_modules/better-sqlite3/LICENSE',
  'node_modules/better-sqlite3/lib/',
  binary,
];

/** What must be there, or the app does not start. */
const needed = [
  'package.json',
  'dist/package.json',
  'dist/electron/main.js',
  'dist/electron/preload.cjs',
  'dist/electron/projectProcess.js',
  'dist/electron/migrations/0001-first-project.sql',
  'dist/renderer/index.html',
  'dist/resources/example/',
  'node_modules/better-sqlite3/lib/index.js',
  binary,
];

const forbidden = [
  /\.tsx?$/,
  /\.map$/,
  /(^|\/)test(s)?\//,
  /\.c(pp)?$/,
  /(^|\/)bin\/node/,
];

const fuses: readonly [keyof typeof FuseV1Options, FuseState][] = [
  ['RunAsNode', FuseState.DISABLE],
  ['EnableCookieEncryption', FuseState.ENABLE],
  ['EnableNodeOptionsEnvironmentVariable', FuseState.DISABLE],
  ['EnableNodeCliInspectArguments', FuseState.DISABLE],
  ['EnableEmbeddedAsarIntegrityValidation', FuseState.ENABLE],
  ['OnlyLoadAppFromAsar', FuseState.ENABLE],
  ['LoadBrowserProcessSpecificV8Snapshot', FuseState.DISABLE],
  ['GrantFileProtocolExtraPrivileges', FuseState.DISABLE],
];

const failures: string[] = [];
const expectThat = (isSo: boolean, sentence: string): void => {
  process.stdout.write(`${isSo ? 'yes' : 'NO '}  ${sentence}\n`);
  if (!isSo) failures.push(sentence);
};

await buildRenderer();
await buildShell();
const electronDist = await standInElectron();
const output = mkdtempSync(join(tmpdir(), 'utsaga-package-'));
try {
  const status = await pack();
  expectThat(
    status === 0,
    'electron-builder accepts electron-builder.yml and packs the app',
  );
  if (status === 0) await lookAt(join(output, 'linux-unpacked'));
} finally {
  rmSync(electronDist, { recursive: true, force: true });
  rmSync(output, { recursive: true, force: true });
}
process.stdout.write(
  failures.length === 0 ? 'The package holds.\n' : `${failures.length} do not hold.\n`,
);
process.exitCode = failures.length === 0 ? 0 : 1;

function pack(): Promise<number> {
  return runTool(
    'electron-builder/cli.js',
    [
      '--linux',
      '--dir',
      '--publish=never',
      `--config.electronDist=${electronDist}`,
      `--config.directories.output=${output}`,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
}

async function lookAt(unpacked: string): Promise<void> {
  const archive = join(unpacked, 'resources/app.asar');
  const files = listPackage(archive, { isPack: false }).map((path) =>
    path.replace(/^[\\/]/, '').replaceAll('\\', '/'),
  );
  lookAtFiles(files, archive);
  lookAtUnpacked(unpacked);
  await lookAtFuses(join(unpacked, 'utsaga'));
  await lookAtRunning(unpacked, archive);
}

function lookAtFiles(files: readonly string[], archive: string): void {
  const folders = new Set(
    files.filter((path) => files.some((file) => file.startsWith(`${path}/`))),
  );
  const plain = files.filter((path) => !folders.has(path));
  const strange = plain.filter(
    (path) => !allowed.some((start) => path.startsWith(start)),
  );
  expectThat(strange.length === 0, `only what is allowed is in it${listed(strange)}`);
  const bad = plain.filter((path) => forbidden.some((pattern) => pattern.test(path)));
  expectThat(bad.length === 0, `no sources, maps, tests or node binary${listed(bad)}`);
  const missing = needed.filter((start) => !plain.some((path) => path.startsWith(start)));
  expectThat(missing.length === 0, `everything it needs is in it${listed(missing)}`);
  const binaries = plain.filter((path) => path.endsWith('.node'));
  expectThat(
    binaries.join() === binary,
    `only this platform's binary of SQLite is in it${listed(binaries)}`,
  );
  const megabytes =
    (statSync(archive).size + sizeOf(`${archive}.unpacked`)) / 1024 / 1024;
  expectThat(
    megabytes <= budgetMegabytes,
    `it is ${megabytes.toFixed(1)} MB of at most ${budgetMegabytes}`,
  );
}

function lookAtUnpacked(unpacked: string): void {
  const resources = join(unpacked, 'resources');
  expectThat(
    existsSync(join(resources, 'app.asar.unpacked', binary)),
    'the binary of SQLite lies beside the archive, where it can be loaded',
  );
  // Electron's default_app.asar is taken away only from the dist that the packer fetches itself.
  expectThat(!existsSync(join(resources, 'app')), 'no app lies open beside the archive');
  const languages = readdirSync(join(unpacked, 'locales')).toSorted();
  expectThat(
    languages.join() === 'en-GB.pak,en-US.pak,sv.pak',
    `Electron's languages are ours${listed(languages)}`,
  );
}

async function lookAtFuses(executable: string): Promise<void> {
  const wire = await getCurrentFuseWire(executable);
  for (const [name, state] of fuses) {
    expectThat(
      wire[FuseV1Options[name]] === state,
      `fuse ${name} is ${state === FuseState.ENABLE ? 'on' : 'off'}`,
    );
  }
}

/** The bundled project process, as it was packed, opens the worked example: migrations, example, SQLite are found. */
async function lookAtRunning(unpacked: string, archive: string): Promise<void> {
  const app = join(unpacked, 'extracted');
  extractAll(archive, app);
  const session = sessionInWorker(
    { dataFolder: join(app, 'data'), nativeDialogs: true },
    pathToFileURL(join(app, 'dist/electron/projectProcess.js')),
  );
  const info = await session.call('app.info', {});
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const says = info.ok ? JSON.stringify(info.value) : info.problem.code;
  expectThat(
    says.includes(`"version":"${version}"`),
    'the packed project process says its version',
  );
  const example = await session.call('project.openExample', {
    path: join(app, 'example.utsaga'),
  });
  expectThat(example.ok, `the packed project process opens the worked example`);
  const turns = await turnsOfPdf(session);
  expectThat(turns === 2, `the packed project process reads a PDF, and has all it needs`);
  await session.close();
}

/** PDF.js is loaded late and in two parts, so only reading shows that both were packed. */
async function turnsOfPdf(session: ReturnType<typeof sessionInWorker>): Promise<number> {
  const bytes = pdfFile([linesAt(['P1: Hej.', 'P2: Ja.'])]);
  const base64 = Buffer.from(bytes).toString('base64');
  const staged = await session.call('imports.stage', { name: 'samtal.pdf', base64 });
  if (!staged.ok) return 0;
  const { fileId } = staged.value as { readonly fileId: string };
  const preview = await session.call('imports.preview', { fileId });
  return preview.ok ? (preview.value as { readonly turns: number }).turns : 0;
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? '' : `: ${names.slice(0, 12).join(', ')}`;
}
