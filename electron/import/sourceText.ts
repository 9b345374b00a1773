import type { ImportChoices } from '../../shared/domain/importedTranscript.ts';
import { Refusal } from '../../shared/errors.ts';
import { normaliseText } from '../../shared/text/normaliseText.ts';
import { decodeAs, decodeText } from './decodeText.ts';
import { refuseForeignBytes } from './detectFormat.ts';
import { binaryFormatOf } from './formats.ts';
import { ImportNotes } from './importNotes.ts';

interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

async function wordText({ name, bytes }: SourceFile): Promise<string> {
  // Loaded when asked for: mammoth is large, and most windows never show a Word file as text.
  const { linesOfWordFile } = await import('./word.ts');
  const lines = await linesOfWordFile(bytes, { file: name, notes: new ImportNotes() });
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
  const format = binaryFormatOf(bytes);
  if (format === 'word') return wordText(file);
  if (format === 'ebuStl') return (await import('./ebuStl.ts')).textOfEbuStl(bytes);
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
