import type { Step } from '../../shared/domain/step.ts';
import { call, problemIn } from '../api.ts';
import { changedThing } from '../changedThing.ts';
import { whileWriting } from '../pendingWrites.ts';
import { usePlace } from '../place.ts';
import { hideToast, showToast } from '../ui/toasts.ts';
import { sayStep, type Words } from '../words.ts';
import { showProblem } from '../screen.ts';

const standsFor = 4000;
const slowAfter = 500;

/** How often steps have been undone and done again: who is answered late must not select over who came after. */
let presses = 0;

/** Selects what the step was about, if it still is in the project; what went with the step is let go. */
async function selectChanged(
  step: Step,
  side: 'before' | 'after',
  press: number,
): Promise<void> {
  const changes = await call('steps.changes', { seq: step.seq, limit: 20 });
  if (press !== presses) return;
  const selected = changedThing(changes, side);
  const current = usePlace.getState().selected?.id;
  const isGone = changes.some(
    (change) => change.rowId === current && change[side] === null,
  );
  if (!selected && isGone) usePlace.getState().select(null);
  if (!selected) return;
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

/** What takes long says that it is under way; the sentence gives way to what has been done. */
async function whileSaying<Result>(
  words: string,
  work: Promise<Result>,
): Promise<Result> {
  const timer = setTimeout(() => showToast({ words }), slowAfter);
  try {
    return await whileWriting(work);
  } catch (error) {
    hideToast();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Undoes so many steps, says which and selects what changed. */
export async function undo(words: Words, times = 1): Promise<void> {
  const { say } = words;
  const press = ++presses;
  try {
    const work = call('steps.undo', { times });
    const { undone } = await whileSaying(say('shell.undoing'), work);
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
    await selectChanged(first, 'before', press);
  } catch (error) {
    showProblem(problemIn(error));
  }
}

export async function redo(words: Words, times = 1): Promise<void> {
  const { say } = words;
  const press = ++presses;
  try {
    const work = call('steps.redo', { times });
    const { redone } = await whileSaying(say('shell.redoing'), work);
    const [first] = redone;
    if (!first) return;
    say4Seconds(say('shell.redone', { step: sayStep(say, first) }), {
      words: say('shell.undo'),
      onAction: () => void undo(words, times),
    });
    await selectChanged(first, 'after', press);
  } catch (error) {
    showProblem(problemIn(error));
  }
}
