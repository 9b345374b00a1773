import type { Api } from '../../shared/api.ts';
import type { ParsedOf } from '../../shared/contract.ts';
import { mayStandUnder, type Category } from '../../shared/domain/category.ts';
import type { CategoryId, CodeId } from '../../shared/domain/ids.ts';
import type { MeaningUnit } from '../../shared/domain/meaningUnit.ts';
import { Refusal } from '../../shared/errors.ts';
import { lineageSql, treeSql } from './categoryTree.ts';
import { unitsCodedWith } from './codes.ts';
import { idList, newId, type ReadableProject, type WritableProject } from './handle.ts';
import { rowsNamed } from './naming.ts';
import { rowThatIsThere } from './rows.ts';
import { moveAmong, positionAt } from './siblings.ts';
import { noSupport, supportOfCategories } from './support.ts';

/** The whole tree, top to bottom: every category before those under it, siblings in their order. */
export function categories(project: ReadableProject): readonly Category[] {
  const support = supportOfCategories(project);
  return project
    .all<Omit<Category, 'support'>>(
      `WITH RECURSIVE ${treeSql}
       SELECT categories.id, parent_id AS parentId, depth, name, definition, inclusion, exclusion, colour
       FROM categories JOIN tree ON tree.id = categories.id ORDER BY tree.path, categories.id`,
    )
    .map((row) => ({ ...row, support: support.get(row.id) ?? noSupport }));
}

/** Active units under the category, at whatever depth, in the order of the text. */
export function unitsOfCategory(
  project: ReadableProject,
  input: ParsedOf<Api['categories.units']>,
): readonly MeaningUnit[] {
  return unitsCodedWith(
    project,
    `WITH RECURSIVE ${lineageSql}
     SELECT codings.unit_id FROM lineage JOIN codes ON codes.category_id = lineage.category_id
     JOIN codings ON codings.code_id = codes.id
     WHERE lineage.ancestor_id IN (SELECT value FROM json_each(:ids))`,
    { ids: idList([input.categoryId]), offset: input.offset, limit: input.limit },
  );
}

export interface CategoryRow {
  readonly id: CategoryId;
  readonly parent_id: CategoryId | null;
  readonly depth: number;
  readonly position: string;
  readonly name: string;
}

function requireCategory(project: ReadableProject, id: CategoryId): CategoryRow {
  return rowThatIsThere<CategoryRow>(
    project,
    'SELECT id, parent_id, depth, position, name FROM categories WHERE id = :id',
    { id },
  );
}

/** Two categories under the same parent may not have the same name, since only the place tells them apart. */
function assertNameIsFree(
  project: ReadableProject,
  name: string,
  place: { readonly parentId: CategoryId | null; readonly except?: CategoryId },
): void {
  const other = rowsNamed<{ id: CategoryId; name: string }>(
    project,
    String.raw`SELECT id, name FROM categories WHERE parent_id IS :parent AND name LIKE :like ESCAPE '\'`,
    { name, parent: place.parentId },
  ).find((row) => row.id !== place.except);
  if (other)
    throw new Refusal('category.nameTaken', { name: other.name, category: other.id });
}

function assertLevelExists(project: ReadableProject, depth: number): void {
  if (!project.get('SELECT 1 FROM levels WHERE depth = :depth', { depth }))
    throw new Refusal('category.level', { depth });
}

function assertMayStandUnder(
  child: { readonly depth: number; readonly name: string },
  parent: CategoryRow | null,
): void {
  if (parent && !mayStandUnder(child, parent))
    throw new Refusal('category.parent', { name: child.name, parent: parent.name });
}

/** A new category of a level, with what shall stand in it from the start. */
export function createCategory(
  project: WritableProject,
  input: ParsedOf<Api['categories.create']>,
): { readonly id: CategoryId } {
  const { name, depth, parentId } = input;
  const parent = parentId === null ? null : requireCategory(project, parentId);
  assertLevelExists(project, depth);
  assertMayStandUnder({ depth, name }, parent);
  assertNameIsFree(project, name, { parentId });
  const id = newId<CategoryId>();
  project.run(
    `INSERT INTO categories (id, parent_id, depth, position, name, definition, inclusion, exclusion, colour)
     VALUES (:id, :parentId, :depth, :position, :name, '', '', '', NULL)`,
    {
      id,
      parentId,
      depth,
      position: positionAt(project, {
        table: 'categories',
        parent: parentId,
        after: input.after,
      }),
      name,
    },
  );
  if (input.categoryIds.length > 0)
    moveCategories(project, { categoryIds: input.categoryIds, parentId: id });
  moveAmong(project, input.codeIds, { table: 'codes', parent: id });
  project.describe({ category: id, count: 1 });
  return { id };
}

export function renameCategory(
  project: WritableProject,
  input: ParsedOf<Api['categories.rename']>,
): void {
  const row = requireCategory(project, input.categoryId);
  assertNameIsFree(project, input.name, { parentId: row.parent_id, except: row.id });
  project.run('UPDATE categories SET name = :name WHERE id = :id', {
    id: row.id,
    name: input.name,
  });
  project.describe({ category: row.id });
}

/** Changes what is given of definition, inclusion and exclusion. */
export function describeCategory(
  project: WritableProject,
  input: ParsedOf<Api['categories.describe']>,
): void {
  const { categoryId: id, ...facts } = input;
  requireCategory(project, id);
  for (const [column, value] of Object.entries(facts)) {
    if (value === undefined) continue;
    project.run(`UPDATE categories SET ${column} = :value WHERE id = :id`, { id, value });
  }
  project.describe({ category: id });
}

export function colourCategory(
  project: WritableProject,
  input: ParsedOf<Api['categories.colour']>,
): void {
  requireCategory(project, input.categoryId);
  project.run('UPDATE categories SET colour = :colour WHERE id = :id', {
    id: input.categoryId,
    colour: input.colour,
  });
  project.describe({ category: input.categoryId });
}

/** Moves categories, in the given order, under one of a higher level or (null) to the top, with all under them. */
export function moveCategories(
  project: WritableProject,
  input: ParsedOf<Api['categories.move']>,
): void {
  const { parentId } = input;
  const parent = parentId === null ? null : requireCategory(project, parentId);
  for (const id of input.categoryIds) {
    const row = requireCategory(project, id);
    assertMayStandUnder(row, parent);
    assertNameIsFree(project, row.name, { parentId, except: id });
    // One by one, so that two of the same name cannot come to the same place together.
    if (row.parent_id !== parentId)
      moveAmong(project, [id], { table: 'categories', parent: parentId });
  }
  moveAmong(project, input.categoryIds, {
    table: 'categories',
    parent: parentId,
    after: input.after,
  });
  project.describe({
    category: input.categoryIds[0]!,
    count: input.categoryIds.length,
  });
}

/** Takes a category away and leaves what stood in it: codes and categories under it go up to where it stood. */
export function dissolveCategory(
  project: WritableProject,
  input: ParsedOf<Api['categories.dissolve']>,
): void {
  const row = requireCategory(project, input.categoryId);
  const codeIds = idsIn<CodeId>(
    project,
    'SELECT id FROM codes WHERE category_id = :id ORDER BY position',
    row.id,
  );
  const categoryIds = idsIn<CategoryId>(
    project,
    'SELECT id FROM categories WHERE parent_id = :id ORDER BY position',
    row.id,
  );
  moveAmong(project, codeIds, { table: 'codes', parent: row.parent_id });
  if (categoryIds.length > 0)
    moveCategories(project, {
      categoryIds: [...categoryIds],
      parentId: row.parent_id,
      after: row.id,
    });
  project.run('DELETE FROM categories WHERE id = :id', { id: row.id });
  project.describe({ category: row.id, count: codeIds.length });
}

function idsIn<Id>(project: ReadableProject, sql: string, id: CategoryId): readonly Id[] {
  return project.all<{ id: Id }>(sql, { id }).map((row) => row.id);
}
