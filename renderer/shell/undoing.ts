import type { Change, Step } from '../../shared/domain/step.ts';
import {
  categoryId,
  codeId,
  meaningUnitId,
  themeId,
  turnId,
} from '../../shared/domain/ids.ts';
import { call, problemIn } from '../api.ts';
import { type Selected, usePlace } from '../place.ts';
import { hideToast, showToast } from '../ui/toasts.ts';
import { sayStep, type Words } from '../words.ts';
import { showProblem } from '../screen.ts';

const standsFor = 4000;

/** Which column of a table holds the id of something that can be selected; `id` is the row itself. */
const selectable: Readonly<
  Record<string, readonly [kind: Selected['kind'], column: string]>
> = {
  meaning_units: ['unit', 'id'],
  condensations: ['unit', 'unit_id'],
  codings: ['unit', 'unit_id'],
  spans: ['unit', 'unit_id'],
  codes: ['code', 'id'],
  categories: ['category', 'id'],
  themes: ['theme', 'id'],
};

function selectedOf(kind: Selected['kind'], id: string): Selected {
  if (kind === 'unit') return { kind, id: meaningUnitId.parse(id) };
  if (kind === 'code') return { kind, id: codeId.parse(id) };
  if (kind === 'category') return { kind, id: categoryId.parse(id) };
  if (kind === 'theme') return { kind, id: themeId.parse(id) };
  return { kind, id: turnId.parse(id) };
}

function selectedIn(change: Change, side: 'before' | 'after'): Selected | null {
  const [kind, column] = selectable[change.table] ?? [];
  const row = change[side] ?? (kind === 'unit' ? (change.before ?? change.after) : null);
  if (kind === undefined || column === undefined || row === null) return null;
  // A unit whose row went is gone, but one that lost a code is still there.
  if (column === 'id') return change[side] ? selectedOf(kind, change.rowId) : null;
  return selectedOf(kind, String(row[column]));
}

/** Selects what the step was about, if it still is in the project. */
async function selectChanged(step: Step, side: 'before' | 'after'): Promise<void> {
  const changes = await call('steps.changes', { seq: step.seq, limit: 20 });
  const isGone = changes.some(
    (change) => change.table === 'meaning_units' && change[side] === null,
  );
  const selected = changes.map((change) => selectedIn(change, side)).find(Boolean);
  if (!selected || isGone) return;
  usePlace.setState(({ reveal }) => ({ selected, reveal: reveal + 1 }));
}

function say4Seconds(
  words: string,
  action: { words: string; onAction: () => void },
): void {
  showToast({ words, action });
  setTimeout(() => {
    // Held by pointer or focus it stays; ToastRegion takes it away in the end.
    if (!document.querySelector('.toast:hover, .toast:focus-within')) hideToast();
  }, standsFor);
}

/** Undoes so many steps, says which and selects what changed. */
export async function undo(words: Words, times = 1): Promise<void> {
  const { say } = words;
  try {
    const { undone } = await call('steps.undo', { times });
    const [first] = undone;
    if (!first) return;
    const did =
      undone.length === 1 || times === 1
        ? say('shell.undone', { step: sayStep(say, first) })
        : say('shell.undone.many', { count: times });
    say4Seconds(did, {
      words: say('shell.redo'),
      onAction: () => void redo(words, times),
    });
    await selectChanged(first, 'before');
  } catch (error) {
    showProblem(problemIn(error));
  }
}

export async function redo(words: Words, times = 1): Promise<void> {
  const { say } = words;
  try {
    const { redone } = await call('steps.redo', { times });
    const [first] = redone;
    if (!first) return;
    say4Seconds(say('shell.redone', { step: sayStep(say, first) }), {
      words: say('shell.undo'),
      onAction: () => void undo(words, times),
    });
    await selectChanged(first, 'after');
  } catch (error) {
    showProblem(problemIn(error));
  }
}
