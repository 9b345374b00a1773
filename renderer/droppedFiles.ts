import { transcriptEndings } from './transcriptEndings.ts';

/** A folder within a folder within a folder: deeper than any transcriber's, and an end to links in a ring. */
const deepest = 8;
const mostFiles = 2000;

function fileOf(entry: FileSystemFileEntry): Promise<File | null> {
  const { promise, resolve } = Promise.withResolvers<File | null>();
  entry.file(resolve, () => resolve(null));
  return promise;
}

/** The browser gives a folder in portions; an empty one is the last. */
async function entriesOf(
  folder: FileSystemDirectoryEntry,
): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const { promise, resolve } = Promise.withResolvers<readonly FileSystemEntry[]>();
    reader.readEntries(resolve, () => resolve([]));
    const some = await promise;
    if (some.length === 0) return all;
    all.push(...some);
  }
}

/** A folder holds this and that; what was dropped by itself is always looked into. */
const isTranscript = (name: string) =>
  transcriptEndings.some((ending) => name.toLowerCase().endsWith(ending));

async function gather(
  entry: FileSystemEntry,
  into: File[],
  depth: number,
): Promise<void> {
  if (into.length >= mostFiles || entry.name.startsWith('.')) return;
  if (entry.isFile) {
    if (depth > 0 && !isTranscript(entry.name)) return;
    const file = await fileOf(entry as FileSystemFileEntry);
    if (file) into.push(file);
  } else if (depth < deepest) {
    const entries = await entriesOf(entry as FileSystemDirectoryEntry);
    const inOrder = entries.toSorted((a, b) => a.name.localeCompare(b.name));
    for (const inner of inOrder) await gather(inner, into, depth + 1);
  }
}

/** What was dropped, with the files of folders in their place; hidden ones are left out, and what comes after 2,000. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  // The list is emptied when the event is over: everything is taken from it before the first wait.
  const dropped = [...transfer.items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const files: File[] = [];
  for (const { entry, file } of dropped) {
    if (entry) await gather(entry, files, 0);
    else if (file) files.push(file);
  }
  return files;
}
