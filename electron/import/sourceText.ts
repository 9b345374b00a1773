import type { ImportChoices } from '../../shared/domain/importedTranscript.ts';
import { Refusal } from '../../shared/errors.ts';
import { normaliseText } from '../../shared/text/normaliseText.ts';
import { decodeAs, decodeText } from './encodings/decodeText.ts';
import { refuseForeignBytes } from './detectFormat.ts';
import { binaryFormatOf, formats } from './formats.ts';
import { ImportNotes } from './importNotes.ts';

interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The text of a document (Word, OpenDocument …); null for what is text already. */
async function documentText(
  { name, bytes }: SourceFile,
  choices: ImportChoices,
): Promise<string | null> {
  const found = binaryFormatOf(bytes);
  const format = found === null ? null : formats[found];
  if (format?.kind !== 'binary' || format.lines === undefined) return null;
  const reading = { file: name, choices, notes: new ImportNotes() };
  const lines = await format.lines(bytes, reading);
  return lines
    .map(({ text, blankBefore }) => (blankBefore ? `\n${text}` : text))
    .join('\n')
    .trimStart();
}

/** The file's own text as a person would see it, before anything is read as speakers or times. */
export async function decodeForDisplay(
  file: SourceFile,
  choices: ImportChoices,
): Promise<string> {
  const { name, bytes } = file;
  if (bytes.length === 0)
    throw new Refusal('import.empty', { file: name }, { file: name });
  const ofDocument = await documentText(file, choices);
  if (ofDocument !== null) return ofDocument;
  if (binaryFormatOf(bytes) === 'ebuStl')
    return (await import('./captions/ebuStl.ts')).textOfEbuStl(bytes);
  refuseForeignBytes(bytes, name);
  if (choices.encoding !== undefined) {
    const text = decodeAs(bytes, choices.encoding);
    if (text !== null) return normaliseText(text).text;
  }
  const decoded = decodeText(bytes);
  if ('notText' in decoded)
    throw new Refusal('import.binary', { file: name, line: 1 }, { file: name });
  return normaliseText(decoded.text).text;
}
