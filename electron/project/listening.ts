import type { Api, Output } from '../../shared/api.ts';
import type { ParsedOf } from '../../shared/contract.ts';
import type { TurnId } from '../../shared/domain/ids.ts';
import type { Verification } from '../../shared/domain/sound.ts';
import { Refusal } from '../../shared/errors.ts';
import { newId, type ReadableProject, type WritableProject } from './handle.ts';
import { rowThatIsThere } from './rows.ts';
import { soundOf } from './sounds.ts';

/** Steps that correct what was transcribed; each names its transcripts, which erasing something else leaves. */
const correcting = JSON.stringify([
  'turns.correct',
  'turns.split',
  'turns.merge',
  'turns.moveText',
  'turns.changeSpeaker',
  'turns.remove',
  'turns.insert',
  'turns.replaceAll',
  'transcripts.renew',
]);

/** How far the proof-listening of a transcript has come. */
export function listening(
  project: ReadableProject,
  input: ParsedOf<Api['listening.read']>,
): Output<'listening.read'> {
  const id = input.transcriptId;
  rowThatIsThere(project, 'SELECT 1 FROM transcripts WHERE id = :id', { id });
  const verified = project.get<Verification & { at: string }>(
    `SELECT date, analyst_id AS analystId, analysts.name AS analyst, analysts.initials, created_at AS at
     FROM verifications LEFT JOIN analysts ON analysts.id = analyst_id WHERE transcript_id = :id`,
    { id },
  );
  const corrected = project.get<{ n: number; later: number }>(
    `SELECT count(*) AS n, coalesce(sum(created_at > :since), 0) AS later FROM steps
     WHERE state = 'done' AND label IN (SELECT value FROM json_each(:correcting))
       AND instr(params ->> 'transcripts', :id) > 0`,
    { id, correcting, since: verified?.at ?? '' },
  );
  const sound = soundOf(project, id);
  return {
    sound: sound && {
      id: sound.id,
      fileName: sound.fileName,
      mediaType: sound.mediaType,
      bytes: sound.bytes,
      sha256: sound.sha256,
    },
    listened: project
      .all<{ id: TurnId }>(
        `SELECT turns.id FROM listened_turns JOIN turns ON turns.id = turn_id
         WHERE transcript_id = :id ORDER BY position`,
        { id },
      )
      .map((turn) => turn.id),
    verified: verified
      ? {
          date: verified.date,
          analystId: verified.analystId,
          analyst: verified.analyst,
          initials: verified.initials,
        }
      : null,
    corrections: corrected?.n ?? 0,
    correctionsSince: verified ? (corrected?.later ?? 0) : 0,
  };
}

const labelOf = (project: ReadableProject, turnId: TurnId | undefined) =>
  rowThatIsThere<{ label: string }>(
    project,
    'SELECT label FROM turns WHERE id = :turnId',
    { turnId: turnId ?? '' },
  ).label;

/** Notes that turns have been listened through; one that had been keeps who did it and when. */
export function markListened(
  project: WritableProject,
  input: ParsedOf<Api['turns.listened']>,
): void {
  for (const turnId of input.turnIds) {
    rowThatIsThere(project, 'SELECT 1 FROM turns WHERE id = :turnId', { turnId });
    project.run(
      `INSERT INTO listened_turns (id, turn_id, analyst_id, created_at)
       VALUES (:id, :turnId, :analystId, :now) ON CONFLICT (turn_id) DO NOTHING`,
      { id: newId(), turnId, analystId: project.analystId, now: project.now },
    );
  }
  project.describe({
    turn: labelOf(project, input.turnIds[0]),
    count: input.turnIds.length,
  });
}

export function markNotListened(
  project: WritableProject,
  input: ParsedOf<Api['turns.notListened']>,
): void {
  for (const turnId of input.turnIds)
    project.run('DELETE FROM listened_turns WHERE turn_id = :turnId', { turnId });
  project.describe({
    turn: labelOf(project, input.turnIds[0]),
    count: input.turnIds.length,
  });
}

/** Vouches for a transcript anew; who did it before and when is in the history. */
export function verifyTranscript(
  project: WritableProject,
  input: ParsedOf<Api['transcripts.verify']>,
): void {
  const { transcriptId, date } = input;
  const analystId = input.analystId ?? project.analystId;
  rowThatIsThere(project, 'SELECT 1 FROM transcripts WHERE id = :transcriptId', {
    transcriptId,
  });
  if (
    analystId !== null &&
    !project.get('SELECT 1 FROM analysts WHERE id = :analystId', { analystId })
  )
    throw new Refusal('gone');
  project.describe({ transcript: transcriptId });
  project.run('DELETE FROM verifications WHERE transcript_id = :transcriptId', {
    transcriptId,
  });
  project.run(
    `INSERT INTO verifications (id, transcript_id, date, analyst_id, created_at)
     VALUES (:id, :transcriptId, :date, :analystId, :now)`,
    { id: newId(), transcriptId, date, analystId, now: project.now },
  );
}

export function unverifyTranscript(
  project: WritableProject,
  input: ParsedOf<Api['transcripts.unverify']>,
): void {
  const { transcriptId } = input;
  rowThatIsThere(
    project,
    'SELECT 1 FROM verifications WHERE transcript_id = :transcriptId',
    { transcriptId },
  );
  project.describe({ transcript: transcriptId });
  project.run('DELETE FROM verifications WHERE transcript_id = :transcriptId', {
    transcriptId,
  });
}
