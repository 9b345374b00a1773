import { normaliseText } from '../../../shared/text/normaliseText.ts';
import type { ImportNotes } from '../importNotes.ts';
import type { SourceLine } from '../sourceLines.ts';

/** A piece of a paragraph, all of it bold or none of it. */
export interface Stretch {
  readonly text: string;
  readonly bold: boolean;
}

function cellsOf(line: string): string[] | null {
  return line.includes('\t') ? line.split('\t').map((cell) => cell.trim()) : null;
}

function linesOfStretches(stretches: readonly Stretch[], heading: number): SourceLine[] {
  const lines: SourceLine[] = [];
  let pieces: string[] = [];
  let length = 0;
  let bold = 0;
  let isBold = true;
  const end = () => {
    const text = pieces.join('').trimEnd();
    if (text.trim() !== '')
      lines.push({
        text,
        number: null,
        blankBefore: false,
        bold,
        heading,
        cells: cellsOf(text),
      });
    pieces = [];
    length = 0;
    bold = 0;
    isBold = true;
  };
  for (const stretch of stretches) {
    for (const [at, piece] of stretch.text.split('\n').entries()) {
      if (at > 0) end();
      isBold &&= stretch.bold || piece.trim() === '';
      pieces.push(piece);
      length += piece.length;
      if (isBold && stretch.bold) bold = length;
    }
  }
  end();
  return lines;
}

/** The lines of a document with paragraphs and tables, gathered in reading order. */
export class DocumentLines {
  readonly lines: SourceLine[] = [];
  #blank = true;

  /** An empty paragraph, or the end of a table, sets off what comes after it. */
  addBlank(): void {
    this.#blank = true;
  }

  addLines(lines: readonly SourceLine[]): void {
    for (const line of lines) {
      this.lines.push({ ...line, blankBefore: this.#blank });
      this.#blank = false;
    }
  }

  /** A paragraph becomes a line for each of its soft breaks; `heading` is its level, 0 for ordinary text. */
  addParagraph(stretches: readonly Stretch[], heading: number): void {
    this.addLines(linesOfStretches(stretches, heading));
  }

  /** A row keeps its columns; where only one cell holds words it is no row but lines. */
  addRow(cells: readonly (readonly SourceLine[])[]): void {
    const filled = cells.filter((cell) => cell.length > 0);
    if (filled.length <= 1) {
      this.addLines(filled[0] ?? []);
      return;
    }
    const texts = cells.map((cell) => cell.map(({ text }) => text.trim()).join('\n'));
    const text = texts.join('\t');
    this.addLines([
      { text, number: null, blankBefore: false, bold: 0, heading: 0, cells: texts },
    ]);
  }
}

function normalised(line: SourceLine): SourceLine {
  const plain = (text: string) => normaliseText(text).text;
  const text = plain(line.text);
  if (text === line.text) return line;
  const bold = plain(line.text.slice(0, line.bold)).length;
  return { ...line, text, bold, cells: line.cells?.map(plain) ?? null };
}

/** Lines of a format that says its own letters, made NFC and well-formed; what that altered and what has no letter is told. */
export function normalisedLines(
  lines: readonly SourceLine[],
  notes: ImportNotes,
): SourceLine[] {
  const text = lines.map((line) => line.text).join('\n');
  const { changes } = normaliseText(text);
  notes.changed({ code: 'composed', count: changes.composed });
  notes.changed({ code: 'nulsDropped', count: changes.nuls });
  notes.warn({ code: 'surrogates', count: changes.surrogates });
  notes.warn({ code: 'lettersUnknown', count: text.split('\uFFFD').length - 1 });
  return lines.map(normalised);
}
