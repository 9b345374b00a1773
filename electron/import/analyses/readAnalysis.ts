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

async function isWord({ bytes, name }: AnalysisFile): Promise<boolean> {
  if (!looksLikeZip(bytes)) return false;
  const { entries } = await zipDirectory(bytes, name);
  return entries.has('word/document.xml');
}

/** Reads what may be an analysis: the tables of a csv, Excel or Word file, and what is commented in a Word file. */
export async function readAnalysis(file: AnalysisFile): Promise<AnalysisSource> {
  const { name, bytes } = file;
  if (bytes.length === 0)
    throw new Refusal('import.empty', { file: name }, { file: name });
  refuseTooLarge(name, bytes.length);
  if (await isWord(file))
    return (await import('./wordAnalysis.ts')).readWordAnalysis(bytes, name);
  const { sheets } = await readSheets(file);
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  return { sheets: shown.length > 0 ? shown : sheets, comments: [] };
}
