import type { ParsedTurn } from '../../../shared/domain/importedTranscript.ts';
import { Refusal } from '../../../shared/errors.ts';
import { cueBlocks, type Cue } from './cueBlocks.ts';
import { turnsOfCues, type CueReading } from './cues.ts';
import { isTimeLine, tidyTimes } from './cueTimes.ts';

export interface CaptionReading extends CueReading {
  readonly file: string;
}

/** Whether a text has captions in it, whatever its name says. */
export function hasCaptions(text: string): boolean {
  const found = /^[^\n]{0,60}-{1,4}>[^\n]*$/gmu;
  for (const match of text.slice(0, 200_000).matchAll(found))
    if (isTimeLine(match[0])) return true;
  return false;
}

/** Turns of a caption file in either format; refuses one in which there is nothing said or no time can be read. */
export function readCaptions(text: string, reading: CaptionReading): ParsedTurn[] {
  const { file, notes } = reading;
  const { cues, garbled } = cueBlocks(text.split('\n'), notes);
  if (garbled !== null && cues.every(({ startMs }) => startMs === null)) {
    throw new Refusal(
      'import.captionTimes',
      { file, line: garbled.line, text: garbled.text },
      { file, where: `line ${garbled.line}` },
    );
  }
  return turnsOfSpokenCues(cues, reading);
}

function turnsOfSpokenCues(cues: readonly Cue[], reading: CaptionReading): ParsedTurn[] {
  const { file, notes } = reading;
  const spoken = cues.filter(({ lines }) => lines.some((line) => line.trim() !== ''));
  if (spoken.length === 0) throw new Refusal('import.noCaptions', { file }, { file });
  notes.changed({ code: 'emptyCues', count: cues.length - spoken.length });
  return turnsOfCues(spoken, reading);
}

/** Turns of captions that a format with fields has told apart; times are made fit, captions without words left out. */
export function turnsOfCaptions(
  cues: readonly Cue[],
  reading: CaptionReading,
): ParsedTurn[] {
  const tidied = cues.map((cue) => ({
    ...cue,
    ...tidyTimes(cue, cue.line, reading.notes),
  }));
  return turnsOfSpokenCues(tidied, reading);
}
