import type { Turn } from '../../../shared/domain/transcript.ts';
import type { TextRange } from '../../../shared/text/textRange.ts';
import { selectionNow, useCaret } from '../caret.ts';
import type { OpenTranscript } from '../openTranscript.ts';
import { draftNow, editorNow } from './draft.ts';

/** The turns that a command is about, and what is selected in the first of them. */
export interface TurnsMeant {
  /** Ordinals from 0, in order and together. */
  readonly ordinals: readonly number[];
  readonly turns: readonly Turn[];
  readonly first: Turn;
  /** The words of the first turn as they stand, in the editor if it is there. */
  readonly text: string;
  readonly selected: TextRange;
}

function ofDraft({ transcript }: OpenTranscript): TurnsMeant | null {
  const draft = draftNow();
  if (draft?.transcriptId !== transcript.id) return null;
  const ordinal = transcript.turns.findIndex(({ id }) => id === draft.turnId);
  const first = transcript.turns[ordinal];
  if (!first) return null;
  const selected = editorNow()?.selection() ?? draft.opensAt;
  return { ordinals: [ordinal], turns: [first], first, text: draft.text, selected };
}

function ofSelection({ transcript }: OpenTranscript): TurnsMeant | null {
  const selection = selectionNow();
  const first = selection && transcript.turns[selection.from.turn];
  if (!first) return null;
  const { from, to } = selection;
  const ends = from.turn === to.turn ? to.at : first.text.length;
  const turns = transcript.turns.slice(from.turn, to.turn + 1);
  return {
    ordinals: turns.map((_, index) => from.turn + index),
    turns,
    first,
    text: first.text,
    selected: { start: from.at, end: ends },
  };
}

/** Those with the caret or the selection in them while the text has the focus, else the turn that is being corrected. */
export function turnsMeant(open: OpenTranscript): TurnsMeant | null {
  const selected = useCaret.getState().isFocused ? ofSelection(open) : null;
  // The words of the turn that is being corrected are those in the editor.
  const isElsewhere = selected !== null && selected.first.id !== draftNow()?.turnId;
  return (isElsewhere ? selected : ofDraft(open)) ?? ofSelection(open);
}
