import mammoth from 'mammoth';

import { Refusal } from '../../../shared/errors.ts';
import { normaliseText } from '../../../shared/text/normaliseText.ts';
import type { ImportNotes } from '../importNotes.ts';
import { linesOfWordHtml } from './wordLines.ts';
import type { SourceLine } from '../sourceLines.ts';
import { openWordPackage, type WordPackage } from './wordPackage.ts';

const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
];

// mammoth takes parts from anything that can hand them over, though its types do not say so. Our own reader means that
// mammoth never unpacks a file itself; the empty buffer is there for the types alone.
function asInput(parts: WordPackage): { arrayBuffer: ArrayBuffer; file: WordPackage } {
  return { arrayBuffer: new ArrayBuffer(0), file: parts };
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

interface WordFile {
  readonly file: string;
  readonly notes: ImportNotes;
}

/** The lines of a Word file, which is unpacked under limits and checked before it is parsed. */
export async function linesOfWordFile(
  bytes: Uint8Array,
  { file, notes }: WordFile,
): Promise<readonly SourceLine[]> {
  const parts = await openWordPackage(bytes, { file, notes });
  const html = normaliseText(await htmlOf(parts, file)).text;
  try {
    return linesOfWordHtml(html, notes);
  } catch {
    // Only nesting beyond the stack can fail here, and no transcript is nested so.
    throw new Refusal('import.wordDamaged', { file }, { file });
  }
}
