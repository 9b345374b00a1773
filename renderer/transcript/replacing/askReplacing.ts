import { create } from 'zustand';

import type { TranscriptId } from '../../../shared/domain/ids.ts';
import { usePlace } from '../../place.ts';
import { selectionNow, useCaret } from '../caret.ts';
import { isCollapsed } from '../spansOfSelection.ts';

interface Replacing {
  readonly asked: {
    /** What the dialog proposes to look for. */
    readonly words: string;
    /** The transcript that is open, if any. */
    readonly transcriptId: TranscriptId | null;
  } | null;
}

/** Whether the person is asked what to replace; the dialog lies over whatever workspace is shown. */
export const useReplacing = create<Replacing>(() => ({ asked: null }));

const longestName = 120;

/** The selected words, when they stand in one turn and are few enough to be a name. */
function selectedWords(): string {
  const { surface } = useCaret.getState();
  const selection = surface && selectionNow();
  if (!selection || isCollapsed(selection)) return '';
  const { from, to } = selection;
  if (from.turn !== to.turn || to.at - from.at > longestName) return '';
  return (surface.turns[from.turn]?.text ?? '').slice(from.at, to.at).trim();
}

export function askReplacing(): void {
  const { workspace, transcriptId } = usePlace.getState();
  useReplacing.setState({
    asked: {
      words: selectedWords(),
      transcriptId: workspace === 'transcripts' ? transcriptId : null,
    },
  });
}

export const endReplacing = (): void => useReplacing.setState({ asked: null });
