import { DocumentLines } from '../text/documentLines.ts';
import type { SourceLine } from '../sourceLines.ts';

/** Where the lines of an RTF text gather: the document itself, a footnote, a text box. */
export class RtfPlace {
  readonly #lines = new DocumentLines();
  #stretches: { text: string; readonly bold: boolean }[] = [];
  #cell = new DocumentLines();
  #row: (readonly SourceLine[])[] = [];
  #isAfterRow = false;
  /** What stands in a text box comes after the paragraph that the box hangs on. */
  #held: SourceLine[] = [];

  get lines(): readonly SourceLine[] {
    return this.#lines.lines;
  }

  say(text: string, bold: boolean): void {
    const last = this.#stretches.at(-1);
    if (last?.bold === bold) last.text += text;
    else this.#stretches.push({ text, bold });
  }

  hold(lines: readonly SourceLine[]): void {
    this.#held = this.#held.concat(lines);
  }

  endParagraph({ heading, inTable }: { heading: number; inTable: boolean }): void {
    if (!inTable) this.endRow();
    const target = inTable ? this.#cell : this.#lines;
    if (!inTable && this.#isAfterRow) target.addBlank();
    if (!inTable) this.#isAfterRow = false;
    if (this.#stretches.every(({ text }) => text.trim() === '')) target.addBlank();
    target.addParagraph(this.#stretches, heading);
    target.addLines(this.#held);
    this.#stretches = [];
    this.#held = [];
  }

  endCell(): void {
    this.endParagraph({ heading: 0, inTable: true });
    this.#row.push(this.#cell.lines);
    this.#cell = new DocumentLines();
  }

  endRow(): void {
    if (this.#cell.lines.length > 0) {
      this.#row.push(this.#cell.lines);
      this.#cell = new DocumentLines();
    }
    if (this.#row.length === 0) return;
    this.#lines.addRow(this.#row);
    this.#row = [];
    this.#isAfterRow = true;
  }

  /** Whether words stand in a paragraph that nothing has ended. */
  get isOpen(): boolean {
    return this.#stretches.length > 0 || this.#held.length > 0;
  }

  end(): readonly SourceLine[] {
    if (this.isOpen) this.endParagraph({ heading: 0, inTable: false });
    this.endRow();
    return this.lines;
  }
}
