import type { ParsedTurn } from '../../../shared/domain/importedTranscript.ts';
import { readCaptions, type CaptionReading } from './captions.ts';

/** Turns of an SRT file: counters may be missing, decimals may be dots, a caption may have an empty line in it. */
export function readSrt(text: string, reading: CaptionReading): ParsedTurn[] {
  return readCaptions(text, reading);
}
