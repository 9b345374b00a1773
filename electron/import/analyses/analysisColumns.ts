import type { ColumnRole } from '../../../shared/domain/existingAnalysis.ts';
import type { Level } from '../../../shared/domain/project.ts';
import { kindOfHeading, levelKinds, plainHeading, unitRank } from './analysisHeadings.ts';

interface LevelColumn {
  readonly at: number;
  readonly rank: number;
  readonly name: string;
}

/** Every way to give these columns levels, in which a lower column never gets a higher level than the one above it. */
function* placings(
  columns: readonly LevelColumn[],
  depths: readonly number[],
): Generator<ReadonlyMap<number, number>> {
  const [column, ...others] = columns;
  if (column === undefined) {
    yield new Map();
    return;
  }
  for (const [at, depth] of depths.entries())
    for (const rest of placings(others, depths.slice(at + 1)))
      yield new Map([[column.at, depth], ...rest]);
  for (const rest of placings(others, depths)) yield rest;
}

const mostLevelColumns = 6;

/** As many columns as there are levels for; of the ways to do so the one in which most are called as the project's own. */
function levelsOf(
  cells: readonly string[],
  levels: readonly Level[],
): ReadonlyMap<number, ColumnRole> {
  const nameOf = new Map(levels.map(({ depth, name }) => [depth, plainHeading(name)]));
  const columns = cells
    .flatMap((cell, at) => {
      const name = plainHeading(cell);
      const own = levels.find((level) => plainHeading(level.name) === name);
      const rank = levelKinds.indexOf(kindOfHeading(cell) ?? 'unit');
      if (rank < 0 && own === undefined) return [];
      return { at, name, rank: rank < 0 ? (own?.depth ?? 1) - 1 : rank };
    })
    .toSorted((a, b) => a.rank - b.rank || a.at - b.at)
    .slice(0, mostLevelColumns);
  const namesIn = (placing: ReadonlyMap<number, number>) =>
    columns.filter(({ at, name }) => nameOf.get(placing.get(at) ?? 0) === name).length;
  let best: ReadonlyMap<number, number> = new Map();
  let most = -1;
  for (const placing of placings(
    columns,
    [...nameOf.keys()].toSorted((a, b) => a - b),
  )) {
    const good = placing.size * 100 + namesIn(placing);
    if (good <= most) continue;
    best = placing;
    most = good;
  }
  return new Map([...best].map(([at, depth]) => [at, `level-${depth}` as const]));
}

function clearestUnit(cells: readonly string[]): number {
  const found = cells
    .flatMap((cell, at) =>
      kindOfHeading(cell) === 'unit' ? { at, rank: unitRank(cell) } : [],
    )
    .toSorted((a, b) => a.rank - b.rank || a.at - b.at);
  return found[0]?.at ?? -1;
}

/** What each column holds by its heading; of two that say the same the clearest or the first is taken. */
export function rolesOf(
  cells: readonly string[],
  levels: readonly Level[],
): readonly ColumnRole[] {
  const depths = levelsOf(cells, levels);
  const unit = clearestUnit(cells);
  const taken = new Set<ColumnRole>();
  return cells.map((cell, at) => {
    const kind = kindOfHeading(cell);
    if (kind === 'unit' && at !== unit) return 'ignore';
    const role =
      depths.get(at) ??
      (kind === null || levelKinds.includes(kind) ? 'ignore' : (kind as ColumnRole));
    if (taken.has(role)) return 'ignore';
    if (role !== 'ignore') taken.add(role);
    return role;
  });
}

/** Whether these are the headings that our own table is taken home with; in it a blank cell is a blank cell. */
export function areOurHeadings(cells: readonly string[]): boolean {
  const said = cells.map(plainHeading);
  const has = (...names: readonly string[]) => names.some((name) => said.includes(name));
  return (
    has('nr', 'no') &&
    has('replik', 'turn') &&
    has('kondenserad meningsenhet', 'condensed meaning unit')
  );
}

/** Columns of categories for which the project has no level left. */
export function withoutLevel(
  cells: readonly string[],
  roles: readonly ColumnRole[],
): readonly string[] {
  return cells.filter(
    (cell, at) =>
      roles[at] === 'ignore' && levelKinds.includes(kindOfHeading(cell) ?? 'unit'),
  );
}
