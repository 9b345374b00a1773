import type { FoundPlace } from '../../../shared/domain/review.ts';

export type PlaceRow =
  | {
      readonly kind: 'transcript';
      readonly key: string;
      readonly name: string;
      /** Its places: from this index to before that one. */
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly kind: 'place';
      readonly key: string;
      readonly place: FoundPlace;
      /** From 0, among its transcript's. */
      readonly index: number;
      readonly count: number;
    };

export const placeKey = ({ turnId, start }: FoundPlace): string => `${turnId} ${start}`;

/** The places in their order with a row before those of each transcript. */
export function placeRows(places: readonly FoundPlace[]): readonly PlaceRow[] {
  const rows: PlaceRow[] = [];
  for (let from = 0; from < places.length;) {
    const { transcriptId, transcriptName: name } = places[from]!;
    let to = from;
    while (places[to]?.transcriptId === transcriptId) to += 1;
    rows.push({ kind: 'transcript', key: transcriptId, name, from, to });
    for (let at = from; at < to; at += 1) {
      const place = places[at]!;
      const [index, count] = [at - from, to - from];
      rows.push({ kind: 'place', key: placeKey(place), place, index, count });
    }
    from = to;
  }
  return rows;
}
