import type { ImportNotes } from './importNotes.ts';
import { excerpt } from './importNotes.ts';

const word = /[\p{L}\p{M}\d]+(?:[-‐][\p{L}\p{M}\d]+)*/gu;
const lastPart = /([\p{L}\p{M}\d]+(?:[-‐][\p{L}\p{M}\d]+)*)[-‐]$/u;
const firstPart = /^([\p{Ll}\p{M}]+)/u;
/** "för- och efternamn": the hyphen stands for what is said later. */
const suspended = /^(?:och|eller|samt|respektive|and|or|und|og)(?!\p{L})/u;

/** Joins lines that were broken, with the words of the whole text to tell a hyphen from a mere break. */
export class HyphenJoiner {
  readonly #words = new Set<string>();
  readonly #notes: ImportNotes;

  constructor(texts: readonly string[], notes: ImportNotes) {
    this.#notes = notes;
    for (const text of texts)
      for (const [found] of text.matchAll(word)) this.#words.add(found.toLowerCase());
  }

  /** The two lines as one. A hyphen that may be either is kept, and told. */
  join(before: string, after: string): string {
    if (before.endsWith('\u00AD')) return before.slice(0, -1) + after;
    const first = lastPart.exec(before)?.[1];
    if (first === undefined || suspended.test(after)) return `${before} ${after}`;
    const second = firstPart.exec(after)?.[1];
    if (second === undefined) return before + after;
    if (this.#words.has(`${first}${second}`.toLowerCase()))
      return before.slice(0, -1) + after;
    if (!this.#words.has(`${first}-${second}`.toLowerCase()))
      this.#notes.warn({
        code: 'hyphenKept',
        params: { text: excerpt(`${first}-${second}`) },
      });
    return before + after;
  }
}
