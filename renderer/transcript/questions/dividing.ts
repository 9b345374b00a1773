import type { PlacedTurn } from '../../../shared/domain/question.ts';
import { call } from '../../api.ts';
import { announce } from '../../ui/announce.ts';
import { attempt, type OpenTranscript } from '../openTranscript.ts';
import type { Spot } from './questionRules.ts';

/** Says that questions begin at these turns. */
export async function begin(
  open: OpenTranscript,
  borders: readonly PlacedTurn[],
): Promise<void> {
  const placed = borders.map(({ turnId, questionId }) => ({ turnId, questionId }));
  const done = await attempt(open, () => call('questions.begin', { borders: placed }));
  if (done) announce(open.say('questions.accepted', { count: placed.length }));
}

/** A proposal is not to come again; a border goes. */
export async function reject(open: OpenTranscript, spot: Spot): Promise<void> {
  const turnIds = [spot.turnId];
  const done = await attempt(open, () =>
    spot.isProposed
      ? call('questions.reject', { turnIds })
      : call('questions.removeBorders', { turnIds }),
  );
  if (done)
    announce(
      open.say(spot.isProposed ? 'questions.rejected' : 'questions.border.removed'),
    );
}

/** One turn up or down; a proposal is accepted there. Gives the turn it came to, null where it could not go. */
export async function moveSpot(
  open: OpenTranscript,
  spot: Spot,
  direction: 1 | -1,
): Promise<PlacedTurn['turnId'] | null> {
  const to = open.transcript.turns[spot.turn + direction];
  if (!to) return null;
  const { questionId } = spot;
  const done = await attempt(open, () =>
    spot.isProposed
      ? call('questions.begin', { borders: [{ turnId: to.id, questionId }] })
      : call('questions.moveBorder', { turnId: spot.turnId, to: to.id }),
  );
  if (!done) return null;
  announce(open.say('questions.moved', { turn: to.label }));
  return to.id;
}
