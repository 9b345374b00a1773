import type { SearchAnswer, WrittenHit } from '../../shared/domain/search.ts';
import { passageAt } from '../../shared/text/passage.ts';
import type { TextRange } from '../../shared/text/textRange.ts';
import { isFiltered } from '../project/search/searchFilter.ts';
import {
  orderOfUnits,
  writtenTexts,
  type WrittenScope,
  type WrittenText,
} from '../project/search/searchWritten.ts';
import { mostAtOnce, through, type Pass, type Search } from './searching.ts';
import { around } from './spoken.ts';

const nameOf = ({ about }: WrittenHit) => ('name' in about ? about.name : '');

function inOrder(
  { project }: Search,
  scope: WrittenScope,
  hits: readonly WrittenHit[],
): readonly WrittenHit[] {
  if (scope === 'memos') return hits;
  const order =
    scope === 'condensations'
      ? orderOfUnits(
          project,
          hits.map(({ id }) => id),
        )
      : null;
  const placeOf = (hit: WrittenHit) =>
    order ? (order.get(hit.id) ?? order.size) : Number(hit.field !== 'name');
  return hits.toSorted(
    (a, b) =>
      Number(a.isFolded) - Number(b.isFolded) ||
      placeOf(a) - placeOf(b) ||
      nameOf(a).localeCompare(nameOf(b), 'sv'),
  );
}

function writtenHit(
  { text, ...written }: WrittenText,
  place: TextRange,
  isFolded: boolean,
): WrittenHit {
  return { ...written, passage: passageAt(text, place, around), isFolded };
}

async function findIn(
  search: Search,
  scope: WrittenScope,
  pass: Pass,
): Promise<readonly WrittenHit[]> {
  const hits: WrittenHit[] = [];
  await through(
    search,
    writtenTexts(search.project, scope, search.sought.filter),
    async (written) => {
      const { places, isCut } = await pass.placesIn(
        written.map(({ text }) => text),
        mostAtOnce,
      );
      search.isCut ||= isCut;
      for (const [index, one] of written.entries()) {
        const first = places[index]?.[0];
        if (first) hits.push(writtenHit(one, first, pass.isFolded));
      }
      return true;
    },
  );
  return hits;
}

/** What an analyst wrote of one kind, each field once; with a filter of the material condensations alone. */
export async function findWritten(
  search: Search,
  scope: WrittenScope,
  limit: number,
): Promise<SearchAnswer['written'][number]> {
  const hits: WrittenHit[] = [];
  const isSearched = scope === 'condensations' || !isFiltered(search.sought.filter);
  for (const pass of isSearched ? search.passes : [])
    hits.push(...(await findIn(search, scope, pass)));
  const sorted = inOrder(search, scope, hits);
  return {
    scope,
    hits: sorted.slice(0, limit),
    hasMore: sorted.length > limit,
    total: sorted.length,
  };
}
