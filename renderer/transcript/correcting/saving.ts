import type { MarkedUnit } from '../../../shared/domain/meaningUnit.ts';
import type { CorrectedUnits } from '../../../shared/domain/review.ts';
import type { Say, WordKey, WordParams } from '../../../shared/words/words.ts';
import { painted } from '../../afterPaint.ts';
import { call, problemIn } from '../../api.ts';
import { runCommand } from '../../keys/commands.ts';
import { showToast } from '../../ui/toasts.ts';
import { selectText } from '../caret.ts';
import type { OpenTranscript } from '../openTranscript.ts';
import {
  closeDraft,
  draftNow,
  editorNow,
  isChanged,
  layoutOf,
  useCorrecting,
} from './draft.ts';
import { unitsIn } from './draftFates.ts';

let openNow: () => OpenTranscript | null = () => null;

/** Lets what waits for a step to be drawn see the transcript as it was last drawn. */
export function watchOpen(latest: () => OpenTranscript | null): void {
  openNow = latest;
}

const longestWait = 120;

/** Waits until the transcript has been drawn with a step in it. */
export async function untilDrawn(
  isThere: (open: OpenTranscript) => boolean,
): Promise<void> {
  for (let frame = 0; frame < longestWait; frame += 1) {
    const open = openNow();
    if (!open || isThere(open)) return;
    await painted();
  }
}

export const noUnits: CorrectedUnits = { changed: [], inDoubt: [] };

/** "Rättat. 2 enheter följde med, 1 att granska." */
export function sayUnits(
  say: Say,
  touched: readonly MarkedUnit[],
  { inDoubt }: CorrectedUnits,
): string {
  const doubtful = touched.filter(({ id }) => inDoubt.includes(id)).length;
  const followed = touched.length - doubtful;
  if (followed === 0)
    return doubtful === 0 ? '' : say('correcting.review', { count: doubtful });
  return doubtful === 0
    ? say('correcting.followed', { count: followed })
    : say('correcting.followedAndReview', { count: followed, review: doubtful });
}

export interface Outcome {
  readonly key: WordKey;
  readonly params?: WordParams;
  /** The units that had words in the turns. */
  readonly touched: readonly MarkedUnit[];
  readonly done: CorrectedUnits;
}

/** Says at the foot what a correction has done, with the way back. */
export function sayOutcome(say: Say, { key, params, touched, done }: Outcome): void {
  showToast({
    words: `${say(key, params)} ${sayUnits(say, touched, done)}`.trim(),
    action: {
      words: say('transcript.undo'),
      onAction: () => void runCommand('steps.undo'),
    },
  });
}

export const touchedBy = (
  { units }: OpenTranscript,
  ordinals: readonly number[],
): readonly MarkedUnit[] => unitsIn(units, new Set(ordinals));

let saving: Promise<CorrectedUnits | null> | null = null;

async function save(): Promise<CorrectedUnits | null> {
  const draft = draftNow();
  if (!draft || !isChanged(draft)) return noUnits;
  const { turnId, edits } = draft;
  try {
    useCorrecting.setState({ saved: layoutOf(draft).after[0]!.text, isAsking: false });
    const done = await call('turns.correct', { turnId, edits: [...edits] });
    useCorrecting.setState({ problem: null });
    return done;
  } catch (error) {
    useCorrecting.setState({ saved: null, problem: problemIn(error) });
    return null;
  }
}

/** Saves what is typed as one step; null when it was refused, and then it still stands in the editor. */
export async function saveDraft(): Promise<CorrectedUnits | null> {
  saving ??= save().finally(() => {
    saving = null;
  });
  return saving;
}

/** Closes the editor when what was saved has been drawn; what was typed meanwhile keeps it open. */
export async function closeWhenDrawn(): Promise<boolean> {
  const { saved, draft } = useCorrecting.getState();
  if (draft && saved !== null)
    await untilDrawn(
      ({ transcript }) =>
        transcript.turns.find(({ id }) => id === draft.turnId)?.text === saved,
    );
  const now = draftNow();
  if (now?.turnId === draft?.turnId && now && now.text !== (saved ?? now.base)) {
    useCorrecting.setState({ saved: null });
    return false;
  }
  closeDraft();
  return true;
}

const ordinalOfDraft = ({ transcript }: OpenTranscript) =>
  transcript.turns.findIndex(({ id }) => id === draftNow()?.turnId);

/** Klar: one step, the caret where it was, and what came of it said. */
export async function keepDraft(open: OpenTranscript): Promise<void> {
  const draft = draftNow();
  if (!draft) return;
  const turn = ordinalOfDraft(open);
  const at = editorNow()?.selection().end ?? draft.opensAt.end;
  const touched = touchedBy(open, [turn]);
  const wasChanged = isChanged(draft);
  const done = await saveDraft();
  if (!done) return;
  if (wasChanged) sayOutcome(open.say, { key: 'correcting.done', touched, done });
  if ((await closeWhenDrawn()) && turn !== -1) selectText({ turn, at });
}

/** Leaving the transcript, or for another turn: what is typed is saved. */
export async function saveOnLeaving(open: OpenTranscript): Promise<boolean> {
  const draft = draftNow();
  if (!draft) return true;
  const touched = touchedBy(open, [ordinalOfDraft(open)]);
  const wasChanged = isChanged(draft);
  const done = await saveDraft();
  if (!done) return false;
  if (wasChanged) sayOutcome(open.say, { key: 'correcting.done', touched, done });
  if (draftNow()?.turnId === draft.turnId) closeDraft();
  return true;
}

/** Avbryt, said and meant: the turn stands as it did. */
export function dropDraft(open: OpenTranscript): void {
  const turn = ordinalOfDraft(open);
  const text = open.transcript.turns[turn]?.text ?? '';
  const at = Math.min(editorNow()?.selection().end ?? 0, text.length);
  closeDraft();
  if (turn !== -1) selectText({ turn, at });
}

/** Avbryt: asks only if something was typed. */
export function cancelDraft(open: OpenTranscript): void {
  const draft = draftNow();
  if (draft && isChanged(draft)) useCorrecting.setState({ isAsking: true });
  else dropDraft(open);
}
