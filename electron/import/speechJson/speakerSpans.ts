/** A stretch of the recording that belongs to one speaker. */
export interface SpeakerSpan {
  readonly startMs: number;
  readonly speaker: string | undefined;
}

/** Who speaks at a time, by spans in any order: the last that had begun. */
export function speakerFinder(
  spans: readonly SpeakerSpan[],
): (ms: number | null) => string | undefined {
  const ordered = spans.toSorted((a, b) => a.startMs - b.startMs);
  return (ms) => (ms === null ? undefined : lastBegun(ordered, ms)?.speaker);
}

function lastBegun(ordered: readonly SpeakerSpan[], ms: number): SpeakerSpan | undefined {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.startMs ?? 0) <= ms) low = middle + 1;
    else high = middle;
  }
  return ordered[low - 1];
}
