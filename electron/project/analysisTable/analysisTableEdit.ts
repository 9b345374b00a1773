import type { Api } from '../../../shared/api.ts';
import type { ParsedOf } from '../../../shared/contract.ts';
import type {
  CategoryId,
  CodeId,
  MeaningUnitId,
  ThemeId,
} from '../../../shared/domain/ids.ts';
import { Refusal } from '../../../shared/errors.ts';
import { partedNames } from '../../../shared/text/namesInCell.ts';
import { createCategory } from '../categories.ts';
import { codeNamed, moveCodes } from '../codes.ts';
import { addCoding, uncodeUnits } from '../codings.ts';
import type { ReadableProject, WritableProject } from '../handle.ts';
import { condenseUnit, interpretUnit } from '../meaningUnits.ts';
import { folded, rowsNamed } from '../naming.ts';
import { rowThatIsThere } from '../rows.ts';
import { linkTheme, themeNamed, unlinkTheme } from '../themes.ts';

type Cell = ParsedOf<Api['analysisTable.edit']>['cells'][number];
type CategoryCell = Extract<Cell, { column: 'category' }>;

// Codes before their placement, and higher levels before lower ones, in whatever order a block was pasted.
const turnOf = {
  condensed: 0,
  interpretation: 1,
  code: 2,
  category: 3,
  theme: 4,
} as const;

function inOrder(a: Cell, b: Cell): number {
  const byColumn = turnOf[a.column] - turnOf[b.column];
  if (byColumn !== 0 || a.column !== 'category' || b.column !== 'category')
    return byColumn;
  return b.depth - a.depth;
}

/** Takes all cells in one step. Rows are taken in the order given, so that the last word on a shared code holds. */
export function editTable(
  project: WritableProject,
  input: ParsedOf<Api['analysisTable.edit']>,
): void {
  const known = new Map<string, CodeId>();
  const isCode = knownNames(project, 'SELECT name FROM codes');
  const isTheme = knownNames(project, 'SELECT name FROM themes');
  for (const [unitId, cells] of Map.groupBy(input.cells, (cell) => cell.unitId)) {
    rowThatIsThere(project, 'SELECT 1 FROM meaning_units WHERE id = :unitId', { unitId });
    for (const cell of cells.toSorted(inOrder))
      editCell(project, { cell, cells, known, isCode, isTheme });
  }
  project.describe({ count: input.cells.length });
}

interface Editing {
  readonly cell: Cell;
  /** All cells of the row. */
  readonly cells: readonly Cell[];
  /** Codes whose names have been looked up in this step. */
  readonly known: Map<string, CodeId>;
  /** Whether there was a code, or a theme, of that name before. */
  readonly isCode: (name: string) => boolean;
  readonly isTheme: (name: string) => boolean;
}

/** Asks for all names at once, and only when a cell needs them. */
function knownNames(project: ReadableProject, sql: string): (name: string) => boolean {
  let names: ReadonlySet<string> | undefined;
  return (name) => {
    names ??= new Set(project.all<{ name: string }>(sql).map((row) => folded(row.name)));
    return names.has(folded(name));
  };
}

function editCell(project: WritableProject, editing: Editing): void {
  const { cell } = editing;
  const { unitId } = cell;
  switch (cell.column) {
    case 'condensed':
      return condenseUnit(project, { unitId, text: cell.value });
    case 'interpretation':
      return interpretUnit(project, { unitId, text: cell.value });
    case 'code':
      return setCodes(project, editing);
    case 'category':
      return placeCode(project, cell, {
        isAboveGiven: editing.cells.some(
          (other) => other.column === 'category' && other.depth > cell.depth,
        ),
      });
    case 'theme':
      return setThemes(project, unitId, namesIn(cell.value, 300, editing.isTheme));
  }
}

/** The names in a cell, each once, whatever its case. */
function namesIn(
  value: string,
  limit: number,
  isKnown: (name: string) => boolean,
): readonly string[] {
  const names = new Map<string, string>();
  for (const name of partedNames(value, isKnown)) {
    if (names.has(folded(name))) continue;
    if (name.length > limit)
      throw new Refusal('name.tooLong', { name: name.slice(0, 40), limit });
    names.set(folded(name), name);
  }
  return [...names.values()];
}

function codesOf(project: ReadableProject, unitId: MeaningUnitId): readonly CodeId[] {
  return project
    .all<{ id: CodeId }>(
      'SELECT code_id AS id FROM codings WHERE unit_id = :unitId ORDER BY position',
      { unitId },
    )
    .map((row) => row.id);
}

function setCodes(project: WritableProject, { cell, known, isCode }: Editing): void {
  const { unitId } = cell;
  const wanted = namesIn(cell.value, 200, isCode).map((name) => {
    const id = known.get(folded(name)) ?? codeNamed(project, { name, definition: '' });
    known.set(folded(name), id);
    return id;
  });
  const now = codesOf(project, unitId);
  for (const codeId of now.filter((id) => !wanted.includes(id)))
    uncodeUnits(project, { unitIds: [unitId], codeId });
  for (const codeId of wanted.filter((id) => !now.includes(id)))
    addCoding(project, unitId, codeId);
}

interface PathNode {
  readonly id: CategoryId;
  readonly depth: number;
  readonly name: string;
}

/** The categories a code stands in, low to high. */
function pathOfCode(project: ReadableProject, codeId: CodeId): readonly PathNode[] {
  return project.all<PathNode>(
    `WITH RECURSIVE above (id) AS (
       SELECT category_id FROM codes WHERE id = :codeId
       UNION SELECT parent_id FROM above JOIN categories ON categories.id = above.id)
     SELECT categories.id, depth, name FROM above JOIN categories ON categories.id = above.id ORDER BY depth`,
    { codeId },
  );
}

/** The code that a category cell moves; null when there is none and nothing to place. */
function codeToPlace(project: ReadableProject, cell: CategoryCell): CodeId | null {
  const codes = codesOf(project, cell.unitId);
  if (cell.codeId !== undefined) {
    if (!codes.includes(cell.codeId)) throw new Refusal('gone');
    return cell.codeId;
  }
  const [only] = codes;
  if (codes.length === 1 && only) return only;
  if (codes.length === 0 && cell.value === '') return null;
  const { number } = rowThatIsThere<{ number: number }>(
    project,
    'SELECT number FROM meaning_units WHERE id = :unitId',
    { unitId: cell.unitId },
  );
  throw new Refusal(codes.length === 0 ? 'table.noCode' : 'table.whichCode', {
    unit: number,
  });
}

interface CategoryPlace {
  readonly name: string;
  readonly depth: number;
  readonly above: CategoryId | null;
  /** The row says what it stands under, so that one of that name elsewhere is another category. */
  readonly isAboveGiven: boolean;
}

/** The category of that name at that depth, rather under `above` than elsewhere, made under it if there is none. */
function categoryNamed(project: WritableProject, place: CategoryPlace): CategoryId {
  const { name, depth, above } = place;
  const named = rowsNamed<{
    id: CategoryId;
    parent_id: CategoryId | null;
    name: string;
  }>(
    project,
    String.raw`SELECT id, parent_id, name FROM categories
      WHERE depth = :depth AND name LIKE :like ESCAPE '\' ORDER BY position, id`,
    { name, depth },
  );
  const beside = named.find((category) => category.parent_id === above);
  const known = beside ?? (place.isAboveGiven ? undefined : named[0]);
  if (known) return known.id;
  const empty = { codeIds: [], categoryIds: [] };
  return createCategory(project, { name, depth, parentId: above, ...empty }).id;
}

/** The code owns the placement (rulings 11), so that all its units follow. */
function placeCode(
  project: WritableProject,
  cell: CategoryCell,
  row: { readonly isAboveGiven: boolean },
): void {
  const codeId = codeToPlace(project, cell);
  if (codeId === null) return;
  const { depth, value: name } = cell;
  const path = pathOfCode(project, codeId);
  const above = path.find((node) => node.depth > depth)?.id ?? null;
  if (name === '') {
    if (path.some((node) => node.depth <= depth))
      moveCodes(project, { codeIds: [codeId], categoryId: above });
    return;
  }
  const here = path.find((node) => node.depth === depth);
  if (here && folded(here.name) === folded(name)) return;
  const categoryId = categoryNamed(project, { name, depth, above, ...row });
  moveCodes(project, { codeIds: [codeId], categoryId });
}

/** Themes that the unit has by its codes and the categories above them. */
function inheritedThemes(
  project: ReadableProject,
  unitId: MeaningUnitId,
): ReadonlySet<ThemeId> {
  const rows = project.all<{ id: ThemeId }>(
    `WITH RECURSIVE above (id) AS (
       SELECT codes.category_id FROM codings JOIN codes ON codes.id = codings.code_id WHERE unit_id = :unitId
       UNION SELECT parent_id FROM above JOIN categories ON categories.id = above.id)
     SELECT theme_id AS id FROM theme_links
     WHERE code_id IN (SELECT code_id FROM codings WHERE unit_id = :unitId)
       OR category_id IN (SELECT id FROM above)`,
    { unitId },
  );
  return new Set(rows.map((row) => row.id));
}

/** Links the unit to exactly these themes; one it has by a code or a category anyway needs no link of its own. */
function setThemes(
  project: WritableProject,
  unitId: MeaningUnitId,
  names: readonly string[],
): void {
  const wanted = names.map((name) => themeNamed(project, name));
  const inherited = inheritedThemes(project, unitId);
  const now = project
    .all<{ id: ThemeId }>(
      'SELECT theme_id AS id FROM theme_links WHERE unit_id = :unitId',
      {
        unitId,
      },
    )
    .map((row) => row.id);
  const target = { unitIds: [unitId], codeIds: [], categoryIds: [] };
  for (const themeId of now.filter((id) => !wanted.includes(id)))
    unlinkTheme(project, { themeId, ...target });
  for (const themeId of wanted)
    if (!now.includes(themeId) && !inherited.has(themeId))
      linkTheme(project, { themeId, ...target });
}
