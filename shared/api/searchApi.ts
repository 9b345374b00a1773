import { z } from 'zod';
import { action, command, query } from '../contract.ts';
import type { MeaningUnitId } from '../domain/ids.ts';
import {
  hitExtents,
  mostMarked,
  searchRequest,
  sought,
  type HitCount,
  type HitsToMark,
  type SearchAnswer,
} from '../domain/search.ts';
import { span } from '../domain/span.ts';

const extent = z.enum(hitExtents).default('words');

const allHits = sought.extend({
  extent,
  /** Also what moderators, observers and interpreters say. */
  withContext: z.boolean().default(false),
  job: z.string().max(60).optional(),
});

/** Finding words anywhere in the project. */
export const searchApi = {
  'search.find': command<SearchAnswer>()(searchRequest),
  /** Of what was said; a later count or search ends it. */
  'search.count': command<HitCount>()(
    sought.extend({ withUnits: z.boolean().default(false) }),
  ),
  'search.toMark': command<HitsToMark>()(allHits),
  /** Every hit becomes a unit, in one step; what is a unit already is left as it is. */
  'search.markAll': command<HitsToMark>()(allHits),
  /** Who is heard: each label once, in the order of names. */
  'speakers.heard': query<
    readonly { readonly label: string; readonly turns: number }[]
  >()(z.object({})),
  /** Each place becomes a unit of its own, but for those that are just that already. */
  'meaningUnits.markEach': action<{
    readonly ids: readonly MeaningUnitId[];
    /** The number of the first of them. */
    readonly first: number | null;
    readonly already: number;
  }>()(
    'meaningUnits.markEach',
    z.object({ places: z.array(span).min(1).max(mostMarked), extent }),
  ),
} as const;
