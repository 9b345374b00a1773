import type { XmlAttributes, XmlListener } from '../xmlEvents.ts';
import type { AnalysisSheet, CommentedWords } from './analysisSource.ts';

interface Comment {
  readonly author: string;
  text: string;
}

/** The comments of a document by their ids. */
export class WordComments implements XmlListener {
  readonly found = new Map<string, Comment>();
  #now: Comment | null = null;
  #isText = false;

  open(name: string, { id, author }: XmlAttributes): void {
    if (name === 'comment' && id !== undefined) {
      this.#now = { author: author ?? '', text: '' };
      this.found.set(id, this.#now);
    }
    if (this.#now === null) return;
    if (name === 'p' && this.#now.text !== '') this.#now.text += '\n';
    if (name === 'br') this.#now.text += '\n';
    if (name === 'tab') this.#now.text += '\t';
    this.#isText = name === 't';
  }

  close(name: string): void {
    if (name === 'comment') this.#now = null;
    this.#isText = false;
  }

  text(words: string): void {
    if (this.#isText && this.#now) this.#now.text += words;
  }
}

interface Cell {
  text: string;
  width: number;
  /** It goes on the merged cell above it. */
  goesOn: boolean;
}

interface Range {
  readonly id: string;
  readonly start: number;
  end: number | null;
}

const mostCells = 3_000_000;

/** What stands for an element; a new paragraph begins on a new line. */
const signs: Readonly<Record<string, string>> = {
  p: '\n',
  br: '\n',
  tab: '\t',
  noBreakHyphen: '\u2011',
};

/** Gathers tables, in which a merged cell's words stand in each of its rows, and the words that comments are on. */
export class WordReading implements XmlListener {
  readonly #comments: ReadonlyMap<string, Comment>;
  readonly #tables: { rows: string[][]; hasMerges: boolean }[] = [];
  readonly #ranges = new Map<string, Range>();
  /** All that is written, in order; comments are on parts of it. */
  #written: string[] = [];
  #length = 0;
  /** Tables that are open: words of a table in a cell belong to that cell. */
  #depth = 0;
  #row: Cell[] = [];
  #above: Cell[] = [];
  #cell: Cell | null = null;
  #cells = 0;
  #movedAway = 0;
  #isText = false;

  constructor(comments: ReadonlyMap<string, Comment>) {
    this.#comments = comments;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'tbl') this.#openTable();
    else if (this.#depth === 1) this.#openInTable(name, attributes);
    if (name === 'commentRangeStart') this.#begin(attributes['id'] ?? '');
    if (name === 'commentRangeEnd') this.#end(attributes['id'] ?? '');
    if (name === 'moveFrom') this.#movedAway += 1;
    if (name === 'r') this.#isInRun = true;
    this.#openText(name);
  }

  #openText(name: string): void {
    const sign = signs[name];
    if (sign !== undefined && (name !== 'tab' || this.#isInRun)) this.#write(sign);
    this.#isText = name === 't' && this.#movedAway === 0;
  }

  /** A `tab` in the properties of a paragraph is a stop and no sign. */
  #isInRun = false;

  close(name: string): void {
    if (name === 'tbl') this.#depth -= 1;
    if (name === 'moveFrom') this.#movedAway -= 1;
    if (name === 'r') this.#isInRun = false;
    if (this.#depth === 1 && name === 'tc') this.#cell = null;
    if (this.#depth === 1 && name === 'tr') this.#closeRow();
    this.#isText = false;
  }

  text(words: string): void {
    if (this.#isText) this.#write(words);
  }

  #write(words: string): void {
    this.#written.push(words);
    this.#length += words.length;
    if (this.#cell !== null) this.#cell.text += words;
  }

  #openTable(): void {
    this.#depth += 1;
    if (this.#depth > 1) return;
    this.#tables.push({ rows: [], hasMerges: false });
    this.#above = [];
  }

  #openInTable(name: string, attributes: XmlAttributes): void {
    if (name === 'tr') this.#row = [];
    if (name === 'tc' && this.#cells < mostCells) {
      this.#cells += 1;
      this.#cell = { text: '', width: 1, goesOn: false };
      this.#row.push(this.#cell);
    }
    const cell = this.#row.at(-1);
    if (cell === undefined || this.#cell !== cell) return;
    const { val } = attributes;
    if (name === 'gridSpan') cell.width = Math.min(100, Math.max(1, Number(val) || 1));
    if (name === 'vMerge') cell.goesOn = val !== 'restart';
  }

  #closeRow(): void {
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    const wide = this.#row.flatMap((cell) => [
      cell,
      ...Array.from({ length: cell.width - 1 }, () => ({ ...cell, text: '' })),
    ]);
    for (const [at, cell] of wide.entries()) {
      if (!cell.goesOn) continue;
      table.hasMerges = true;
      cell.text = this.#above[at]?.text ?? '';
    }
    this.#above = wide;
    table.rows.push(wide.map(({ text }) => text.trim()));
  }

  #begin(id: string): void {
    if (!this.#ranges.has(id))
      this.#ranges.set(id, { id, start: this.#length, end: null });
  }

  #end(id: string): void {
    const range = this.#ranges.get(id);
    if (range?.end === null) range.end = this.#length;
  }

  get tables(): readonly AnalysisSheet[] {
    return this.#tables.map(({ rows, hasMerges }, at) => ({
      name: String(at + 1),
      rows,
      hasMerges,
    }));
  }

  /** In the order of the text; a comment on no words is left out. */
  commentedWords(): readonly CommentedWords[] {
    const text = this.#written.join('');
    const context = 80;
    return [...this.#ranges.values()].flatMap(({ id, start, end }) => {
      const comment = this.#comments.get(id);
      const words = text.slice(start, end ?? start).trim();
      if (comment === undefined || words === '' || comment.text.trim() === '') return [];
      return {
        words,
        before: text.slice(Math.max(0, start - context), start),
        after: text.slice(end ?? start, (end ?? start) + context),
        comment: comment.text.trim(),
        author: comment.author,
      };
    });
  }
}
