import { Refusal } from '../../../shared/errors.ts';
import { looksLikeZip } from '../detectFormat.ts';
import { refuseTooLarge } from '../readTranscript.ts';
import { readSheets } from '../tables/readSheets.ts';
import { zipDirectory } from '../zipDirectory.ts';
import type { AnalysisSource } from './analysisSource.ts';

interface AnalysisFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Kind = 'word' | 'openDocument' | 'table';

/** By what stands in it, whatever it is called. */
async function kindOf({ bytes, name }: AnalysisFile): Promise<Kind> {
  if (!looksLikeZip(bytes)) return 'table';
  const { entries } = await zipDirectory(bytes, name);
  if (entries.has('word/document.xml')) return 'word';
  return entries.has('content.xml') ? 'openDocument' : 'table';
}

/** Reads what may be an analysis: the tables of a csv, Excel, Word or OpenDocument file, and what is commented in a document. */
export async function readAnalysis(file: AnalysisFile): Promise<AnalysisSource> {
  const { name, bytes } = file;
  if (bytes.length === 0)
    throw new Refusal('import.empty', { file: name }, { file: name });
  refuseTooLarge(name, bytes.length);
  const kind = await kindOf(file);
  if (kind === 'word')
    return (await import('./wordAnalysis.ts')).readWordAnalysis(bytes, name);
  if (kind === 'openDocument')
    return (await import('./openDocumentAnalysis.ts')).readOpenDocumentAnalysis(
      bytes,
      name,
    );
  const { sheets } = await readSheets(file);
  return {
    // A csv is called as its file, which names no transcript.
    sheets: sheets.map((sheet) => ({
      ...sheet,
      name: sheet.name === name ? '' : sheet.name,
      captions: [],
    })),
    comments: [],
    isOurs: false,
  };
}
