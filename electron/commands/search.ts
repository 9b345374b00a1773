import type { Output, Parsed } from '../../shared/api.ts';
import {
  mostMarked,
  type SearchAnswer,
  type SearchScope,
} from '../../shared/domain/search.ts';
import { Refusal } from '../../shared/errors.ts';
import { act } from '../acting.ts';
import type { Job } from '../jobs.ts';
import { markEach } from '../project/meaningUnits.ts';
import type { WrittenScope } from '../project/search/searchWritten.ts';
import { highestTurnKey } from '../project/turns/turnOrder.ts';
import { newPlaces } from '../project/unitPlaces.ts';
import { beginSearch } from '../search/searching.ts';
import {
  countSpoken,
  findSpoken,
  placesOfAll,
  type PlaceInTurn,
} from '../search/spoken.ts';
import { findWritten } from '../search/written.ts';
import type { SessionContext } from '../session.ts';

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
  const { scopes, limit, ...sought } = request;
  const search = beginSearch(context, sought);
  const written: SearchAnswer['written'][number][] = [];
  // What an analyst wrote is little; it is looked through first, so that the limit cuts off none of it.
  for (const scope of scopes.filter(isWritten))
    written.push(await findWritten(search, scope, limit));
  const spoken = await findSpoken(search, { scopes, limit });
  return {
    ...(scopes.includes('turns') ? { turns: cut(spoken.turns, limit) } : {}),
    ...(scopes.includes('units') ? { units: cut(spoken.units, limit) } : {}),
    written,
    isCut: search.isCut,
  };
}

/** The count that each session was asked for last: nobody waits any more for those before. */
const latestCount = new WeakMap<SessionContext, symbol>();

/** How many hits there are in what was said, as far as can be counted in time. */
export async function countWords(
  context: SessionContext,
  { withUnits, ...sought }: Parsed<'search.count'>,
): Promise<Output<'search.count'>> {
  const own = Symbol('count');
  latestCount.set(context, own);
  const isOvertaken = () => latestCount.get(context) !== own;
  const search = beginSearch(context, sought, { isEnded: isOvertaken });
  const count = await countSpoken(search, withUnits);
  if (isOvertaken()) throw new Refusal('job.cancelled');
  return count;
}

type AllHits = Parsed<'search.toMark'>;

/** Milliseconds for what shows how far it is and can be cancelled. */
const longLimit = 60_000;

const isContext = ({ turn: { role } }: PlaceInTurn) =>
  role !== null && role !== 'participant';

async function allPlaces(context: SessionContext, asked: AllHits, job: Job) {
  const { extent: _, withContext, job: __, ...sought } = asked;
  const search = beginSearch(context, sought, { milliseconds: longLimit });
  const total = highestTurnKey(search.project);
  const { places, isCut } = await placesOfAll(search, mostMarked, ({ key }) =>
    job.progress(Math.min(key, total), total, 'progress.searching'),
  );
  const wanted = withContext ? places : places.filter((one) => !isContext(one));
  return {
    places: wanted.map(({ turn, place }) => ({ turnId: turn.id, ...place })),
    context: places.length - places.filter((one) => !isContext(one)).length,
    isCut,
  };
}

/** What marking all hits would come to; nothing is written. */
export function hitsToMark(
  context: SessionContext,
  asked: AllHits,
): Promise<Output<'search.toMark'>> {
  return context.jobs.run(asked.job, async (job) => {
    const { places, ...found } = await allPlaces(context, asked, job);
    const project = context.project().steps.reading;
    const { made, already } = newPlaces(project, places, asked.extent);
    return { units: made.length, already, ...found };
  });
}

/** Makes a unit of every hit, in one step; cancelled before that step it leaves the project as it was. */
export function markAllHits(
  context: SessionContext,
  asked: AllHits,
): Promise<Output<'search.markAll'>> {
  const begun = context.writableProject();
  return context.jobs.run(asked.job, async (job) => {
    const { places, ...found } = await allPlaces(context, asked, job);
    await job.progress(1, 1, 'progress.marking');
    if (context.current !== begun) throw new Refusal('job.cancelled');
    const { ids, already } = act(context, {
      label: 'meaningUnits.markEach',
      work: (project) => markEach(project, { places, extent: asked.extent }),
    });
    return { units: ids.length, already, ...found };
  });
}
