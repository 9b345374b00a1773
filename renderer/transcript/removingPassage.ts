import { create } from 'zustand';

import type { Span } from '../../shared/domain/span.ts';
import { announce } from '../ui/announce.ts';
import { selectionNow } from './caret.ts';
import type { OpenTranscript } from './openTranscript.ts';
import { isCollapsed, spansOfSelection } from './spansOfSelection.ts';

/** The passage that the person is asked about; null when nobody is asked. */
export const useRemovingPassage = create<{ readonly spans: readonly Span[] | null }>(
  () => ({ spans: null }),
);

/** The selected words only: what is taken away is never guessed. */
export function askToRemovePassage(open: OpenTranscript): void {
  const selection = selectionNow();
  const spans =
    selection && !isCollapsed(selection)
      ? spansOfSelection(selection, open.transcript.turns)
      : [];
  if (open.isReadOnly) announce(open.say('transcript.readOnly'));
  else if (spans.length === 0) announce(open.say('transcript.noWords'));
  else useRemovingPassage.setState({ spans });
}
