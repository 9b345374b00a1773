import type { AnalysisRow, CellEdit } from '../../shared/domain/analysisTable.ts';
import { joinedNames } from '../../shared/text/namesInCell.ts';
import type { Column } from './columns.ts';

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

const nodesAt = (row: AnalysisRow, depth: number) =>
  row.codes.flatMap((code) => code.path.filter((node) => node.depth === depth));

type Lines = (row: AnalysisRow, column: Column) => readonly string[];

const linesByKind: Readonly<Record<Column['kind'], Lines>> = {
  place: (row) => [
    `${row.number} ${row.speaker} ${row.turnLabel}`.replaceAll(/\s+/g, ' '),
  ],
  unit: (row) => [row.unit],
  condensed: (row) => [row.condensed],
  interpretation: (row) => [row.interpretation],
  code: (row) => unique(row.codes.map(({ name }) => name)),
  category: (row, { depth }) => unique(nodesAt(row, depth).map(({ name }) => name)),
  theme: (row) => unique(row.themes.map(({ name }) => name)),
  transcript: (row) => [row.transcript],
  question: ({ questions = [] }, { sayQuestion }) =>
    questions.map((question) => sayQuestion?.(question) ?? question.text),
  star: (row) => [row.isQuotable ? '★' : ''],
  attribute: (row, { attribute, sayValue }) =>
    (row.attributes?.[attribute?.id ?? ''] ?? []).map((value) =>
      sayValue ? sayValue(value) : value,
    ),
};

/** The names that a cell shows, or its one text. */
export const linesOf: Lines = (row, column) => linesByKind[column.kind](row, column);

/** A cell as one text, several names parted as the table takes them when they are typed. */
export function cellText(row: AnalysisRow, column: Column): string {
  const lines = linesOf(row, column);
  const areNames = column.kind === 'code' || column.kind === 'theme';
  return areNames ? joinedNames(lines) : lines.join('; ');
}

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
export function editOf(
  row: AnalysisRow,
  { kind, depth, ...column }: Column,
  value: string,
): CellEdit | null {
  const wanted = value.trim();
  if (wanted === cellText(row, { kind, depth, ...column })) return null;
  const cell = { unitId: row.id, value: wanted };
  if (kind === 'category') return { ...cell, column: 'category', depth };
  return kind === 'condensed' ||
    kind === 'interpretation' ||
    kind === 'code' ||
    kind === 'theme'
    ? { ...cell, column: kind }
    : null;
}
