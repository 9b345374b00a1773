import type { TurnId } from '../../shared/domain/ids.ts';
import { call } from '../api.ts';
import { announce } from '../ui/announce.ts';
import { float } from './atSelection.ts';
import { focusText, selectionNow } from './caret.ts';
import { attempt, type OpenTranscript } from './openTranscript.ts';

function turnsMeant({ transcript }: OpenTranscript): readonly TurnId[] {
  const selection = selectionNow();
  if (!selection) return [];
  const { from, to } = selection;
  return transcript.turns.slice(from.turn, to.turn + 1).map(({ id }) => id);
}

async function takeBack(open: OpenTranscript, turnIds: readonly TurnId[]): Promise<void> {
  const done = await attempt(open, () =>
    call('turns.takeBack', { turnIds: [...turnIds] }),
  );
  if (done) announce(open.say('transcript.tookBack', { count: turnIds.length }));
}

/** X: asks why; turns that all are set aside are taken back. */
export function setAside(open: OpenTranscript): void {
  const turnIds = turnsMeant(open);
  if (turnIds.length === 0) announce(open.say('transcript.noWords'));
  else if (open.isReadOnly) announce(open.say('transcript.readOnly'));
  else if (turnIds.every((id) => open.aside.has(id))) void takeBack(open, turnIds);
  else float({ kind: 'setAside', turnIds });
}

export async function setAsideFor(
  open: OpenTranscript,
  turnIds: readonly TurnId[],
  reason: string,
): Promise<void> {
  float(null);
  focusText();
  const done = await attempt(open, () =>
    call('turns.setAside', { turnIds: [...turnIds], reason }),
  );
  if (done) announce(open.say('transcript.setAside', { count: turnIds.length }));
}
