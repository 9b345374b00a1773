import writeExcelFile, { type SheetData } from 'write-excel-file/node';

import { languageTags, type Edition } from './edition.ts';
import { xmlText } from './exportedText.ts';

export interface Sheet {
  readonly name: string;
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  readonly rows: readonly (readonly string[])[];
}

/** Excel calls a file with a longer cell damaged. */
const longestCell = 32_767;

function cellText(edition: Edition, text: string): string {
  const clean = xmlText(text);
  if (clean.length <= longestCell) return clean;
  const kept = clean.slice(0, longestCell - 100).toWellFormed();
  return `${kept} ${edition.say('export.cutCell', { n: clean.length - kept.length })}`;
}

/** `A`, `B` … `Z`, `AA`. */
function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (
    (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCodePoint(65 + (index % 26))
  );
}

function escaped(text: string): string {
  return xmlText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;');
}

function coreProperties(edition: Edition, name: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title>${escaped(`${edition.title}: ${name}`)}</dc:title><dc:creator>Utsaga</dc:creator>` +
    `<dc:language>${languageTags[edition.language]}</dc:language></cp:coreProperties>`
  );
}

const coreType = 'application/vnd.openxmlformats-package.core-properties+xml';
const coreRelation =
  'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';

const lineHeight = 15;
/** Excel's own limit, in points. */
const highestRow = 409;

/** How high the row must be for all its wrapped lines; a spreadsheet does not measure them when it opens a file. */
function rowHeight({ columns }: Sheet, row: readonly string[]): number {
  const lines = row.map((text, index) => {
    const width = columns[index]?.width ?? 10;
    return text
      .slice(0, longestCell)
      .split('\n')
      .reduce(
        (sum, line) => sum + Math.max(1, Math.ceil(line.length / (1.15 * width))),
        0,
      );
  });
  return Math.min(highestRow, lineHeight * Math.max(1, ...lines));
}

type Feature = NonNullable<
  NonNullable<Parameters<typeof writeExcelFile>[1]>['features']
>[number];

/** What the library leaves out: title and language, filter buttons, the header row on every printed page, one page in width. */
function facts(edition: Edition, sheet: Sheet): Feature {
  const last = columnLetters(sheet.columns.length - 1);
  const quoted = `'${escaped(sheet.name).replaceAll("'", "''")}'`;
  const filter = `$A$1:$${last}$${sheet.rows.length + 1}`;
  const names =
    `<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${quoted}!${filter}</definedName>` +
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">${quoted}!$1:$1</definedName></definedNames>`;
  const headings = sheet.columns.map((column) => column.heading);
  const rowAt = (index: number) =>
    index === 0 ? headings : (sheet.rows[index - 1] ?? []);
  return {
    files: {
      transform: {
        '[Content_Types].xml': {
          insert: () =>
            `<Override ContentType="${coreType}" PartName="/docProps/core.xml"/>`,
        },
        '_rels/.rels': {
          insert: () =>
            `<Relationship Id="rId-core" Type="${coreRelation}" Target="docProps/core.xml"/>`,
        },
        'xl/workbook.xml': {
          transform: (xml) => xml.replace('<definedNames/>', () => names),
        },
        'xl/worksheets/sheet{id}.xml': {
          // Without customHeight, so that a row still grows and shrinks with what is typed into it.
          transformElementAttributes: (tag, attributes, index) =>
            tag === 'row' && index !== undefined
              ? { ...attributes, ht: rowHeight(sheet, rowAt(index)) }
              : attributes,
          transform: (xml) =>
            xml
              .replace(
                '<sheetViews>',
                '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>',
              )
              .replace(
                '</sheetData>',
                `</sheetData><autoFilter ref="${filter.replaceAll('$', '')}"/>`,
              )
              .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" '),
        },
      },
      write: {
        files: () => ({ 'docProps/core.xml': coreProperties(edition, sheet.name) }),
      },
    },
  };
}

/** An Excel file of one sheet: every cell is text and no cell a formula, the header row stays in sight. */
export async function spreadsheet(edition: Edition, sheet: Sheet): Promise<Uint8Array> {
  const cell = (value: string) =>
    value === ''
      ? null
      : ({
          value: cellText(edition, value),
          type: String,
          wrap: true,
          alignVertical: 'top',
        } as const);
  const head = sheet.columns.map(
    (column) =>
      ({
        value: cellText(edition, column.heading),
        type: String,
        wrap: true,
        alignVertical: 'top',
        fontWeight: 'bold',
        backgroundColor: '#E8ECEA',
        bottomBorderStyle: 'thin',
      }) as const,
  );
  const data: SheetData = [head, ...sheet.rows.map((row) => row.map(cell))];
  const file = writeExcelFile(
    data,
    {
      sheet: sheet.name,
      columns: sheet.columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      orientation: 'landscape',
    },
    { fontFamily: 'Calibri', fontSize: 11, features: [facts(edition, sheet)] },
  );
  return file.toBuffer();
}
