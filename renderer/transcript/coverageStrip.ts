import type { Coverage, TurnState } from './coverage.ts';

/** A turn's part of the strip, both from 0 to 1. */
export interface Run {
  readonly state: Exclude<TurnState, 'context'>;
  readonly turn: number;
  readonly from: number;
  readonly width: number;
}

/** Participants' words from left to right; moderators take no room. */
export function runsOf({ states }: Coverage, lengths: readonly number[]): readonly Run[] {
  const total = states.reduce(
    (sum, state, turn) => sum + (state === 'context' ? 0 : (lengths[turn] ?? 0) + 1),
    0,
  );
  let from = 0;
  return states.flatMap((state, turn): Run[] => {
    if (state === 'context' || total === 0) return [];
    const width = ((lengths[turn] ?? 0) + 1) / total;
    const run = { state, turn, from, width };
    from += width;
    return [run];
  });
}

export type StripPaths = Readonly<Record<Run['state'], string>>;

/** Turns narrower than this stand without air between them. */
const leastWithAir = 4;

/** The outlines of the runs in whole pixels. Where several turns share a pixel, the first of them has it. */
export function stripPaths(
  runs: readonly Run[],
  { width, height }: { readonly width: number; readonly height: number },
): StripPaths {
  const air = width / Math.max(1, runs.length) > leastWithAir ? 1 : 0;
  const parts: Record<Run['state'], string[]> = { marked: [], aside: [], left: [] };
  let free = 0;
  let [state, start]: [Run['state'] | null, number] = [null, 0];
  const close = (end: number) => {
    if (state && end > start)
      parts[state].push(`M${start} 0h${end - start}v${height}h${start - end}z`);
  };
  for (const run of runs) {
    const end = Math.round((run.from + run.width) * width);
    if (end <= free) continue;
    if (run.state !== state || air > 0) {
      close(free - air);
      [state, start] = [run.state, free];
    }
    free = end;
  }
  close(free);
  return {
    marked: parts.marked.join(''),
    aside: parts.aside.join(''),
    left: parts.left.join(''),
  };
}
