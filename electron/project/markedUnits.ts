import type { Api, Output } from '../../shared/api.ts';
import type { ParsedOf } from '../../shared/contract.ts';
import type {
  CodeId,
  MeaningUnitId,
  TranscriptId,
  TurnId,
} from '../../shared/domain/ids.ts';
import type { MarkedUnit } from '../../shared/domain/meaningUnit.ts';
import { idList, type ReadableProject } from './handle.ts';

interface MarkedRow extends Omit<
  MarkedUnit,
  'codeIds' | 'isQuotable' | 'isInDoubt' | 'spans'
> {
  readonly codeIds: string | null;
  readonly isQuotable: number;
  readonly isInDoubt: number;
  readonly turn: number;
  readonly start: number;
  readonly end: number;
}

const columns = `meaning_units.id, number, coalesce(condensations.text, '') AS condensed,
  (SELECT group_concat(code_id, ',' ORDER BY position) FROM codings
   WHERE codings.unit_id = meaning_units.id) AS codeIds,
  analyst_id AS analystId, is_quotable AS isQuotable, review_reason IS NOT NULL AS isInDoubt,
  spans.start, spans."end"`;

const allSql = `WITH ordered AS (
    SELECT id, row_number() OVER (ORDER BY position) - 1 AS turn FROM turns WHERE transcript_id = :id
  )
  SELECT ${columns}, ordered.turn
  FROM meaning_units JOIN spans ON spans.unit_id = meaning_units.id AND spans."end" > spans.start
  JOIN ordered ON ordered.id = spans.turn_id
  LEFT JOIN condensations ON condensations.unit_id = meaning_units.id
  WHERE meaning_units.transcript_id = :id AND status = 'active'
  ORDER BY ordered.turn, spans.start, number`;

/** For a few units the turns before theirs are counted instead of all turns being numbered. */
const someSql = `SELECT ${columns},
    (SELECT count(*) FROM turns AS earlier
     WHERE earlier.transcript_id = :id AND earlier.position < turns.position) AS turn
  FROM meaning_units JOIN spans ON spans.unit_id = meaning_units.id AND spans."end" > spans.start
  JOIN turns ON turns.id = spans.turn_id
  LEFT JOIN condensations ON condensations.unit_id = meaning_units.id
  WHERE meaning_units.id IN (SELECT value FROM json_each(:ids))
    AND meaning_units.transcript_id = :id AND status = 'active'
  ORDER BY turns.position, spans.start, number`;

function gathered(rows: readonly MarkedRow[]): readonly MarkedUnit[] {
  const units = new Map<
    MeaningUnitId,
    MarkedUnit & { spans: [number, number, number][] }
  >();
  for (const { turn, start, end, codeIds, ...row } of rows) {
    const known = units.get(row.id);
    if (known) known.spans.push([turn, start, end]);
    else {
      units.set(row.id, {
        ...row,
        codeIds: (codeIds?.split(',') ?? []) as CodeId[],
        isQuotable: row.isQuotable === 1,
        isInDoubt: row.isInDoubt === 1,
        spans: [[turn, start, end]],
      });
    }
  }
  return [...units.values()];
}

/** The active units of a transcript as they are drawn, in the order of the text. */
export function unitsOfTranscript(
  project: ReadableProject,
  input: ParsedOf<Api['meaningUnits.ofTranscript']>,
): readonly MarkedUnit[] {
  return gathered(project.all<MarkedRow>(allSql, { id: input.transcriptId }));
}

const inTurnsSql = `WITH wanted AS (SELECT value AS id, key AS turn FROM json_each(:ids))
  SELECT ${columns}, wanted.turn
  FROM wanted CROSS JOIN spans ON spans.turn_id = wanted.id AND spans."end" > spans.start
  JOIN meaning_units ON meaning_units.id = spans.unit_id AND status = 'active'
  LEFT JOIN condensations ON condensations.unit_id = meaning_units.id
  ORDER BY wanted.turn, spans.start, number`;

/** The active units with words in some turns, with those words alone; a turn is told by its place in the list. */
export function unitsInTurns(
  project: ReadableProject,
  turnIds: readonly TurnId[],
): readonly MarkedUnit[] {
  return gathered(project.all<MarkedRow>(inTurnsSql, { ids: idList(turnIds) }));
}

/** More than this and it is as well to ask for all. */
const mostTouched = 500;

function touchedUnits(
  project: ReadableProject,
  steps: { readonly from: number; readonly to: number },
): readonly MeaningUnitId[] | null {
  const range = project.get<{ first: number | null; last: number | null }>(
    `SELECT min(first_change) AS first, max(last_change) AS last FROM steps
     WHERE seq BETWEEN :from AND :to`,
    { from: steps.from, to: steps.to },
  );
  const rows = project.all<{ id: MeaningUnitId }>(
    `SELECT DISTINCT CASE table_name WHEN 'meaning_units' THEN row_id
       ELSE json_extract(coalesce(after, before), '$.unit_id') END AS id
     FROM changes WHERE id BETWEEN :first AND :last
       AND table_name IN ('meaning_units', 'spans', 'condensations', 'codings')
     LIMIT :limit`,
    { first: range?.first ?? 0, last: range?.last ?? -1, limit: mostTouched + 1 },
  );
  return rows.length > mostTouched ? null : rows.map(({ id }) => id);
}

/** The units that these steps touched, as they are now; those touched that are not drawn any more are in `touched` only. Null: ask for all. */
export function changedUnits(
  project: ReadableProject,
  input: ParsedOf<Api['meaningUnits.changed']>,
): Output<'meaningUnits.changed'> {
  const touched = touchedUnits(project, input);
  if (touched === null) return null;
  const id: TranscriptId = input.transcriptId;
  return {
    touched,
    units: gathered(project.all<MarkedRow>(someSql, { id, ids: idList(touched) })),
  };
}
