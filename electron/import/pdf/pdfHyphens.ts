import { excerpt, type ImportNotes } from '../importNotes.ts';

const word = /[\p{L}\p{M}\d]+(?:[-‐][\p{L}\p{M}\d]+)*/gu;
const lastPart = /([\p{L}\p{M}\d]+(?:[-‐][\p{L}\p{M}\d]+)*)[-‐]$/u;
const firstPart = /^([\p{Ll}\p{M}]+)/u;
const longestWord = 100;
/** "för- och efternamn": the hyphen stands for what is said later. */
const suspended = /^(?:och|eller|samt|respektive|and|or|und|og)(?!\p{L})/u;

/** Joins lines that were broken, with the words of the whole text to tell a hyphen from a mere break. */
export class HyphenJoiner {
  readonly #words = new Set<string>();
  readonly #unsure: string[] = [];

  constructor(texts: readonly string[]) {
    for (const text of texts)
      for (const [found] of text.matchAll(word)) this.#words.add(found.toLowerCase());
  }

  /** The lines as one. A hyphen that may be either is kept. */
  join(lines: readonly string[]): string {
    return lines
      .map((line, at) => {
        const next = lines[at + 1];
        return next === undefined ? line : this.#upTo(line, next);
      })
      .join('');
  }

  #upTo(line: string, next: string): string {
    if (line.endsWith('\u00AD')) return line.slice(0, -1);
    const first = lastPart.exec(line.slice(-longestWord))?.[1];
    if (first === undefined || suspended.test(next)) return `${line} `;
    const second = firstPart.exec(next)?.[1];
    if (second === undefined) return line;
    if (this.#words.has(`${first}${second}`.toLowerCase())) return line.slice(0, -1);
    if (!this.#words.has(`${first}-${second}`.toLowerCase()))
      this.#unsure.push(`${first}-${second}`);
    return line;
  }

  /** Tells which hyphens were kept without knowing, the first of them by name. */
  tell(notes: ImportNotes): void {
    const text = excerpt(this.#unsure.join(', '));
    notes.warn({ code: 'hyphensKept', count: this.#unsure.length, params: { text } });
  }
}
