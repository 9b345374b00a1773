import type {
  RemovedParticipant,
  RemovedTranscript,
} from '../../../shared/domain/transcript.ts';
import type {
  ParticipantId,
  SpeakerId,
  TranscriptId,
} from '../../../shared/domain/ids.ts';
import { idList, type ReadableProject } from '../handle.ts';

interface RemovedRow<Id> {
  readonly id: Id;
  readonly name: string;
  readonly removedAt: string;
  /** The changes of the step that took it away, or of the undone one that brought it. */
  readonly first: number;
  readonly last: number;
}

/**
 * Rows that are gone from a table but not from the log: taken away, or brought by a step that was undone. What a step
 * made is found by its index; in other steps that touched the table, what they deleted is looked for.
 */
function removedRows<Id>(
  project: ReadableProject,
  table: 'transcripts' | 'participants',
  column: 'name' | 'pseudonym',
): readonly RemovedRow<Id>[] {
  return project.all<RemovedRow<Id>>(
    `WITH touched AS (
       SELECT id, row_id FROM changes INDEXED BY named_rows_made
       WHERE before IS NULL AND table_name = '${table}'
         AND table_name IN ('codes', 'categories', 'themes', 'transcripts', 'participants', 'speakers')
       UNION ALL
       SELECT changes.id, changes.row_id FROM steps
       CROSS JOIN changes ON changes.id BETWEEN steps.first_change AND steps.last_change
       WHERE instr(',' || steps.tables || ',', ',${table},') > 0 AND steps.label <> 'transcripts.import'
         AND changes.table_name = '${table}' AND changes.after IS NULL),
     latest AS (
       SELECT max(id) AS id FROM touched
       WHERE row_id NOT IN (SELECT id FROM ${table}) GROUP BY row_id)
     SELECT changes.row_id AS id, coalesce(before, after) ->> '${column}' AS name,
       coalesce(undone_at, created_at) AS removedAt, first_change AS first, last_change AS last
     FROM latest JOIN changes ON changes.id = latest.id JOIN steps ON steps.seq = changes.step
     ORDER BY latest.id DESC`,
  );
}

/** Transcripts whose words undo or redo could still bring back, the latest first. */
export function removedTranscripts(
  project: ReadableProject,
): readonly RemovedTranscript[] {
  return removedRows<TranscriptId>(project, 'transcripts', 'name').map(
    ({ id, name, removedAt, first, last }) => ({
      id,
      name,
      removedAt,
      turns:
        project.get<{ n: number }>(
          `SELECT count(*) AS n FROM changes WHERE id BETWEEN :first AND :last
             AND table_name = 'turns' AND coalesce(before, after) ->> 'transcript_id' = :id`,
          { first, last, id },
        )?.n ?? 0,
    }),
  );
}

/** Speakers that were the participant's until that step, and nobody's since. */
function speakersLeftBy(
  project: ReadableProject,
  { id, first, last }: RemovedRow<ParticipantId>,
): readonly SpeakerId[] {
  return project
    .all<{ id: SpeakerId }>(
      `SELECT DISTINCT speakers.id FROM changes JOIN speakers ON speakers.id = changes.row_id
       WHERE changes.id BETWEEN :first AND :last AND table_name = 'speakers'
         AND before ->> 'participant_id' = :id AND speakers.participant_id IS NULL
         AND speakers.role = 'participant'`,
      { first, last, id },
    )
    .map((speaker) => speaker.id);
}

/** Whose words erasing a participant erases: those who are the participant, or were until it was removed. */
export function speakersOfParticipant(
  project: ReadableProject,
  id: ParticipantId,
): readonly SpeakerId[] {
  const speakers = project.all<{ id: SpeakerId }>(
    'SELECT id FROM speakers WHERE participant_id = :id',
    { id },
  );
  const removed = removedRows<ParticipantId>(project, 'participants', 'pseudonym').find(
    (row) => row.id === id,
  );
  return removed ? speakersLeftBy(project, removed) : speakers.map((row) => row.id);
}

/** Participants who are gone but for the history, with what they said that still stands; the latest first. */
export function removedParticipants(
  project: ReadableProject,
): readonly RemovedParticipant[] {
  return removedRows<ParticipantId>(project, 'participants', 'pseudonym').map((row) => {
    const said = project.get<{ turns: number; units: number }>(
      `SELECT count(DISTINCT turns.id) AS turns, count(DISTINCT spans.unit_id) AS units
       FROM turns LEFT JOIN spans ON spans.turn_id = turns.id
       WHERE turns.speaker_id IN (SELECT value FROM json_each(:speakers))`,
      { speakers: idList(speakersLeftBy(project, row)) },
    );
    return {
      id: row.id,
      pseudonym: row.name,
      removedAt: row.removedAt,
      turns: said?.turns ?? 0,
      units: said?.units ?? 0,
    };
  });
}
