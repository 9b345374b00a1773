import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, parse } from 'node:path';

import type { Job } from './jobs.ts';
import { fileFacts, lookAtSound, type SoundFile } from './soundFile.ts';

const deepest = 4;
const mostFolders = 3000;

/** Where people keep recordings, in Swedish and in English. */
const usualFolders = [
  ['Documents', 'Dokument'],
  ['Downloads', 'Hämtningar'],
  ['Music', 'Musik'],
  ['Videos', 'Video'],
  ['Desktop', 'Skrivbord'],
].flat();

const isVisible = (entry: Dirent) =>
  !entry.name.startsWith('.') && entry.name !== 'node_modules';

async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter(isVisible);
}

async function isIt(
  path: string,
  sound: { readonly bytes: number; readonly fingerprint: string },
): Promise<SoundFile | null> {
  // The size is asked first, so that hardly any file is opened.
  if ((await fileFacts(path))?.bytes !== sound.bytes) return null;
  const file = await lookAtSound(path).catch(() => null);
  return file?.fingerprint === sound.fingerprint ? file : null;
}

/** These folders, the ones they lie in, and the usual ones; never the root of a disk or all of a home. */
function startsOf(folders: readonly string[]): readonly string[] {
  const around = [...folders, ...folders.map(dirname)].filter(
    (folder) => folder !== parse(folder).root && folder !== homedir(),
  );
  return [...new Set([...around, ...usualFolders.map((name) => join(homedir(), name))])];
}

/** The file that is the recording, nearest first; null when none of so many folders has it. */
export async function soundIn(
  folders: readonly string[],
  sound: { readonly bytes: number; readonly fingerprint: string },
  job: Job,
): Promise<SoundFile | null> {
  const waiting = startsOf(folders).map((folder) => ({ folder, depth: 0 }));
  const seen = new Set<string>();
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (seen.has(next.folder) || seen.size >= mostFolders) continue;
    seen.add(next.folder);
    await job.progress(seen.size, seen.size + waiting.length, 'progress.lookingForSound');
    for (const entry of await entriesOf(next.folder)) {
      const path = join(next.folder, entry.name);
      if (entry.isDirectory() && next.depth < deepest)
        waiting.push({ folder: path, depth: next.depth + 1 });
      const file = entry.isFile() ? await isIt(path, sound) : null;
      if (file) return file;
    }
  }
  return null;
}
