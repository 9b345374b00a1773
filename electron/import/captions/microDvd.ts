import type { ParsedTurn } from '../../../shared/domain/importedTranscript.ts';
import { turnsOfCaptions, type CaptionReading } from './captions.ts';
import type { Cue } from './cueBlocks.ts';
import { excerpt, type ImportNotes } from '../importNotes.ts';

const caption = /^\s*\{(\d{1,8})\}\{(\d{0,8})\}(.*)$/;
const formatting = /\{[a-z]{1,2}:[^{}]*\}|^\//gi;
const usualFrames = 25;

interface Row {
  readonly line: number;
  readonly start: string;
  readonly end: string;
  readonly words: string;
}

// The first caption of many files is no caption: `{1}{1}23.976`.
function framesIn(row: Row | undefined): number | null {
  if (row === undefined || Number(row.start) > 1 || Number(row.end) > 1) return null;
  const frames = Number(
    /^\s*(\d{2,3}(?:[.,]\d{1,6})?)/.exec(row.words)?.[1]?.replace(',', '.'),
  );
  return frames >= 10 && frames <= 240 ? frames : null;
}

function rowsOf(text: string, notes: ImportNotes): Row[] {
  return text.split('\n').flatMap((raw, at) => {
    const [whole, start = '', end = '', words = ''] = caption.exec(raw) ?? [];
    const line = at + 1;
    if (whole !== undefined) return [{ line, start, end, words }];
    if (raw.trim() !== '' && !/^\s*\{DEFAULT\}/i.test(raw))
      notes.warn({ code: 'lineNotRead', params: { text: excerpt(raw) }, line });
    return [];
  });
}

/** Turns of MicroDVD, whose times are numbers of frames. */
export function readMicroDvd(text: string, reading: CaptionReading): ParsedTurn[] {
  const { notes } = reading;
  const rows = rowsOf(text, notes);
  const told = framesIn(rows[0]);
  const frames = told ?? usualFrames;
  if (told === null) notes.warn({ code: 'framesAssumed', params: { frames } });
  const msOf = (count: string) =>
    count === '' ? null : Math.round((Number(count) / frames) * 1000);
  const cues = rows
    .slice(told === null ? 0 : 1)
    .map(({ line, start, end, words }): Cue => ({
      line,
      utterance: null,
      startMs: msOf(start),
      endMs: msOf(end),
      lines: words.split('|').map((part) => part.replace(formatting, '').trim()),
      isPlain: true,
    }));
  return turnsOfCaptions(cues, reading);
}
