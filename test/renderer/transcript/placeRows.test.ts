import { expect, test } from 'vitest';

import { placeRows } from '../../../renderer/transcript/replacing/placeRows.ts';
import type { TranscriptId, TurnId } from '../../../shared/domain/ids.ts';
import type { FoundPlace } from '../../../shared/domain/review.ts';

const aPlace = (transcript: string, start: number): FoundPlace => ({
  turnId: `turn of ${transcript}` as TurnId,
  turnLabel: 'r1',
  transcriptId: transcript as TranscriptId,
  transcriptName: transcript,
  start,
  end: start + 5,
  text: 'Anna ',
  before: '',
  after: '',
  units: [],
});

test('places stand under their transcript, which knows which are its', () => {
  const rows = placeRows([aPlace('A', 0), aPlace('A', 9), aPlace('B', 3)]);
  expect(
    rows.map((row) =>
      row.kind === 'transcript'
        ? [row.name, row.from, row.to]
        : [row.place.start, row.index, row.count],
    ),
  ).toEqual([
    ['A', 0, 2],
    [0, 0, 2],
    [9, 1, 2],
    ['B', 2, 3],
    [3, 0, 1],
  ]);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
});
