import { countWords } from '../../shared/text/countWords.ts';
import { idList, type ReadableProject } from './handle.ts';
import { turnMemory } from './turns/turnMemory.ts';

/** How many words stand in the turns of each transcript; only what was written since the last time is counted. */
export function wordsOfTranscripts(
  project: ReadableProject,
): ReadonlyMap<string, number> {
  const { words } = turnMemory(project);
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
