import type { Database } from 'better-sqlite3';

import type { Api, Output } from '../../shared/api.ts';
import type { ParsedOf } from '../../shared/contract.ts';
import type { SoundId, TranscriptId } from '../../shared/domain/ids.ts';
import type { Sound } from '../../shared/domain/sound.ts';
import { newId, readable, type ReadableProject, type WritableProject } from './handle.ts';
import { rowThatIsThere } from './rows.ts';

/** A recording with what it is known again by. */
export interface LinkedSound extends Sound {
  readonly transcriptId: TranscriptId;
  readonly fingerprint: string;
}

const columns = `id, transcript_id AS transcriptId, file_name AS fileName, media_type AS mediaType, bytes,
  fingerprint, sha256`;

/** The recording with that id, or the refusal `gone` where it has been unlinked. */
export function linkedSound(project: ReadableProject, id: SoundId): LinkedSound {
  return rowThatIsThere<LinkedSound>(
    project,
    `SELECT ${columns} FROM sounds WHERE id = :id`,
    { id },
  );
}

/** The recordings of all transcripts. */
export function linkedSounds(project: ReadableProject): readonly LinkedSound[] {
  return project.all<LinkedSound>(`SELECT ${columns} FROM sounds`);
}

/** The recording of a transcript; null without one. */
export function soundOf(
  project: ReadableProject,
  transcriptId: TranscriptId,
): LinkedSound | null {
  return (
    project.get<LinkedSound>(`SELECT ${columns} FROM sounds WHERE transcript_id = :id`, {
      id: transcriptId,
    }) ?? null
  );
}

/** Every recording that a transcript has or had, as far as the log goes. */
export function fingerprintsOf(
  project: ReadableProject,
  transcriptId: TranscriptId,
): readonly string[] {
  return project
    .all<{ fingerprint: string }>(
      `SELECT fingerprint FROM sounds WHERE transcript_id = :id
       UNION
       SELECT coalesce(before, after) ->> 'fingerprint' FROM steps
       CROSS JOIN changes ON changes.id BETWEEN steps.first_change AND steps.last_change
       WHERE instr(',' || steps.tables || ',', ',sounds,') > 0 AND changes.table_name = 'sounds'
         AND coalesce(before, after) ->> 'transcript_id' = :id`,
      { id: transcriptId },
    )
    .map((row) => row.fingerprint);
}

/** Whether any transcript of the project is of that recording. */
export function isLinked(project: ReadableProject, fingerprint: string): boolean {
  return (
    project.get('SELECT 1 FROM sounds WHERE fingerprint = :fingerprint', {
      fingerprint,
    }) !== undefined
  );
}

/** Says which recording a transcript is of. The same one under the same name changes nothing. */
export function attachSound(
  project: WritableProject,
  input: ParsedOf<Api['sounds.attach']>,
): Output<'sounds.attach'> {
  const { transcriptId, ...file } = input;
  rowThatIsThere(project, 'SELECT 1 FROM transcripts WHERE id = :transcriptId', {
    transcriptId,
  });
  const before = soundOf(project, transcriptId);
  project.describe({ transcript: transcriptId });
  if (before?.fingerprint === file.fingerprint) {
    project.run('UPDATE sounds SET file_name = :fileName WHERE id = :id', {
      id: before.id,
      fileName: file.fileName,
    });
    return { soundId: before.id };
  }
  const soundId = newId<SoundId>();
  project.run('DELETE FROM sounds WHERE transcript_id = :transcriptId', { transcriptId });
  project.run(
    `INSERT INTO sounds (id, transcript_id, file_name, media_type, bytes, fingerprint, sha256)
     VALUES (:soundId, :transcriptId, :fileName, :mediaType, :bytes, :fingerprint, :sha256)`,
    { soundId, transcriptId, ...file },
  );
  return { soundId };
}

/** Lets go of the recording; the file itself is nowhere touched. */
export function unlinkSound(
  project: WritableProject,
  input: ParsedOf<Api['sounds.unlink']>,
): void {
  const { transcriptId } = input;
  rowThatIsThere(project, 'SELECT 1 FROM sounds WHERE transcript_id = :transcriptId', {
    transcriptId,
  });
  project.describe({ transcript: transcriptId });
  project.run('DELETE FROM sounds WHERE transcript_id = :transcriptId', { transcriptId });
}

/**
 * Notes the checksum of a whole recording, in its row and in every row of the log that is about the same file: it was
 * true of the file from the start, so undo and redo lead to rows that have it. No step, since nobody did anything.
 */
export function noteChecksum(
  db: Database,
  { fingerprint, sha256 }: { readonly fingerprint: string; readonly sha256: string },
): void {
  const { statement } = readable(db);
  const known = { fingerprint, sha256 };
  db.transaction(() => {
    statement(
      'UPDATE sounds SET sha256 = :sha256 WHERE fingerprint = :fingerprint AND sha256 IS NULL',
    ).run(known);
    for (const side of ['before', 'after'])
      statement(
        `UPDATE changes SET ${side} = json_set(${side}, '$.sha256', :sha256)
         WHERE id IN (
           SELECT changes.id FROM steps
           CROSS JOIN changes ON changes.id BETWEEN steps.first_change AND steps.last_change
           WHERE instr(',' || steps.tables || ',', ',sounds,') > 0 AND changes.table_name = 'sounds'
             AND ${side} ->> 'fingerprint' = :fingerprint AND ${side} ->> 'sha256' IS NULL)`,
      ).run(known);
  }).immediate();
}
