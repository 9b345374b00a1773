/** A word of a text as it is compared, and where it stands. */
export interface QuotedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00AD\u200B-\u200D\u2060]*/gu;
const unseen = /[\u00AD\u200B-\u200D\u2060]/gu;

/** The words of a text: case, signs, spaces and what cannot be seen are no part of them, å is another letter than a. */
export function quotedWords(text: string): QuotedWord[] {
  return Array.from(text.matchAll(wordPattern), ({ 0: found, index }) => ({
    word: found.replace(unseen, '').normalize('NFKC').toLowerCase(),
    start: index,
    end: index + found.length,
  }));
}
