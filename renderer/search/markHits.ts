import type { SpokenHit } from '../../shared/domain/search.ts';
import type { Say } from '../../shared/words/words.ts';
import { call, problemIn } from '../api.ts';
import { useSearchState } from '../searchState.ts';
import { announce } from '../ui/announce.ts';
import { showToast } from '../ui/toasts.ts';
import { sayProblem } from '../words.ts';
import type { HitRow } from './hitRows.ts';

/** What was said in a hit; null where it was written. */
export function spokenIn({ hit }: HitRow): SpokenHit | null {
  if (hit.kind === 'written') return null;
  return hit.kind === 'unit' ? hit.unit : hit.spoken;
}

export const isContext = ({ role }: SpokenHit): boolean =>
  role !== null && role !== 'participant';

/** The words of a hit, or what they stand in, become a unit; says what came of it. */
export async function markHit(row: HitRow, say: Say): Promise<void> {
  const spoken = spokenIn(row);
  if (!spoken) {
    announce(say('search.marked.notSaid'));
    return;
  }
  const { turnId, start, end } = spoken;
  try {
    const { first } = await call('meaningUnits.markEach', {
      places: [{ turnId, start, end }],
      extent: useSearchState.getState().extent,
    });
    if (first === null) showToast({ words: say('search.marked.already') });
    else announce(say('search.marked', { n: first }));
  } catch (error) {
    const problem = problemIn(error);
    if (problem) announce(sayProblem(say, problem), 'assertive');
  }
}
