import type { ParsedTurn } from '../../../shared/domain/importedTranscript.ts';
import type { ImportNotes } from '../importNotes.ts';

/** No talk is recorded for six hours before anybody says a word. */
const earliest = 6 * 3_600_000;
const fewest = 2;

function clockOf(ms: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = Math.floor(ms / 1000);
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map(two)
    .join(':');
}

/** Turns without their times where these can only be a clock on the wall (13:02:14), which is no place in a recording; else the same turns. */
export function withoutTimesOfDay(turns: ParsedTurn[], notes: ImportNotes): ParsedTurn[] {
  const times = turns.flatMap(({ startMs, endMs }) => startMs ?? endMs ?? []);
  const first = times.reduce((least, ms) => Math.min(least, ms), Infinity);
  if (times.length < fewest || first < earliest) return turns;
  notes.warn({
    code: 'timesOfDay',
    params: { time: clockOf(first) },
    count: times.length,
  });
  return turns.map((turn) => ({ ...turn, startMs: null, endMs: null }));
}
