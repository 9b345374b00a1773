import type { Api } from '../../shared/api.ts';
import type { ParsedOf } from '../../shared/contract.ts';
import type {
  CategoryId,
  CodeId,
  MeaningUnitId,
  ThemeId,
} from '../../shared/domain/ids.ts';
import type { Theme } from '../../shared/domain/theme.ts';
import { Refusal } from '../../shared/errors.ts';
import { lineageSql, reachedSql } from './categoryTree.ts';
import { newId, type ReadableProject, type WritableProject } from './handle.ts';
import { rowsNamed } from './naming.ts';
import { rowThatIsThere } from './rows.ts';
import { moveAmong, positionAt } from './siblings.ts';

interface LinkRow {
  readonly theme_id: ThemeId;
  readonly unit_id: MeaningUnitId | null;
  readonly code_id: CodeId | null;
  readonly category_id: CategoryId | null;
}

/**
 * Themes in their order, each before its sub-themes. Those that hang together in a ring, as only a file that somebody
 * else has changed has them, come last and on their own, so that they can be seen and moved.
 */
export function themes(project: ReadableProject): readonly Theme[] {
  const links = Map.groupBy(
    project.all<LinkRow>(
      'SELECT theme_id, unit_id, code_id, category_id FROM theme_links ORDER BY id',
    ),
    (link) => link.theme_id,
  );
  const units = new Map(
    project
      .all<{ id: ThemeId; n: number }>(
        `WITH RECURSIVE ${lineageSql}, ${reachedSql}
         SELECT theme_id AS id, count(*) AS n FROM reached
         JOIN meaning_units ON meaning_units.id = reached.unit_id AND status = 'active' GROUP BY theme_id`,
      )
      .map((row) => [row.id, row.n]),
  );
  return project
    .all<{ id: ThemeId; parentId: ThemeId | null; name: string }>(
      `WITH RECURSIVE ordered (id, path) AS (
         SELECT id, position || '/' FROM themes WHERE parent_id IS NULL
         UNION ALL
         SELECT themes.id, ordered.path || themes.position || '/'
         FROM ordered JOIN themes ON themes.parent_id = ordered.id)
       SELECT themes.id, iif(ordered.id IS NULL, NULL, parent_id) AS parentId, name
       FROM themes LEFT JOIN ordered ON ordered.id = themes.id
       ORDER BY ordered.id IS NULL, ordered.path, themes.id`,
    )
    .map((row) => {
      const own = links.get(row.id) ?? [];
      return {
        ...row,
        unitIds: own.flatMap((link) => link.unit_id ?? []),
        codeIds: own.flatMap((link) => link.code_id ?? []),
        categoryIds: own.flatMap((link) => link.category_id ?? []),
        units: units.get(row.id) ?? 0,
      };
    });
}

function themeCalled(
  project: ReadableProject,
  name: string,
): { readonly id: ThemeId; readonly name: string } | undefined {
  return rowsNamed<{ id: ThemeId; name: string }>(
    project,
    String.raw`SELECT id, name FROM themes WHERE name LIKE :like ESCAPE '\' ORDER BY id`,
    { name },
  )[0];
}

/** A cell of the analysis table tells themes apart by their names, so that no two may have the same. */
function assertNameIsFree(
  project: ReadableProject,
  name: string,
  except: ThemeId | null = null,
): void {
  const other = themeCalled(project, name);
  if (other && other.id !== except)
    throw new Refusal('theme.nameTaken', { name: other.name });
}

function requireTheme(project: ReadableProject, id: ThemeId): ThemeRow {
  return rowThatIsThere<ThemeRow>(
    project,
    'SELECT id, parent_id, name FROM themes WHERE id = :id',
    { id },
  );
}

interface ThemeRow {
  readonly id: ThemeId;
  readonly parent_id: ThemeId | null;
  readonly name: string;
}

/** A new theme, last among those under the same parent. */
export function createTheme(
  project: WritableProject,
  input: ParsedOf<Api['themes.create']>,
): { readonly id: ThemeId } {
  assertNameIsFree(project, input.name);
  if (input.parentId !== null) requireTheme(project, input.parentId);
  const id = newId<ThemeId>();
  project.run(
    'INSERT INTO themes (id, parent_id, position, name) VALUES (:id, :parentId, :position, :name)',
    {
      id,
      parentId: input.parentId,
      position: positionAt(project, { table: 'themes', parent: input.parentId }),
      name: input.name,
    },
  );
  project.describe({ theme: id });
  return { id };
}

/** The theme with that name, made if there is none. */
export function themeNamed(project: WritableProject, name: string): ThemeId {
  return (
    themeCalled(project, name)?.id ?? createTheme(project, { name, parentId: null }).id
  );
}

export function renameTheme(
  project: WritableProject,
  input: ParsedOf<Api['themes.rename']>,
): void {
  requireTheme(project, input.themeId);
  assertNameIsFree(project, input.name, input.themeId);
  project.run('UPDATE themes SET name = :name WHERE id = :id', {
    id: input.themeId,
    name: input.name,
  });
  project.describe({ theme: input.themeId });
}

/** Moves a theme with its sub-themes; never under itself. */
export function moveTheme(
  project: WritableProject,
  input: ParsedOf<Api['themes.move']>,
): void {
  const theme = requireTheme(project, input.themeId);
  const passed = new Set<ThemeId>();
  for (let above = input.parentId; above !== null && !passed.has(above);) {
    passed.add(above);
    const parent = requireTheme(project, above);
    if (parent.id === theme.id) throw new Refusal('theme.parent', { name: theme.name });
    above = parent.parent_id;
  }
  moveAmong(project, [theme.id], {
    table: 'themes',
    parent: input.parentId,
    after: input.after,
  });
  project.describe({ theme: theme.id });
}

type Links = Omit<ParsedOf<Api['themes.link']>, 'themeId'>;

/** What a theme is linked to, one column and table per kind. */
function linksIn(input: Links) {
  return [
    { column: 'unit_id', table: 'meaning_units', ids: input.unitIds },
    { column: 'code_id', table: 'codes', ids: input.codeIds },
    { column: 'category_id', table: 'categories', ids: input.categoryIds },
  ] as const;
}

function countOf(input: Links): number {
  return linksIn(input).reduce((sum, kind) => sum + kind.ids.length, 0);
}

/** Links a theme to units, codes and categories; what is linked already stays as it is. */
export function linkTheme(
  project: WritableProject,
  input: ParsedOf<Api['themes.link']>,
): void {
  const themeId = requireTheme(project, input.themeId).id;
  for (const { column, table, ids } of linksIn(input)) {
    for (const target of ids) {
      rowThatIsThere(project, `SELECT 1 FROM ${table} WHERE id = :target`, { target });
      project.run(
        `INSERT INTO theme_links (id, theme_id, ${column})
         SELECT :id, :themeId, :target WHERE NOT EXISTS
           (SELECT 1 FROM theme_links WHERE theme_id = :themeId AND ${column} = :target)`,
        { id: newId(), themeId, target },
      );
    }
  }
  project.describe({ theme: themeId, count: countOf(input) });
}

export function unlinkTheme(
  project: WritableProject,
  input: ParsedOf<Api['themes.unlink']>,
): void {
  const themeId = requireTheme(project, input.themeId).id;
  for (const { column, ids } of linksIn(input)) {
    for (const target of ids) {
      project.run(
        `DELETE FROM theme_links WHERE theme_id = :themeId AND ${column} = :target`,
        { themeId, target },
      );
    }
  }
  project.describe({ theme: themeId, count: countOf(input) });
}

/** Takes a theme away with its links and memos; its sub-themes go up to where it stood. */
export function removeTheme(
  project: WritableProject,
  input: ParsedOf<Api['themes.remove']>,
): void {
  const theme = requireTheme(project, input.themeId);
  const under = project.all<{ id: ThemeId }>(
    'SELECT id FROM themes WHERE parent_id = :id ORDER BY position',
    { id: theme.id },
  );
  moveAmong(
    project,
    under.map((row) => row.id),
    { table: 'themes', parent: theme.parent_id, after: theme.id },
  );
  project.run('DELETE FROM themes WHERE id = :id', { id: theme.id });
  project.describe({ theme: theme.id });
}
