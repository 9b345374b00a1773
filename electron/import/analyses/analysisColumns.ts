import type { ColumnRole } from '../../../shared/domain/existingAnalysis.ts';
import type { Level } from '../../../shared/domain/project.ts';

type Kind =
  Exclude<ColumnRole, `level-${number}` | 'ignore'> | 'sub' | 'category' | 'main';

const headings: Readonly<Record<Kind, RegExp>> = {
  unit: /^(?:menings(?:bärande )?enhet(?:er)?|meaning units?|enhet|unit|citat|quotes?|quotations?|utdrag|excerpts?|segment|text|textenhet|utsaga)$/u,
  condensed:
    /^(?:kondensering(?:ar)?|kondenserad(?:e)?(?: (?:menings(?:bärande )?enhet(?:er)?|text|enhet))?|kondenserat|kondensat|condensations?|condensed(?: (?:meaning units?|text|unit))?)$/u,
  interpretation: /^(?:tolkning(?:ar)?(?: .{1,60})?|interpretations?(?: .{1,60})?)$/u,
  code: /^(?:kod(?:er)?|codes?|code names?|kodnamn|etikett|labels?)$/u,
  theme: /^(?:teman?|themes?)$/u,
  transcript:
    /^(?:källa|source|transkript(?:ion)?|transcripts?|intervju|interview|fokusgrupp|focus group|grupp|group|fil|file|filnamn|file ?name|dokument|document)$/u,
  speaker:
    /^(?:talare|speakers?|deltagare|participants?|informant|respondent|person|vem|who)$/u,
  turn: /^(?:replik(?:er)?|turns?|repliknummer|turn number)$/u,
  sub: /^(?:(?:under|sub)[- ]?kategori(?:er)?|sub[- ]?categor(?:y|ies))$/u,
  category: /^(?:kategori(?:er)?|categor(?:y|ies))$/u,
  main: /^(?:(?:huvud|över|main)[- ]?kategori(?:er)?|main[- ]?categor(?:y|ies)|generic categor(?:y|ies))$/u,
};
const kinds = Object.keys(headings) as Kind[];
const levelKinds: readonly Kind[] = ['sub', 'category', 'main'];

const plain = (heading: string) =>
  heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/[\s:*.]+/g, ' ')
    .trim();

function kindOf(heading: string): Kind | null {
  const words = plain(heading);
  return kinds.find((kind) => headings[kind].test(words)) ?? null;
}

/** How many of the cells say what a column holds; nought when none of them is the meaning unit. */
export function headingsIn(cells: readonly string[]): number {
  const found = new Set(cells.map(kindOf).filter((kind) => kind !== null));
  return found.has('unit') ? found.size : 0;
}

/** Columns called as the project's own levels are those; others take the levels that are left, from the lowest. */
function levelsOf(
  cells: readonly string[],
  levels: readonly Level[],
): ReadonlyMap<number, ColumnRole> {
  const found = new Map<number, ColumnRole>();
  const free = new Set(levels.map(({ depth }) => depth));
  for (const [at, cell] of cells.entries()) {
    const own = levels.find(({ name }) => plain(name) === plain(cell));
    if (own === undefined || !free.delete(own.depth)) continue;
    found.set(at, `level-${own.depth}`);
  }
  const rest = cells
    .flatMap((cell, at) => {
      const rank = levelKinds.indexOf(kindOf(cell) ?? 'unit');
      return rank < 0 || found.has(at) ? [] : [{ at, rank }];
    })
    .toSorted((a, b) => a.rank - b.rank || a.at - b.at);
  for (const { at } of rest) {
    const [depth] = [...free].toSorted((a, b) => a - b);
    if (depth === undefined) break;
    free.delete(depth);
    found.set(at, `level-${depth}`);
  }
  return found;
}

/** What each column holds by its heading; of two that say the same the first is taken. */
export function rolesOf(
  cells: readonly string[],
  levels: readonly Level[],
): readonly ColumnRole[] {
  const depths = levelsOf(cells, levels);
  const taken = new Set<ColumnRole>();
  return cells.map((cell, at) => {
    const kind = kindOf(cell);
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
  const said = cells.map(plain);
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
    (cell, at) => roles[at] === 'ignore' && levelKinds.includes(kindOf(cell) ?? 'unit'),
  );
}
