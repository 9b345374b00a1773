import { normalisedLines } from '../text/documentLines.ts';
import type { ImportNotes } from '../importNotes.ts';
import { RtfText } from './rtfText.ts';
import { readRtfTokens } from './rtfTokens.ts';
import type { SourceLine } from '../sourceLines.ts';

interface RtfFile {
  readonly file: string;
  readonly notes: ImportNotes;
}

function isUtf8(bytes: Uint8Array): boolean {
  if (bytes.every((byte) => byte < 0x80)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The lines of an RTF text. One that is cut off or has its braces wrong is read as far as it goes, and that is told. */
export async function linesOfRtf(
  bytes: Uint8Array,
  { file, notes }: RtfFile,
): Promise<readonly SourceLine[]> {
  const body = bytes[0] === 0xef && bytes[1] === 0xbb ? bytes.subarray(3) : bytes;
  const reader = new RtfText(file, isUtf8(body));
  await readRtfTokens(body, reader);
  return normalisedLines(reader.end(notes), notes);
}
