import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

import { Refusal } from '../../shared/errors.ts';

/** What an archive may hold at most before anything in it is unpacked. */
export const archiveLimits = {
  entries: 5000,
  /** Bytes of one part when unpacked, and of all parts together, as the archive itself says. */
  part: 256 * 1024 * 1024,
  total: 512 * 1024 * 1024,
  /** Bytes of text that are really unpacked and read, in one part and in all. */
  textPart: 64 * 1024 * 1024,
  text: 128 * 1024 * 1024,
  /** A part larger than `ratioFrom` may not shrink to less than one part in `ratio`. */
  ratio: 200,
  ratioFrom: 4 * 1024 * 1024,
} as const;

export interface ZipDirectory {
  readonly zip: ZipFile;
  readonly entries: ReadonlyMap<string, Entry>;
}

function unsafe(file: string, where: string): Refusal {
  return new Refusal(
    'import.archiveUnsafe',
    { file, part: where.slice(0, 80) },
    { file, where: where.slice(0, 80) },
  );
}

function checkEntry(entry: Entry, file: string): void {
  const { fileName, uncompressedSize, compressedSize } = entry;
  const isBomb =
    uncompressedSize > archiveLimits.ratioFrom &&
    uncompressedSize > compressedSize * archiveLimits.ratio;
  if (uncompressedSize > archiveLimits.part || isBomb) throw unsafe(file, fileName);
  if (/(?:^|\/)\.\.(?:\/|$)|^\/|\\|\0|^[A-Za-z]:/.test(fileName))
    throw unsafe(file, fileName);
  if (entry.isEncrypted())
    throw new Refusal('import.locked', { file }, { file, where: fileName });
}

function open(bytes: Uint8Array, file: string): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Promise((resolve, reject) => {
    // Names are checked here, since yauzl would say less about them.
    fromBuffer(
      buffer,
      { lazyEntries: true, validateEntrySizes: true, strictFileNames: false },
      (error, zip) => {
        if (error === null && zip !== undefined) resolve(zip);
        else reject(new Refusal('import.archiveBroken', { file }, { file }));
      },
    );
  });
}

/** Reads the list of an archive, entry by entry, and refuses it before anything is unpacked if it asks for too much. */
export async function zipDirectory(
  bytes: Uint8Array,
  file: string,
): Promise<ZipDirectory> {
  const zip = await open(bytes, file);
  if (zip.entryCount > archiveLimits.entries) throw unsafe(file, `${zip.entryCount}`);
  const entries = new Map<string, Entry>();
  let total = 0;
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      try {
        checkEntry(entry, file);
        total += entry.uncompressedSize;
        if (total > archiveLimits.total) throw unsafe(file, entry.fileName);
        entries.set(entry.fileName, entry);
        zip.readEntry();
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
    zip.on('end', () => resolve({ zip, entries }));
    zip.on('error', (error: Error) => {
      const isPath = /file ?name|path/i.test(error.message);
      reject(
        isPath
          ? unsafe(file, error.message.replace(/^[\w ]{1,60}: /, ''))
          : new Refusal('import.archiveBroken', { file }, { file }),
      );
    });
    zip.readEntry();
  });
}

/** Unpacks one part, counting what really comes out and stopping when it is more than was promised or allowed. */
export function unpack(
  { zip, entries }: ZipDirectory,
  name: string,
  file: string,
): Promise<Uint8Array> {
  const entry = entries.get(name);
  if (entry === undefined)
    return Promise.reject(
      new Refusal('import.archiveBroken', { file }, { file, where: name }),
    );
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null || stream === undefined) {
        reject(new Refusal('import.archiveBroken', { file }, { file, where: name }));
        return;
      }
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > archiveLimits.textPart) stream.destroy(unsafe(file, name));
        else chunks.push(chunk);
      });
      stream.on('end', () => resolve(Buffer.concat(chunks)));
      stream.on('error', (failure: Error) => {
        if (failure instanceof Refusal) reject(failure);
        else if (/too many bytes/.test(failure.message)) reject(unsafe(file, name));
        else reject(new Refusal('import.archiveBroken', { file }, { file, where: name }));
      });
    });
  });
}
