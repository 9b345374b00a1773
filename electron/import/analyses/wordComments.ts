import type { XmlAttributes, XmlListener } from '../xmlEvents.ts';

const signs: Readonly<Record<string, string>> = { p: '\n', br: '\n', tab: '\t' };

/** A comment of a Word document. */
export interface WordComment {
  readonly author: string;
  text: string;
  /** By which other parts of the file mean its last paragraph. */
  paragraph: string;
}

/** The comments of a document by their ids. */
export class WordComments implements XmlListener {
  readonly found = new Map<string, WordComment>();
  #now: WordComment | null = null;
  #isText = false;

  open(name: string, { id, author, paraId }: XmlAttributes): void {
    if (name === 'comment' && id !== undefined) {
      this.#now = { author: author ?? '', text: '', paragraph: '' };
      this.found.set(id, this.#now);
    }
    if (this.#now === null) return;
    if (name === 'p') this.#now.paragraph = paraId ?? '';
    const isFirst = name === 'p' && this.#now.text === '';
    this.#now.text += isFirst ? '' : (signs[name] ?? '');
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

/** Which comments answer others, by their paragraphs. */
export class WordReplies implements XmlListener {
  readonly paragraphs = new Set<string>();

  open(_: string, { paraId, paraIdParent }: XmlAttributes): void {
    if (paraId !== undefined && paraIdParent !== undefined) this.paragraphs.add(paraId);
  }

  close(): void {}

  text(): void {}
}
