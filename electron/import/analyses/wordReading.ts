import type { XmlAttributes, XmlListener } from '../xmlEvents.ts';
import type { AnalysisSheet, CommentedWords } from './analysisSource.ts';
import type { WordComment } from './wordComments.ts';

interface Cell {
  text: string;
  width: number;
  /** It goes on the merged cell above it. */
  goesOn: boolean;
}

interface Table {
  readonly rows: string[][];
  lastMerge: number;
  readonly captions: readonly string[];
}

interface Range {
  readonly id: string;
  readonly start: number;
  end: number | null;
}

const mostCells = 3_000_000;
const captionsKept = 3;

/** What stands for an element; a new paragraph begins on a new line. */
const signs: Readonly<Record<string, string>> = {
  p: '\n',
  br: '\n',
  tab: '\t',
  noBreakHyphen: '\u2011',
};

/** Gathers tables, in which a merged cell's words stand in each of its rows, and the words that comments are on. */
export class WordReading implements XmlListener {
  readonly #comments: ReadonlyMap<string, WordComment>;
  readonly #replies: ReadonlySet<string>;
  readonly #tables: Table[] = [];
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
  /** The paragraph that is open outside of tables, and those before it, the nearest first. */
  #paragraph = '';
  #captions: string[] = [];

  constructor(comments: ReadonlyMap<string, WordComment>, replies: ReadonlySet<string>) {
    this.#comments = comments;
    this.#replies = replies;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'tbl') this.#openTable();
    else if (this.#depth === 1) this.#openInTable(name, attributes);
    if (name.startsWith('comment')) this.#openComment(name, attributes['id'] ?? '');
    if (name === 'moveFrom') this.#movedAway += 1;
    if (name === 'r') this.#isInRun = true;
    this.#openText(name);
  }

  #openComment(name: string, id: string): void {
    if (name === 'commentRangeStart') this.#begin(id);
    if (name === 'commentRangeEnd') this.#end(id);
    if (name === 'commentReference') this.#refer(id);
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
    if (this.#depth === 0 && name === 'p') this.#closeParagraph();
    this.#isText = false;
  }

  text(words: string): void {
    if (this.#isText) this.#write(words);
  }

  #write(words: string): void {
    this.#written.push(words);
    this.#length += words.length;
    if (this.#cell !== null) this.#cell.text += words;
    if (this.#depth === 0) this.#paragraph += words;
  }

  #closeParagraph(): void {
    const said = this.#paragraph.trim();
    this.#paragraph = '';
    if (said !== '') this.#captions = [said, ...this.#captions].slice(0, captionsKept);
  }

  #openTable(): void {
    this.#depth += 1;
    if (this.#depth > 1) return;
    this.#tables.push({ rows: [], lastMerge: -1, captions: this.#captions });
    this.#captions = [];
    this.#above = [];
  }

  #openInTable(name: string, attributes: XmlAttributes): void {
    if (name === 'tr') this.#row = [];
    if (name === 'gridBefore') this.#leaveOut(Number(attributes['val']));
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

  /** A row that begins further in. */
  #leaveOut(cells: number): void {
    const width = Math.min(100, Math.max(0, cells || 0));
    for (let at = 0; at < width; at += 1)
      this.#row.push({ text: '', width: 1, goesOn: false });
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
      table.lastMerge = table.rows.length;
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

  /** A comment that stands at a point and is on no words. */
  #refer(id: string): void {
    if (!this.#ranges.has(id))
      this.#ranges.set(id, { id, start: this.#length, end: this.#length });
  }

  get tables(): readonly AnalysisSheet[] {
    return this.#tables.map(({ rows, lastMerge, captions }, at) => ({
      name: String(at + 1),
      rows,
      lastMerge,
      captions,
      hiddenRows: new Set<number>(),
      isHidden: false,
    }));
  }

  /** In the order of the text; where a comment is on no words it has none. */
  commentedWords(): readonly CommentedWords[] {
    const text = this.#written.join('');
    const context = 80;
    return [...this.#ranges.values()].flatMap(({ id, start, end }) => {
      const comment = this.#comments.get(id);
      const words = text.slice(start, end ?? start).trim();
      if (comment === undefined || comment.text.trim() === '') return [];
      return {
        words,
        before: text.slice(Math.max(0, start - context), start),
        after: text.slice(end ?? start, (end ?? start) + context),
        comment: comment.text.trim(),
        author: comment.author,
        isReply: comment.paragraph !== '' && this.#replies.has(comment.paragraph),
      };
    });
  }
}
