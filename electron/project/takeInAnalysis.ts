import type { Api, Output } from '../../shared/api.ts';
import type { ParsedOf } from '../../shared/contract.ts';
import type {
  CategoryId,
  CodeId,
  MeaningUnitId,
  ThemeId,
} from '../../shared/domain/ids.ts';
import type { Span } from '../../shared/domain/span.ts';
import { categoryForPath } from './categoryPaths.ts';
import { codeNamed, moveCodes } from './codes.ts';
import { addCoding } from './codings.ts';
import { newId, type ReadableProject, type WritableProject } from './handle.ts';
import { condenseUnit, interpretUnit, markUnit } from './meaningUnits.ts';
import { folded } from './naming.ts';
import { placeSpans } from './spans.ts';
import { linkTheme, themeNamed } from './themes.ts';

type Given = ParsedOf<Api['analyses.takeIn']>['units'][number];

/** The active unit of exactly these spans, which are in the order of the text; null when there is none. */
export function unitOfSpans(
  project: ReadableProject,
  spans: readonly Span[],
): MeaningUnitId | null {
  const [first] = spans;
  if (first === undefined) return null;
  const candidates = project.all<{ id: MeaningUnitId; spans: number }>(
    `SELECT meaning_units.id, (SELECT count(*) FROM spans AS own WHERE own.unit_id = meaning_units.id) AS spans
     FROM spans JOIN meaning_units ON meaning_units.id = unit_id AND status = 'active'
     WHERE turn_id = :turnId AND start = :start AND "end" = :end ORDER BY number`,
    { turnId: first.turnId, start: first.start, end: first.end },
  );
  const has = (id: MeaningUnitId) =>
    spans.every(
      (span) =>
        project.get(
          `SELECT 1 FROM spans WHERE unit_id = :id AND turn_id = :turnId AND start = :start AND "end" = :end`,
          { id, turnId: span.turnId, start: span.start, end: span.end },
        ) !== undefined,
    );
  return (
    candidates.find(({ id, spans: count }) => count === spans.length && has(id))?.id ??
    null
  );
}

/** Names that have been looked up in this step, so that thousands of rows do not ask for the same ones. */
interface Known {
  readonly codes: Map<string, CodeId>;
  readonly placed: Set<CodeId>;
  readonly categories: Map<string, CategoryId>;
  readonly themes: Map<string, ThemeId>;
}

/** A code that stands somewhere already stays there. */
function placeCode(
  project: WritableProject,
  known: Known,
  code: { readonly id: CodeId; readonly path: readonly (string | null)[] },
): void {
  if (known.placed.has(code.id)) return;
  known.placed.add(code.id);
  const stands = project.get<{ category_id: CategoryId | null }>(
    'SELECT category_id FROM codes WHERE id = :id',
    { id: code.id },
  );
  if (stands?.category_id) return;
  const key = JSON.stringify(code.path.map((name) => name && folded(name)));
  const categoryId = known.categories.get(key) ?? categoryForPath(project, code.path);
  if (categoryId === null) return;
  known.categories.set(key, categoryId);
  moveCodes(project, { codeIds: [code.id], categoryId });
}

function addCodes(
  project: WritableProject,
  known: Known,
  unit: { readonly id: MeaningUnitId; readonly codes: Given['codes'] },
): void {
  for (const { name, path, analystId } of unit.codes) {
    const id =
      known.codes.get(folded(name)) ?? codeNamed(project, { name, definition: '' });
    known.codes.set(folded(name), id);
    if (path !== undefined) placeCode(project, known, { id, path });
    addCoding(analystId ? { ...project, analystId } : project, unit.id, id);
  }
}

/** The words that the table has are kept as old words beside those that are proposed. */
function putUpForReview(
  project: WritableProject,
  unitId: MeaningUnitId,
  { text, turnId, turnLabel }: NonNullable<Given['review']>,
): void {
  project.run("UPDATE meaning_units SET review_reason = 'imported' WHERE id = :unitId", {
    unitId,
  });
  project.run(
    `INSERT INTO review_spans (id, unit_id, turn_id, speaker_id, position, turn_label, follows_on, text, before, after)
     SELECT :id, :unitId, id, speaker_id, 0, :turnLabel, 0, :text, '', '' FROM turns WHERE id = :turnId`,
    { id: newId(), unitId, turnId, turnLabel, text },
  );
}

interface TakenUnit {
  readonly id: MeaningUnitId;
  readonly isKnown: boolean;
}

function takeUnit(project: WritableProject, given: Given): TakenUnit {
  const there = unitOfSpans(project, placeSpans(project, given.spans));
  const id = there ?? markUnit(project, { spans: given.spans }).id;
  const now = project.get<{ condensed: string | null; interpretation: string }>(
    `SELECT text AS condensed, interpretation FROM meaning_units
     LEFT JOIN condensations ON unit_id = meaning_units.id WHERE meaning_units.id = :id`,
    { id },
  );
  if (given.condensed && !now?.condensed)
    condenseUnit(project, { unitId: id, text: given.condensed });
  if (given.interpretation && !now?.interpretation)
    interpretUnit(project, { unitId: id, text: given.interpretation });
  if (given.review && there === null) putUpForReview(project, id, given.review);
  return { id, isKnown: there !== null };
}

function linkThemes(
  project: WritableProject,
  known: Known,
  unitsByTheme: ReadonlyMap<string, readonly MeaningUnitId[]>,
): void {
  for (const [name, unitIds] of unitsByTheme) {
    const themeId = known.themes.get(folded(name)) ?? themeNamed(project, name);
    known.themes.set(folded(name), themeId);
    linkTheme(project, { themeId, unitIds: [...unitIds], codeIds: [], categoryIds: [] });
  }
}

function countOf(project: ReadableProject, table: 'codes' | 'categories'): number {
  return project.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0;
}

/**
 * Takes units of an analysis that was made elsewhere in. A unit of the same spans is that unit: it keeps what it says
 * and gets what it lacks. Codes, categories and themes of the same name are reused, and a code that stands somewhere
 * stays there.
 */
export function takeInAnalysis(
  project: WritableProject,
  input: ParsedOf<Api['analyses.takeIn']>,
): Output<'analyses.takeIn'> {
  const known: Known = {
    codes: new Map(),
    placed: new Set(),
    categories: new Map(),
    themes: new Map(),
  };
  const before = {
    codes: countOf(project, 'codes'),
    categories: countOf(project, 'categories'),
  };
  const themed = new Map<string, MeaningUnitId[]>();
  const taken: TakenUnit[] = [];
  for (const given of input.units) {
    const by = given.analystId ? { ...project, analystId: given.analystId } : project;
    const unit = takeUnit(by, given);
    taken.push(unit);
    addCodes(by, known, { id: unit.id, codes: given.codes });
    for (const name of given.themes)
      themed.set(name, [...(themed.get(name) ?? []), unit.id]);
  }
  linkThemes(project, known, themed);
  const made = taken.filter(({ isKnown }) => !isKnown).length;
  project.describe({
    count: taken.length,
    unit: null,
    code: null,
    category: null,
    theme: null,
  });
  return {
    made,
    known: taken.length - made,
    toReview: input.units.filter(({ review }, at) => review && !taken[at]?.isKnown)
      .length,
    codes: countOf(project, 'codes') - before.codes,
    categories: countOf(project, 'categories') - before.categories,
  };
}
