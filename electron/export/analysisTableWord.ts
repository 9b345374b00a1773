import type { AnalysisRow } from '../../shared/domain/analysisTable.ts';
import { joinedNames } from '../../shared/text/namesInCell.ts';
import type { ChosenTable } from './analysisTable.ts';
import { speakerTag, type Edition } from './edition.ts';
import { tableColumns, type TableColumn } from './tableColumns.ts';
import {
  captionParagraph,
  ink,
  pieces,
  textWidth,
  titleParagraphs,
  wordFile,
} from './wordFile.ts';
import { wordTable, type WordCell } from './wordTable.ts';

/** Who and where follow the unit as a tag, so that the page is left to the analysis (method.md 3.1). */
const inTheTag = ['number', 'transcript', 'speaker', 'turn'];
/** Beside the analysis there is room for it only when it is asked for. */
const onlyWhenAsked = ['question'];

function wordColumns(edition: Edition, table: ChosenTable): readonly TableColumn[] {
  const columns = tableColumns(edition, table.rows, table.columns);
  return table.columns
    ? columns
    : columns.filter(({ id }) => ![...inTheTag, ...onlyWhenAsked].includes(id));
}

function unitCell(edition: Edition, row: AnalysisRow): WordCell {
  const tag = speakerTag(edition, row);
  const tagPieces = tag ? pieces(` (${tag})`, { color: ink.quiet }) : [];
  return { pieces: [...pieces(row.unit), ...tagPieces] };
}

function cellOf(edition: Edition, row: AnalysisRow, column: TableColumn): WordCell {
  if (column.id === 'unit') return unitCell(edition, row);
  const lines = column.lines(row);
  return {
    pieces: pieces(
      column.areNames
        ? lines.map((name) => joinedNames([name])).join('\n')
        : lines.join('\n'),
    ),
    mergeKey: column.mergeKey?.(row) ?? null,
  };
}

function lastLevel({ levels, hasThemes, say }: Edition): string {
  const name = hasThemes
    ? say('export.theme')
    : (levels.at(-1)?.name ?? say('export.code'));
  return name.toLocaleLowerCase();
}

/** Landscape A4: one row per unit, equal categories in one cell, the header row on every page. */
export function analysisTableDocx(
  edition: Edition,
  table: ChosenTable,
): Promise<Uint8Array> {
  const { say } = edition;
  const columns = wordColumns(edition, table);
  const name = say('export.analysisTitle');
  const caption = say('export.analysisCaption', { last: lastLevel(edition) });
  return wordFile(edition, {
    name,
    orientation: 'landscape',
    sections: [
      [
        ...titleParagraphs(
          edition,
          name,
          say('export.tableFacts', { count: table.rows.length }),
        ),
        captionParagraph(edition, 1, caption),
        wordTable({
          title: caption,
          columns,
          rows: table.rows.map((row) =>
            columns.map((column) => cellOf(edition, row, column)),
          ),
          width: textWidth.landscape,
        }),
      ],
    ],
  });
}
