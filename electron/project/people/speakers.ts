import { generateKeyBetween } from 'fractional-indexing';

import type { SpeakerId, TranscriptId } from '../../../shared/domain/ids.ts';
import { Refusal } from '../../../shared/errors.ts';
import { proposeRole } from '../../../shared/text/proposeRoles.ts';
import { newId, type WritableProject } from '../handle.ts';
import { newParticipantFor } from './participants.ts';

export type SpeakerChoice =
  { readonly speakerId: SpeakerId | null } | { readonly label: string };

interface SpeakerRow {
  readonly id: SpeakerId;
  readonly label: string;
  readonly position: string;
}

function addSpeaker(
  project: WritableProject,
  transcriptId: TranscriptId,
  given: { readonly label: string; readonly others: readonly SpeakerRow[] },
): SpeakerId {
  const { label, others } = given;
  const id = newId<SpeakerId>();
  const role = proposeRole(
    label,
    others.map((speaker) => speaker.label),
  );
  const transcript = project.get<{ name: string }>(
    'SELECT name FROM transcripts WHERE id = :transcriptId',
    { transcriptId },
  );
  project.run(
    `INSERT INTO speakers (id, transcript_id, position, label, role, participant_id)
     VALUES (:id, :transcriptId, :position, :label, :role, :participantId)`,
    {
      id,
      transcriptId,
      position: generateKeyBetween(others.at(-1)?.position ?? null, null),
      label,
      role,
      participantId:
        role === 'participant'
          ? newParticipantFor(project, label, transcript?.name ?? '')
          : null,
    },
  );
  return id;
}

/** The chosen speaker of the transcript; a label that nobody has there gets a speaker, as at import. */
export function speakerIn(
  project: WritableProject,
  transcriptId: TranscriptId,
  choice: SpeakerChoice,
): SpeakerId | null {
  const others = project.all<SpeakerRow>(
    'SELECT id, label, position FROM speakers WHERE transcript_id = :transcriptId ORDER BY position',
    { transcriptId },
  );
  if ('label' in choice) {
    const { label } = choice;
    const known = others.find((speaker) => speaker.label === label);
    return known?.id ?? addSpeaker(project, transcriptId, { label, others });
  }
  const { speakerId } = choice;
  if (speakerId !== null && !others.some(({ id }) => id === speakerId))
    throw new Refusal('gone');
  return speakerId;
}
