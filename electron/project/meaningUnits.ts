import type { Api, Output } from '../../shared/api.ts';
import type { ParsedOf } from '../../shared/contract.ts';
import type {
  CodeId,
  MeaningUnitId,
  ThemeId,
  TranscriptId,
} from '../../shared/domain/ids.ts';
import type { MeaningUnit } from '../../shared/domain/meaningUnit.ts';
import { Refusal } from '../../shared/errors.ts';
import { countWords } from '../../shared/text/countWords.ts';
import { idList, newId, type ReadableProject, type WritableProject } from './handle.ts';
import { settleUnit } from './privacy/oldWords.ts';
import { rowThatIsThere } from './rows.ts';
import {
  placeSpans,
  spansOfUnits,
  textOfSpans,
  writeSpans,
  type PlacedSpan,
  type SpanRow,
} from './spans.ts';
import { newPlaces } from './unitPlaces.ts';

type UnitRow = Omit<
  MeaningUnit,
  | 'speaker'
  | 'turnLabel'
  | 'spans'
  | 'text'
  | 'words'
  | 'codeIds'
  | 'themeIds'
  | 'isQuotable'
> & { readonly isQuotable: number };

/** The units with these ids, in the given order; those that are gone are left out. */
export function unitsById(
  project: ReadableProject,
  ids: readonly MeaningUnitId[],
): readonly MeaningUnit[] {
  const list = { ids: idList(ids) };
  const rows = project.all<UnitRow>(
    `SELECT meaning_units.id, number, transcript_id AS transcriptId, transcripts.name AS transcriptName,
       coalesce(condensations.text, '') AS condensed, interpretation, is_quotable AS isQuotable,
       meaning_units.status, retired_reason AS retiredReason, review_reason AS reviewReason,
       analyst_id AS analystId, meaning_units.created_at AS createdAt
     FROM meaning_units JOIN transcripts ON transcripts.id = transcript_id
     LEFT JOIN condensations ON condensations.unit_id = meaning_units.id
     WHERE meaning_units.id IN (SELECT value FROM json_each(:ids))`,
    list,
  );
  const spans = spansOfUnits(project, ids);
  const codes = idsByUnit<CodeId>(
    project,
    `SELECT unit_id, code_id AS id FROM codings
     WHERE unit_id IN (SELECT value FROM json_each(:ids)) ORDER BY position`,
    ids,
  );
  const themes = idsByUnit<ThemeId>(
    project,
    'SELECT unit_id, theme_id AS id FROM theme_links WHERE unit_id IN (SELECT value FROM json_each(:ids))',
    ids,
  );
  const byId = new Map(
    rows.map((row) => {
      const own = spans.get(row.id) ?? [];
      const text = textOfSpans(own);
      return [
        row.id,
        {
          ...row,
          isQuotable: row.isQuotable === 1,
          speaker: speakersOf(own),
          turnLabel: own[0]?.turnLabel ?? '',
          spans: own.map(({ turnId, start, end, text: words, before, after }) => ({
            turnId,
            start,
            end,
            text: words,
            before,
            after,
          })),
          text,
          words: countWords(text),
          codeIds: codes.get(row.id) ?? [],
          themeIds: themes.get(row.id) ?? [],
        },
      ];
    }),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Whose words they are; an empty span only says where words were. */
function speakersOf(spans: readonly SpanRow[]): string {
  const said = spans.filter(({ start, end }) => end > start);
  return [...new Set(said.flatMap((span) => span.speaker ?? []))].join(', ');
}

/** Ids that a query finds for units (`unit_id`, `id`), in its order. */
export function idsByUnit<Id extends string>(
  project: ReadableProject,
  sql: string,
  unitIds: readonly MeaningUnitId[],
): ReadonlyMap<MeaningUnitId, readonly Id[]> {
  const byUnit = new Map<MeaningUnitId, Id[]>();
  for (const row of project.all<{ unit_id: MeaningUnitId; id: Id }>(sql, {
    ids: idList(unitIds),
  })) {
    byUnit.set(row.unit_id, [...(byUnit.get(row.unit_id) ?? []), row.id]);
  }
  return byUnit;
}

export function readUnit(
  project: ReadableProject,
  input: ParsedOf<Api['meaningUnits.read']>,
): MeaningUnit {
  rowThatIsThere(project, 'SELECT 1 FROM meaning_units WHERE id = :id', {
    id: input.unitId,
  });
  const [unit] = unitsById(project, [input.unitId]);
  return unit!;
}

/** Units that were taken out of the analysis, latest first. */
export function retiredUnits(project: ReadableProject): readonly MeaningUnit[] {
  const ids = project.all<{ id: MeaningUnitId }>(
    `SELECT id FROM meaning_units WHERE status = 'retired'
       AND id NOT IN (SELECT unit_id FROM waiting_units) ORDER BY number DESC`,
  );
  return unitsById(
    project,
    ids.map((row) => row.id),
  );
}

const latestNumber = (project: ReadableProject): number =>
  project.get<{ n: number | null }>('SELECT max(number) AS n FROM meaning_units')?.n ?? 0;

function makeUnit(
  project: WritableProject,
  number: number,
  spans: readonly PlacedSpan[],
): MeaningUnitId {
  const id = newId<MeaningUnitId>();
  project.run(
    `INSERT INTO meaning_units (id, transcript_id, number, interpretation, is_quotable, status,
       retired_reason, review_reason, analyst_id, created_at)
     VALUES (:id, :transcriptId, :number, '', 0, 'active', NULL, NULL, :analystId, :now)`,
    {
      id,
      transcriptId: transcriptOf(spans),
      number,
      analystId: project.analystId,
      now: project.now,
    },
  );
  writeSpans(project, id, spans);
  return id;
}

/** A new unit without code, numbered after all that have been. */
export function markUnit(
  project: WritableProject,
  input: ParsedOf<Api['meaningUnits.mark']>,
): Output<'meaningUnits.mark'> {
  const spans = placeSpans(project, input.spans);
  const number = latestNumber(project) + 1;
  const id = makeUnit(project, number, spans);
  project.describe({ unit: number });
  return {
    id,
    number,
    words: spans.reduce((sum, span) => sum + countWords(span.text), 0),
  };
}

/** A unit for each place, in one step; a place that a unit of just those words holds already is left as it is. */
export function markEach(
  project: WritableProject,
  input: ParsedOf<Api['meaningUnits.markEach']>,
): Output<'meaningUnits.markEach'> {
  const { made, already } = newPlaces(project, input.places, input.extent);
  const first = latestNumber(project) + 1;
  const ids = made.map((span, index) => makeUnit(project, first + index, [span]));
  project.describe({ unit: first, count: ids.length });
  return { ids, first: ids.length > 0 ? first : null, already };
}

function transcriptOf(
  spans: readonly { readonly transcriptId: TranscriptId }[],
): TranscriptId | null {
  return spans[0]?.transcriptId ?? null;
}

function requireUnit(
  project: ReadableProject,
  unitId: MeaningUnitId,
): { transcript_id: TranscriptId } {
  return rowThatIsThere(
    project,
    'SELECT transcript_id FROM meaning_units WHERE id = :unitId',
    { unitId },
  );
}

/** A unit that waits with a sensitive passage comes back with it and not before. */
function assertNotWaiting(project: ReadableProject, unitId: MeaningUnitId): void {
  if (project.get('SELECT 1 FROM waiting_units WHERE unit_id = :unitId', { unitId }))
    throw new Refusal('passage.unitWaits');
}

/** Adds words that are said elsewhere in the same transcript; what is skipped shows as […]. */
export function addSpans(
  project: WritableProject,
  input: ParsedOf<Api['meaningUnits.addSpans']>,
): void {
  requireUnit(project, input.unitId);
  const now = spansOfUnits(project, [input.unitId]).get(input.unitId) ?? [];
  takeSpans(project, input.unitId, [...now, ...input.spans]);
}

/** The unit takes exactly these spans; a unit in doubt is settled by it. */
export function resizeUnit(
  project: WritableProject,
  input: ParsedOf<Api['meaningUnits.resize']>,
): void {
  requireUnit(project, input.unitId);
  takeSpans(project, input.unitId, input.spans);
}

function takeSpans(
  project: WritableProject,
  unitId: MeaningUnitId,
  given: ParsedOf<Api['meaningUnits.resize']>['spans'],
): void {
  const spans = placeSpans(project, given);
  project.run(
    'UPDATE meaning_units SET transcript_id = :transcriptId WHERE id = :unitId',
    { unitId, transcriptId: transcriptOf(spans) },
  );
  settleUnit(project, unitId);
  writeSpans(project, unitId, spans);
  describeUnits(project, [unitId]);
}

/** Takes units out of the analysis without deleting them. */
export function retireUnits(
  project: WritableProject,
  input: ParsedOf<Api['meaningUnits.retire']>,
): void {
  for (const unitId of input.unitIds) {
    requireUnit(project, unitId);
    assertNotWaiting(project, unitId);
    project.run(
      "UPDATE meaning_units SET status = 'retired', retired_reason = :reason WHERE id = :unitId",
      { unitId, reason: input.reason },
    );
  }
  describeUnits(project, input.unitIds);
}

export function restoreUnits(
  project: WritableProject,
  input: ParsedOf<Api['meaningUnits.restore']>,
): void {
  for (const unitId of input.unitIds) {
    requireUnit(project, unitId);
    assertNotWaiting(project, unitId);
    project.run(
      "UPDATE meaning_units SET status = 'active', retired_reason = NULL WHERE id = :unitId",
      { unitId },
    );
  }
  describeUnits(project, input.unitIds);
}

export function starUnits(
  project: WritableProject,
  input: ParsedOf<Api['meaningUnits.star']>,
): void {
  for (const unitId of input.unitIds) {
    requireUnit(project, unitId);
    project.run('UPDATE meaning_units SET is_quotable = :on WHERE id = :unitId', {
      unitId,
      on: Number(input.isQuotable),
    });
  }
  describeUnits(project, input.unitIds);
}

/** Names the units of a step by number (numbers never change) and counts them. */
export function describeUnits(
  project: WritableProject,
  unitIds: readonly MeaningUnitId[],
): void {
  const first = project.get<{ number: number }>(
    'SELECT number FROM meaning_units WHERE id = :id',
    {
      id: unitIds[0] ?? null,
    },
  );
  project.describe({ unit: first?.number ?? null, count: unitIds.length });
}

/** Sets the shortened wording; an empty text takes the condensation away. */
export function condenseUnit(
  project: WritableProject,
  input: ParsedOf<Api['meaningUnits.condense']>,
): void {
  const { unitId, text } = input;
  requireUnit(project, unitId);
  if (text === '') {
    project.run('DELETE FROM condensations WHERE unit_id = :unitId', { unitId });
  } else {
    project.run(
      `INSERT INTO condensations (id, unit_id, text) VALUES (:id, :unitId, :text)
       ON CONFLICT (unit_id) DO UPDATE SET text = excluded.text`,
      { id: newId(), unitId, text },
    );
  }
  describeUnits(project, [unitId]);
}

export function interpretUnit(
  project: WritableProject,
  input: ParsedOf<Api['meaningUnits.interpret']>,
): void {
  requireUnit(project, input.unitId);
  project.run('UPDATE meaning_units SET interpretation = :text WHERE id = :unitId', {
    unitId: input.unitId,
    text: input.text,
  });
  describeUnits(project, [input.unitId]);
}
