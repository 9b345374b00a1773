import type { TranscriptId, TurnId } from '../../../shared/domain/ids.ts';
import type { ReadableProject, WritableProject } from '../handle.ts';
import { setTurnsAside } from '../transcripts.ts';

/** Every pseudonym that somebody has. */
export function pseudonymsTaken(project: ReadableProject): ReadonlySet<string> {
  const rows = project.all<{ pseudonym: string }>('SELECT pseudonym FROM participants');
  return new Set(rows.map(({ pseudonym }) => pseudonym));
}

/** Sets turns of a transcript aside by their places from 0, in the order they stand. */
export function setAnswersAside(
  project: WritableProject,
  transcriptId: TranscriptId,
  { places, reason }: { readonly places: readonly number[]; readonly reason: string },
): void {
  const turns = project.all<{ id: TurnId }>(
    'SELECT id FROM turns WHERE transcript_id = :transcriptId ORDER BY position',
    { transcriptId },
  );
  const turnIds = places.flatMap((at) => turns[at]?.id ?? []);
  if (turnIds.length > 0) setTurnsAside(project, { turnIds, reason });
}
