import type { ParsedTurn } from '../../../shared/domain/importedTranscript.ts';
import { delimitedLines } from './delimitedLines.ts';
import { withoutFurniture } from './lineFurniture.ts';
import { turnsOfLines } from './runningText.ts';
import { linesOfText, type SourceLine } from '../sourceLines.ts';
import type { Reading } from '../reading.ts';

const heading = /^(#{1,6})\s+(?=\S)/;
const escaped = /\\([[\](){}*_#.!>+`|~-])/g;

function withoutMarkdown(line: SourceLine): SourceLine {
  const hashes = heading.exec(line.text)?.[1]?.length ?? 0;
  const text = line.text.replace(heading, '').replace(escaped, '$1').replace(/^>\s+/, '');
  return { ...line, text, heading: hashes };
}

/** Turns of a plain or Markdown text that is already decoded and normalised. */
export function readPlainText(
  text: string,
  reading: Omit<Reading, 'file'> & { readonly isMarkdown?: boolean },
): ParsedTurn[] {
  const rows = delimitedLines(text);
  if (rows !== null) return turnsOfLines(rows, reading);
  const lines = linesOfText(text);
  const plain = reading.isMarkdown === true ? lines.map(withoutMarkdown) : lines;
  return turnsOfLines(withoutFurniture(plain, reading.notes), reading);
}
