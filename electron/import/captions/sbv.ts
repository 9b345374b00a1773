import type { ParsedTurn } from '../../../shared/domain/importedTranscript.ts';
import { turnsOfCaptions, type CaptionReading } from './captions.ts';
import type { Cue } from './cueBlocks.ts';
import { readCueTime } from './cueTimes.ts';
import { excerpt, type ImportNotes } from '../importNotes.ts';

const timeLine = /^\s*(\d[^,\s]{3,16}),\s*(\d[^,\s]{3,16})\s*$/;

function cueAt(
  line: number,
  [whole, start = '', end = '']: readonly string[],
  notes: ImportNotes,
): Cue {
  const times = { startMs: readCueTime(start), endMs: readCueTime(end) };
  if (times.startMs === null || times.endMs === null)
    notes.warn({ code: 'timeGarbled', params: { text: excerpt(whole ?? '') }, line });
  return { line, utterance: null, ...times, lines: [] };
}

/** Turns of YouTube's SBV: two times on a line, the words below. */
export function readSbv(text: string, reading: CaptionReading): ParsedTurn[] {
  const { notes } = reading;
  const cues: { readonly cue: Cue; readonly lines: string[] }[] = [];
  for (const [at, raw] of text.split('\n').entries()) {
    const line = at + 1;
    const match = raw.includes(':') ? timeLine.exec(raw) : null;
    if (match !== null) cues.push({ cue: cueAt(line, match, notes), lines: [] });
    else if (raw.trim() === '') continue;
    else if (cues.length === 0) notes.warn({ code: 'linesBeforeCues', line });
    else cues.at(-1)?.lines.push(raw.replace(/\[br\]/gi, '\n'));
  }
  return turnsOfCaptions(
    cues.map(({ cue, lines }) => ({ ...cue, lines })),
    reading,
  );
}
