import { useVirtualizer } from '@tanstack/react-virtual';
import { TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useMemo } from 'react';

import type { MeaningUnitId } from '../../shared/domain/ids.ts';
import type { Review } from '../../shared/domain/review.ts';
import { Icon } from '../ui/Icon.tsx';
import { useWords } from '../words.ts';
import { reviewRows, type ReviewRow } from './reviewRows.ts';
import { indexFrom } from '../ui/listKeys.ts';
import { sayCorrection, sayDifference, sayReview } from './reviewWords.ts';

export interface ReviewListProps {
  /** In the order of the list. */
  readonly reviews: readonly Review[];
  readonly index: number;
  readonly listRef: RefObject<HTMLDivElement | null>;
  readonly onGo: (index: number) => void;
}

const optionId = (unitId: MeaningUnitId) => `review-${unitId}`;

function Unit(props: {
  readonly review: Review;
  readonly index: number;
  readonly count: number;
  readonly isCurrent: boolean;
  readonly hasManyTranscripts: boolean;
  readonly onGo: (index: number) => void;
}) {
  const words = useWords();
  const { review, index, count, isCurrent, onGo } = props;
  const { speaker, turnLabel } = review.now;
  const difference = sayDifference(words, review);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list has the keys
    <div
      role="option"
      id={optionId(review.unitId)}
      className="review-item"
      aria-selected={isCurrent}
      aria-posinset={index + 1}
      aria-setsize={count}
      tabIndex={-1}
      onClick={() => onGo(index)}
    >
      <span className="review-sign">
        <Icon of={TriangleAlert} />
      </span>
      <span className="review-item-unit">
        {words.say('review.unit', { unit: review.number })}
      </span>
      <span className="review-item-place">
        {[speaker, turnLabel].filter(Boolean).join(' ')}
      </span>
      <span className="review-item-what">
        {props.hasManyTranscripts
          ? `${difference} · ${review.transcriptName}`
          : difference}
      </span>
      <span className="visually-hidden">
        . {sayReview(words, review, { n: index + 1, of: count })}
      </span>
    </div>
  );
}

function Correction({ correction }: Pick<Review, 'correction'>) {
  const words = useWords();
  return (
    <p className="review-correction" aria-hidden="true">
      {sayCorrection(words, correction)}
    </p>
  );
}

const heights = { correction: 40, unit: 60 };

function useRows(rows: readonly ReviewRow[], props: ReviewListProps) {
  const { listRef, index } = props;
  // oxlint-disable-next-line react/incompatible-library -- it draws again by itself when it scrolls
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => listRef.current,
    estimateSize: (at) => heights[rows[at]!.kind],
    getItemKey: (at) => rows[at]!.key,
    overscan: 6,
  });
  const current = rows.findIndex((row) => row.kind === 'unit' && row.index === index);
  useEffect(() => {
    // The heading over the first unit of a correction is shown with it.
    const isHeaded = rows[current - 1]?.kind === 'correction';
    virtual.scrollToIndex(isHeaded ? current - 1 : current);
    if (isHeaded) virtual.scrollToIndex(current);
  }, [virtual, rows, current]);
  return virtual;
}

/** The units in doubt, grouped by correction: the arrows go from one to the next. */
export function ReviewList(props: ReviewListProps) {
  const { reviews, index, listRef, onGo } = props;
  const { say } = useWords();
  const rows = useMemo(() => reviewRows(reviews), [reviews]);
  const virtual = useRows(rows, props);
  const hasManyTranscripts = useMemo(
    () => new Set(reviews.map(({ transcriptId }) => transcriptId)).size > 1,
    [reviews],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const to = indexFrom(event.key, index, reviews.length - 1);
    if (to === null) return;
    event.preventDefault();
    onGo(to);
  };
  return (
    <div
      ref={listRef}
      className="review-list"
      role="listbox"
      aria-label={say('review.list')}
      aria-activedescendant={optionId(reviews[index]!.unitId)}
      data-keys="review"
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div
        role="presentation"
        className="review-rows"
        style={{ blockSize: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index]!;
          return (
            <div
              key={row.key}
              role="presentation"
              ref={virtual.measureElement}
              data-index={item.index}
              className="review-row"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {row.kind === 'correction' ? (
                <Correction correction={row.correction} />
              ) : (
                <Unit
                  review={row.review}
                  index={row.index}
                  count={reviews.length}
                  isCurrent={row.index === index}
                  hasManyTranscripts={hasManyTranscripts}
                  onGo={onGo}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
