import { Refusal } from '../../../shared/errors.ts';
import { normaliseText } from '../../../shared/text/normaliseText.ts';
import { looksLikeZip } from '../detectFormat.ts';
import type { ImportNotes } from '../importNotes.ts';
import { OpenDocumentStyles } from './openDocumentStyles.ts';
import { OpenDocumentText } from './openDocumentText.ts';
import { decodeXml, readOpenDocumentXml } from './openDocumentXml.ts';
import type { SourceLine } from '../sourceLines.ts';
import { unpack, zipDirectory, type ZipDirectory } from '../zipDirectory.ts';

interface DocumentFile {
  readonly file: string;
  readonly notes: ImportNotes;
}

interface Parts {
  readonly content: string;
  readonly contentName: string;
  readonly styles: string | null;
}

const otherKinds: readonly (readonly [RegExp, string])[] = [
  [/opendocument\.spreadsheet/, 'OpenDocument Calc'],
  [/opendocument\.presentation/, 'OpenDocument Impress'],
  [/opendocument\.graphics/, 'OpenDocument Draw'],
];

function refuseOtherKinds(type: string, file: string): void {
  const kind = otherKinds.find(([pattern]) => pattern.test(type))?.[1];
  if (kind !== undefined)
    throw new Refusal('import.otherProgram', { file, kind }, { file });
  if (type.includes('vnd.sun.xml'))
    throw new Refusal('import.saveAsWord', { file, kind: 'OpenOffice 1' }, { file });
}

async function partOf(directory: ZipDirectory, name: string, file: string) {
  return directory.entries.has(name)
    ? decodeXml(await unpack(directory, name, file))
    : null;
}

async function partsOfZip(bytes: Uint8Array, file: string): Promise<Parts> {
  const directory = await zipDirectory(bytes, file);
  refuseOtherKinds((await partOf(directory, 'mimetype', file)) ?? '', file);
  const manifest = await partOf(directory, 'META-INF/manifest.xml', file);
  if (manifest?.includes('encryption-data'))
    throw new Refusal('import.locked', { file }, { file });
  const content = await partOf(directory, 'content.xml', file);
  if (content === null) throw new Refusal('import.archiveBroken', { file }, { file });
  return {
    content,
    contentName: 'content.xml',
    styles: await partOf(directory, 'styles.xml', file),
  };
}

function partsOfFlat(bytes: Uint8Array, file: string): Parts {
  const content = decodeXml(bytes);
  refuseOtherKinds(/office:mimetype="([^"]{0,100})"/.exec(content)?.[1] ?? '', file);
  return { content, contentName: file, styles: null };
}

/** The lines of an OpenDocument text, zipped (.odt) or flat (.fodt). */
export async function linesOfOpenDocument(
  bytes: Uint8Array,
  { file, notes }: DocumentFile,
): Promise<readonly SourceLine[]> {
  const isZip = looksLikeZip(bytes);
  const { content, contentName, styles } = isZip
    ? await partsOfZip(bytes, file)
    : partsOfFlat(bytes, file);
  const book = new OpenDocumentStyles();
  if (styles !== null) await book.add(styles, { file, part: 'styles.xml' });
  const { text: xml, changes } = normaliseText(content);
  notes.changed({ code: 'composed', count: changes.composed });
  notes.changed({ code: 'nulsDropped', count: changes.nuls });
  await book.add(xml, { file, part: contentName });
  const reader = new OpenDocumentText(book);
  await readOpenDocumentXml(xml, reader, { file, part: contentName });
  reader.tell(notes);
  return reader.lines;
}
