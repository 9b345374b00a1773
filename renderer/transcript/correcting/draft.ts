import { create } from 'zustand';

import type { SpeakerId, TranscriptId, TurnId } from '../../../shared/domain/ids.ts';
import type { Transcript, Turn } from '../../../shared/domain/transcript.ts';
import type { Problem } from '../../../shared/errors.ts';
import { editTurn } from '../../../shared/text/correctTurns.ts';
import { changeBetween, withChange } from '../../../shared/text/draftEdits.ts';
import { editsBetween } from '../../../shared/text/editsBetween.ts';
import type { TextEdit } from '../../../shared/text/textEdit.ts';
import type { TextRange } from '../../../shared/text/textRange.ts';
import { layTurns, type TurnLayout } from '../../../shared/text/turnLayout.ts';

/** A turn while it is being corrected: the edits that lead from its stored text to what stands in the editor. */
export interface Draft {
  readonly transcriptId: TranscriptId;
  readonly turnId: TurnId;
  readonly label: string;
  readonly speakerId: SpeakerId | null;
  /** The stored text that the edits are of. */
  readonly base: string;
  readonly text: string;
  readonly edits: readonly TextEdit[];
  /** The turn before it when it was opened, should it go. */
  readonly after: TurnId | null;
  /** What was selected when it was opened. */
  readonly opensAt: TextRange;
  /** The stored text changed while it was open. */
  readonly isRebased: boolean;
}

interface Correcting {
  readonly draft: Draft | null;
  /** What has just been saved, until it is drawn. */
  readonly saved: string | null;
  /** The turn is being divided, joined or moved, with what is typed in it. */
  readonly isActing: boolean;
  /** Whether to throw away what was typed is being asked. */
  readonly isAsking: boolean;
  /** Why it could not be saved. */
  readonly problem: Problem | null;
}

const nothing: Correcting = {
  draft: null,
  saved: null,
  isActing: false,
  isAsking: false,
  problem: null,
};

/** The turn that is being corrected, one at a time. It outlives the view, so that what is typed is never lost with it. */
export const useCorrecting = create<Correcting>(() => nothing);

export const draftNow = (): Draft | null => useCorrecting.getState().draft;

export const isChanged = ({ edits }: Draft): boolean => edits.length > 0;

export function openDraft(
  { id: transcriptId, turns }: Transcript,
  { id: turnId, label, speakerId, text }: Turn,
  opensAt: TextRange,
): void {
  const after = turns[turns.findIndex(({ id }) => id === turnId) - 1]?.id ?? null;
  const own = { transcriptId, turnId, label, speakerId, after, opensAt };
  const draft = { ...own, base: text, text, edits: [], isRebased: false };
  useCorrecting.setState({ ...nothing, draft });
}

export function closeDraft(): void {
  useCorrecting.setState(nothing);
}

/** How the turn would be laid if the draft were saved now: by the functions that the file is written with. */
export function layoutOf({ turnId: id, base, edits }: Draft): TurnLayout {
  const turn = { id, text: base };
  return layTurns([turn], [editTurn(turn, edits)]);
}

/** Follows what has been typed; returns the text as it will be stored, which is not always what was typed. */
export function followTyping(text: string, caret: number): string {
  const draft = draftNow();
  const change = draft && changeBetween(draft.text, text, caret);
  if (!draft || !change) return text;
  const edits = withChange(draft.base, draft.edits, change);
  useCorrecting.setState({ draft: { ...draft, text, edits } });
  return layoutOf({ ...draft, edits }).after[0]?.text ?? text;
}

/** The stored text is another: what is typed stays, as edits of the text as it stands now. */
export function rebase(base: string): void {
  const { draft, saved, isActing } = useCorrecting.getState();
  if (!draft || isActing || draft.base === base) return;
  const edits = editsBetween(base, draft.text);
  const isRebased = draft.isRebased || base !== saved;
  useCorrecting.setState({ draft: { ...draft, base, edits, isRebased } });
}

/** The editor of the draft, while it is on the screen. */
export interface DraftEditor {
  readonly selection: () => TextRange;
  readonly focus: () => void;
  readonly insert: (text: string) => void;
  /** Draws the marks anew. */
  readonly redraw: () => void;
}

let editor: DraftEditor | null = null;

export function setEditor(next: DraftEditor | null): void {
  editor = next;
}

export const editorNow = (): DraftEditor | null => editor;
