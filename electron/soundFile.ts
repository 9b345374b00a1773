import { createHash } from 'node:crypto';
import { stat, open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';

import type { MediaType } from '../shared/domain/sound.ts';
import { Refusal } from '../shared/errors.ts';
import type { Job } from './jobs.ts';
import { refusalOfDisk } from './project/file/diskErrors.ts';
import { headBytes, soundTypeOf } from './soundType.ts';

/** A file as it lies on the disk. */
export interface FileFacts {
  readonly bytes: number;
  readonly modifiedMs: number;
}

/** A recording that has been looked at. */
export interface SoundFile extends FileFacts {
  readonly path: string;
  readonly mediaType: MediaType;
  readonly fingerprint: string;
}

const sampleBytes = 256 * 1024;
const chunkBytes = 1024 * 1024;

/** Size and time of an ordinary file; null when there is none, or something else, at that place. */
export async function fileFacts(path: string): Promise<FileFacts | null> {
  const facts = await stat(path).catch(() => null);
  return facts?.isFile() ? { bytes: facts.size, modifiedMs: facts.mtimeMs } : null;
}

async function readAt(
  file: FileHandle,
  position: number,
  length: number,
): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** Tells a recording from any other without reading all of it: its size, its beginning, its middle and its end. */
async function fingerprintOf(file: FileHandle, bytes: number): Promise<string> {
  const hash = createHash('sha256').update(`${bytes}\n`);
  const middle = Math.floor((bytes - sampleBytes) / 2);
  const places =
    bytes <= 3 * sampleBytes
      ? [0, sampleBytes, 2 * sampleBytes]
      : [0, middle, bytes - sampleBytes];
  for (const place of places.filter((position) => position < bytes))
    hash.update(await readAt(file, place, sampleBytes));
  return hash.digest('hex');
}

async function looked(path: string): Promise<SoundFile> {
  const facts = await stat(path);
  const place = { file: path };
  if (facts.isDirectory()) throw new Refusal('file.isFolder', place, place);
  // A device has no end, and a pipe waits for somebody to write into it.
  if (!facts.isFile()) throw new Refusal('file.notFile', place, place);
  if (facts.size === 0) throw new Refusal('sound.empty', place, place);
  const file = await open(path, 'r');
  try {
    const mediaType = soundTypeOf(await readAt(file, 0, headBytes));
    if (mediaType === null)
      throw new Refusal('sound.notSound', { file: basename(path) }, place);
    const { size: bytes, mtimeMs: modifiedMs } = facts;
    const fingerprint = await fingerprintOf(file, bytes);
    return { path, bytes, modifiedMs, mediaType, fingerprint };
  } finally {
    await file.close();
  }
}

/** Looks at what is said to be a recording; less than a megabyte of it is read, however long it is. */
export async function lookAtSound(path: string): Promise<SoundFile> {
  try {
    return await looked(path);
  } catch (error) {
    throw refusalOfDisk(error, path);
  }
}

/** The SHA-256 of a whole file, a megabyte at a time, so that other calls are served and it can be cancelled. */
export async function checksumOf(path: string, job: Job): Promise<string> {
  const file = await open(path, 'r');
  try {
    const hash = createHash('sha256');
    const { size } = await file.stat();
    const buffer = Buffer.alloc(chunkBytes);
    for (let done = 0; ;) {
      const { bytesRead } = await file.read(buffer, 0, chunkBytes, done);
      if (bytesRead === 0) break;
      hash.update(buffer.subarray(0, bytesRead));
      done += bytesRead;
      await job.progress(done, size, 'progress.checksum');
    }
    return hash.digest('hex');
  } catch (error) {
    throw refusalOfDisk(error, path);
  } finally {
    await file.close();
  }
}
