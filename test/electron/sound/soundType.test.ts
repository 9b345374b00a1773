import { describe, expect, test } from 'vitest';

import { soundTypeOf } from '../../../electron/soundType.ts';
import { wav } from '../../support/wavFile.ts';

const ascii = (text: string) => Buffer.from(text.padEnd(64, '\0'), 'latin1');

/** Two silent frames: MPEG-1 layer III, 128 kbit/s, 44 100 Hz, 417 bytes each. */
function mp3(): Buffer {
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0x00]);
  return Buffer.concat([frame, frame]);
}

describe('what a recording is', () => {
  test.each([
    ['audio/wav', wav([{ seconds: 0.1, hertz: 440 }])],
    ['audio/mpeg', mp3()],
    ['audio/mpeg', ascii('ID3\x04\0')],
    ['audio/aac', Buffer.from([0xff, 0xf1, 0x50, 0x80, 0, 0x1f, 0xfc])],
    ['audio/ogg', ascii('OggS\0\x02OpusHead')],
    ['video/ogg', ascii('OggS\0\x02\x80theora')],
    ['audio/flac', ascii('fLaC')],
    ['audio/mp4', ascii('\0\0\0\x20ftypM4A ')],
    ['video/mp4', ascii('\0\0\0\x20ftypisom')],
    ['video/quicktime', ascii('\0\0\0\x14ftypqt  ')],
    ['video/webm', ascii('\x1A\x45\xDF\xA3....B\x82\x84webm')],
    ['video/x-matroska', ascii('\x1A\x45\xDF\xA3....B\x82\x88matroska')],
    ['audio/x-dss', ascii('\x02dss')],
    ['video/x-ms-asf', ascii('\x30\x26\xB2\x75\x8E\x66\xCF\x11')],
  ])('is told by its first bytes: %s', (type, head) => {
    expect(soundTypeOf(head)).toBe(type);
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['plain text', ascii('P1: Att någon ringde tillbaka.')],
    [
      'text in UTF-16',
      Buffer.from('\ufeffP1: Ja, precis så var det för mig.', 'utf16le'),
    ],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46])],
    ['a Word document', ascii('PK\x03\x04')],
    ['a project', ascii('SQLite format 3\0')],
    ['a page', ascii('<!doctype html><script>alert(1)</script>')],
    ['a WAV whose kind is missing', ascii('RIFF\0\0\0\0')],
    ['zeros', Buffer.alloc(4096)],
    ['ones', Buffer.alloc(4096, 0xff)],
  ])('is not told of what is none: %s', (_, head) => {
    expect(soundTypeOf(head)).toBeNull();
  });

  test('is never told of chance bytes that only begin like a frame', () => {
    const taken: string[] = [];
    for (let second = 0xe0; second <= 0xff; second += 1)
      for (let third = 0; third < 256; third += 1) {
        const head = Buffer.alloc(2048, 0x41);
        head.set([0xff, second, third]);
        const isAdts = (second & 0xf6) === 0xf0;
        if (!isAdts && soundTypeOf(head) !== null) taken.push(`${second} ${third}`);
      }
    expect(taken).toEqual([]);
  });
});
