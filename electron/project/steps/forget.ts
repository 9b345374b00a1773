import type { Database } from 'better-sqlite3';

import type {
  AnalystId,
  ParticipantId,
  SpeakerId,
  TranscriptId,
} from '../../../shared/domain/ids.ts';
import { Refusal } from '../../../shared/errors.ts';
import { bordersPassedOnSql } from '../questions/bordersKept.ts';
import { wordsIn, type Language } from '../../../shared/words/words.ts';
import {
  idList,
  newId,
  readable,
  type ReadableProject,
  type SqlParams,
} from '../handle.ts';
import {
  removedParticipants,
  removedTranscripts,
  speakersOfParticipant,
} from './removed.ts';
import { emptySearchIndex } from '../search/searchIndex.ts';

export type Forgettable =
  | { readonly noun: 'transcript'; readonly id: TranscriptId }
  | {
      readonly noun: 'participant';
      readonly id: ParticipantId;
      /** `words` leaves the participant and turns that say that something was taken away. */
      readonly what?: 'everything' | 'words';
      /** Only what was said in transcripts of that day or later. */
      readonly from?: string | undefined;
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

const isOfSpeakers = `(speaker_id IN (SELECT value FROM json_each(:speakers)) OR EXISTS (
  SELECT 1 FROM turns WHERE turns.speaker_id IN (SELECT value FROM json_each(:speakers))
    AND instr(turns.text, waiting_parts.sign) > 0))`;

/** Everything a person said, every unit that holds any of it, and whatever was noted of the reading. */
const forgetParticipant = [
  `UPDATE import_reports SET changes = '[]', warnings = '[]' WHERE transcript_id IN (
     SELECT transcript_id FROM speakers WHERE id IN (SELECT value FROM json_each(:speakers)))`,
  `DELETE FROM meaning_units WHERE id IN (
     SELECT spans.unit_id FROM spans JOIN turns ON turns.id = spans.turn_id
     WHERE turns.speaker_id IN (SELECT value FROM json_each(:speakers)) AND spans."end" > spans.start
     UNION SELECT unit_id FROM review_spans
     WHERE speaker_id IN (SELECT value FROM json_each(:speakers))
     UNION SELECT unit_id FROM waiting_units
     WHERE part_id IN (SELECT id FROM waiting_parts WHERE ${isOfSpeakers}))`,
  // Words of hers that waited; units that waited with nothing else come back.
  `UPDATE meaning_units SET status = (
     SELECT was_status FROM waiting_units WHERE unit_id = meaning_units.id LIMIT 1)
   WHERE id IN (SELECT unit_id FROM waiting_units)`,
  `DELETE FROM waiting_parts WHERE ${isOfSpeakers}`,
  'DELETE FROM waiting_passages WHERE id NOT IN (SELECT passage_id FROM waiting_parts)',
  `UPDATE meaning_units SET status = 'retired' WHERE id IN (SELECT unit_id FROM waiting_units)`,
  // Recordings are often called after who speaks.
  ...['sounds', 'import_reports'].map(
    (table) => `UPDATE ${table} SET file_name = (
       SELECT name FROM transcripts WHERE transcripts.id = transcript_id)
     WHERE transcript_id IN (
       SELECT transcript_id FROM speakers WHERE id IN (SELECT value FROM json_each(:speakers)))`,
  ),
  // Somebody else's words that are gone left their place in a turn that is to be erased.
  `UPDATE spans SET start = 0, "end" = 0, text = '', before = '', after = '', turn_id = coalesce((
     SELECT other.id FROM turns AS here JOIN turns AS other ON other.transcript_id = here.transcript_id
     WHERE here.id = spans.turn_id
       AND (other.speaker_id IS NULL OR other.speaker_id NOT IN (SELECT value FROM json_each(:speakers)))
     ORDER BY other.position LIMIT 1), turn_id)
   WHERE turn_id IN (
     SELECT id FROM turns WHERE speaker_id IN (SELECT value FROM json_each(:speakers)))`,
  ...bordersPassedOnSql(
    'SELECT id FROM turns WHERE speaker_id IN (SELECT value FROM json_each(:speakers))',
  ),
  'DELETE FROM turns WHERE speaker_id IN (SELECT value FROM json_each(:speakers))',
  'DELETE FROM speakers WHERE id IN (SELECT value FROM json_each(:speakers))',
  'DELETE FROM participants WHERE id = :id',
];

const untilTurns = forgetParticipant.slice(
  0,
  forgetParticipant.findIndex((sql) => sql.startsWith('UPDATE spans')),
);

/** What a person said becomes a turn that says so: the talk stays readable, and how often she spoke can be counted. */
const forgetWords = [
  ...untilTurns,
  `UPDATE spans SET start = 0, "end" = 0, text = '', before = '', after = '' WHERE turn_id IN (
     SELECT id FROM turns WHERE speaker_id IN (SELECT value FROM json_each(:speakers)))`,
  // A reason is the analyst's words, but may say what the turn was about.
  `UPDATE set_asides SET reason = '' WHERE turn_id IN (
     SELECT id FROM turns WHERE speaker_id IN (SELECT value FROM json_each(:speakers)))`,
  `UPDATE turns SET text = :stub WHERE speaker_id IN (SELECT value FROM json_each(:speakers))`,
];

function speakersFrom(
  project: ReadableProject,
  speakers: readonly SpeakerId[],
  from: string | undefined,
): readonly SpeakerId[] {
  if (from === undefined) return speakers;
  return project
    .all<{ id: SpeakerId }>(
      `SELECT speakers.id FROM speakers JOIN transcripts ON transcripts.id = transcript_id
       WHERE speakers.id IN (SELECT value FROM json_each(:speakers)) AND date >= :from`,
      { speakers: idList(speakers), from },
    )
    .map(({ id }) => id);
}

function stubOf(project: ReadableProject): string {
  const row = project.get<{ language: Language }>('SELECT language FROM project');
  return wordsIn(row?.language ?? 'sv')('people.stub');
}

function rowsOf(
  project: ReadableProject,
  thing: Forgettable,
): { readonly sqls: readonly string[]; readonly params: SqlParams } {
  if (thing.noun === 'identifier')
    return { sqls: forgetOldWords, params: { left: thing.left } };
  if (thing.noun === 'transcript')
    return { sqls: forgetTranscript, params: { id: thing.id } };
  const all = speakersOfParticipant(project, thing.id);
  if ((thing.what ?? 'everything') === 'everything')
    return { sqls: forgetParticipant, params: { id: thing.id, speakers: idList(all) } };
  const speakers = idList(speakersFrom(project, all, thing.from));
  return { sqls: forgetWords, params: { speakers, stub: stubOf(project) } };
}

const labelOf = (thing: Forgettable): string =>
  thing.noun === 'participant' && thing.what === 'words'
    ? 'participants.forgetWords'
    : `${thing.noun}s.forget`;

/**
 * Erases for good: the rows, every logged change until now (undo could not pass this point anyway), what search has
 * of them, and the free pages of file and log. Labels, times and ids of earlier steps survive. Runs outside a transaction, since VACUUM
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
    emptySearchIndex(project);
    statement('DELETE FROM changes').run({});
    statement('UPDATE steps SET first_change = 1, last_change = 0').run({});
    statement("UPDATE steps SET state = 'overtaken' WHERE state = 'undone'").run({});
    const { lastInsertRowid } = statement(
      `INSERT INTO steps (id, label, params, tables, first_change, last_change, analyst_id, created_at, state, is_wall)
       VALUES (:id, :label, '{}', '', 1, 0, :analystId, :now, 'done', 1)`,
    ).run({
      id: newId(),
      label: labelOf(thing),
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
