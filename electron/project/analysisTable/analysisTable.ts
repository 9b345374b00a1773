import type { Api, Output } from '../../../shared/api.ts';
import type { ParsedOf } from '../../../shared/contract.ts';
import type { AnalysisRow, PlacedCode } from '../../../shared/domain/analysisTable.ts';
import { pathOf } from '../../../shared/domain/category.ts';
import type {
  AttributeId,
  CategoryId,
  CodeId,
  MeaningUnitId,
  ThemeId,
  TurnId,
} from '../../../shared/domain/ids.ts';
import type { MeaningUnit } from '../../../shared/domain/meaningUnit.ts';
import { orderedUnits, type OrderRequest } from './analysisOrder.ts';
import { idList, type ReadableProject } from '../handle.ts';
import { unitsById } from '../meaningUnits.ts';
import { withheldTurns } from '../privacy/quotable.ts';
import { questionsOfUnits } from '../questions/unitQuestions.ts';
import { remembered } from '../remembered.ts';

function orderOf(
  project: ReadableProject,
  request: OrderRequest,
): readonly MeaningUnitId[] {
  const { filter, sort, descending, groupByCategory } = request;
  const asked = JSON.stringify([filter, sort, descending, groupByCategory]);
  return remembered(project, `order ${asked}`, () => orderedUnits(project, request));
}

/** One row per active unit that passes the filter, in the asked order; `total` counts all of them. */
export function analysisRows(
  project: ReadableProject,
  input: ParsedOf<Api['analysisTable.rows']>,
): Output<'analysisTable.rows'> {
  const ids = orderOf(project, input);
  const page = ids.slice(input.offset, input.offset + input.limit);
  return { total: ids.length, rows: rowsOfUnits(project, page) };
}

/** The row's index in that order; null when the filter leaves the unit out. */
export function placeOfUnit(
  project: ReadableProject,
  input: ParsedOf<Api['analysisTable.placeOf']>,
): Output<'analysisTable.placeOf'> {
  const index = orderOf(project, input).indexOf(input.unitId);
  return { index: index < 0 ? null : index };
}

/** The rows of these units, in the given order. */
export function rowsOfUnits(
  project: ReadableProject,
  ids: readonly MeaningUnitId[],
): readonly AnalysisRow[] {
  const units = unitsById(project, ids);
  const ordinals = ordinalsOf(project, units);
  const placed = placedCodes(project, new Set(units.flatMap((unit) => unit.codeIds)));
  const themesOf = themeFinder(project);
  const attributesIn = valuesOfSpeakers(project, units);
  const withheldIn = withheldOf(project, units);
  const questionsOf = questionsOfUnits(project, units);
  return units.map((unit) => {
    const codes = unit.codeIds.flatMap((id) => placed.get(id) ?? []);
    const questions = questionsOf(unit);
    return {
      id: unit.id,
      number: unit.number,
      transcriptId: unit.transcriptId,
      transcript: unit.transcriptName,
      speaker: unit.speaker,
      turnLabel: unit.turnLabel,
      spans: unit.spans.map(({ turnId, start, end }) => ({
        turn: ordinals.get(turnId) ?? 0,
        start,
        end,
      })),
      unit: unit.text,
      condensed: unit.condensed,
      interpretation: unit.interpretation,
      codes,
      themes: themesOf(unit, codes),
      isQuotable: unit.isQuotable,
      isInDoubt: unit.reviewReason !== null,
      ...withheldIn(unit),
      ...(questions.length > 0 ? { questions } : {}),
      ...attributesIn(unit),
    };
  });
}

/** Each turn's place in its transcript, from 0. */
function ordinalsOf(
  project: ReadableProject,
  units: readonly MeaningUnit[],
): ReadonlyMap<TurnId, number> {
  const rows = project.all<{ id: TurnId; turn: number }>(
    `SELECT id, turn FROM (
       SELECT id, row_number() OVER (PARTITION BY transcript_id ORDER BY position) - 1 AS turn
       FROM turns WHERE transcript_id IN (SELECT value FROM json_each(:transcripts)))
     WHERE id IN (SELECT value FROM json_each(:turns))`,
    {
      transcripts: idList([...new Set(units.map((unit) => unit.transcriptId))]),
      turns: idList(units.flatMap((unit) => unit.spans.map((span) => span.turnId))),
    },
  );
  return new Map(rows.map((row) => [row.id, row.turn]));
}

/** What is known of those who speak in a unit, in the order of its spans. */
function valuesOfSpeakers(
  project: ReadableProject,
  units: readonly MeaningUnit[],
): (unit: MeaningUnit) => Pick<AnalysisRow, 'attributes'> {
  const rows = project.get('SELECT 1 FROM attribute_values LIMIT 1')
    ? project.all<{ turn: TurnId; attribute: AttributeId; value: string }>(
        `SELECT turns.id AS turn, attribute_id AS attribute, attribute_values.text AS value
         FROM json_each(:turns) JOIN turns ON turns.id = json_each.value
         JOIN speakers ON speakers.id = turns.speaker_id
         JOIN attribute_values ON attribute_values.participant_id = speakers.participant_id`,
        {
          turns: idList(units.flatMap((unit) => unit.spans.map(({ turnId }) => turnId))),
        },
      )
    : [];
  const byTurn = Map.groupBy(rows, ({ turn }) => turn);
  return ({ spans }) => {
    const found: Record<string, string[]> = {};
    for (const { turnId } of spans)
      for (const { attribute, value } of byTurn.get(turnId) ?? []) {
        const values = (found[attribute] ??= []);
        if (!values.includes(value)) values.push(value);
      }
    return Object.keys(found).length > 0 ? { attributes: found } : {};
  };
}

function withheldOf(
  project: ReadableProject,
  units: readonly MeaningUnit[],
): (unit: MeaningUnit) => Pick<AnalysisRow, 'withheld'> {
  const turns = withheldTurns(
    project,
    units.flatMap((unit) => unit.spans.map(({ turnId }) => turnId)),
  );
  return ({ spans }) => {
    const withheld = spans.flatMap(({ turnId }) => turns.get(turnId) ?? []);
    return withheld.length > 0 ? { withheld: [...new Set(withheld)] } : {};
  };
}

interface CategoryNode {
  readonly id: CategoryId;
  readonly parentId: CategoryId | null;
  readonly depth: number;
  readonly name: string;
}

function placedCodes(
  project: ReadableProject,
  ids: ReadonlySet<CodeId>,
): ReadonlyMap<CodeId, PlacedCode> {
  const nodes = new Map(
    project
      .all<CategoryNode>('SELECT id, parent_id AS parentId, depth, name FROM categories')
      .map((node) => [node.id, node]),
  );
  const paths = new Map<CategoryId, PlacedCode['path']>(
    [...nodes.keys()].map((id) => [
      id,
      pathOf(id, nodes).map(({ id: nodeId, depth, name }) => ({
        id: nodeId,
        depth,
        name,
      })),
    ]),
  );
  const codes = project.all<{ id: CodeId; name: string; categoryId: CategoryId | null }>(
    `SELECT codes.id, codes.name, category_id AS categoryId FROM json_each(:ids)
     CROSS JOIN codes ON codes.id = value`,
    { ids: idList([...ids]) },
  );
  return new Map(
    codes.map(({ id, name, categoryId }) => [
      id,
      { id, name, path: categoryId === null ? [] : (paths.get(categoryId) ?? []) },
    ]),
  );
}

type RowThemes = AnalysisRow['themes'];

/** A unit's own themes and those it has by its codes and all categories above them, each once, in the themes' order. */
function themeFinder(
  project: ReadableProject,
): (unit: MeaningUnit, codes: readonly PlacedCode[]) => RowThemes {
  const names = project.all<{ id: ThemeId; name: string }>(
    'SELECT id, name FROM themes ORDER BY parent_id IS NOT NULL, position, id',
  );
  const inherited = Map.groupBy(
    project.all<{ theme: ThemeId; through: CodeId | CategoryId }>(
      `SELECT theme_id AS theme, coalesce(code_id, category_id) AS through FROM theme_links
       WHERE unit_id IS NULL`,
    ),
    (link) => link.through,
  );
  const through = (id: CodeId | CategoryId) =>
    (inherited.get(id) ?? []).map((link) => link.theme);
  return (unit, codes) => {
    const direct = new Set(unit.themeIds);
    const all = new Set([
      ...direct,
      ...codes.flatMap((code) => [
        ...through(code.id),
        ...code.path.flatMap((node) => through(node.id)),
      ]),
    ]);
    return names
      .filter((theme) => all.has(theme.id))
      .map((theme) => ({ ...theme, isDirect: direct.has(theme.id) }));
  };
}
