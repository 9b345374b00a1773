import { call } from '../api.ts';
import { runCommand } from '../keys/commands.ts';
import { usePlace } from '../place.ts';
import { announce } from '../ui/announce.ts';
import { showToast } from '../ui/toasts.ts';
import { focusInspector } from './inspectorFocus.ts';
import { attempt, takeUnit, unitMeant, type OpenTranscript } from './openTranscript.ts';

/** Delete: out of the analysis, and easily back again. */
export async function retire(open: OpenTranscript): Promise<void> {
  const unit = takeUnit(open);
  if (!unit) return;
  const done = await attempt(open, () =>
    call('meaningUnits.retire', { unitIds: [unit.id] }),
  );
  if (!done) return;
  usePlace.getState().select(null);
  showToast({
    words: open.say('transcript.retired', { n: unit.number }),
    action: {
      words: open.say('transcript.undo'),
      onAction: () => void runCommand('steps.undo'),
    },
  });
}

/** S: quotable, or no longer. */
export async function star(open: OpenTranscript): Promise<void> {
  const unit = takeUnit(open);
  if (!unit) return;
  const isQuotable = !unit.isQuotable;
  const done = await attempt(open, () =>
    call('meaningUnits.star', { unitIds: [unit.id], isQuotable }),
  );
  if (done)
    announce(
      open.say(isQuotable ? 'transcript.starred' : 'transcript.unstarred', {
        n: unit.number,
      }),
    );
}

/** R: the code that was used last, once more. */
export async function codeAsLatest(open: OpenTranscript): Promise<void> {
  const latest = open.book.codes.toSorted((a, b) => b.lastUsed - a.lastUsed)[0];
  if (!latest || latest.lastUsed === 0) {
    announce(open.say('transcript.noLatestCode'));
    return;
  }
  const unit = takeUnit(open);
  if (!unit) return;
  const done = await attempt(open, () =>
    call('meaningUnits.code', { unitIds: [unit.id], codeIds: [latest.id] }),
  );
  if (done) announce(open.say('transcript.coded', { n: unit.number, code: latest.name }));
}

/** Enter, K, N: to the field of the unit at the caret. */
export function goToField(
  open: OpenTranscript,
  field: 'condensed' | 'code' | 'memo',
): void {
  if (takeUnit(open)) focusInspector(field);
}

/** Tab: into the inspector, about the unit at the caret if there is one. */
export function enterInspector(open: OpenTranscript): boolean {
  const unit = unitMeant(open);
  if (!unit) return false;
  usePlace.getState().select({ kind: 'unit', id: unit.id });
  focusInspector('condensed');
  return true;
}
