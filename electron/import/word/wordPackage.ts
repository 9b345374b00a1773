import { Refusal } from '../../../shared/errors.ts';
import type { ImportNotes } from '../importNotes.ts';
import { prepareWordXml } from './wordXml.ts';
import {
  archiveLimits,
  unpack,
  zipDirectory,
  type ZipDirectory,
} from '../zipDirectory.ts';

/** The parts of a Word file as mammoth asks for them: each is unpacked under our limits and checked before it is parsed. */
export interface WordPackage {
  exists(name: string): boolean;
  read(name: string, encoding?: string): Promise<string | Uint8Array>;
}

const otherKinds: readonly (readonly [RegExp, string])[] = [
  [/^xl\/workbook\.xml$/, 'Excel'],
  [/^ppt\/presentation\.xml$/, 'PowerPoint'],
  [/^project\.qde$/i, 'REFI-QDA'],
  [/^Index\/Document\.iwa$/, 'Pages'],
  [/^META-INF\/container\.xml$/, 'EPUB'],
];

function textOfXml(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const encoding =
    a === 0xff && b === 0xfe
      ? 'utf-16le'
      : a === 0xfe && b === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

async function kindOfZip(directory: ZipDirectory, file: string): Promise<string | null> {
  if (directory.entries.has('mimetype')) {
    const mime = await unpack(directory, 'mimetype', file);
    if (new TextDecoder().decode(mime).includes('epub')) return 'EPUB';
  }
  const names = [...directory.entries.keys()];
  return (
    otherKinds.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1] ?? null
  );
}

async function refuseOthers(directory: ZipDirectory, file: string): Promise<void> {
  const types = directory.entries.has('[Content_Types].xml')
    ? textOfXml(await unpack(directory, '[Content_Types].xml', file))
    : '';
  if (
    /wordprocessingml|ms-word\.(?:document|template)/.test(types) ||
    directory.entries.has('word/document.xml')
  )
    return;
  const kind = await kindOfZip(directory, file);
  if (kind === null) throw new Refusal('import.notWord', { file }, { file });
  throw new Refusal('import.otherProgram', { file, kind }, { file });
}

function checkedXml(text: string, name: string, file: string): string {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
    throw new Refusal('import.xmlEntities', { file, part: name }, { file, where: name });
  return text;
}

/** Opens a Word file for reading after checking that it is one and that nothing in it is larger or stranger than it says. */
export async function openWordPackage(
  bytes: Uint8Array,
  { file, notes }: { readonly file: string; readonly notes: ImportNotes },
): Promise<WordPackage> {
  const directory = await zipDirectory(bytes, file);
  await refuseOthers(directory, file);
  let unpacked = 0;
  return {
    exists: (name) => directory.entries.has(name),
    read: async (name, encoding) => {
      const part = await unpack(directory, name, file);
      unpacked += part.length;
      if (unpacked > archiveLimits.text)
        throw new Refusal(
          'import.archiveUnsafe',
          { file, part: name },
          { file, where: name },
        );
      const text = checkedXml(textOfXml(part), name, file);
      return encoding === undefined ? part : prepareWordXml(text, notes);
    },
  };
}
