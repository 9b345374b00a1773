import type { ParsedTurn } from '../../../shared/domain/importedTranscript.ts';
import { turnsOfCaptions, type CaptionReading } from './captions.ts';
import type { Cue } from './cueBlocks.ts';
import { excerpt } from '../importNotes.ts';

const caption =
  /^\s*(\d{2}):(\d{2}):(\d{2})[:;.](\d{2})\s*,\s*(\d{2}):(\d{2}):(\d{2})[:;.](\d{2})\s*,(.*)$/;
const formatting = /\^[BIU]/g;

interface Row {
  readonly line: number;
  /** Hours, minutes, seconds and frames, of the start and of the end. */
  readonly fields: readonly number[];
  readonly words: string;
}

function msOf(fields: readonly number[], framesPerSecond: number): number {
  const [hours = 0, minutes = 0, seconds = 0, frames = 0] = fields;
  const whole = (hours * 60 + minutes) * 60 + seconds;
  return whole * 1000 + Math.round((frames / framesPerSecond) * 1000);
}

function framesOf(rows: readonly Row[]): number {
  return rows.some(({ fields }) => Math.max(fields[3] ?? 0, fields[7] ?? 0) > 24)
    ? 30
    : 25;
}

/** Turns of Spruce's STL, whose times count frames without saying how many there are to a second. */
export function readSpruceStl(text: string, reading: CaptionReading): ParsedTurn[] {
  const { notes } = reading;
  const rows: Row[] = [];
  for (const [at, raw] of text.split('\n').entries()) {
    const match = caption.exec(raw);
    const line = at + 1;
    if (match !== null)
      rows.push({ line, fields: match.slice(1, 9).map(Number), words: match[9] ?? '' });
    else if (raw.trim() !== '' && !/^\s*(?:\$|\/\/)/.test(raw))
      notes.warn({ code: 'lineNotRead', params: { text: excerpt(raw) }, line });
  }
  const frames = framesOf(rows);
  if (rows.length > 0) notes.warn({ code: 'framesAssumed', params: { frames } });
  const cues = rows.map(({ line, fields, words }): Cue => ({
    line,
    utterance: null,
    startMs: msOf(fields.slice(0, 4), frames),
    endMs: msOf(fields.slice(4), frames),
    lines: words
      .replace(formatting, '')
      .split('|')
      .map((part) => part.trim()),
    isPlain: true,
  }));
  return turnsOfCaptions(cues, reading);
}
