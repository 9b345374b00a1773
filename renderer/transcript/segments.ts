import type { TextRange } from '../../shared/text/textRange.ts';

/** A span of one meaning unit within one turn. */
export interface UnitSpan extends TextRange {
  readonly unitId: string;
}

/** A piece of a turn's text that the same units cover from end to end. */
export interface Segment extends TextRange {
  /** Outermost first: the unit that began earliest, of those the longest. Empty for plain text. */
  readonly unitIds: readonly string[];
}

interface Covered extends UnitSpan {
  readonly rank: number;
}

function inDrawingOrder(spans: readonly UnitSpan[], length: number): readonly Covered[] {
  return spans
    .map(({ unitId, start, end }) => ({
      unitId,
      start: Math.max(0, start),
      end: Math.min(length, end),
    }))
    .filter(({ start, end }) => end > start)
    .toSorted(
      (a, b) =>
        a.start - b.start ||
        b.end - a.end ||
        (a.unitId < b.unitId ? -1 : Number(a.unitId > b.unitId)),
    )
    .map((span, rank) => ({ ...span, rank }));
}

function idsOf(covering: readonly Covered[]): readonly string[] {
  const ordered = covering.toSorted((a, b) => a.rank - b.rank);
  return [...new Set(ordered.map(({ unitId }) => unitId))];
}

/**
 * Sweeps over the borders of the spans and gives the pieces in order; together they are the whole text, and none is
 * empty. Spans that reach outside the text are cut, empty ones are left out.
 */
export function segmentsOf(
  length: number,
  spans: readonly UnitSpan[],
): readonly Segment[] {
  const ordered = inDrawingOrder(spans, length);
  const borders = [
    ...new Set([0, length, ...ordered.flatMap(({ start, end }) => [start, end])]),
  ].toSorted((a, b) => a - b);
  let covering: readonly Covered[] = [];
  let next = 0;
  return borders.slice(0, -1).map((start, index) => {
    covering = covering.filter(({ end }) => end > start);
    while (next < ordered.length && ordered[next]!.start <= start) {
      covering = [...covering, ordered[next]!];
      next += 1;
    }
    return { start, end: borders[index + 1]!, unitIds: idsOf(covering) };
  });
}

/** The parts of the segments that lie within a range, such as one reference line. */
export function segmentsWithin(
  segments: readonly Segment[],
  range: TextRange,
): readonly Segment[] {
  return segments
    .filter(({ start, end }) => end > range.start && start < range.end)
    .map(({ start, end, unitIds }) => ({
      start: Math.max(start, range.start),
      end: Math.min(end, range.end),
      unitIds,
    }));
}
