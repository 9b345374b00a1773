import type { Api, Output } from '../../../shared/api.ts';
import type { ParsedOf } from '../../../shared/contract.ts';
import type {
  ParticipantId,
  SpeakerId,
  TranscriptId,
} from '../../../shared/domain/ids.ts';
import type { SpeakerRole } from '../../../shared/domain/transcript.ts';
import { Refusal } from '../../../shared/errors.ts';
import { countWords } from '../../../shared/text/countWords.ts';
import { idList, type ReadableProject, type WritableProject } from '../handle.ts';
import { rowThatIsThere } from '../rows.ts';

interface AlikeRow {
  readonly speakerId: SpeakerId;
  readonly transcript: string;
  readonly label: string;
  readonly role: SpeakerRole;
  readonly participantId: ParticipantId | null;
  readonly pseudonym: string | null;
  readonly turns: number;
  readonly isTaken: number;
}

/** Whoever is the same participant or has the same label, transcript by transcript; the label alone proves nothing. */
export function speakersAlike(
  project: ReadableProject,
  input: ParsedOf<Api['speakers.alike']>,
): Output<'speakers.alike'> {
  const asked = rowThatIsThere<{
    label: string;
    role: SpeakerRole;
    participantId: ParticipantId | null;
  }>(
    project,
    'SELECT label, role, participant_id AS participantId FROM speakers WHERE id = :id',
    { id: input.speakerId },
  );
  const rows = project.all<AlikeRow>(
    `SELECT speakers.id AS speakerId, transcripts.name AS transcript, speakers.label, role,
       participant_id AS participantId, pseudonym,
       (SELECT count(*) FROM turns WHERE speaker_id = speakers.id) AS turns,
       EXISTS (SELECT 1 FROM speakers AS other WHERE other.transcript_id = speakers.transcript_id
         AND other.id <> speakers.id AND other.label = :wanted) AS isTaken
     FROM speakers JOIN transcripts ON transcripts.id = transcript_id
     LEFT JOIN participants ON participants.id = participant_id
     WHERE speakers.label = :label OR participant_id = :participantId
     ORDER BY transcripts.position, speakers.position`,
    { label: asked.label, participantId: asked.participantId, wanted: input.label },
  );
  const isSame = (row: AlikeRow) =>
    asked.participantId === null
      ? row.participantId === null && row.role === asked.role
      : row.participantId === asked.participantId;
  return rows.map((row) => ({
    speakerId: row.speakerId,
    transcript: row.transcript,
    label: row.label,
    role: row.role,
    pseudonym: row.pseudonym,
    turns: row.turns,
    isSame: isSame(row),
    isTaken: row.isTaken === 1,
  }));
}

/** One label for speakers of several transcripts, as one step; refused where somebody else there has it. */
export function renameSpeakersEverywhere(
  project: WritableProject,
  input: ParsedOf<Api['speakers.renameEverywhere']>,
): void {
  const ids = [...new Set(input.speakerIds)];
  for (const id of ids) {
    const { transcriptId } = rowThatIsThere<{ transcriptId: TranscriptId }>(
      project,
      'SELECT transcript_id AS transcriptId FROM speakers WHERE id = :id',
      { id },
    );
    const other = project.get<{ name: string }>(
      `SELECT transcripts.name FROM speakers JOIN transcripts ON transcripts.id = transcript_id
       WHERE transcript_id = :transcriptId AND label = :label AND speakers.id <> :id`,
      { transcriptId, label: input.label, id },
    );
    if (other)
      throw new Refusal('speaker.labelTaken', {
        label: input.label,
        transcript: other.name,
      });
    project.run('UPDATE speakers SET label = :label WHERE id = :id', {
      id,
      label: input.label,
    });
  }
  project.describe({ count: ids.length, speaker: ids[0] ?? null });
}

/** Where a participant speaks and how much, in the order of the transcripts. */
export function saidBy(
  project: ReadableProject,
  input: ParsedOf<Api['participants.said']>,
): Output<'participants.said'> {
  const rows = project.all<Omit<Output<'participants.said'>[number], 'words'>>(
    `SELECT speakers.id AS speakerId, transcript_id AS transcriptId, transcripts.name AS transcript,
       kind, date, label,
       (SELECT count(*) FROM turns WHERE speaker_id = speakers.id) AS turns,
       (SELECT count(DISTINCT spans.unit_id) FROM turns JOIN spans ON spans.turn_id = turns.id
        JOIN meaning_units ON meaning_units.id = spans.unit_id AND meaning_units.status = 'active'
        WHERE speaker_id = speakers.id AND spans."end" > spans.start) AS units
     FROM speakers JOIN transcripts ON transcripts.id = transcript_id
     WHERE participant_id = :id ORDER BY transcripts.position, speakers.position`,
    { id: input.participantId },
  );
  const words = new Map<SpeakerId, number>();
  for (const { id, text } of project.all<{ id: SpeakerId; text: string }>(
    `SELECT speaker_id AS id, text FROM turns
     WHERE speaker_id IN (SELECT value FROM json_each(:speakers))`,
    { speakers: idList(rows.map(({ speakerId }) => speakerId)) },
  ))
    words.set(id, (words.get(id) ?? 0) + countWords(text));
  return rows.map((row) => ({ ...row, words: words.get(row.speakerId) ?? 0 }));
}
