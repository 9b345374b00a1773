import { DocumentLines, type Stretch } from '../text/documentLines.ts';
import type { ImportNotes } from '../importNotes.ts';
import type { OpenDocumentStyles } from './openDocumentStyles.ts';
import type { SourceLine } from '../sourceLines.ts';
import { pictureMark } from '../word/wordXml.ts';
import type { XmlAttributes, XmlListener } from '../xmlEvents.ts';

interface Paragraph {
  readonly stretches: Stretch[];
  readonly heading: number;
  /** Whether letters are bold, for the paragraph and each span open in it. */
  readonly bold: boolean[];
  endsWithSpace: boolean;
}

/** Where lines gather: the document, a cell, a note; or what stands in a frame in an open paragraph. */
interface Place {
  readonly lines: DocumentLines;
  readonly paragraph: Paragraph | null;
}

interface Frame {
  hasPicture: boolean;
  hasWords: boolean;
}

const mostSpaces = 1000;

/** What is no part of the talk: styles, headers and footers, drawn descriptions, the furigana above letters. */
const leftOut = new Set([
  'office:annotation',
  'office:automatic-styles',
  'office:binary-data',
  'office:event-listeners',
  'office:font-face-decls',
  'office:forms',
  'office:master-styles',
  'office:meta',
  'office:scripts',
  'office:settings',
  'office:styles',
  'svg-compatible:desc',
  'svg-compatible:title',
  'text:note-citation',
  'text:ruby-text',
  'text:tracked-changes',
]);
const pictures = new Set([
  'draw:applet',
  'draw:floating-frame',
  'draw:image',
  'draw:object',
  'draw:object-ole',
  'draw:plugin',
]);

/** Gathers the lines of an OpenDocument text while its XML is read. */
export class OpenDocumentText implements XmlListener {
  readonly #styles: OpenDocumentStyles;
  readonly #places: Place[] = [{ lines: new DocumentLines(), paragraph: null }];
  readonly #rows: (readonly SourceLine[])[][] = [];
  readonly #frames: Frame[] = [];
  /** How many elements are open in one that is left out. */
  #leftOutDepth = 0;
  #counts = { comments: 0, changes: 0, footnotes: 0, pictures: 0 };

  constructor(styles: OpenDocumentStyles) {
    this.#styles = styles;
  }

  get lines(): readonly SourceLine[] {
    return this.#places[0]?.lines.lines ?? [];
  }

  tell(notes: ImportNotes): void {
    notes.warn({ code: 'trackedChanges', count: this.#counts.changes });
    notes.warn({ code: 'commentsLeftOut', count: this.#counts.comments });
    notes.changed({ code: 'footnotesInline', count: this.#counts.footnotes });
    notes.warn({ code: 'pictures', count: this.#counts.pictures });
  }

  readonly open = (name: string, attributes: XmlAttributes): void => {
    if (this.#leftOutDepth > 0 || leftOut.has(name) || name.startsWith('math:')) {
      this.#count(name);
      this.#leftOutDepth += 1;
      return;
    }
    const frame = this.#frames.at(-1);
    if (frame !== undefined && pictures.has(name)) frame.hasPicture = true;
    openings[name]?.(this, attributes);
  };

  readonly close = (name: string): void => {
    if (this.#leftOutDepth > 0) this.#leftOutDepth -= 1;
    else closings[name]?.(this);
  };

  readonly text = (text: string): void => {
    const paragraph = this.#places.at(-1)?.paragraph ?? null;
    if (this.#leftOutDepth > 0 || paragraph === null) return;
    let shown = text.replace(/[ \t\r\n]+/g, ' ');
    if (paragraph.endsWithSpace && shown.startsWith(' ')) shown = shown.slice(1);
    if (shown === '') return;
    this.say(shown);
    paragraph.endsWithSpace = shown.endsWith(' ');
  };

  #count(name: string): void {
    if (name === 'office:annotation') this.#counts.comments += 1;
    if (name === 'text:insertion' || name === 'text:deletion') this.#counts.changes += 1;
  }

  say(text: string): void {
    const paragraph = this.#places.at(-1)?.paragraph ?? null;
    if (paragraph === null) return;
    paragraph.stretches.push({ text, bold: paragraph.bold.at(-1) ?? false });
    paragraph.endsWithSpace = false;
  }

  openParagraph(attributes: XmlAttributes, level: number | null): void {
    const style = attributes['style-name'] ?? '';
    const heading = level ?? this.#styles.titleLevel(style);
    const bold = heading === 0 && this.#styles.isBold('paragraph', style) === true;
    const paragraph = { stretches: [], heading, bold: [bold], endsWithSpace: true };
    this.#places.push({ lines: new DocumentLines(), paragraph });
  }

  closeParagraph(): void {
    const { lines, paragraph } = this.#places.pop() ?? {};
    const place = this.#places.at(-1);
    if (lines === undefined || !paragraph || place === undefined) return;
    const isBlank = paragraph.stretches.every(({ text }) => text.trim() === '');
    if (!isBlank) for (const frame of this.#frames) frame.hasWords = true;
    else if (lines.lines.length === 0) place.lines.addBlank();
    place.lines.addParagraph(paragraph.stretches, paragraph.heading);
    place.lines.addLines(lines.lines);
  }

  openSpan(attributes: XmlAttributes): void {
    const bold = this.#places.at(-1)?.paragraph?.bold;
    const own = this.#styles.isBold('text', attributes['style-name'] ?? '');
    bold?.push(own ?? bold.at(-1) ?? false);
  }

  closeSpan(): void {
    this.#places.at(-1)?.paragraph?.bold.pop();
  }

  openPlace(): void {
    this.#places.push({ lines: new DocumentLines(), paragraph: null });
  }

  #closePlace(): readonly SourceLine[] {
    return this.#places.pop()?.lines.lines ?? [];
  }

  closeNote(): void {
    const text = this.#closePlace().map((line) => line.text.trim());
    this.#counts.footnotes += 1;
    this.say(` [${this.#counts.footnotes}: ${text.join(' ')}]`);
  }

  openRow(): void {
    this.#rows.push([]);
  }

  closeCell(): void {
    const lines = this.#closePlace();
    const row = this.#rows.at(-1);
    if (row === undefined) this.#places.at(-1)?.lines.addLines(lines);
    else row.push(lines);
  }

  closeRow(): void {
    this.#places.at(-1)?.lines.addRow(this.#rows.pop() ?? []);
  }

  closeTable(): void {
    this.#places.at(-1)?.lines.addBlank();
  }

  openFrame(): void {
    this.#frames.push({ hasPicture: false, hasWords: false });
  }

  closeFrame(): void {
    const frame = this.#frames.pop();
    if (frame === undefined || !frame.hasPicture || frame.hasWords) return;
    this.#counts.pictures += 1;
    const place = this.#places.at(-1);
    if (place?.paragraph) this.say(pictureMark);
    else place?.lines.addParagraph([{ text: pictureMark, bold: false }], 0);
  }
}

type Opening = (reader: OpenDocumentText, attributes: XmlAttributes) => void;

function levelOf(attributes: XmlAttributes): number {
  return Math.min(Math.max(Math.trunc(Number(attributes['outline-level'])) || 1, 1), 6);
}

const openings: Readonly<Record<string, Opening>> = {
  'text:p': (reader, attributes) => reader.openParagraph(attributes, null),
  'text:h': (reader, attributes) => reader.openParagraph(attributes, levelOf(attributes)),
  'text:span': (reader, attributes) => reader.openSpan(attributes),
  'text:tab': (reader) => reader.say('\t'),
  'text:line-break': (reader) => reader.say('\n'),
  'text:s': (reader, attributes) => {
    const count = Math.trunc(Number(attributes['c'] ?? '1')) || 1;
    reader.say(' '.repeat(Math.min(Math.max(count, 1), mostSpaces)));
  },
  'text:note-body': (reader) => reader.openPlace(),
  'table:table-row': (reader) => reader.openRow(),
  'table:table-cell': (reader) => reader.openPlace(),
  'draw:frame': (reader) => reader.openFrame(),
};

const closings: Readonly<Record<string, (reader: OpenDocumentText) => void>> = {
  'text:p': (reader) => reader.closeParagraph(),
  'text:h': (reader) => reader.closeParagraph(),
  'text:span': (reader) => reader.closeSpan(),
  'text:note-body': (reader) => reader.closeNote(),
  'table:table-cell': (reader) => reader.closeCell(),
  'table:table-row': (reader) => reader.closeRow(),
  'table:table': (reader) => reader.closeTable(),
  'draw:frame': (reader) => reader.closeFrame(),
};
