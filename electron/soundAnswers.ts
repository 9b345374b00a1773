import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';

import { z } from 'zod';

import type { Callable } from '../shared/bridge.ts';
import { mediaType } from '../shared/domain/sound.ts';
import { rangeAsked, type ByteRange } from './byteRange.ts';

/** A request for sound, from whichever host it came in. */
export interface SoundRequest {
  readonly method: string;
  readonly soundId: string;
  readonly range: string | null;
  readonly ifRange: string | null;
}

export interface SoundAnswer {
  readonly status: 200 | 206 | 404 | 416;
  readonly headers: Readonly<Record<string, string>>;
  /** To be read to its end or destroyed; null where there is nothing to send. */
  readonly body: Readable | null;
}

const here = z.object({
  state: z.literal('here'),
  path: z.string(),
  mediaType,
  bytes: z.number(),
  modifiedMs: z.number(),
});

const pathOfSound =
  /^sound\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** The recording that a path inside the app names; null for any other path. */
export function soundIdIn(path: string): string | null {
  return pathOfSound.exec(path)?.[1] ?? null;
}

const notThere: SoundAnswer = { status: 404, headers: {}, body: null };

type PlaceHere = z.infer<typeof here>;

/** The headers that go with every answer about a recording; the edition tells one that was exchanged meanwhile. */
const headersOf = ({ bytes, modifiedMs, mediaType: type }: PlaceHere) => ({
  'accept-ranges': 'bytes',
  etag: `"${bytes}-${modifiedMs}"`,
  'content-type': type,
});

/**
 * The bytes of a recording, or a part of them. The session says where it lies, so that nothing can be fetched but what
 * is linked in the open project and is still the file that was linked; a path is never asked for.
 */
export async function answerSound(
  session: Pick<Callable, 'call'>,
  request: SoundRequest,
): Promise<SoundAnswer> {
  const asked = await session.call('sounds.place', { soundId: request.soundId });
  const place = here.safeParse(asked.ok ? asked.value : null);
  if (!place.success) return notThere;
  const headers = headersOf(place.data);
  const isSame = request.ifRange === null || request.ifRange === headers.etag;
  const range = isSame ? rangeAsked(request.range, place.data.bytes) : null;
  if (range !== 'none') return answerPart(place.data, range, request.method);
  return {
    status: 416,
    headers: {
      ...headers,
      'content-range': `bytes */${place.data.bytes}`,
      'content-length': '0',
    },
    body: null,
  };
}

async function answerPart(
  place: PlaceHere,
  range: ByteRange | null,
  method: string,
): Promise<SoundAnswer> {
  const { start, end } = range ?? { start: 0, end: place.bytes - 1 };
  const body = method === 'HEAD' ? null : await bytesOf(place, { start, end });
  if (body === 'gone') return notThere;
  return {
    status: range ? 206 : 200,
    headers: {
      ...headersOf(place),
      'content-length': String(end - start + 1),
      ...(range ? { 'content-range': `bytes ${start}-${end}/${place.bytes}` } : {}),
    },
    body,
  };
}

/** Asked of the open file itself: what lay there may have been exchanged since. */
async function bytesOf(
  { path, bytes }: { readonly path: string; readonly bytes: number },
  range: ByteRange,
): Promise<Readable | 'gone'> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return 'gone';
  const facts = await file.stat();
  if (!facts.isFile() || facts.size !== bytes) {
    await file.close();
    return 'gone';
  }
  return file.createReadStream({ ...range, highWaterMark: 256 * 1024 });
}
