import type {
  HitCount,
  SearchRequest,
  SpokenHit,
  UnitHit,
} from '../../shared/domain/search.ts';
import { passageAt } from '../../shared/text/passage.ts';
import type { TextRange } from '../../shared/text/textRange.ts';
import { wholeWords } from '../../shared/text/wordsAt.ts';
import {
  searchedTurns,
  unitSpansIn,
  type SearchedTurn,
  type UnitSpan,
} from '../project/search/searchTurns.ts';
import { meets, mostAtOnce, through, type Pass, type Search } from './searching.ts';

/** How much of what stands around a hit is shown. */
export const around = { before: 70, after: 110 };

export interface PlaceInTurn {
  readonly turn: SearchedTurn;
  readonly place: TextRange;
}

interface Found {
  readonly places: readonly PlaceInTurn[];
  readonly isFolded: boolean;
  /** The last turn that was looked into. */
  readonly last: SearchedTurn;
}

interface Look {
  /** No more than about so many places are wanted of what comes next. */
  readonly most: () => number;
  /** False when nothing more is wanted. */
  readonly take: (found: Found) => boolean | Promise<boolean>;
}

async function lookInto(
  search: Search,
  { pass, turns }: { readonly pass: Pass; readonly turns: readonly SearchedTurn[] },
  { most, take }: Look,
): Promise<boolean> {
  const last = turns.at(-1);
  if (!last) return true;
  const wanted = most();
  const { places, isCut } = await pass.placesIn(
    turns.map(({ text }) => text),
    wanted,
  );
  search.isCut ||= isCut;
  const found = turns
    .flatMap((turn, index) => (places[index] ?? []).map((place) => ({ turn, place })))
    .slice(0, wanted);
  return take({ places: found, isFolded: pass.isFolded, last });
}

/** Every place in what was said that the filter leaves, in the order of the project; exact ones before all others. */
export async function eachPlace(search: Search, look: Look): Promise<void> {
  const { project, passes, hasWaiting } = search;
  let goesOn = true;
  for (const pass of passes) {
    const asked = { query: pass.query, hasWaiting, filter: search.sought.filter };
    await through(search, searchedTurns(project, asked), async (turns) => {
      goesOn = await lookInto(search, { pass, turns }, look);
      return goesOn;
    });
    if (!goesOn) return;
  }
}

type Spans = ReadonlyMap<string, readonly UnitSpan[]>;

function spansAt(
  { project }: Search,
  places: readonly PlaceInTurn[],
): (one: PlaceInTurn) => readonly UnitSpan[] {
  const spans: Spans =
    places.length === 0
      ? new Map()
      : unitSpansIn(project, [...new Set(places.map(({ turn }) => turn.id))]);
  return ({ turn, place }) =>
    (spans.get(turn.id) ?? []).filter((span) => meets(place, span));
}

const asksForCodes = ({ sought }: Search) => (sought.filter.codeIds?.length ?? 0) > 0;

/** The spans that a hit must lie in: where codes are asked for, of units that have one; null where none do. */
function spansAskedFor(
  search: Search,
  spans: readonly UnitSpan[],
): readonly UnitSpan[] | null {
  if (!asksForCodes(search)) return spans;
  const codeIds = search.sought.filter.codeIds ?? [];
  const coded = spans.filter((span) => span.codeIds.some((id) => codeIds.includes(id)));
  return coded.length === 0 ? null : coded;
}

const isInside = ({ start, end }: TextRange, span: UnitSpan) =>
  span.start <= start && span.end >= end;

/** Whether a unit is just these words, to their ends. */
function isUnit({ turn, place }: PlaceInTurn, spans: readonly UnitSpan[]): boolean {
  const whole = spans.filter(({ isWhole }) => isWhole);
  if (whole.length === 0) return false;
  const words = wholeWords(turn.text, place);
  return whole.some(({ start, end }) => start === words.start && end === words.end);
}

function spokenHit(
  { turn, place }: PlaceInTurn,
  spans: readonly UnitSpan[],
  isFolded: boolean,
): SpokenHit {
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
    isMarked: isUnit({ turn, place }, spans),
  };
}

export interface Spoken {
  readonly turns: SpokenHit[];
  readonly units: UnitHit[];
}

type Wanted = Pick<SearchRequest, 'scopes' | 'limit'>;

const hasEnough = ({ scopes, limit }: Wanted, found: Spoken): boolean =>
  (!scopes.includes('turns') || found.turns.length > limit) &&
  (!scopes.includes('units') || found.units.length > limit);

/** The first hits of each scope that is wanted, one more than the limit where there are more. */
export async function findSpoken(search: Search, wanted: Wanted): Promise<Spoken> {
  const { scopes, limit } = wanted;
  const found: Spoken = { turns: [], units: [] };
  if (!scopes.some((scope) => scope === 'turns' || scope === 'units')) return found;
  // Where only hits in units or with a code are wanted, it is not known how many have to be looked at.
  const isOpenEnded = scopes.includes('units') || asksForCodes(search);
  const takeHit = (one: PlaceInTurn, all: readonly UnitSpan[], isFolded: boolean) => {
    const spans = spansAskedFor(search, all);
    if (!spans) return;
    const hit = spokenHit(one, all, isFolded);
    if (scopes.includes('turns') && found.turns.length <= limit) found.turns.push(hit);
    if (!scopes.includes('units')) return;
    const units = spans.filter((span) => isInside(one.place, span));
    for (const { unitId, number } of units.slice(0, limit + 1 - found.units.length))
      found.units.push({ ...hit, unitId, number });
  };
  await eachPlace(search, {
    most: () => (isOpenEnded ? mostAtOnce : limit + 1 - found.turns.length),
    take: ({ places, isFolded }) => {
      const spansOf = spansAt(search, places);
      for (const one of places) {
        if (hasEnough(wanted, found)) return false;
        takeHit(one, spansOf(one), isFolded);
      }
      return !hasEnough(wanted, found);
    },
  });
  return found;
}

/** How many places there are; of those in units only where that is asked for, since it takes longer. */
export async function countSpoken(search: Search, withUnits: boolean): Promise<HitCount> {
  const needsSpans = withUnits || asksForCodes(search);
  let [turns, units] = [0, 0];
  await eachPlace(search, {
    most: () => Number.MAX_SAFE_INTEGER,
    take: ({ places }) => {
      const spansOf = needsSpans ? spansAt(search, places) : () => [];
      for (const one of places) {
        const spans = spansAskedFor(search, spansOf(one));
        if (!spans) continue;
        turns += 1;
        units += spans.filter((span) => isInside(one.place, span)).length;
      }
      return true;
    },
  });
  return { turns, units: withUnits ? units : null, isAtLeast: search.isCut };
}

/** The places themselves, up to so many; with `isCut` there are more. */
export async function placesOfAll(
  search: Search,
  most: number,
  tell: (last: SearchedTurn) => Promise<void>,
): Promise<{ readonly places: readonly PlaceInTurn[]; readonly isCut: boolean }> {
  const kept: PlaceInTurn[] = [];
  await eachPlace(search, {
    most: () => mostAtOnce,
    take: async ({ places, last }) => {
      const spansOf = asksForCodes(search) ? spansAt(search, places) : () => [];
      for (const one of places)
        if (kept.length <= most && spansAskedFor(search, spansOf(one))) kept.push(one);
      await tell(last);
      return kept.length <= most;
    },
  });
  return { places: kept.slice(0, most), isCut: search.isCut || kept.length > most };
}
