import type { CategoryId, CodeId } from '../../shared/domain/ids.ts';
import type { Support } from '../../shared/domain/code.ts';
import { lineageSql } from './categoryTree.ts';
import type { ReadableProject } from './handle.ts';

export const noSupport: Support = { units: 0, participants: 0, transcripts: 0 };

/** Who stands behind a unit; moderators, observers and interpreters are context, not support. */
const countsOfUnits = `count(DISTINCT units.key) AS units,
  count(DISTINCT coalesce(speakers.participant_id, speakers.id)) AS participants,
  count(DISTINCT units.transcript_id) AS transcripts`;

const unitsWithSpeakers = `JOIN meaning_units AS units ON units.id = codings.unit_id AND units.status = 'active'
  JOIN spans ON spans.unit_id = units.id
  JOIN turns ON turns.id = spans.turn_id
  LEFT JOIN speakers ON speakers.id = turns.speaker_id AND speakers.role = 'participant'`;

type SupportRow<Id> = Support & { readonly id: Id };

function byId<Id>(rows: readonly SupportRow<Id>[]): ReadonlyMap<Id, Support> {
  return new Map(rows.map(({ id, ...support }) => [id, support]));
}

/** What stands behind each code that is in use. */
export function supportOfCodes(project: ReadableProject): ReadonlyMap<CodeId, Support> {
  return byId(
    project.all<SupportRow<CodeId>>(
      `SELECT codings.code_id AS id, ${countsOfUnits}
       FROM codings ${unitsWithSpeakers} GROUP BY codings.code_id`,
    ),
  );
}

/** What stands behind each category with all that is under it, each unit once. */
export function supportOfCategories(
  project: ReadableProject,
): ReadonlyMap<CategoryId, Support> {
  return byId(
    project.all<SupportRow<CategoryId>>(
      `WITH RECURSIVE ${lineageSql}
       SELECT lineage.ancestor_id AS id, ${countsOfUnits}
       FROM lineage JOIN codes ON codes.category_id = lineage.category_id
       JOIN codings ON codings.code_id = codes.id ${unitsWithSpeakers}
       GROUP BY lineage.ancestor_id`,
    ),
  );
}
