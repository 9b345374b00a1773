/** A line with something on it, as any format of running text hands it over. */
export interface SourceLine {
  readonly text: string;
  /** From 1 in the file, and in a PDF the page; null where lines mean nothing (Word). */
  readonly number: number | null;
  readonly blankBefore: boolean;
  /** How many characters at its start are bold. */
  readonly bold: number;
  /** 1 to 6 for a heading, else 0. */
  readonly heading: number;
  /** The columns of a row, in a tab separated file or a table. */
  readonly cells: readonly string[] | null;
}

/** The lines of a plain text that are not empty, each knowing whether an empty one stood before it. */
export function linesOfText(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let blankBefore = true;
  let number = 0;
  for (const raw of text.split('\n')) {
    number += 1;
    const line = raw.trimEnd();
    if (line === '') {
      blankBefore = true;
      continue;
    }
    const cells = line.includes('\t')
      ? line.split('\t').map((cell) => cell.trim())
      : null;
    lines.push({ text: line, number, blankBefore, bold: 0, heading: 0, cells });
    blankBefore = false;
  }
  return lines;
}
