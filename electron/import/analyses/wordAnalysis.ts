import { Refusal } from '../../../shared/errors.ts';
import { normaliseText } from '../../../shared/text/normaliseText.ts';
import { ImportNotes } from '../importNotes.ts';
import { openWordPackage, type WordPackage } from '../word/wordPackage.ts';
import { readXml, type XmlListener } from '../xmlEvents.ts';
import type { AnalysisSource } from './analysisSource.ts';
import { WordComments, WordReplies } from './wordComments.ts';
import { WordReading } from './wordReading.ts';

const wordNamespace = /wordprocessingml/;

async function readPart(
  parts: WordPackage,
  { part, file }: { readonly part: string; readonly file: string },
  listener: XmlListener,
): Promise<void> {
  const xml = await parts.read(part, 'utf-8');
  if (typeof xml !== 'string') return;
  const damaged = () =>
    new Refusal('import.wordDamaged', { file }, { file, where: part });
  await readXml(normaliseText(xml).text, listener, {
    onDamage: () => {
      throw damaged();
    },
    unsafe: damaged,
    nameOf: (uri, local) => (wordNamespace.test(uri) ? local : `other:${local}`),
    deepest: 400,
  });
}

/** The tables and the commented words of a Word document, unpacked and read within the bounds of every document. */
export async function readWordAnalysis(
  bytes: Uint8Array,
  file: string,
): Promise<AnalysisSource> {
  const parts = await openWordPackage(bytes, { file, notes: new ImportNotes() });
  const comments = new WordComments();
  if (parts.exists('word/comments.xml'))
    await readPart(parts, { part: 'word/comments.xml', file }, comments);
  const replies = new WordReplies();
  if (parts.exists('word/commentsExtended.xml'))
    await readPart(parts, { part: 'word/commentsExtended.xml', file }, replies);
  const reading = new WordReading(comments.found, replies.paragraphs);
  await readPart(parts, { part: 'word/document.xml', file }, reading);
  return {
    sheets: reading.tables,
    comments: reading.commentedWords(),
    isOurs: await isOurs(parts),
  };
}

async function isOurs(parts: WordPackage): Promise<boolean> {
  const part = 'docProps/core.xml';
  if (!parts.exists(part)) return false;
  const xml = await parts.read(part, 'utf-8');
  return typeof xml === 'string' && /<dc:creator>Utsaga<\/dc:creator>/.test(xml);
}
