import type { MeaningUnitId } from '../../../shared/domain/ids.ts';
import { idList, newId, type ReadableProject, type WritableProject } from '../handle.ts';
import { followsOn, spansOfUnits } from '../spans.ts';

export interface OldWords {
  readonly id: string;
  readonly unitId: MeaningUnitId;
  readonly turnLabel: string;
  readonly followsOn: number;
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

/** Keeps the words of units that come to be in doubt as they stand before the correction; those of units in doubt already are older and stay. */
export function keepOldWords(
  project: WritableProject,
  unitIds: readonly MeaningUnitId[],
): void {
  for (const [unitId, spans] of spansOfUnits(project, unitIds))
    for (const [position, span] of spans.entries()) {
      project.run(
        `INSERT INTO review_spans (id, unit_id, turn_id, speaker_id, position, turn_label, follows_on, text, before, after)
         SELECT :id, :unitId, id, speaker_id, :position, label, :followsOn, :text, :before, :after
         FROM turns WHERE id = :turnId`,
        {
          id: newId(),
          unitId,
          turnId: span.turnId,
          position,
          followsOn: Number(followsOn(span, spans[position - 1])),
          text: span.text,
          before: span.before,
          after: span.after,
        },
      );
    }
}

/** Takes a unit off the review list. */
export function settleUnit(project: WritableProject, unitId: MeaningUnitId): void {
  project.run('UPDATE meaning_units SET review_reason = NULL WHERE id = :unitId', {
    unitId,
  });
  project.run('DELETE FROM review_spans WHERE unit_id = :unitId', { unitId });
}

/** The words of units in doubt as they last stood, in the order of the text. */
export function oldWordsOf(
  project: ReadableProject,
  unitIds: readonly MeaningUnitId[],
): ReadonlyMap<MeaningUnitId, readonly OldWords[]> {
  const rows = project.all<OldWords>(
    `SELECT id, unit_id AS unitId, turn_label AS turnLabel, follows_on AS followsOn, text, before, after
     FROM review_spans WHERE unit_id IN (SELECT value FROM json_each(:ids)) ORDER BY unit_id, position`,
    { ids: idList(unitIds) },
  );
  return Map.groupBy(rows, (row) => row.unitId);
}

/** Units in doubt whose spans read again as they did before are in doubt no longer. */
export function settleRestored(
  project: WritableProject,
  unitIds: readonly MeaningUnitId[],
): void {
  const spans = spansOfUnits(project, unitIds);
  for (const [unitId, old] of oldWordsOf(project, unitIds)) {
    const now = spans.get(unitId) ?? [];
    const isSame =
      now.length === old.length && now.every((span, at) => span.text === old[at]!.text);
    if (isSame) settleUnit(project, unitId);
  }
}
