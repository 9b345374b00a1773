import type { Transcript, Turn } from '../shared/domain/transcript.ts';

/** The transcript after some of its turns were asked again; every other turn is the same object as before. */
export function withChangedTurns(
  before: Transcript,
  changed: readonly Turn[],
): Transcript {
  const fresh = new Map(changed.map((turn) => [turn.id, turn]));
  return { ...before, turns: before.turns.map((turn) => fresh.get(turn.id) ?? turn) };
}
