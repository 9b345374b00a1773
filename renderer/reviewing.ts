import { create } from 'zustand';

import type { MeaningUnitId } from '../shared/domain/ids.ts';
import type { Review } from '../shared/domain/review.ts';
import { usePlace } from './place.ts';

/** What is done in the text to a unit of the review list. */
export type ReviewWay = 'pointOut' | 'moveEnds';

interface Reviewing {
  /** The unit that is dealt with in the text just now, and how. */
  readonly inText: {
    readonly unitId: MeaningUnitId;
    readonly number: number;
    readonly was: string;
    readonly way: ReviewWay;
  } | null;
  /** Where in the list one is: the next unit comes there when one has left it. */
  readonly index: number;
}

export const useReviewing = create<Reviewing>(() => ({ inText: null, index: 0 }));

// Whoever leaves the text has left what was done in it.
usePlace.subscribe(({ workspace }) => {
  if (workspace !== 'transcripts' && useReviewing.getState().inText)
    useReviewing.setState({ inText: null });
});

/** From the review list to the words of the unit, to point it out anew or move its ends. */
export function reviewInText(
  { unitId, number, was, transcriptId }: Review,
  way: ReviewWay,
): void {
  usePlace.getState().goToWords({ id: unitId, transcriptId });
  useReviewing.setState({ inText: { unitId, number, was: was.text, way } });
}

/** Back to the list from the text; false when one did not come from there. */
export function backToReview(): boolean {
  if (!useReviewing.getState().inText) return false;
  useReviewing.setState({ inText: null });
  if (!usePlace.getState().goBack()) usePlace.getState().go({ workspace: 'review' });
  return true;
}

/** To the review list, with this unit in hand. */
export function goToReview(unitId: MeaningUnitId): void {
  usePlace.getState().go({ workspace: 'review', selected: { kind: 'unit', id: unitId } });
}
