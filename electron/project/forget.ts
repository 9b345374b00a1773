import type { Database } from 'better-sqlite3';

import type { AnalystId, ParticipantId, TranscriptId } from '../../shared/domain/ids.ts';
import { Refusal } from '../../shared/errors.ts';
import {
  idList,
  newId,
  readable,
  type ReadableProject,
  type SqlParams,
} from './handle.ts';
import {
  removedParticipants,
  removedTranscripts,
  speakersOfParticipant,
} from './removed.ts';

export type Forgettable =
  | { readonly noun: 'transcript'; readonly id: TranscriptId }
  | {
      readonly noun: 'participant';
      readonly id: ParticipantId;
      /** What stands where a turn was, so that the talk of a group can still be followed; absent: the turns go. */
      readonly placeholder?: string | undefined;
    }
  /** Words that were replaced: no row but what is remembered of words that stand nowhere (ids as JSON). */
  | { readonly noun: 'identifier'; readonly left: string };

type Named = Exclude<Forgettable, { noun: 'identifier' }>;

function nameInHistory(project: ReadableProject, thing: Named): string | undefined {
  return thing.noun === 'transcript'
    ? removedTranscripts(project).find(({ id }) => id === thing.id)?.name
    : removedParticipants(project).find(({ id }) => id === thing.id)?.pseudonym;
}

/** What the person must type to erase it; also of a thing that is only in the history. */
export function nameToType(db: Database, thing: Named): string {
  const sql =
    thing.noun === 'transcript'
      ? 'SELECT name FROM transcripts WHERE id = :id'
      : 'SELECT pseudonym AS name FROM participants WHERE id = :id';
  const project = readable(db);
  const name =
    project.get<{ name: string }>(sql, { id: thing.id })?.name ??
    nameInHistory(project, thing);
  if (name === undefined) throw new Refusal('gone');
  return name;
}

const forgetOldWords = [
  'DELETE FROM left_words WHERE id IN (SELECT value FROM json_each(:left))',
];

const forgetTranscript = ['DELETE FROM transcripts WHERE id = :id'];

/** Everything a person said, every unit that holds any of it, and whatever was noted of the reading. */
const forgetParticipant = [
  `UPDATE import_reports SET changes = '[]', warnings = '[]' WHERE transcript_id IN (
     SELECT transcript_id FROM speakers WHERE id IN (SELECT value FROM json_each(:speakers)))`,
  `DELETE FROM meaning_units WHERE id IN (
     SELECT spans.unit_id FROM spans JOIN turns ON turns.id = spans.turn_id
     WHERE turns.speaker_id IN (SELECT value FROM json_each(:speakers)) AND spans."end" > spans.start
     UNION SELECT unit_id FROM review_spans
     WHERE speaker_id IN (SELECT value FROM json_each(:speakers)))`,
  // Somebody else's words that are gone left their place in a turn that is to be erased.
  `UPDATE spans SET start = 0, "end" = 0, text = '', before = '', after = '', turn_id = coalesce((
     SELECT other.id FROM turns AS here JOIN turns AS other ON other.transcript_id = here.transcript_id
     WHERE here.id = spans.turn_id
       AND (other.speaker_id IS NULL OR other.speaker_id NOT IN (SELECT value FROM json_each(:speakers)))
     ORDER BY other.position LIMIT 1), turn_id)
   WHERE turn_id IN (
     SELECT id FROM turns WHERE speaker_id IN (SELECT value FROM json_each(:speakers)))`,
  `DELETE FROM set_asides WHERE turn_id IN (
     SELECT id FROM turns WHERE speaker_id IN (SELECT value FROM json_each(:speakers)))`,
  `DELETE FROM turns
   WHERE :placeholder IS NULL AND speaker_id IN (SELECT value FROM json_each(:speakers))`,
  `UPDATE turns SET text = :placeholder
   WHERE speaker_id IN (SELECT value FROM json_each(:speakers))`,
  'DELETE FROM speakers WHERE id IN (SELECT value FROM json_each(:speakers))',
  'DELETE FROM participants WHERE id = :id',
];

function rowsOf(
  project: ReadableProject,
  thing: Forgettable,
): { readonly sqls: readonly string[]; readonly params: SqlParams } {
  if (thing.noun === 'identifier')
    return { sqls: forgetOldWords, params: { left: thing.left } };
  if (thing.noun === 'transcript')
    return { sqls: forgetTranscript, params: { id: thing.id } };
  const speakers = idList(speakersOfParticipant(project, thing.id));
  const placeholder = thing.placeholder ?? null;
  return { sqls: forgetParticipant, params: { id: thing.id, speakers, placeholder } };
}

/**
 * Erases for good: the rows, every logged change until now (undo could not pass this point anyway), and the free
 * pages of file and log. Labels, times and ids of earlier steps survive. Runs outside a transaction, since VACUUM
 * must (docs/decisions/0003).
 */
export function forget(
  db: Database,
  thing: Forgettable,
  analystId: AnalystId | null,
): number {
  const project = readable(db);
  const { statement } = project;
  let seq = 0;
  db.transaction(() => {
    const { sqls, params } = rowsOf(project, thing);
    for (const sql of sqls) statement(sql).run(params);
    statement('DELETE FROM changes').run({});
    statement('UPDATE steps SET first_change = 1, last_change = 0').run({});
    statement("UPDATE steps SET state = 'overtaken' WHERE state = 'undone'").run({});
    const { lastInsertRowid } = statement(
      `INSERT INTO steps (id, label, params, tables, first_change, last_change, analyst_id, created_at, state, is_wall)
       VALUES (:id, :label, '{}', '', 1, 0, :analystId, :now, 'done', 1)`,
    ).run({
      id: newId(),
      label: `${thing.noun}s.forget`,
      analystId,
      now: new Date().toISOString(),
    });
    seq = Number(lastInsertRowid);
  }).immediate();
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.exec('VACUUM');
  db.pragma('wal_checkpoint(TRUNCATE)');
  return seq;
}
