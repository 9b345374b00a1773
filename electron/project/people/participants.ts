import type { Api, Output } from '../../../shared/api.ts';
import type { ParsedOf } from '../../../shared/contract.ts';
import type { ParticipantId } from '../../../shared/domain/ids.ts';
import { Refusal } from '../../../shared/errors.ts';
import { countWords } from '../../../shared/text/countWords.ts';
import { newId, type ReadableProject, type WritableProject } from '../handle.ts';
import { positionAtEnd, rowThatIsThere } from '../rows.ts';
import { byName } from '../../../shared/text/inOrder.ts';

type ParticipantRow = Omit<Output<'participants.list'>[number], 'words'>;

/** Everybody by pseudonym, with how much each has said. */
export function participants(project: ReadableProject): Output<'participants.list'> {
  const words = new Map<string, number>();
  for (const turn of project.all<{ participant: string; text: string }>(
    `SELECT speakers.participant_id AS participant, turns.text FROM turns
     JOIN speakers ON speakers.id = turns.speaker_id WHERE speakers.participant_id IS NOT NULL`,
  )) {
    words.set(
      turn.participant,
      (words.get(turn.participant) ?? 0) + countWords(turn.text),
    );
  }
  return project
    .all<ParticipantRow>(
      `SELECT participants.id, participants.pseudonym,
         count(DISTINCT speakers.transcript_id) AS transcripts,
         count(DISTINCT turns.id) AS turns,
         (SELECT count(DISTINCT spans.unit_id) FROM spans
          JOIN turns AS said ON said.id = spans.turn_id JOIN speakers AS who ON who.id = said.speaker_id
          JOIN meaning_units ON meaning_units.id = spans.unit_id AND meaning_units.status = 'active'
          WHERE who.participant_id = participants.id AND spans."end" > spans.start) AS units
       FROM participants LEFT JOIN speakers ON speakers.participant_id = participants.id
       LEFT JOIN turns ON turns.speaker_id = speakers.id
       GROUP BY participants.id`,
    )
    .map((row) => ({ ...row, words: words.get(row.id) ?? 0 }))
    .toSorted((a, b) => byName(a.pseudonym, b.pseudonym));
}

function assertPseudonymIsFree(
  project: ReadableProject,
  pseudonym: string,
  except: string | null,
): void {
  const other = project.get(
    'SELECT 1 FROM participants WHERE pseudonym = :pseudonym AND id IS NOT :except',
    {
      pseudonym,
      except,
    },
  );
  if (other) throw new Refusal('participant.nameTaken', { name: pseudonym });
}

export function addParticipant(
  project: WritableProject,
  input: ParsedOf<Api['participants.add']>,
): { readonly id: ParticipantId } {
  assertPseudonymIsFree(project, input.pseudonym, null);
  const id = participantNamed(project, input.pseudonym);
  project.describe({ participant: id });
  return { id };
}

/**
 * A new participant for a label of a transcript. The same label in another transcript is another person until
 * somebody says otherwise: P1 of two focus groups are two people. A pseudonym that is taken gets the transcript's name.
 */
export function newParticipantFor(
  project: WritableProject,
  label: string,
  transcript: string,
): ParticipantId {
  const isTaken = (pseudonym: string) =>
    project.get('SELECT 1 FROM participants WHERE pseudonym = :pseudonym', {
      pseudonym,
    }) !== undefined;
  const own = isTaken(label) ? `${transcript}:${label}` : label;
  let free = own;
  for (let n = 2; isTaken(free); n += 1) free = `${own} ${n}`;
  return participantNamed(project, free);
}

/** The participant of that id, who must be there. */
export function knownParticipant(
  project: ReadableProject,
  id: ParticipantId,
): ParticipantId {
  rowThatIsThere(project, 'SELECT 1 FROM participants WHERE id = :id', { id });
  return id;
}

/** The participant with that pseudonym, made if there is none. */
export function participantNamed(
  project: WritableProject,
  pseudonym: string,
): ParticipantId {
  const known = project.get<{ id: ParticipantId }>(
    'SELECT id FROM participants WHERE pseudonym = :pseudonym',
    { pseudonym },
  );
  if (known) return known.id;
  const id = newId<ParticipantId>();
  project.run(
    'INSERT INTO participants (id, position, pseudonym) VALUES (:id, :position, :pseudonym)',
    {
      id,
      position: positionAtEnd(
        project,
        'SELECT max(position) AS position FROM participants',
      ),
      pseudonym,
    },
  );
  return id;
}

export function renameParticipant(
  project: WritableProject,
  input: ParsedOf<Api['participants.rename']>,
): void {
  assertPseudonymIsFree(project, input.pseudonym, input.participantId);
  const { changes } = project.run(
    'UPDATE participants SET pseudonym = :pseudonym WHERE id = :id',
    {
      id: input.participantId,
      pseudonym: input.pseudonym,
    },
  );
  if (changes === 0) throw new Refusal('gone');
  project.describe({ participant: input.participantId });
}

/** Takes the person away; what was said stays, by a speaker without participant. */
export function removeParticipant(
  project: WritableProject,
  input: ParsedOf<Api['participants.remove']>,
): void {
  rowThatIsThere(project, 'SELECT 1 FROM participants WHERE id = :id', {
    id: input.participantId,
  });
  project.describe({ participant: input.participantId });
  project.run('DELETE FROM participants WHERE id = :id', { id: input.participantId });
}

/** The labels that are heard in active units, each once, P2 before P10. */
export function speakersInUnits(project: ReadableProject): Output<'speakers.inUnits'> {
  const rows = project.all<{ label: string; units: number }>(
    `SELECT speakers.label, count(DISTINCT spans.unit_id) AS units
     FROM spans JOIN meaning_units ON meaning_units.id = spans.unit_id AND meaning_units.status = 'active'
     JOIN turns ON turns.id = spans.turn_id JOIN speakers ON speakers.id = turns.speaker_id
     WHERE spans."end" > spans.start
     GROUP BY speakers.label`,
  );
  return rows.toSorted((a, b) => byName(a.label, b.label));
}

/** Says who a speaker is: a role, and for participants a person, known or new. */
export function assignSpeaker(
  project: WritableProject,
  input: ParsedOf<Api['speakers.assign']>,
): void {
  const participantId =
    input.role !== 'participant'
      ? null
      : input.pseudonym === undefined
        ? input.participantId && knownParticipant(project, input.participantId)
        : participantNamed(project, input.pseudonym);
  const { changes } = project.run(
    'UPDATE speakers SET role = :role, participant_id = :participantId WHERE id = :id',
    { id: input.speakerId, role: input.role, participantId: participantId ?? null },
  );
  if (changes === 0) throw new Refusal('gone');
  project.describe({ speaker: input.speakerId });
}

export function renameSpeaker(
  project: WritableProject,
  input: ParsedOf<Api['speakers.rename']>,
): void {
  const { changes } = project.run('UPDATE speakers SET label = :label WHERE id = :id', {
    id: input.speakerId,
    label: input.label,
  });
  if (changes === 0) throw new Refusal('gone');
  project.describe({ speaker: input.speakerId });
}
