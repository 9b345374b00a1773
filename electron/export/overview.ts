import type { Category } from '../../shared/domain/category.ts';
import type { Code, Support } from '../../shared/domain/code.ts';
import type { Theme } from '../../shared/domain/theme.ts';
import type { Edition } from './edition.ts';

export interface OverviewSubject {
  readonly categories: readonly Category[];
  readonly codes: readonly Code[];
  readonly themes: readonly Theme[];
}

/** A category with what stands under it; at the bottom of a tree of one level that is codes. */
export interface OverviewNode {
  readonly id: string;
  readonly name: string;
  readonly depth: number;
  /** Null where numbers would mean nothing. */
  readonly support: Support | null;
  readonly children: readonly OverviewNode[];
}

function nodeUnder(
  { categories, codes }: OverviewSubject,
  category: Category,
  showsCodes: boolean,
): OverviewNode {
  const children = categories
    .filter((child) => child.parentId === category.id)
    .map((child) => nodeUnder({ categories, codes, themes: [] }, child, showsCodes));
  const own = codes
    .filter((code) => showsCodes && code.categoryId === category.id)
    .map((code) => ({ ...code, depth: 0, children: [] }));
  return { ...category, children: [...children, ...own] };
}

/** What stands at the top, in order; a tree of one level shows its codes as the lower one. */
export function overviewTree(
  edition: Edition,
  subject: OverviewSubject,
): readonly OverviewNode[] {
  const showsCodes = edition.levels.length < 2;
  return subject.categories
    .filter((category) => category.parentId === null)
    .map((category) => nodeUnder(subject, category, showsCodes));
}

/** What stands under nothing although it is not of the highest level, in one column of its own after the others. */
export function gathered(
  { levels, say }: Edition,
  tops: readonly OverviewNode[],
): readonly OverviewNode[] {
  const highest = levels.at(-1);
  const loose = tops.filter((node) => node.depth !== highest?.depth);
  if (!highest || loose.length === 0) return tops;
  const name = say('export.withoutParent', { level: highest.name.toLocaleLowerCase() });
  const heading = { id: '', name, depth: highest.depth, support: null, children: loose };
  return [...tops.filter((node) => node.depth === highest.depth), heading];
}

/** Every way from the top down to a node without children, in the order of the tree. */
export function waysDown(
  nodes: readonly OverviewNode[],
): readonly (readonly OverviewNode[])[] {
  return nodes.flatMap((node) =>
    node.children.length === 0
      ? [[node]]
      : waysDown(node.children).map((way) => [node, ...way]),
  );
}

/** "12 meaning units, 4 participants, 2 transcripts". */
export function supportWords({ say }: Edition, support: Support | null): string {
  if (support === null) return '';
  return [
    say('export.supportUnits', { count: support.units }),
    say('export.supportParticipants', { count: support.participants }),
    say('export.supportTranscripts', { count: support.transcripts }),
  ].join(', ');
}
