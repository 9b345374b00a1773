import type { Turn } from '../../../shared/domain/transcript.ts';

/** A turn whose beginning is known, in the order of time. */
export interface TimedTurn {
  /** Ordinal in the transcript, from 0. */
  readonly index: number;
  readonly startMs: number;
  /** Its own end, else the beginning of the next one; endless after the last. */
  readonly endMs: number;
  /** The turns from `index` to here, this one left out, are spoken within it: those without times of their own. */
  readonly until: number;
}

/** Turns with times, earliest first. Times may be missing, and need not follow the order of the text. */
export function timelineOf(turns: readonly Turn[]): readonly TimedTurn[] {
  const timed = turns
    .flatMap(({ startMs, endMs }, index) =>
      startMs === null ? [] : [{ index, startMs, endMs }],
    )
    .toSorted((a, b) => a.startMs - b.startMs || a.index - b.index);
  return timed.map(({ index, startMs, endMs }, at) => {
    const next = timed.slice(at + 1).find((later) => later.startMs > startMs);
    const following = timed[at + 1]?.index ?? turns.length;
    return {
      index,
      startMs,
      endMs: endMs !== null && endMs > startMs ? endMs : (next?.startMs ?? Infinity),
      until: following > index ? following : index + 1,
    };
  });
}

/** The turn that is spoken then: the latest that has begun; null before the first. */
export function spokenAt(timeline: readonly TimedTurn[], ms: number): TimedTurn | null {
  let low = -1;
  let high = timeline.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (timeline[middle]!.startMs <= ms) low = middle;
    else high = middle - 1;
  }
  return timeline[low] ?? null;
}

/** Words are heard a little before they are reckoned to begin. */
const leadMs = 700;

/**
 * When a place in the text is spoken: reckoned by its share of the letters, as far as the beginning and the end of its
 * turn are known; null before the first turn that has a time.
 */
export function timeOf(
  timeline: readonly TimedTurn[],
  turns: readonly Turn[],
  place: { readonly turn: number; readonly at: number },
): number | null {
  const timed = timeline
    .filter(({ index }) => index <= place.turn)
    .reduce<TimedTurn | null>(
      (last, turn) => (last === null || turn.index > last.index ? turn : last),
      null,
    );
  if (timed === null) return null;
  const spoken = turns.slice(timed.index, Math.max(timed.until, place.turn + 1));
  const letters = spoken.reduce((sum, { text }) => sum + text.length, 0);
  const before =
    turns.slice(timed.index, place.turn).reduce((sum, { text }) => sum + text.length, 0) +
    place.at;
  if (before === 0 || letters === 0 || timed.endMs === Infinity) return timed.startMs;
  const reckoned =
    timed.startMs + ((timed.endMs - timed.startMs) * before) / letters - leadMs;
  return Math.max(timed.startMs, Math.round(reckoned));
}
