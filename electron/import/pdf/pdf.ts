import type { ImportChoices } from '../../../shared/domain/importedTranscript.ts';
import { Refusal } from '../../../shared/errors.ts';
import { normalisedLines } from '../text/documentLines.ts';
import type { ImportNotes } from '../importNotes.ts';
import { withoutPdfFurniture } from './pdfFurniture.ts';
import { refusePdfBombs } from './pdfLimits.ts';
import { linesOfPage } from './pdfLines.ts';
import { withoutMarginNumbers } from './pdfMarginNumbers.ts';
import { pagesOfPdf, type PdfPage } from './pdfPages.ts';
import { paragraphsOfPdf } from './pdfParagraphs.ts';
import type { SourceLine } from '../sourceLines.ts';

interface PdfFile {
  readonly file: string;
  readonly choices: ImportChoices;
  readonly notes: ImportNotes;
}

const isBlank = ({ pieces }: PdfPage) => pieces.every(({ text }) => text.trim() === '');

function hasEnd(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(-2048)).includes('%%EOF');
}

/** The paragraphs of a PDF that has text in it; pictures of pages have none, and are refused. */
export async function linesOfPdf(
  bytes: Uint8Array,
  { file, choices, notes }: PdfFile,
): Promise<readonly SourceLine[]> {
  await refusePdfBombs(bytes, file);
  const { pages, comments } = await pagesOfPdf(bytes, file);
  if (pages.every(isBlank)) throw new Refusal('import.imageOnly', { file }, { file });
  notes.warn({ code: 'pdfSource' });
  if (!hasEnd(bytes)) notes.warn({ code: 'endMissing' });
  for (const [at, page] of pages.entries())
    if (isBlank(page)) notes.warn({ code: 'pagesWithoutText', line: at + 1 });
  notes.warn({ code: 'commentsLeftOut', count: comments });
  const bare = withoutPdfFurniture(withoutMarginNumbers(pages, notes), notes);
  const lines = bare.flatMap(linesOfPage);
  const joins = choices.unwrapLines !== false;
  return normalisedLines(paragraphsOfPdf(lines, { notes, joins }), notes);
}
