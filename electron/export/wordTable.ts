import { xmlText } from './exportedText.ts';
import { ink, pieces, type Piece, type WrittenPart } from './wordFile.ts';

export interface WordColumn {
  readonly heading: string;
  /** Its share of the page's width. */
  readonly width: number;
}

export interface WordCell {
  readonly pieces: readonly Piece[];
  /** Same key as the cell above: the two are one cell. Null never merges. */
  readonly mergeKey?: string | null;
}

export interface WordTable {
  /** Told to those who do not see the table. */
  readonly title: string;
  readonly columns: readonly WordColumn[];
  readonly rows: readonly (readonly WordCell[])[];
  /** Twips. */
  readonly width: number;
}

export function plainCell(text: string, mergeKey: string | null = null): WordCell {
  return { pieces: pieces(text), mergeKey };
}

function escaped(text: string): string {
  return xmlText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The whole width shared out after the columns' own; no twip is lost, or the right edge would be ragged. */
function widthsOf({ columns, width }: WordTable): readonly number[] {
  const sum = columns.reduce((total, column) => total + column.width, 0);
  let upTo = 0;
  return columns.map((column) => {
    const from = Math.round((width * upTo) / sum);
    upTo += column.width;
    return Math.round((width * upTo) / sum) - from;
  });
}

function runXml({ text, look }: Piece): string {
  const properties = [
    look.bold ? '<w:b/>' : '',
    look.italics ? '<w:i/>' : '',
    look.color ? `<w:color w:val="${look.color}"/>` : '',
    look.size ? `<w:sz w:val="${look.size}"/>` : '',
  ].join('');
  return (
    `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${look.break ? '<w:br/>' : ''}` +
    `<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
  );
}

function cellXml(properties: string, style: string, content: readonly Piece[]): string {
  return (
    `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>` +
    `${content.map(runXml).join('')}</w:p></w:tc>`
  );
}

const widthXml = (width: number | undefined) =>
  `<w:tcW w:w="${width ?? 0}" w:type="dxa"/>`;

function headRow(table: WordTable, widths: readonly number[]): string {
  const look =
    `<w:shd w:val="clear" w:color="auto" w:fill="${ink.head}"/>` +
    '<w:vAlign w:val="bottom"/>';
  const cells = table.columns.map((column, index) =>
    cellXml(widthXml(widths[index]) + look, 'CellHead', pieces(column.heading)),
  );
  return `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells.join('')}</w:tr>`;
}

/** How this cell stands to its neighbours above and below. */
function mergeOf(
  table: WordTable,
  row: number,
  column: number,
): 'restart' | 'continue' | null {
  const keyAt = (at: number) => table.rows[at]?.[column]?.mergeKey ?? null;
  const key = keyAt(row);
  if (key === null) return null;
  if (keyAt(row - 1) === key) return 'continue';
  return keyAt(row + 1) === key ? 'restart' : null;
}

function bodyRow(table: WordTable, row: number, widths: readonly number[]): string {
  const cells = (table.rows[row] ?? []).map((cell, column) => {
    const merge = mergeOf(table, row, column);
    const mergeXml = merge === null ? '' : `<w:vMerge w:val="${merge}"/>`;
    const content = merge === 'continue' ? [] : cell.pieces;
    return cellXml(widthXml(widths[column]) + mergeXml, 'Cell', content);
  });
  return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`;
}

const line = (side: string, size: number, color: string) =>
  `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="${color}"/>`;
const borders =
  `<w:tblBorders>${line('top', 8, '1E2726')}${line('bottom', 8, '1E2726')}` +
  `${line('insideH', 4, ink.line)}</w:tblBorders>`;
const margins =
  '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>' +
  '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>';
const look =
  '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>';

/**
 * A table with a header row that comes back on every page; equal neighbours downwards are one cell where the column
 * merges. Written as WordprocessingML at once: as a tree of objects 20,000 rows take a gigabyte.
 */
export function wordTable(table: WordTable): WrittenPart {
  const widths = widthsOf(table);
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return {
    xml:
      `<w:tbl><w:tblPr><w:tblW w:w="${table.width}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/>` +
      `${margins}${look}<w:tblCaption w:val="${escaped(table.title)}"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>` +
      `${headRow(table, widths)}${table.rows.map((_, row) => bodyRow(table, row, widths)).join('')}</w:tbl>`,
  };
}
