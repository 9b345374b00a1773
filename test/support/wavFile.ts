import { writeFileSync } from 'node:fs';

const rate = 8000;

export interface Tone {
  readonly seconds: number;
  readonly hertz: number;
}

/** The bytes of a recording of these tones one after another: RIFF, PCM, one channel of 8 bits. */
export function wav(tones: readonly Tone[]): Buffer {
  const samples = Buffer.concat(
    tones.map(({ seconds, hertz }) =>
      Buffer.from(
        Array.from({ length: Math.round(seconds * rate) }, (_, index) =>
          Math.round(128 + 40 * Math.sin((2 * Math.PI * hertz * index) / rate)),
        ),
      ),
    ),
  );
  return Buffer.concat([wavHeader(samples.length), samples]);
}

/** The 44 bytes before the samples; says how many follow, whether they do or not. */
export function wavHeader(bytes: number): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + bytes, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(bytes, 40);
  return header;
}

/** A recording of so many seconds of one tone, written at `path`. */
export function writeWav(path: string, seconds = 3, hertz = 440): Buffer {
  const bytes = wav([{ seconds, hertz }]);
  writeFileSync(path, bytes);
  return bytes;
}
