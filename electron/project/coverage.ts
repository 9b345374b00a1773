import type { Api } from '../../shared/api.ts';
import type { ParsedOf } from '../../shared/contract.ts';
import { Refusal } from '../../shared/errors.ts';
import { newId, type WritableProject } from './handle.ts';
import { transcripts } from './transcripts.ts';

/** Notes that every participant's turn of the transcript was read again, and marked or set aside. */
export function passCoverage(
  project: WritableProject,
  { transcriptId }: ParsedOf<Api['transcripts.passCoverage']>,
): void {
  const transcript = transcripts(project).find(({ id }) => id === transcriptId);
  if (!transcript) throw new Refusal('gone');
  const { name, turnsLeft, turns } = transcript;
  if (turnsLeft > 0)
    throw new Refusal('coverage.turnsLeft', { count: turnsLeft, transcript: name });
  project.run(
    `INSERT INTO coverage_passes (id, transcript_id, turns, analyst_id, created_at)
     VALUES (:id, :transcriptId, :turns, :analystId, :now)`,
    {
      id: newId(),
      transcriptId,
      turns,
      analystId: project.analystId,
      now: project.now,
    },
  );
  project.describe({ transcript: transcriptId });
}
