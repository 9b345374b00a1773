import { inflateSync } from 'node:zlib';

import { Refusal } from '../../../shared/errors.ts';

/** What a PDF may hold at most. */
export const pdfLimits = {
  pages: 3000,
  characters: 20_000_000,
  /** Milliseconds of reading. */
  time: 60_000,
  /** Bytes that one stream may unpack to, and all of them together. */
  stream: 64 * 1024 * 1024,
  streams: 512 * 1024 * 1024,
  /** How many times a stream may be packed in itself. */
  layers: 3,
} as const;

export function pdfUnsafe(file: string): Refusal {
  return new Refusal('import.pdfUnsafe', { file }, { file });
}

function unpackedLength(bytes: Uint8Array, file: string): number {
  let packed = bytes;
  let length = 0;
  for (let layer = 0; layer < pdfLimits.layers && packed[0] === 0x78; layer += 1) {
    try {
      packed = inflateSync(packed, { maxOutputLength: pdfLimits.stream });
      length += packed.length;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
        throw pdfUnsafe(file);
      return length;
    }
  }
  return length;
}

/** Refuses a PDF of which some part unpacks to more than any transcript, before it is handed to a reader without limits. */
export async function refusePdfBombs(bytes: Uint8Array, file: string): Promise<void> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  let at = buffer.indexOf('stream');
  while (at >= 0) {
    let start = at + 'stream'.length;
    if (buffer[start] === 0x0d) start += 1;
    if (buffer[start] === 0x0a) start += 1;
    const end = buffer.indexOf('endstream', start);
    if (buffer[start] === 0x78) {
      total += unpackedLength(buffer.subarray(start, end < 0 ? undefined : end), file);
      if (total > pdfLimits.streams) throw pdfUnsafe(file);
      await new Promise((resolve) => setImmediate(resolve));
    }
    at = buffer.indexOf('stream', end < 0 ? start : end + 'endstream'.length);
  }
}
