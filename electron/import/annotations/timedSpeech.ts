import type { ParsedTurn } from '../../../shared/domain/importedTranscript.ts';
import type { ImportNotes } from '../importNotes.ts';
import { joinPieces } from '../captions/joinCues.ts';
import type { Reading } from '../reading.ts';

/** What somebody says between two times, in a format that has a place of its own for every speaker. */
export interface TimedSpeech {
  readonly speaker: string | null;
  /** Tells those apart who have no name. */
  readonly voice: number;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly text: string;
  readonly line: number;
}

const notBelowZero = (ms: number | null) => (ms === null ? null : Math.max(0, ms));

function withSoundTimes(speech: TimedSpeech, notes: ImportNotes): TimedSpeech {
  const { line } = speech;
  const startMs = notBelowZero(speech.startMs);
  const endMs = notBelowZero(speech.endMs);
  if (startMs !== speech.startMs || endMs !== speech.endMs)
    notes.warn({ code: 'timeNegative', line });
  if (startMs === null || endMs === null || endMs >= startMs)
    return { ...speech, startMs, endMs };
  notes.warn({ code: 'endsBeforeStart', line });
  return { ...speech, startMs, endMs: startMs };
}

function withTidyText(speech: TimedSpeech): TimedSpeech {
  const lines = speech.text.split('\n').map((line) => line.trim());
  return { ...speech, text: lines.filter((line) => line !== '').join('\n') };
}

/** Merges what stands tier by tier: by start, and what has no time stays after what it follows on its tier. */
export function inOrderOfTime(speech: readonly TimedSpeech[]): TimedSpeech[] {
  let before = 0;
  let voice: number | null = null;
  const timed = speech.map((said) => {
    if (said.voice !== voice) before = 0;
    voice = said.voice;
    before = said.startMs ?? said.endMs ?? before;
    return { said, at: before };
  });
  return timed.toSorted((one, other) => one.at - other.at).map(({ said }) => said);
}

/** Turns from what is said, in the order it is given: one speaker's run is joined just as captions are. */
export function turnsOfSpeech(
  speech: readonly TimedSpeech[],
  { choices, notes }: Omit<Reading, 'file'>,
): ParsedTurn[] {
  const spoken = speech.map(withTidyText).filter(({ text }) => text !== '');
  const sound = spoken.map((said) => withSoundTimes(said, notes));
  const pieces = sound.map((said, at) => ({
    ...said,
    cue: at,
    utterance: null,
    changes: said.speaker === null && at > 0 && sound[at - 1]?.voice !== said.voice,
  }));
  const turns = joinPieces(pieces, choices);
  notes.changed({ code: 'speechJoined', count: sound.length - turns.length });
  return turns;
}
