import type { ParsedTurn } from '../../../shared/domain/importedTranscript.ts';
import { turnsOfCaptions, type CaptionReading } from './captions.ts';
import type { Cue } from './cueBlocks.ts';
import { readCueTime } from './cueTimes.ts';
import { excerpt, type ImportNotes } from '../importNotes.ts';

const stamps = /^\s*((?:\[\d{1,3}:\d{2}(?:[.:,]\d{1,3})?\]\s*)+)/;
const fact = /^\s*\[([a-z#]{1,10}):([^\]]*)\]\s*$/i;
const wordTime = /<\d{1,3}:\d{2}(?:[.:]\d{1,3})?>\s?/g;

interface Timed {
  readonly line: number;
  readonly startMs: number | null;
  text: string;
}

// `[00:10.00][01:10.00]` before words that come twice.
function timedOf(raw: string, line: number, offsetMs: number): Timed[] {
  const [whole = '', written = ''] = stamps.exec(raw) ?? [];
  const text = raw.slice(whole.length).replace(wordTime, '');
  return [...written.matchAll(/\[(\d{1,3}:\d{2})(?:[.:,](\d{1,3}))?\]/g)].map((match) => {
    const ms = readCueTime(`${match[1]}.${match[2] ?? '0'}`);
    return { line, startMs: ms === null ? null : ms - offsetMs, text: text.trim() };
  });
}

const offsetOf = (written: string) =>
  /^\s*[+-]?\d{1,7}\s*$/.test(written) ? Number(written) : 0;

function tellFact(raw: string, line: number, notes: ImportNotes): void {
  notes.changed({ code: 'headerDropped', params: { text: excerpt(raw) }, line });
}

function goOn(last: Timed | undefined, raw: string, tell: () => void): void {
  if (last !== undefined) last.text += `\n${raw.trim()}`;
  else if (raw.trim() !== '') tell();
}

function timedLines(text: string, notes: ImportNotes): Timed[] {
  const timed: Timed[] = [];
  let offsetMs = 0;
  for (const [at, raw] of text.split('\n').entries()) {
    const line = at + 1;
    const found = timedOf(raw, line, offsetMs);
    const [, key = '', value = ''] = fact.exec(raw) ?? [];
    for (const one of found) timed.push(one);
    if (found.length > 0) continue;
    if (key.toLowerCase() === 'offset') offsetMs = offsetOf(value);
    else if (key !== '') tellFact(raw, line, notes);
    else goOn(timed.at(-1), raw, () => notes.warn({ code: 'linesBeforeCues', line }));
  }
  return timed;
}

/** Turns of lyrics with times: each line stands until the next. */
export function readLrc(text: string, reading: CaptionReading): ParsedTurn[] {
  const ordered = timedLines(text, reading.notes).toSorted(
    (a, b) => (a.startMs ?? 0) - (b.startMs ?? 0),
  );
  const cues = ordered.map(({ line, startMs, text: words }, at): Cue => {
    const endMs = ordered[at + 1]?.startMs ?? null;
    const lines = words.split('\n');
    return { line, utterance: null, startMs, endMs, lines, isPlain: true };
  });
  // Empty ones only take the words before them off the screen.
  const spoken = cues.filter(({ lines }) => lines.some((words) => words !== ''));
  return turnsOfCaptions(spoken, reading);
}
