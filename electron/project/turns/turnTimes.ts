import type { Api } from '../../../shared/api.ts';
import type { ParsedOf } from '../../../shared/contract.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { WritableProject } from '../handle.ts';
import { rowThatIsThere } from '../rows.ts';

/** The end of a turn, in milliseconds of the sound; none when it would come before the beginning. */
export function endAfter(startMs: number | null, endMs: number | null): number | null {
  return startMs !== null && endMs !== null && endMs < startMs ? null : endMs;
}

/** Says when a turn begins, or that it is not known; an end that would come before the beginning goes. */
export function setTurnTime(
  project: WritableProject,
  input: ParsedOf<Api['turns.setTime']>,
): void {
  const { turnId, startMs } = input;
  const { label } = rowThatIsThere<{ label: string }>(
    project,
    'SELECT label FROM turns WHERE id = :turnId',
    { turnId },
  );
  project.describe({ turn: label });
  project.run(
    `UPDATE turns SET start_ms = :startMs,
       end_ms = CASE WHEN :startMs IS NULL OR end_ms < :startMs THEN NULL ELSE end_ms END
     WHERE id = :turnId`,
    { turnId, startMs },
  );
}

/** Moves all times of a transcript by the same amount; refuses to move any to before the beginning. */
export function shiftTurnTimes(
  project: WritableProject,
  input: ParsedOf<Api['turns.shiftTimes']>,
): void {
  const { transcriptId, byMs } = input;
  rowThatIsThere(project, 'SELECT 1 FROM transcripts WHERE id = :transcriptId', {
    transcriptId,
  });
  const first = project.get<{ ms: number | null; label: string | null }>(
    `SELECT min(ms) AS ms, label FROM (
       SELECT start_ms AS ms, label FROM turns WHERE transcript_id = :transcriptId AND start_ms IS NOT NULL
       UNION ALL
       SELECT end_ms, label FROM turns WHERE transcript_id = :transcriptId AND end_ms IS NOT NULL)`,
    { transcriptId },
  );
  if (first?.ms === null || first === undefined) throw new Refusal('turn.noTimes');
  if (first.ms + byMs < 0)
    throw new Refusal(
      'turn.timeTooEarly',
      { turn: first.label ?? '', seconds: first.ms / 1000 },
      { where: first.label ?? '' },
    );
  project.describe({ transcript: transcriptId });
  project.run(
    `UPDATE turns SET start_ms = start_ms + :byMs, end_ms = end_ms + :byMs
     WHERE transcript_id = :transcriptId AND (start_ms IS NOT NULL OR end_ms IS NOT NULL)`,
    { transcriptId, byMs },
  );
}
