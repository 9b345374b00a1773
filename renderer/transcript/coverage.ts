import type { TurnId } from '../../shared/domain/ids.ts';
import type { MarkedUnit } from '../../shared/domain/meaningUnit.ts';
import type { Transcript } from '../../shared/domain/transcript.ts';

/** What has become of a turn; `context` is a moderator's, which is not judged. */
export type TurnState = 'marked' | 'aside' | 'left' | 'context';

export interface Coverage {
  /** One per turn, in order. */
  readonly states: readonly TurnState[];
  readonly marked: number;
  readonly aside: number;
  readonly left: number;
}

/** How far the analyst has come through the participants' turns. Words both marked and set aside count as marked. */
export function coverageOf(
  transcript: Transcript,
  units: readonly MarkedUnit[],
  aside: ReadonlyMap<TurnId, string>,
): Coverage {
  const context = new Set(
    transcript.speakers.filter(({ role }) => role !== 'participant').map(({ id }) => id),
  );
  const marked = new Set(units.flatMap(({ spans }) => spans.map(([turn]) => turn)));
  const states = transcript.turns.map((turn, index): TurnState => {
    if (turn.speakerId && context.has(turn.speakerId)) return 'context';
    if (marked.has(index)) return 'marked';
    return aside.has(turn.id) ? 'aside' : 'left';
  });
  const count = (wanted: TurnState) => states.filter((state) => state === wanted).length;
  return { states, marked: count('marked'), aside: count('aside'), left: count('left') };
}
