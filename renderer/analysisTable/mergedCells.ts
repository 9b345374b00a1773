import type { AnalysisRow } from '../../shared/domain/analysisTable.ts';
import { mergeKey } from './cellValues.ts';
import { type Column, isMerging } from './columns.ts';

type Keys = readonly (string | null)[];

/**
 * Which cells of two rows, one after the other, are drawn as one: as bits by column. A cell joins only with those
 * of higher levels beside it, so that a sub-category never runs past its category.
 */
export function mergedCells(columns: readonly Column[]) {
  const merging = columns.flatMap((column, at) =>
    isMerging(column) ? [{ column, at }] : [],
  );
  const known = new WeakMap<AnalysisRow, Keys>();
  const keysOf = (row: AnalysisRow): Keys => {
    const keys = known.get(row) ?? merging.map(({ column }) => mergeKey(row, column));
    known.set(row, keys);
    return keys;
  };
  return (above: AnalysisRow | undefined, below: AnalysisRow | undefined): number => {
    if (!above || !below) return 0;
    const [first, second] = [keysOf(above), keysOf(below)];
    return merging.reduce(
      (bits, { at }, index) =>
        first[index] !== null && first[index] === second[index] ? bits | (1 << at) : bits,
      0,
    );
  };
}
