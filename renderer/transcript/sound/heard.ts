import type { TimedTurn } from './timeline.ts';

/** A stretch of the sound that has been played, from its beginning to its end. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The player tells where it is a few times a second: what lies this close together has no gap. */
const gapMs = 50;
/** So much of a beginning or an end may be missed: a click on a time is not exact to the word. */
const slackMs = 500;

/** The stretches with one more: in order, joined where they meet. */
export function withStretch(
  stretches: readonly Stretch[],
  added: Stretch,
): readonly Stretch[] {
  const joined: Stretch[] = [];
  for (const next of [...stretches, added].toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && next.from <= last.to + gapMs)
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    else joined.push(next);
  }
  return joined;
}

/** Whether a turn has been played through, in one go or in several. */
export function isHeard(
  stretches: readonly Stretch[],
  turn: TimedTurn,
  durationMs: number,
): boolean {
  const end = Math.min(turn.endMs, durationMs);
  const slack = Math.min(slackMs, (end - turn.startMs) / 4);
  return stretches.some(
    ({ from, to }) => from <= turn.startMs + slack && to >= end - slack,
  );
}

/** The turns that came to their end while that stretch was played. */
export function endedWithin(
  timeline: readonly TimedTurn[],
  { from, to }: Stretch,
  durationMs: number,
): readonly TimedTurn[] {
  return timeline.filter(({ startMs, endMs }) => {
    const end = Math.min(endMs, durationMs);
    const near = end - Math.min(slackMs, (end - startMs) / 4);
    return near > from && near <= to;
  });
}
