import mammoth from 'mammoth';

import type {
  ImportChoices,
  ParsedTurn,
} from '../../shared/domain/importedTranscript.ts';
import { Refusal } from '../../shared/errors.ts';
import { normaliseText } from '../../shared/text/normaliseText.ts';
import type { ImportNotes } from './importNotes.ts';
import { withoutFurniture } from './lineFurniture.ts';
import { turnsOfLines } from './runningText.ts';
import { linesOfWordHtml } from './wordLines.ts';
import { openWordPackage, type WordPackage } from './wordPackage.ts';

type MammothInput = Parameters<typeof mammoth.convertToHtml>[0];

const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
];

// mammoth takes parts from anything that can read them; handing it our own reader means that it never unpacks a file itself.
function asInput(parts: WordPackage): MammothInput {
  return { file: parts } as unknown as MammothInput;
}

async function htmlOf(parts: WordPackage, file: string): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(asInput(parts), {
      styleMap,
      ignoreEmptyParagraphs: false,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    });
    return value;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('import.wordDamaged', { file }, { file });
  }
}

/** Turns of a Word file, which is unpacked under limits and checked before it is parsed. */
export async function readWord(
  bytes: Uint8Array,
  {
    file,
    choices,
    notes,
  }: {
    readonly file: string;
    readonly choices: ImportChoices;
    readonly notes: ImportNotes;
  },
): Promise<ParsedTurn[]> {
  const parts = await openWordPackage(bytes, { file, notes });
  const html = normaliseText(await htmlOf(parts, file)).text;
  const lines = withoutFurniture(linesOfWordHtml(html, notes), notes);
  return turnsOfLines(lines, {
    choices: { ...choices, unwrapLines: choices.unwrapLines ?? false },
    notes,
  });
}
