import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

import type { FolderEntry, Output, Parsed } from '../../shared/api.ts';
import { Refusal } from '../../shared/errors.ts';
import { refusalOfDisk } from '../project/file/diskErrors.ts';
import type { SessionContext } from '../session.ts';

function entry(path: string): FolderEntry | null {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (!facts || !(facts.isDirectory() || facts.isFile())) return null;
  return {
    name: basename(path) || path,
    path,
    isFolder: facts.isDirectory(),
    bytes: facts.size,
    changedAt: facts.mtime.toISOString(),
  };
}

function entryOrNone(path: string): FolderEntry | null {
  try {
    return entry(path);
  } catch {
    return null;
  }
}

const usualPlaces = [
  '',
  'Documents',
  'Dokument',
  'Desktop',
  'Skrivbord',
  'Downloads',
  'Hämtningar',
];

/** What a folder holds, folders first, for hosts without dialogs of their own; hidden files are left out. */
export function listFolder(
  _context: SessionContext,
  input: Parsed<'folders.list'>,
): Output<'folders.list'> {
  const folder = resolve(input.folder ?? homedir());
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    const isDenied = error instanceof Error && 'code' in error && error.code === 'EACCES';
    if (isDenied) throw new Refusal('folder.hidden', { file: folder }, { file: folder });
    throw refusalOfDisk(error, folder, 'folder.missing');
  }
  const entries = names
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) => entryOrNone(join(folder, name)) ?? [])
    .filter(
      (found) =>
        found.isFolder ||
        !input.endings ||
        input.endings.some((ending) => found.name.toLowerCase().endsWith(ending)),
    )
    .toSorted(
      (a, b) =>
        Number(b.isFolder) - Number(a.isFolder) || a.name.localeCompare(b.name, 'sv'),
    );
  const parent = dirname(folder);
  return {
    folder,
    parent: parent === folder ? null : parent,
    places: usualPlaces.flatMap((name) => entryOrNone(join(homedir(), name)) ?? []),
    entries,
  };
}

export function makeFolder(
  _context: SessionContext,
  input: Parsed<'folders.make'>,
): { readonly path: string } {
  const path = join(input.parent, basename(input.name));
  try {
    mkdirSync(path);
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (isThere) throw new Refusal('folder.exists', { file: path }, { file: path });
    throw refusalOfDisk(error, path, 'folder.missing');
  }
  return { path };
}
