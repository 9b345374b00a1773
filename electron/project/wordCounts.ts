import type { Database } from 'better-sqlite3';

import { countWords } from '../../shared/text/countWords.ts';
import { idList, type ReadableProject } from './handle.ts';

interface Memory {
  /** Of what other programs have written. */
  version: number;
  readonly words: Map<string, number>;
}

const memories = new WeakMap<ReadableProject, Memory>();

function memoryOf(project: ReadableProject): Memory {
  const version =
    project.get<{ data_version: number }>('PRAGMA data_version')?.data_version ?? 0;
  const known = memories.get(project);
  if (known?.version === version) return known;
  const memory = { version, words: new Map<string, number>() };
  memories.set(project, memory);
  return memory;
}

/**
 * Forgets what was counted of a transcript when a row of its turns is written, whatever writes it: a step, undo or
 * erasing. `project` is the handle that this connection is read by.
 */
export function watchTurns(db: Database, project: ReadableProject): void {
  db.function('turn_written', (transcriptId) => {
    memories.get(project)?.words.delete(String(transcriptId));
    return null;
  });
  for (const [event, ...sides] of [
    ['INSERT', 'NEW'],
    ['UPDATE', 'OLD', 'NEW'],
    ['DELETE', 'OLD'],
  ] as const)
    db.exec(`CREATE TEMP TRIGGER count_turns_${event.toLowerCase()} AFTER ${event} ON main.turns BEGIN
      ${sides.map((side) => `SELECT turn_written(${side}.transcript_id);`).join(' ')} END;`);
}

/** How many words stand in the turns of each transcript; only what was written since the last time is counted. */
export function wordsOfTranscripts(
  project: ReadableProject,
): ReadonlyMap<string, number> {
  const { words } = memoryOf(project);
  const ids = project
    .all<{ id: string }>('SELECT id FROM transcripts')
    .map(({ id }) => id);
  const uncounted = ids.filter((id) => !words.has(id));
  for (const id of uncounted) words.set(id, 0);
  const turns =
    uncounted.length === 0
      ? []
      : project.all<{ transcript: string; text: string }>(
          `SELECT transcript_id AS transcript, text FROM turns
           WHERE transcript_id IN (SELECT value FROM json_each(:ids))`,
          { ids: idList(uncounted) },
        );
  for (const { transcript, text } of turns)
    words.set(transcript, (words.get(transcript) ?? 0) + countWords(text));
  return new Map(ids.map((id) => [id, words.get(id) ?? 0]));
}
