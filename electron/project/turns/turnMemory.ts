import type { Database } from 'better-sqlite3';

import type { TranscriptId } from '../../../shared/domain/ids.ts';
import type { ReadableProject } from '../handle.ts';

/** How the keys of a transcript's turns lie; see turnOrder.ts. */
export interface KeysOfTranscript {
  readonly lowest: number;
  readonly highest: number;
  /** The turns were said in the order of their keys. */
  readonly isInOrder: boolean;
}

/**
 * Turns whose order by key is the order in which they were said, throughout all transcripts between; or one transcript
 * of which that cannot be said, `alone`, whose turns must be put in order.
 */
export interface TurnRun {
  readonly lowest: number;
  readonly highest: number;
  readonly alone: TranscriptId | null;
}

interface Memory {
  /** Of what other programs have written. */
  readonly version: number;
  /** By transcript; what was written since is not in here. */
  readonly words: Map<string, number>;
  readonly keys: Map<string, KeysOfTranscript>;
  /** Of all transcripts; null when any of them or a turn was written. */
  runs: readonly TurnRun[] | null;
}

const memories = new WeakMap<ReadableProject, Memory>();

/** What has been worked out of the turns of each transcript and still holds. */
export function turnMemory(project: ReadableProject): Memory {
  const version =
    project.get<{ data_version: number }>('PRAGMA data_version')?.data_version ?? 0;
  const known = memories.get(project);
  if (known?.version === version) return known;
  const memory: Memory = { version, words: new Map(), keys: new Map(), runs: null };
  memories.set(project, memory);
  return memory;
}

/**
 * Forgets what was worked out of a transcript when a row of its turns is written, whatever writes it: a step, undo or
 * erasing. `project` is the handle that this connection is read by.
 */
export function watchTurns(db: Database, project: ReadableProject): void {
  db.function('turn_written', (transcriptId) => {
    const memory = memories.get(project);
    memory?.words.delete(String(transcriptId));
    memory?.keys.delete(String(transcriptId));
    if (memory) memory.runs = null;
    return null;
  });
  db.exec(`CREATE TEMP TRIGGER order_of_transcripts AFTER UPDATE OF position ON main.transcripts BEGIN
    SELECT turn_written(NEW.id); END;`);
  for (const [event, ...sides] of [
    ['INSERT', 'NEW'],
    ['UPDATE', 'OLD', 'NEW'],
    ['DELETE', 'OLD'],
  ] as const)
    db.exec(`CREATE TEMP TRIGGER count_turns_${event.toLowerCase()} AFTER ${event} ON main.turns BEGIN
      ${sides.map((side) => `SELECT turn_written(${side}.transcript_id);`).join(' ')} END;`);
}
