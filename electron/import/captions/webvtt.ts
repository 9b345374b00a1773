import type { ParsedTurn } from '../../../shared/domain/importedTranscript.ts';
import { readCaptions, type CaptionReading } from './captions.ts';

/** Turns of a WebVTT file in the dialects of Teams, Zoom, Stream, Whisper, noScribe and YouTube. */
export function readWebVtt(text: string, reading: CaptionReading): ParsedTurn[] {
  if (!/^\uFEFF?WEBVTT(?:[ \t\n]|$)/.test(text))
    reading.notes.warn({ code: 'vttNoSignature', line: 1 });
  if (/^[\d:]+,\d{1,3}\s*-->/m.test(text.slice(0, 100_000)))
    reading.notes.warn({ code: 'vttCommas' });
  return readCaptions(text, reading);
}
