import type { AnalysisRow, CellEdit } from '../../shared/domain/analysisTable.ts';
import { type Column, isEditable } from './columns.ts';

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

const nodesAt = (row: AnalysisRow, depth: number) =>
  row.codes.flatMap((code) => code.path.filter((node) => node.depth === depth));

/** The names that a cell shows, or its one text. */
export function linesOf(row: AnalysisRow, { kind, depth }: Column): readonly string[] {
  switch (kind) {
    case 'place':
      return [`${row.number} ${row.speaker} ${row.turnLabel}`.replaceAll(/\s+/g, ' ')];
    case 'unit':
      return [row.unit];
    case 'condensed':
      return [row.condensed];
    case 'interpretation':
      return [row.interpretation];
    case 'code':
      return unique(row.codes.map(({ name }) => name));
    case 'category':
      return unique(nodesAt(row, depth).map(({ name }) => name));
    case 'theme':
      return unique(row.themes.map(({ name }) => name));
    case 'transcript':
      return [row.transcript];
    case 'star':
      return [row.isQuotable ? '★' : ''];
  }
}

/** A cell as one text, several names parted as the table takes them when they are typed. */
export const cellText = (row: AnalysisRow, column: Column): string =>
  linesOf(row, column).join('; ');

/** Neighbouring rows with the same key are drawn as one cell; null never merges. A sub-category is the same only under the same categories. */
export function mergeKey(row: AnalysisRow, { kind, depth }: Column): string | null {
  if (kind === 'theme') return row.themes.map(({ id }) => id).join(' ') || null;
  if (kind !== 'category' || nodesAt(row, depth).length === 0) return null;
  const ways = row.codes.map((code) =>
    code.path
      .filter((node) => node.depth >= depth)
      .map((node) => node.id)
      .join('<'),
  );
  return unique(ways.filter(Boolean)).join(' ');
}

/** What typing `value` into the cell asks for; null when the cell says that already or cannot be typed in. */
export function editOf(row: AnalysisRow, column: Column, value: string): CellEdit | null {
  const wanted = value.trim();
  if (!isEditable(column) || wanted === cellText(row, column)) return null;
  const unitId = row.id;
  switch (column.kind) {
    case 'condensed':
      return { unitId, column: 'condensed', value: wanted };
    case 'interpretation':
      return { unitId, column: 'interpretation', value: wanted };
    case 'code':
      return { unitId, column: 'code', value: wanted };
    case 'category':
      return { unitId, column: 'category', depth: column.depth, value: wanted };
    case 'theme':
      return { unitId, column: 'theme', value: wanted };
    case 'place':
    case 'unit':
    case 'transcript':
    case 'star':
      return null;
  }
}
