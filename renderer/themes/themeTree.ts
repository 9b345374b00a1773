import type { Category } from '../../shared/domain/category.ts';
import type { AnalysisRow } from '../../shared/domain/analysisTable.ts';
import type { CategoryId, ThemeId } from '../../shared/domain/ids.ts';
import type { Theme } from '../../shared/domain/theme.ts';

/** A theme in the list, with its place among its siblings. */
export interface ThemeRow {
  readonly theme: Theme;
  readonly level: number;
  readonly position: number;
  readonly count: number;
}

/** The themes as they are listed: each before its sub-themes. */
export function themeRows(themes: readonly Theme[]): readonly ThemeRow[] {
  const under = Map.groupBy(themes, (theme) => theme.parentId);
  const rows = (parentId: ThemeId | null, level: number): readonly ThemeRow[] => {
    const siblings = under.get(parentId) ?? [];
    return siblings.flatMap((theme, index) => [
      { theme, level, position: index + 1, count: siblings.length },
      ...rows(theme.id, level + 1),
    ]);
  };
  return rows(null, 1);
}

export interface Run {
  readonly category: Category;
  readonly units: number;
}

/** Which categories of the lowest level that are in use a theme's units stand in, most units first. */
export function runsThrough(
  rows: readonly AnalysisRow[],
  categories: readonly Category[],
): readonly Run[] {
  const units = new Map<CategoryId, Set<string>>();
  for (const row of rows) {
    for (const { path } of row.codes) {
      const lowest = path[0];
      if (!lowest) continue;
      const known = units.get(lowest.id) ?? new Set();
      units.set(lowest.id, known.add(row.id));
    }
  }
  return categories
    .flatMap((category) => {
      const found = units.get(category.id);
      return found ? [{ category, units: found.size }] : [];
    })
    .toSorted((a, b) => b.units - a.units);
}
