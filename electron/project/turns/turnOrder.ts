import type { TranscriptId } from '../../../shared/domain/ids.ts';
import { idList, type ReadableProject } from '../handle.ts';
import { turnMemory, type KeysOfTranscript, type TurnRun } from './turnMemory.ts';

interface OrderRow extends Omit<KeysOfTranscript, 'isInOrder'> {
  readonly id: TranscriptId;
  readonly back: number;
}

/** Remembers how the keys lie in the transcripts whose turns were written since it was last asked. */
function keysOf(
  project: ReadableProject,
  ids: readonly TranscriptId[],
): ReadonlyMap<string, KeysOfTranscript> {
  const { keys } = turnMemory(project);
  const unknown = ids.filter((id) => !keys.has(id));
  if (unknown.length === 0) return keys;
  const rows = project.all<OrderRow>(
    `SELECT id, min(key) AS lowest, max(key) AS highest, sum(key < earlier) AS back FROM (
       SELECT transcript_id AS id, key,
         lag(key, 1, 0) OVER (PARTITION BY transcript_id ORDER BY position) AS earlier
       FROM turns WHERE transcript_id IN (SELECT value FROM json_each(:ids)))
     GROUP BY id`,
    { ids: idList(unknown) },
  );
  for (const { id, lowest, highest, back } of rows)
    keys.set(id, { lowest, highest, isInOrder: back === 0 });
  return keys;
}

interface Placed extends KeysOfTranscript {
  readonly id: TranscriptId;
}

/** Where each transcript stands by its keys; null for one that others lie within. */
function placesByKey(placed: readonly Placed[]): ReadonlyMap<TranscriptId, number> {
  const places = new Map<TranscriptId, number>();
  let highest = -1;
  let before: TranscriptId | null = null;
  for (const [index, one] of placed.toSorted((a, b) => a.lowest - b.lowest).entries()) {
    if (one.lowest > highest) {
      if (one.isInOrder) places.set(one.id, index);
    } else if (before !== null) places.delete(before);
    if (one.highest > highest) {
      highest = one.highest;
      before = one.id;
    }
  }
  return places;
}

/** The transcripts that have turns, in the order of the project. */
function placedTranscripts(project: ReadableProject): readonly Placed[] {
  const ids = project
    .all<{ id: TranscriptId }>('SELECT id FROM transcripts ORDER BY position')
    .map(({ id }) => id);
  const keys = keysOf(project, ids);
  return ids.flatMap((id) => {
    const own = keys.get(id);
    return own ? [{ id, ...own }] : [];
  });
}

function runsOf(
  project: ReadableProject,
  only: readonly TranscriptId[] | null,
): readonly TurnRun[] {
  const all = placedTranscripts(project);
  const places = placesByKey(all);
  const runs: TurnRun[] = [];
  let last: number | null = null;
  for (const { id, lowest, highest } of all) {
    if (only !== null && !only.includes(id)) continue;
    const place = places.get(id);
    const before = runs.at(-1);
    if (place === undefined) runs.push({ lowest, highest, alone: id });
    else if (before && last !== null && place === last + 1)
      runs[runs.length - 1] = { ...before, highest };
    else runs.push({ lowest, highest, alone: null });
    last = place ?? null;
  }
  return runs;
}

/** The turns of these transcripts, or of all, as runs in the order of the project: few, where nothing was moved. */
export function turnRuns(
  project: ReadableProject,
  only: readonly TranscriptId[] | null,
): readonly TurnRun[] {
  if (only !== null) return runsOf(project, only);
  const memory = turnMemory(project);
  return (memory.runs ??= runsOf(project, null));
}

/** No turn has a higher key; 1 where there are none. */
export function highestTurnKey(project: ReadableProject): number {
  return (
    project.get<{ key: number | null }>('SELECT max(key) AS key FROM turns')?.key ?? 1
  );
}
