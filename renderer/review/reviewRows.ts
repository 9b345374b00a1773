import type { Review } from '../../shared/domain/review.ts';

export type ReviewRow =
  | {
      readonly kind: 'correction';
      readonly key: string;
      readonly correction: Review['correction'];
    }
  | {
      readonly kind: 'unit';
      readonly key: string;
      readonly review: Review;
      /** From 0, among the units. */
      readonly index: number;
    };

const seqOf = ({ correction }: Review) => correction?.seq ?? 0;

/** Units correction by correction, the latest first, each in the order of the text. */
export function inReviewOrder(reviews: readonly Review[]): readonly Review[] {
  return reviews.toSorted((a, b) => seqOf(b) - seqOf(a));
}

/** The units in their order with a heading before those of each correction. */
export function reviewRows(ordered: readonly Review[]): readonly ReviewRow[] {
  return ordered.flatMap((review, index): readonly ReviewRow[] => {
    const before = ordered[index - 1];
    const isFirst = before === undefined || seqOf(before) !== seqOf(review);
    const { correction } = review;
    return [
      ...(isFirst
        ? [{ kind: 'correction', key: `step ${seqOf(review)}`, correction } as const]
        : []),
      { kind: 'unit', key: review.unitId, review, index },
    ];
  });
}
