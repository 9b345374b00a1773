import type { SpokenHit } from '../../shared/domain/search.ts';
import type { Say } from '../../shared/words/words.ts';
import { call, problemIn } from '../api.ts';
import { announce } from '../ui/announce.ts';
import { sayProblem } from '../words.ts';
import type { HitRow } from './hitRows.ts';

export const placeOf = ({ turnId, start, end }: SpokenHit) => ({ turnId, start, end });

/** M: the words of a hit become a unit; says what came of it. */
export async function markHit(row: HitRow, say: Say, isReadOnly: boolean): Promise<void> {
  if (isReadOnly) {
    announce(say('search.readOnly'));
    return;
  }
  if (row.hit.kind === 'written') {
    announce(say('search.marked.notSaid'));
    return;
  }
  const spoken = row.hit.kind === 'unit' ? row.hit.unit : row.hit.spoken;
  if (spoken.isMarked) {
    announce(say('search.marked.already'));
    return;
  }
  try {
    const { number } = await call('meaningUnits.mark', { spans: [placeOf(spoken)] });
    announce(say('search.marked', { n: number }));
  } catch (error) {
    const problem = problemIn(error);
    if (problem) announce(sayProblem(say, problem), 'assertive');
  }
}
