import type { XmlAttributes, XmlListener } from '../xmlEvents.ts';
import type { AnalysisSheet, CommentedWords } from './analysisSource.ts';

interface Cell {
  text: string;
  readonly column: number;
  readonly height: number;
  readonly times: number;
}

interface Table {
  readonly name: string;
  readonly rows: string[][];
  readonly captions: readonly string[];
  readonly hiddenRows: Set<number>;
  readonly isHidden: boolean;
  lastMerge: number;
}

/** A cell that goes on into rows below it, by the column it begins in. */
interface GoingOn {
  readonly text: string;
  left: number;
}

interface Comment {
  readonly name: string;
  readonly start: number;
  end: number | null;
  author: string;
  text: string;
  readonly isReply: boolean;
}

const mostCells = 3_000_000;
const mostRepeated = 1000;
const captionsKept = 3;
const context = 80;

const times = (said: string | undefined, most: number) =>
  Math.min(most, Math.max(1, Number(said) || 1));

const isParagraphName = (name: string) => name === 'text:p' || name === 'text:h';
const isCreator = (name: string) => name === 'creator' || name.endsWith(':creator');

/** Gathers tables, in which a merged cell's words stand in each of its rows, and the words that comments are on. */
export class OpenDocumentReading implements XmlListener {
  readonly #tables: Table[] = [];
  readonly #comments: Comment[] = [];
  #written: string[] = [];
  #length = 0;
  /** Tables that are open: words of a table in a cell belong to that cell. */
  #depth = 0;
  #row: Cell[] = [];
  #rowTimes = 1;
  #column = 0;
  #goingOn = new Map<number, GoingOn>();
  #cell: Cell | null = null;
  #cells = 0;
  #comment: Comment | null = null;
  #isAuthor = false;
  #paragraphs = 0;
  /** Those that are open around a comment, whose dates and names are no words. */
  #paragraphsAround = 0;
  #deleted = 0;
  #paragraph = '';
  #captions: string[] = [];
  #hiddenStyles = new Set<string>();
  #style = '';

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'text:tracked-changes') this.#deleted += 1;
    if (name.startsWith('style:')) this.#openStyle(name, attributes);
    if (name === 'office:annotation') this.#openComment(attributes);
    if (name === 'office:annotation-end') this.#endComment(attributes['name'] ?? '');
    if (name.startsWith('table:')) this.#openInTable(name, attributes);
    if (isCreator(name)) this.#isAuthor = this.#comment !== null;
    this.#openText(name, attributes);
  }

  #openStyle(name: string, { name: called, display }: XmlAttributes): void {
    if (name === 'style:style') this.#style = called ?? '';
    if (name === 'style:table-properties' && display === 'false')
      this.#hiddenStyles.add(this.#style);
  }

  #openText(name: string, attributes: XmlAttributes): void {
    const isParagraph = isParagraphName(name);
    if (isParagraph) this.#paragraphs += 1;
    if (isParagraph || name === 'text:line-break') this.#write('\n');
    if (name === 'text:tab') this.#write('\t');
    if (name === 'text:s') this.#write(' '.repeat(times(attributes['c'], mostRepeated)));
  }

  close(name: string): void {
    if (name === 'text:tracked-changes') this.#deleted -= 1;
    if (name === 'office:annotation') this.#closeComment();
    if (isCreator(name)) this.#isAuthor = false;
    if (isParagraphName(name)) this.#closeParagraph();
    if (name.startsWith('table:')) this.#closeInTable(name);
  }

  #closeInTable(name: string): void {
    if (name === 'table:table') this.#depth -= 1;
    if (this.#depth !== 1) return;
    if (name === 'table:table-cell') this.#cell = null;
    if (name === 'table:table-row') this.#closeRow();
  }

  text(words: string): void {
    if (this.#isAuthor && this.#comment) this.#comment.author += words;
    else if (this.#paragraphs > this.#paragraphsAround)
      this.#write(words.replace(/\s+/g, ' '));
  }

  #write(words: string): void {
    if (this.#deleted > 0) return;
    if (this.#comment !== null) {
      this.#comment.text += words;
      return;
    }
    this.#written.push(words);
    this.#length += words.length;
    if (this.#cell !== null) this.#cell.text += words;
    if (this.#depth === 0) this.#paragraph += words;
  }

  #closeParagraph(): void {
    this.#paragraphs -= 1;
    if (this.#depth > 0 || this.#comment !== null) return;
    const said = this.#paragraph.trim();
    this.#paragraph = '';
    if (said !== '') this.#captions = [said, ...this.#captions].slice(0, captionsKept);
  }

  #openInTable(name: string, attributes: XmlAttributes): void {
    if (name === 'table:table') this.#openTable(attributes);
    if (this.#depth !== 1) return;
    if (name === 'table:table-row') this.#openRow(attributes);
    if (name === 'table:table-cell') this.#openCell(attributes);
    if (name === 'table:covered-table-cell')
      this.#column += times(attributes['number-columns-repeated'], mostRepeated);
  }

  #openTable(attributes: XmlAttributes): void {
    this.#depth += 1;
    if (this.#depth > 1) return;
    this.#tables.push({
      name: attributes['name'] ?? String(this.#tables.length + 1),
      rows: [],
      captions: this.#captions,
      hiddenRows: new Set(),
      isHidden: this.#hiddenStyles.has(attributes['style-name'] ?? ''),
      lastMerge: -1,
    });
    this.#captions = [];
    this.#goingOn = new Map();
  }

  #openRow(attributes: XmlAttributes): void {
    this.#row = [];
    this.#column = 0;
    this.#rowTimes = times(attributes['number-rows-repeated'], mostRepeated);
    const visibility = attributes['visibility'];
    const table = this.#tables.at(-1);
    if (visibility === 'collapse' || visibility === 'filter')
      for (let more = 0; more < this.#rowTimes; more += 1)
        table?.hiddenRows.add(table.rows.length + more);
  }

  #openCell(attributes: XmlAttributes): void {
    const repeated = times(attributes['number-columns-repeated'], mostRepeated);
    const cell = {
      text: '',
      column: this.#column,
      height: times(attributes['number-rows-spanned'], mostCells),
      times: repeated,
    };
    this.#column += repeated;
    this.#cells += 1;
    if (this.#cells > mostCells) return;
    this.#cell = cell;
    this.#row.push(cell);
  }

  #closeRow(): void {
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    const row = this.#mergedFromAbove(table);
    for (const cell of this.#row) this.#put(cell, row);
    const full = Array.from(row, (text) => text ?? '');
    const isBlank = full.every((text) => text === '');
    for (let more = 0; more < (isBlank ? this.#rowTimes : 1); more += 1)
      table.rows.push(full);
  }

  #mergedFromAbove(table: Table): string[] {
    const row: string[] = [];
    for (const [column, above] of this.#goingOn) {
      row[column] = above.text;
      table.lastMerge = table.rows.length;
      above.left -= 1;
      if (above.left === 0) this.#goingOn.delete(column);
    }
    return row;
  }

  #put(cell: Cell, row: string[]): void {
    const text = cell.text.trim();
    if (text === '') return;
    for (let on = 0; on < cell.times; on += 1) row[cell.column + on] = text;
    if (cell.height > 1) this.#goingOn.set(cell.column, { text, left: cell.height - 1 });
  }

  #openComment(attributes: XmlAttributes): void {
    const { name, 'parent-name': parent } = attributes;
    this.#comment = {
      name: name ?? '',
      start: this.#length,
      end: null,
      author: '',
      text: '',
      isReply: parent !== undefined,
    };
    this.#paragraphsAround = this.#paragraphs;
    this.#comments.push(this.#comment);
  }

  #closeComment(): void {
    this.#comment = null;
    this.#paragraphsAround = 0;
  }

  #endComment(name: string): void {
    const comment = this.#comments.findLast((one) => one.name === name);
    if (comment !== undefined) comment.end = this.#length;
  }

  get tables(): readonly AnalysisSheet[] {
    return this.#tables.filter(({ rows }) => rows.some((row) => row.some(Boolean)));
  }

  /** In the order of the text; where a comment is on no words it has none. */
  commentedWords(): readonly CommentedWords[] {
    const text = this.#written.join('');
    return this.#comments.flatMap(({ start, end, text: comment, author, isReply }) => {
      if (comment.trim() === '') return [];
      return {
        words: text.slice(start, end ?? start).trim(),
        before: text.slice(Math.max(0, start - context), start),
        after: text.slice(end ?? start, (end ?? start) + context),
        comment: comment.trim(),
        author: author.trim(),
        isReply,
      };
    });
  }
}
