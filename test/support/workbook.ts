import { strToU8, zipSync } from 'fflate';

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations =
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

interface SheetAsMade {
  readonly name?: string;
  readonly rows: readonly (readonly string[])[];
  readonly merges?: readonly string[];
  /** Rows, from 1, that a filter hides. */
  readonly hidden?: readonly number[];
  readonly isHidden?: boolean;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function sheetXml({ rows, merges = [], hidden = [] }: SheetAsMade): string {
  const data = rows.map((row, at) => {
    const cells = row.map((text, column) =>
      text === ''
        ? ''
        : `<c r="${String.fromCodePoint(65 + column)}${at + 1}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`,
    );
    return `<row r="${at + 1}"${hidden.includes(at + 1) ? ' hidden="1"' : ''}>${cells.join('')}</row>`;
  });
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `<worksheet ${main}><sheetData>${data.join('')}</sheetData>${merged === '' ? '' : `<mergeCells>${merged}</mergeCells>`}</worksheet>`;
}

/** An Excel workbook as people make them: merged cells, rows that a filter hides, several sheets. */
export function workbook(...sheets: readonly SheetAsMade[]): Uint8Array {
  const listed = sheets.map(
    ({ name, isHidden }, at) =>
      `<sheet name="${name ?? `Blad${at + 1}`}" sheetId="${at + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  );
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook ${main} ${relations}><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
  };
  for (const [at, sheet] of sheets.entries())
    parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet);
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
  );
}
