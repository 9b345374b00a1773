import type { DrawnUnit } from './drawnUnits.ts';

/** Two underlines are drawn; a unit that finds both taken is shown by its bracket alone (design.md 5.4). */
const underlines = 2;

/** unit → which underline it has in this turn, 0 or 1; the same from end to end, whatever begins or ends beneath it. */
export function underlineTracks(
  units: readonly DrawnUnit[],
): ReadonlyMap<string, number> {
  const freeFrom: number[] = Array.from({ length: underlines }, () => -1);
  const tracks = new Map<string, number>();
  const ordered = units.toSorted((a, b) => a.start - b.start || b.end - a.end);
  for (const { unitId, start, end } of ordered) {
    const known = tracks.get(unitId);
    const track = known ?? freeFrom.findIndex((free) => free <= start);
    if (track === -1) continue;
    tracks.set(unitId, track);
    freeFrom[track] = Math.max(freeFrom[track] ?? 0, end);
  }
  return tracks;
}
