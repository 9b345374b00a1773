import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

import { DocumentLines, type Stretch } from '../text/documentLines.ts';
import type { ImportNotes } from '../importNotes.ts';
import type { SourceLine } from '../sourceLines.ts';
import { pictureMark } from './wordXml.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const blocks = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'ol',
  'ul',
  'dl',
  'dt',
  'dd',
]);

function attribute(element: Element, name: string): string {
  return element.attrs.find((attr) => attr.name === name)?.value ?? '';
}

const isElement = (node: Node): node is Element => 'tagName' in node;

function textOf(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (!isElement(node)) return 'value' in node ? node.value : '';
      if (node.tagName === 'a' && attribute(node, 'href').includes('note-ref-'))
        return '';
      const inner = textOf(node.childNodes);
      return blocks.has(node.tagName) ? `${inner} ` : inner;
    })
    .join('');
}

class WordReader {
  readonly #found = new DocumentLines();
  readonly #notes: ImportNotes;
  readonly #footnotes = new Map<string, string>();
  #stretches: Stretch[] = [];
  #usedNotes = 0;
  #pictures = 0;

  constructor(notes: ImportNotes) {
    this.#notes = notes;
  }

  get lines(): readonly SourceLine[] {
    return this.#found.lines;
  }

  read(nodes: readonly Node[]): void {
    this.#gatherFootnotes(nodes);
    this.#children(nodes, false);
    this.#flush(0);
    this.#notes.changed({ code: 'footnotesInline', count: this.#usedNotes });
    this.#notes.warn({ code: 'pictures', count: this.#pictures });
  }

  #gatherFootnotes(nodes: readonly Node[]): void {
    for (const list of nodes) {
      if (!isElement(list) || list.tagName !== 'ol') continue;
      for (const item of list.childNodes) {
        const id = isElement(item) ? attribute(item, 'id') : '';
        if (isElement(item) && /^(?:foot|end)note-/.test(id)) {
          this.#footnotes.set(id, textOf(item.childNodes).replace(/\s+/gu, ' ').trim());
        }
      }
    }
  }

  #children(nodes: readonly Node[], bold: boolean): void {
    for (const node of nodes) {
      if (isElement(node)) this.#element(node, bold);
      else if ('value' in node) this.#stretches.push({ text: node.value, bold });
    }
  }

  #element(element: Element, bold: boolean): void {
    const { tagName } = element;
    if (tagName === 'table') this.#table(element);
    else if (blocks.has(tagName)) this.#block(element);
    else if (tagName === 'br') this.#stretches.push({ text: '\n', bold });
    else if (tagName === 'img') this.#picture(bold);
    else if (tagName === 'input')
      this.#stretches.push({
        text: attribute(element, 'checked') === '' ? '☐' : '☒',
        bold,
      });
    else if (tagName === 'sup' && this.#footnote(element)) return;
    else this.#children(element.childNodes, bold || tagName === 'strong');
  }

  #picture(bold: boolean): void {
    this.#pictures += 1;
    this.#stretches.push({ text: pictureMark, bold });
  }

  #footnote(element: Element): boolean {
    const link = element.childNodes.find(
      (node) => isElement(node) && node.tagName === 'a',
    );
    const id =
      link !== undefined && isElement(link) ? attribute(link, 'href').slice(1) : '';
    const text = this.#footnotes.get(id);
    if (text === undefined) return false;
    this.#usedNotes += 1;
    this.#stretches.push({ text: ` [${this.#usedNotes}: ${text}]`, bold: false });
    return true;
  }

  #block(element: Element): void {
    if (/^(?:foot|end)note-/.test(attribute(element, 'id'))) return;
    this.#flush(0);
    const level = /^h([1-6])$/.exec(element.tagName)?.[1];
    this.#children(element.childNodes, false);
    const isLine = element.tagName === 'p' || level !== undefined;
    if (isLine && this.#stretches.every(({ text }) => text.trim() === ''))
      this.#found.addBlank();
    this.#flush(Number(level ?? 0));
  }

  #table(table: Element): void {
    this.#flush(0);
    for (const row of rowsOf(table)) this.#row(row);
    this.#found.addBlank();
  }

  #row(row: Element): void {
    const cells = row.childNodes
      .filter((node) => isElement(node))
      .map((cell) => this.#cell(cell));
    this.#found.addRow(cells);
  }

  #cell(cell: Element): readonly SourceLine[] {
    const inner = new WordReader(this.#notes);
    for (const [id, text] of this.#footnotes) inner.#footnotes.set(id, text);
    inner.#usedNotes = this.#usedNotes;
    inner.#children(cell.childNodes, false);
    inner.#flush(0);
    this.#usedNotes = inner.#usedNotes;
    this.#pictures += inner.#pictures;
    return inner.lines;
  }

  #flush(heading: number): void {
    this.#found.addParagraph(this.#stretches, heading);
    this.#stretches = [];
  }
}

function rowsOf(table: Element): Element[] {
  return table.childNodes.flatMap((node) => {
    if (!isElement(node)) return [];
    return node.tagName === 'tr' ? [node] : rowsOf(node);
  });
}

/** The lines of a Word file, from the HTML that mammoth makes of it: soft breaks split, rows keep their columns. */
export function linesOfWordHtml(html: string, notes: ImportNotes): readonly SourceLine[] {
  const reader = new WordReader(notes);
  reader.read(parseFragment(html).childNodes);
  return reader.lines;
}
