import type { DrawnLine } from './chunks.ts';
import type { DrawnUnit } from './drawnUnits.ts';
import { segmentsOf, type Segment } from './segments.ts';
import { underlineTracks } from './tracks.ts';

/** A run of text in one line that the same units cover, as it is drawn. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Outermost first; empty for plain text. */
  readonly units: readonly DrawnUnit[];
  /** Which underline has which unit's colour. */
  readonly underlines: readonly [DrawnUnit | null, DrawnUnit | null];
  /** The units whose first words these are. */
  readonly begins: readonly DrawnUnit[];
}

type ByLine = ReadonlyMap<DrawnLine, readonly Piece[]>;

function cutAtLines(
  lines: readonly DrawnLine[],
  segments: readonly Segment[],
): readonly (readonly [DrawnLine, readonly Segment[]])[] {
  let next = 0;
  return lines.map((line) => {
    const own: Segment[] = [];
    while (next < segments.length && segments[next]!.end <= line.start) next += 1;
    for (let at = next; at < segments.length && segments[at]!.start < line.end; at += 1) {
      const { start, end, unitIds } = segments[at]!;
      own.push({
        start: Math.max(start, line.start),
        end: Math.min(end, line.end),
        unitIds,
      });
    }
    return [line, own];
  });
}

/** The lines of a turn cut where units begin and end. */
export function piecesOfLines(
  text: string,
  lines: readonly DrawnLine[],
  units: readonly DrawnUnit[],
): ByLine {
  const byId = new Map(units.map((unit) => [unit.unitId as string, unit]));
  const tracks = underlineTracks(units);
  const starts = new Map(units.toReversed().map((unit) => [unit.unitId, unit.start]));
  const drawn = ({ start, end, unitIds }: Segment): Piece => {
    const own = unitIds.flatMap((id) => byId.get(id) ?? []);
    const on = (track: number) =>
      own.find((unit) => tracks.get(unit.unitId) === track) ?? null;
    return {
      start,
      end,
      units: own,
      underlines: [on(0), on(1)],
      begins: own.filter((unit) => starts.get(unit.unitId) === start),
    };
  };
  return new Map(
    cutAtLines(lines, segmentsOf(text.length, units)).map(([line, segments]) => [
      line,
      segments.map(drawn),
    ]),
  );
}
