import { Refusal } from '../../../shared/errors.ts';
import { normaliseText } from '../../../shared/text/normaliseText.ts';
import { decodeXml, readOpenDocumentXml } from '../openDocument/openDocumentXml.ts';
import { unpack, zipDirectory } from '../zipDirectory.ts';
import type { AnalysisSource } from './analysisSource.ts';
import { OpenDocumentReading } from './openDocumentReading.ts';

/** The tables and the commented words of an OpenDocument text or the sheets of a Calc file. */
export async function readOpenDocumentAnalysis(
  bytes: Uint8Array,
  file: string,
): Promise<AnalysisSource> {
  const directory = await zipDirectory(bytes, file);
  const part = (name: string) => unpack(directory, name, file).then(decodeXml);
  const manifest = 'META-INF/manifest.xml';
  if (
    directory.entries.has(manifest) &&
    (await part(manifest)).includes('encryption-data')
  )
    throw new Refusal('import.locked', { file }, { file });
  const xml = normaliseText(await part('content.xml')).text;
  const reading = new OpenDocumentReading();
  await readOpenDocumentXml(xml, reading, { file, part: 'content.xml' });
  return {
    sheets: reading.tables,
    comments: reading.commentedWords(),
    isOurs: false,
  };
}
