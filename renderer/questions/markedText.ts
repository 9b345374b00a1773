import type { Answer } from '../../shared/domain/question.ts';

type Unit = Answer['units'][number];

export interface MarkedText {
  readonly start: number;
  readonly text: string;
  /** The units that hold it, none where nothing is marked. */
  readonly units: readonly Unit[];
}

/** A turn's words in pieces, cut where units begin and end. */
export function markedText({
  text,
  units,
}: Pick<Answer, 'text' | 'units'>): readonly MarkedText[] {
  const cuts = new Set([0, text.length, ...units.flatMap(({ spans }) => spans.flat())]);
  const places = [...cuts].toSorted((a, b) => a - b);
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1]!;
    return {
      start,
      text: text.slice(start, end),
      units: units.filter(({ spans }) =>
        spans.some(([from, to]) => from <= start && end <= to),
      ),
    };
  });
}
