/**
 * SQL fragments for `WITH RECURSIVE`. `tree (id, path)`: every category with a path that sorts as the board shows
 * the tree, top to bottom; what stands directly in a category (`path || '~'`) comes after its sub-categories.
 */
export const treeSql = `tree (id, path) AS (
  SELECT id, position || '/' FROM categories WHERE parent_id IS NULL
  UNION ALL
  SELECT categories.id, tree.path || categories.position || '/'
  FROM tree JOIN categories ON categories.parent_id = tree.id)`;

/** `lineage (category_id, ancestor_id)`: every category with itself and all it stands under. */
export const lineageSql = `lineage (category_id, ancestor_id) AS (
  SELECT id, id FROM categories
  UNION
  SELECT lineage.category_id, categories.parent_id
  FROM lineage JOIN categories ON categories.id = lineage.ancestor_id WHERE categories.parent_id IS NOT NULL)`;

/** `reached (theme_id, unit_id)`: units that a theme is linked to directly, by a code or by a category; needs `lineage`. */
export const reachedSql = `reached (theme_id, unit_id) AS (
  SELECT theme_id, unit_id FROM theme_links WHERE unit_id IS NOT NULL
  UNION
  SELECT theme_links.theme_id, codings.unit_id
  FROM theme_links JOIN codings ON codings.code_id = theme_links.code_id
  UNION
  SELECT theme_links.theme_id, codings.unit_id
  FROM theme_links JOIN lineage ON lineage.ancestor_id = theme_links.category_id
  JOIN codes ON codes.category_id = lineage.category_id
  JOIN codings ON codings.code_id = codes.id)`;
