import { z } from 'zod';
import { action, command, query } from '../contract.ts';
import type { MeaningUnitId } from '../domain/ids.ts';
import { searchRequest, type SearchAnswer } from '../domain/search.ts';
import { span } from '../domain/span.ts';

/** Finding words anywhere in the project. */
export const searchApi = {
  'search.find': command<SearchAnswer>()(searchRequest),
  /** Who is heard: each label once, in the order of names. */
  'speakers.heard': query<
    readonly { readonly label: string; readonly turns: number }[]
  >()(z.object({})),
  /** Each place becomes a unit of its own. */
  'meaningUnits.markEach': action<{ readonly ids: readonly MeaningUnitId[] }>()(
    'meaningUnits.markEach',
    z.object({ places: z.array(span).min(1).max(5000) }),
  ),
} as const;
