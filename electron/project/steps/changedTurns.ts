import type { Api, Output } from '../../../shared/api.ts';
import type { ParsedOf } from '../../../shared/contract.ts';
import type { TurnId } from '../../../shared/domain/ids.ts';
import type { Turn } from '../../../shared/domain/transcript.ts';
import { idList, type ReadableProject } from '../handle.ts';

/** More than this and it is as well to ask for the whole transcript. */
const mostTouched = 500;

/** The turns that these steps changed, as they are now. Null: some came, went or moved, or there are many; ask for the transcript. */
export function changedTurns(
  project: ReadableProject,
  input: ParsedOf<Api['turns.changed']>,
): Output<'turns.changed'> {
  const rows = project.all<{ id: TurnId; stays: number | null }>(
    `SELECT row_id AS id,
       json_extract(before, '$.position') = json_extract(after, '$.position') AS stays
     FROM changes
     WHERE id BETWEEN (SELECT min(first_change) FROM steps WHERE seq BETWEEN :from AND :to)
         AND (SELECT max(last_change) FROM steps WHERE seq BETWEEN :from AND :to)
       AND table_name = 'turns'
     LIMIT :limit`,
    { from: input.from, to: input.to, limit: mostTouched + 1 },
  );
  if (rows.length > mostTouched || rows.some(({ stays }) => stays !== 1)) return null;
  return project.all<Turn>(
    `SELECT id, label, speaker_id AS speakerId, start_ms AS startMs, end_ms AS endMs, text FROM turns
     WHERE id IN (SELECT value FROM json_each(:ids)) AND transcript_id = :transcriptId ORDER BY position`,
    { ids: idList(rows.map(({ id }) => id)), transcriptId: input.transcriptId },
  );
}
