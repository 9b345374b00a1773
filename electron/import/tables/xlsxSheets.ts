import { Refusal } from '../../../shared/errors.ts';
import { normaliseText } from '../../../shared/text/normaliseText.ts';
import { decodeXml } from '../openDocument/openDocumentXml.ts';
import { readXml, type XmlListener } from '../xmlEvents.ts';
import { archiveLimits, unpack, zipDirectory } from '../zipDirectory.ts';
import type { Sheet } from './readSheets.ts';
import { SheetRows } from './sheetRows.ts';
import { isDateFormat, unescaped, type NumberReading } from './sheetValues.ts';
import { TableSize } from './tableLimits.ts';

/** The parts of a workbook, unpacked one by one within the bounds that hold for every archive. */
interface Workbook {
  readonly file: string;
  has(part: string): boolean;
  read(part: string, listener: XmlListener): Promise<void>;
}

interface SheetPart {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

const nothing = () => undefined;

async function openWorkbook(bytes: Uint8Array, file: string): Promise<Workbook> {
  const directory = await zipDirectory(bytes, file);
  if (!directory.entries.has('xl/workbook.xml'))
    throw new Refusal('tables.notTable', { file }, { file });
  let unpacked = 0;
  return {
    file,
    has: (part) => directory.entries.has(part),
    read: async (part, listener) => {
      const found = await unpack(directory, part, file);
      unpacked += found.length;
      if (unpacked > archiveLimits.text)
        throw new Refusal('import.archiveUnsafe', { file, part }, { file, where: part });
      await readXml(decodeXml(found), listener, {
        onDamage: () => {
          throw new Refusal('tables.damaged', { file }, { file, where: part });
        },
        unsafe: (_, what) =>
          what === 'entities'
            ? new Refusal('import.xmlEntities', { file, part }, { file, where: part })
            : new Refusal('tables.damaged', { file }, { file, where: part }),
        nameOf: (_, local) => local,
      });
    },
  };
}

async function targets(book: Workbook): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const part = 'xl/_rels/workbook.xml.rels';
  if (!book.has(part)) return found;
  await book.read(part, {
    open: (name, { Id, Target, TargetMode }) => {
      if (name !== 'Relationship' || Id === undefined || TargetMode === 'External')
        return;
      const target = Target ?? '';
      found.set(Id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
    close: nothing,
    text: nothing,
  });
  return found;
}

interface Contents {
  readonly parts: readonly SheetPart[];
  readonly from1904: boolean;
}

async function contents(book: Workbook): Promise<Contents> {
  const parts: SheetPart[] = [];
  const places = await targets(book);
  let from1904 = false;
  await book.read('xl/workbook.xml', {
    open: (name, { name: called, id, state, date1904 }) => {
      if (name === 'workbookPr') from1904 = date1904 === '1' || date1904 === 'true';
      if (name !== 'sheet') return;
      const part = places.get(id ?? '') ?? `xl/worksheets/sheet${parts.length + 1}.xml`;
      const isHidden = state === 'hidden' || state === 'veryHidden';
      parts.push({ name: called ?? '', part, isHidden });
    },
    close: nothing,
    text: nothing,
  });
  return { parts, from1904 };
}

async function dateStyles(book: Workbook): Promise<ReadonlySet<number>> {
  const dates = new Set<number>();
  if (!book.has('xl/styles.xml')) return dates;
  const codes = new Map<number, string>();
  let inCells = false;
  let style = 0;
  await book.read('xl/styles.xml', {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const format = Number(numFmtId ?? 0);
      if (isDateFormat(format, codes.get(format))) dates.add(style);
      style += 1;
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
    text: nothing,
  });
  return dates;
}

/** Texts that cells refer to; how a word sounds (`rPh`) is no part of it. */
async function sharedTexts(book: Workbook): Promise<readonly string[]> {
  const texts: string[] = [];
  if (!book.has('xl/sharedStrings.xml')) return texts;
  let text = '';
  let isText = false;
  let isSound = false;
  await book.read('xl/sharedStrings.xml', {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') isSound = true;
      isText = name === 't' && !isSound;
    },
    close: (name) => {
      if (name === 'si') texts.push(normaliseText(unescaped(text)).text);
      if (name === 'rPh') isSound = false;
      isText = false;
    },
    text: (words) => {
      if (isText) text += words;
    },
  });
  return texts;
}

/** The sheets of an Excel workbook as text, in their order; charts and sheets that are not there are passed over. */
export async function xlsxSheets(
  bytes: Uint8Array,
  file: string,
): Promise<readonly Sheet[]> {
  const book = await openWorkbook(bytes, file);
  const { parts, from1904 } = await contents(book);
  const reading: NumberReading = { from1904, dateStyles: await dateStyles(book) };
  const texts = await sharedTexts(book);
  const size = new TableSize(file);
  const sheets: Sheet[] = [];
  for (const { name, part, isHidden } of parts) {
    if (!book.has(part) || !part.includes('worksheets/')) continue;
    const rows = new SheetRows({ texts, reading, size });
    await book.read(part, rows);
    sheets.push({
      name,
      isHidden,
      rows: rows.finished(),
      notComputed: rows.notComputed,
      lastMerge: rows.lastMerge,
      hiddenRows: rows.hiddenRows,
    });
  }
  return sheets;
}
