import { expect, test } from 'vitest';

import { inReviewOrder, reviewRows } from '../../../renderer/review/reviewRows.ts';
import type { MeaningUnitId, TranscriptId, TurnId } from '../../../shared/domain/ids.ts';
import type { Review } from '../../../shared/domain/review.ts';

function aReview(number: number, seq: number | null): Review {
  const context = { turnLabel: 'r1', text: 'Ord', before: '', after: '' };
  return {
    unitId: `unit ${number}` as MeaningUnitId,
    number,
    transcriptId: 'transcript' as TranscriptId,
    transcriptName: 'Fokusgrupp 1',
    reason: 'edited',
    correction:
      seq === null
        ? null
        : {
            seq,
            at: '2026-01-01T10:00:00.000Z',
            initials: 'EL',
            label: 'turns.correct',
            params: {},
          },
    marked: { at: '2026-01-01T09:00:00.000Z', initials: 'EL' },
    condensed: '',
    codeIds: [],
    was: context,
    now: { ...context, turnId: 'turn' as TurnId, speaker: 'P1', start: 0 },
  };
}

const shown = (reviews: readonly Review[]) =>
  reviewRows(inReviewOrder(reviews)).map((row) =>
    row.kind === 'unit'
      ? `${row.index}: ${row.review.number}`
      : (row.correction?.seq ?? 'older'),
  );

test('units stand under the correction that left them in doubt, the latest first, each in the order of the text', () => {
  expect(
    shown([aReview(3, 10), aReview(1, 12), aReview(7, 10), aReview(2, null)]),
  ).toEqual([12, '0: 1', 10, '1: 3', '2: 7', 'older', '3: 2']);
  expect(shown([])).toEqual([]);
});
