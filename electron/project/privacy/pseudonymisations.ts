import type { Api } from '../../../shared/api.ts';
import type { ParsedOf } from '../../../shared/contract.ts';
import { newId, type WritableProject } from '../handle.ts';
import { rowThatIsThere } from '../rows.ts';

/** Somebody has decided on everything in the transcript that may point a person out; said anew, it is of the new day. */
export function markPseudonymised(
  project: WritableProject,
  { transcriptId, date }: ParsedOf<Api['transcripts.markPseudonymised']>,
): void {
  rowThatIsThere(project, 'SELECT 1 FROM transcripts WHERE id = :transcriptId', {
    transcriptId,
  });
  project.run('DELETE FROM pseudonymisations WHERE transcript_id = :transcriptId', {
    transcriptId,
  });
  project.run(
    `INSERT INTO pseudonymisations (id, transcript_id, date, analyst_id, created_at)
     VALUES (:id, :transcriptId, :date, :analystId, :now)`,
    {
      id: newId(),
      transcriptId,
      date,
      analystId: project.analystId,
      now: project.now,
    },
  );
  project.describe({ transcript: transcriptId });
}

export function unmarkPseudonymised(
  project: WritableProject,
  { transcriptId }: ParsedOf<Api['transcripts.unmarkPseudonymised']>,
): void {
  rowThatIsThere(
    project,
    'SELECT 1 FROM pseudonymisations WHERE transcript_id = :transcriptId',
    { transcriptId },
  );
  project.run('DELETE FROM pseudonymisations WHERE transcript_id = :transcriptId', {
    transcriptId,
  });
  project.describe({ transcript: transcriptId });
}
