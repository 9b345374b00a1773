import { useEffect, useRef } from 'react';

import { call } from '../api.ts';
import { backToReview, type InText, useReviewing } from '../reviewing.ts';
import { announce } from '../ui/announce.ts';
import { scrollToText, selectionNow, selectText } from './caret.ts';
import { attempt, type OpenTranscript } from './openTranscript.ts';
import { isCollapsed, spansOfSelection } from './spansOfSelection.ts';
import { beginMoving } from './useMovingEnds.ts';

/** The unit of the review list takes the selected words, and the list is shown again. */
export async function takePointedOut(open: OpenTranscript): Promise<void> {
  const { inText } = useReviewing.getState();
  const selection = selectionNow();
  const spans =
    selection && !isCollapsed(selection)
      ? spansOfSelection(selection, open.transcript.turns)
      : [];
  if (!inText) return;
  if (spans.length === 0) {
    announce(open.say('review.pointingOut.choose'), 'assertive');
    return;
  }
  const done = await attempt(open, () =>
    call('meaningUnits.resize', { unitId: inText.unitId, spans: [...spans] }),
  );
  if (!done) return;
  announce(open.say('review.pointingOut.done', { unit: inText.number }));
  backToReview();
}

/** While a unit is pointed out anew, the keys that mark or open a unit take the selected words for it. */
export function usePointingOutCommands(
  open: OpenTranscript,
): Readonly<Record<string, () => void>> {
  const isPointingOut = useReviewing(({ inText }) => inText?.way === 'pointOut');
  if (!isPointingOut) return {};
  const take = () => void takePointedOut(open);
  return {
    'transcript.mark': take,
    'transcript.condense': take,
    'transcript.takeSelection': take,
  };
}

/** The caret where the unit is; one whose words are gone is not drawn, but has a place. */
function goTo({ transcript }: OpenTranscript, { turnId, start }: InText['at']): void {
  const turn = transcript.turns.findIndex(({ id }) => id === turnId);
  if (turn < 0) return;
  selectText({ turn, at: start });
  scrollToText({ turn, at: start });
}

/** Says what is to be done here when one comes from the review list; where ends are to be moved, the arrows begin to. */
export function useReviewInText(open: OpenTranscript, hasUnits: boolean): void {
  const inText = useReviewing((reviewing) => reviewing.inText);
  const begun = useRef<typeof inText>(null);
  useEffect(() => {
    if (!hasUnits || begun.current === inText) return;
    begun.current = inText;
    if (inText?.way === 'moveEnds') beginMoving(open);
    if (inText?.way === 'pointOut') {
      announce(open.say('review.pointingOut', { unit: inText.number }), 'assertive');
      goTo(open, inText.at);
    }
  });
}
