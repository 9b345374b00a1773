import { setImmediate as othersFirst } from 'node:timers/promises';

import type { Output, Parsed } from '../../shared/api.ts';
import type {
  SearchAnswer,
  SearchRequest,
  SearchScope,
  SpokenHit,
  UnitHit,
  WrittenHit,
} from '../../shared/domain/search.ts';
import { passageAt } from '../../shared/text/passage.ts';
import { type PlacesIn, searchPlaces } from '../../shared/text/searchPlaces.ts';
import type { TextRange } from '../../shared/text/textRange.ts';
import { assertPattern, placesOfPattern, type PlacesInTexts } from '../patternSearch.ts';
import type { ReadableProject } from '../project/handle.ts';
import { turnsToIndex } from '../project/searchIndex.ts';
import { indexQuery, type IndexQuery } from '../project/searchQuery.ts';
import {
  searchedTurns,
  unitSpansIn,
  type SearchedTurn,
  type UnitSpan,
} from '../project/searchTurns.ts';
import {
  orderOfUnits,
  writtenTexts,
  type WrittenScope,
  type WrittenText,
} from '../project/searchWritten.ts';
import type { SessionContext } from '../session.ts';

/** Milliseconds after which a search ends with what it has found. */
const timeLimit = 2500;

const around = { before: 70, after: 110 };

/** One going through the texts: for what stands exactly so, or for what is only found when marks are disregarded. */
interface Pass {
  readonly isFolded: boolean;
  readonly query: IndexQuery | null;
  /** No more than about `most` places are wanted; texts that come after them are left out. */
  readonly placesIn: (
    texts: readonly string[],
    most: number,
  ) => Promise<PlacesInTexts> | PlacesInTexts;
}

interface Search {
  readonly project: ReadableProject;
  readonly request: SearchRequest;
  readonly passes: readonly Pass[];
  readonly isOver: () => boolean;
  isCut: boolean;
}

const meets = (one: TextRange, other: TextRange) =>
  one.start < other.end && one.end > other.start;

function placesUntil(
  find: PlacesIn,
  texts: readonly string[],
  most: number,
): PlacesInTexts {
  let left = most;
  const places = texts.map((text) => {
    const found = left > 0 ? find(text) : [];
    left -= found.length;
    return found;
  });
  return { places, isCut: false };
}

/** More than anybody looks through; a regular expression that finds every letter ends here. */
const mostAtOnce = 100_000;

function passesOf(request: SearchRequest, end: number): readonly Pass[] {
  const { text, way } = request;
  if (way === 'pattern') {
    assertPattern(text);
    return [
      {
        isFolded: false,
        query: null,
        placesIn: (texts, most) =>
          placesOfPattern({ pattern: text, texts, most }, end - performance.now()),
      },
    ];
  }
  const exactly = searchPlaces({ text, way, fold: false });
  const exact: Pass = {
    isFolded: false,
    query: indexQuery({ ...request, fold: false }),
    placesIn: (texts, most) => placesUntil(exactly, texts, most),
  };
  if (!request.fold) return [exact];
  const loosely = searchPlaces({ text, way, fold: true });
  const onlyFolded = (one: string) => {
    const known = exactly(one);
    return loosely(one).filter((place) => !known.some((other) => meets(place, other)));
  };
  return [
    exact,
    {
      isFolded: true,
      query: indexQuery(request),
      placesIn: (texts, most) => placesUntil(onlyFolded, texts, most),
    },
  ];
}

const overlapping = (place: TextRange, spans: readonly UnitSpan[]) =>
  spans.filter((span) => meets(place, span));

interface Spoken {
  readonly turns: SpokenHit[];
  readonly units: UnitHit[];
}

interface HitInTurn {
  readonly turn: SearchedTurn;
  readonly place: TextRange;
  /** Of active units that hold any of the words. */
  readonly spans: readonly UnitSpan[];
  readonly isFolded: boolean;
}

function spokenHit({ turn, place, spans, isFolded }: HitInTurn): SpokenHit {
  return {
    turnId: turn.id,
    start: place.start,
    end: place.end,
    transcriptId: turn.transcriptId,
    transcriptName: turn.transcriptName,
    turnLabel: turn.label,
    speaker: turn.speaker,
    role: turn.role,
    passage: passageAt(turn.text, place, around),
    isFolded,
    units: [...new Set(spans.map(({ number }) => number))],
    isMarked: spans.some(
      ({ start, end, isWhole }) => isWhole && start === place.start && end === place.end,
    ),
  };
}

function hasEnough({ request }: Search, found: Spoken): boolean {
  const { scopes, limit } = request;
  return (
    (!scopes.includes('turns') || found.turns.length > limit) &&
    (!scopes.includes('units') || found.units.length > limit)
  );
}

/** The spans that a hit must lie in: where codes are asked for, of units that have one; null where none do. */
function spansAskedFor(
  { filter: { codeIds } }: SearchRequest,
  spans: readonly UnitSpan[],
): readonly UnitSpan[] | null {
  if (codeIds === undefined) return spans;
  const coded = spans.filter((span) => span.codeIds.some((id) => codeIds.includes(id)));
  return coded.length === 0 ? null : coded;
}

const isInside = ({ start, end }: TextRange, span: UnitSpan) =>
  span.start <= start && span.end >= end;

function takeHit({ request }: Search, found: Spoken, hit: HitInTurn): void {
  const { scopes, limit } = request;
  const spans = spansAskedFor(request, hit.spans);
  if (!spans) return;
  const spoken = spokenHit(hit);
  if (scopes.includes('turns') && found.turns.length <= limit) found.turns.push(spoken);
  if (!scopes.includes('units')) return;
  const units = spans.filter((span) => isInside(hit.place, span));
  for (const { unitId, number } of units.slice(0, limit + 1 - found.units.length))
    found.units.push({ ...spoken, unitId, number });
}

async function lookInto(
  search: Search,
  found: Spoken,
  { pass, turns }: { readonly pass: Pass; readonly turns: readonly SearchedTurn[] },
): Promise<void> {
  const { scopes, filter, limit } = search.request;
  // Where only hits in units or with a code are wanted, it is not known how many have to be looked at.
  const isOpenEnded = scopes.includes('units') || filter.codeIds !== undefined;
  const most = isOpenEnded ? mostAtOnce : limit + 1;
  const { places, isCut } = await pass.placesIn(
    turns.map(({ text }) => text),
    most,
  );
  search.isCut ||= isCut;
  const wanted = turns
    .flatMap((turn, index) => (places[index] ?? []).map((place) => ({ turn, place })))
    .slice(0, most);
  if (wanted.length === 0) return;
  const ids = [...new Set(wanted.map(({ turn }) => turn.id))];
  const spans = unitSpansIn(search.project, ids);
  for (const { turn, place } of wanted) {
    if (hasEnough(search, found)) return;
    takeHit(search, found, {
      turn,
      place,
      spans: overlapping(place, spans.get(turn.id) ?? []),
      isFolded: pass.isFolded,
    });
  }
}

/** Goes through batches until nothing more is wanted or the time is over; others are served in between. */
async function through<Batch>(
  search: Search,
  batches: Iterable<Batch>,
  look: (batch: Batch) => Promise<boolean>,
): Promise<void> {
  for (const batch of batches) {
    if (search.isOver()) search.isCut = true;
    if (search.isCut || !(await look(batch))) return;
    await othersFirst();
  }
}

async function findSpoken(search: Search): Promise<Spoken> {
  const { project, request, passes } = search;
  const found: Spoken = { turns: [], units: [] };
  if (!request.scopes.some((scope) => scope === 'turns' || scope === 'units'))
    return found;
  for (const pass of passes) {
    const sought = { query: pass.query, filter: request.filter };
    if (hasEnough(search, found)) break;
    await through(search, searchedTurns(project, sought), async (turns) => {
      await lookInto(search, found, { pass, turns });
      return !hasEnough(search, found);
    });
  }
  return found;
}

const isFiltered = ({ filter }: SearchRequest) =>
  Object.values(filter).some((values) => values !== undefined);

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

async function findWritten(
  search: Search,
  scope: WrittenScope,
): Promise<SearchAnswer['written'][number]> {
  const { project, request, passes } = search;
  const hits: WrittenHit[] = [];
  const isSearched = scope === 'condensations' || !isFiltered(request);
  for (const pass of isSearched ? passes : [])
    await through(
      search,
      writtenTexts(project, scope, request.filter),
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
  const sorted = inOrder(search, scope, hits);
  return {
    scope,
    hits: sorted.slice(0, request.limit),
    hasMore: sorted.length > request.limit,
  };
}

const cut = <Hit>(hits: readonly Hit[], limit: number) => ({
  hits: hits.slice(0, limit),
  hasMore: hits.length > limit,
});

const isWritten = (scope: SearchScope): scope is WrittenScope =>
  scope !== 'turns' && scope !== 'units';

/** Finds words anywhere in the project; ends after a while with what it has found until then, and says so. */
export async function findWords(
  context: SessionContext,
  request: Parsed<'search.find'>,
): Promise<Output<'search.find'>> {
  const project = context.project().steps.reading;
  // What is indexed while the search goes on has perhaps been gone past already.
  const unindexed = context.indexing.catchUp() ? 0 : turnsToIndex(project);
  const end = performance.now() + timeLimit;
  const search: Search = {
    project,
    request,
    passes: request.text.trim() === '' ? [] : passesOf(request, end),
    isOver: () => performance.now() >= end,
    isCut: false,
  };
  const { scopes, limit } = request;
  const written: SearchAnswer['written'][number][] = [];
  // What an analyst wrote is little; it is looked through first, so that the limit cuts off none of it.
  for (const scope of scopes.filter(isWritten))
    written.push(await findWritten(search, scope));
  const spoken = await findSpoken(search);
  return {
    ...(scopes.includes('turns') ? { turns: cut(spoken.turns, limit) } : {}),
    ...(scopes.includes('units') ? { units: cut(spoken.units, limit) } : {}),
    written,
    isCut: search.isCut,
    unindexed,
  };
}
