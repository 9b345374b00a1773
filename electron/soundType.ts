import type { MediaType } from '../shared/domain/sound.ts';
import { frameLength } from './mpegFrame.ts';

/** How many bytes of the beginning tell what a file is. */
export const headBytes = 64 * 1024;

type Test = (head: Buffer) => boolean;

const at =
  (offset: number, sign: string): Test =>
  (head) =>
    head.toString('latin1', offset, offset + sign.length) === sign;
const both =
  (one: Test, other: Test): Test =>
  (head) =>
    one(head) && other(head);
const either =
  (...tests: readonly Test[]): Test =>
  (head) =>
    tests.some((test) => test(head));
const within =
  (sign: string, bytes: number): Test =>
  (head) =>
    head.toString('latin1', 0, bytes).includes(sign);

/** Two frames in a row: a sync alone also stands at the beginning of text in UTF-16. */
const isMpegAudio: Test = (head) => {
  const first = frameLength(head, 0);
  return first !== null && frameLength(head, first) !== null;
};

const isAdts: Test = (head) =>
  head[0] === 0xff && (head[1]! & 0xf6) === 0xf0 && ((head[2]! >> 2) & 15) < 13;

const isRiff = either(at(0, 'RIFF'), at(0, 'RF64'), at(0, 'BW64'));
const isEbml = at(0, '\x1A\x45\xDF\xA3');

/** What each kind begins with; the first that fits is it. */
const signs: readonly (readonly [MediaType, Test])[] = [
  ['audio/wav', both(isRiff, at(8, 'WAVE'))],
  ['video/x-msvideo', both(isRiff, at(8, 'AVI '))],
  ['audio/mpeg', at(0, 'ID3')],
  ['video/ogg', both(at(0, 'OggS'), within('theora', 4096))],
  ['audio/ogg', at(0, 'OggS')],
  ['audio/flac', at(0, 'fLaC')],
  ['audio/mp4', both(at(4, 'ftyp'), either(at(8, 'M4A'), at(8, 'M4B')))],
  ['video/quicktime', both(at(4, 'ftyp'), at(8, 'qt'))],
  ['video/mp4', at(4, 'ftyp')],
  ['video/quicktime', either(at(4, 'moov'), at(4, 'mdat'), at(4, 'wide'))],
  ['video/webm', both(isEbml, within('webm', 64))],
  ['video/x-matroska', both(isEbml, within('matroska', 64))],
  ['audio/aiff', both(at(0, 'FORM'), either(at(8, 'AIFF'), at(8, 'AIFC')))],
  ['audio/amr', at(0, '#!AMR')],
  ['audio/x-caf', at(0, 'caff')],
  ['audio/x-dss', either(at(1, 'dss'), at(1, 'ds2'))],
  ['video/x-ms-asf', at(0, '\x30\x26\xB2\x75\x8E\x66\xCF\x11')],
  ['video/mpeg', at(0, '\x00\x00\x01\xBA')],
  ['audio/aac', isAdts],
  ['audio/mpeg', isMpegAudio],
];

/** What kind of recording begins like that; null when it is none, whatever its name ends with. */
export function soundTypeOf(head: Uint8Array): MediaType | null {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  return signs.find(([, fits]) => fits(bytes))?.[0] ?? null;
}
