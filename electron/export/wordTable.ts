import {
  BorderStyle,
  type IBorderOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  type TextRun,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';

import { ink, runs } from './wordFile.ts';

export interface WordColumn {
  readonly heading: string;
  /** Its share of the page's width. */
  readonly width: number;
}

export interface WordCell {
  readonly runs: readonly TextRun[];
  /** Same key as the cell above: the two are one cell. Null never merges. */
  readonly mergeKey?: string | null;
}

export interface WordTable {
  readonly columns: readonly WordColumn[];
  readonly rows: readonly (readonly WordCell[])[];
  /** Twips. */
  readonly width: number;
}

export function plainCell(text: string, mergeKey: string | null = null): WordCell {
  return { runs: runs(text), mergeKey };
}

const rule = (size: number, color: string): IBorderOptions => ({
  style: BorderStyle.SINGLE,
  size,
  color,
});
const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** The whole width shared out after the columns' own; no twip is lost, or the right edge would be ragged. */
function widthsOf({ columns, width }: WordTable): readonly number[] {
  const sum = columns.reduce((total, column) => total + column.width, 0);
  const edges = columns.map((_, index) =>
    Math.round(
      (width * columns.slice(0, index + 1).reduce((total, c) => total + c.width, 0)) /
        sum,
    ),
  );
  return edges.map((edge, index) => edge - (edges[index - 1] ?? 0));
}

const margins = { top: 40, bottom: 40, left: 80, right: 80 };

function headRow(table: WordTable, widths: readonly number[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map(
      (column, index) =>
        new TableCell({
          children: [
            new Paragraph({ style: 'CellHead', children: [...runs(column.heading)] }),
          ],
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          shading: { type: ShadingType.CLEAR, color: 'auto', fill: ink.head },
          verticalAlign: VerticalAlignTable.BOTTOM,
        }),
    ),
  });
}

type Merge = (typeof VerticalMergeType)[keyof typeof VerticalMergeType];

/** How this cell stands to its neighbours above and below. */
function mergeOf(table: WordTable, row: number, column: number): Merge | undefined {
  const keyAt = (at: number) => table.rows[at]?.[column]?.mergeKey ?? null;
  const key = keyAt(row);
  if (key === null) return undefined;
  if (keyAt(row - 1) === key) return VerticalMergeType.CONTINUE;
  return keyAt(row + 1) === key ? VerticalMergeType.RESTART : undefined;
}

function bodyRow(table: WordTable, row: number, widths: readonly number[]): TableRow {
  return new TableRow({
    cantSplit: true,
    children: (table.rows[row] ?? []).map((cell, column) => {
      const merge = mergeOf(table, row, column);
      const isHidden = merge === VerticalMergeType.CONTINUE;
      return new TableCell({
        children: [
          new Paragraph({ style: 'Cell', children: isHidden ? [] : [...cell.runs] }),
        ],
        width: { size: widths[column] ?? 0, type: WidthType.DXA },
        ...(merge && { verticalMerge: merge }),
      });
    }),
  });
}

/** A table with a header row that comes back on every page; equal neighbours downwards are one cell where the column merges. */
export function wordTable(table: WordTable): Table {
  const widths = widthsOf(table);
  return new Table({
    width: { size: table.width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins,
    tableLook: { firstRow: true, noHBand: true, noVBand: true },
    borders: {
      top: rule(8, '1E2726'),
      bottom: rule(8, '1E2726'),
      left: none,
      right: none,
      insideHorizontal: rule(4, ink.line),
      insideVertical: none,
    },
    rows: [
      headRow(table, widths),
      ...table.rows.map((_, row) => bodyRow(table, row, widths)),
    ],
  });
}
