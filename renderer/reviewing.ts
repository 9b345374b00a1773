import { create } from 'zustand';

import type { MeaningUnitId, TurnId } from '../shared/domain/ids.ts';
import type { Review } from '../shared/domain/review.ts';
import { usePlace } from './place.ts';

/** What is done in the text to a unit of the review list. */
export type ReviewWay = 'pointOut' | 'moveEnds';

export interface InText {
  readonly unitId: MeaningUnitId;
  readonly number: number;
  readonly was: string;
  /** Where it stands, or stood when its words are gone. */
  readonly at: { readonly turnId: TurnId; readonly start: number };
  readonly way: ReviewWay;
}

interface Reviewing {
  /** The unit that is dealt with in the text just now, and how. */
  readonly inText: InText | null;
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
  { unitId, number, was, now, transcriptId }: Review,
  way: ReviewWay,
): void {
  usePlace.getState().goToWords({ id: unitId, transcriptId });
  useReviewing.setState({ inText: { unitId, number, was: was.text, at: now, way } });
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
