import { withoutUnseen, wordsOf } from './wordSigns.ts';

/** What must stand in a text: words one after the other, or signs that are no words. */
export type SearchTerm =
  | {
      readonly kind: 'words';
      readonly words: readonly string[];
      /** The last word may go on: svår* finds svårt. */
      readonly goesOn: boolean;
    }
  | { readonly kind: 'signs'; readonly signs: string };

const quote = '["“”„‟«»]';
const part = new RegExp(
  `${quote}([^"“”„‟«»]*)(?:${quote}(\\*?)|$)|([^\\s"“”„‟«»]+)`,
  'gu',
);

function termOf(text: string, hasStar: boolean): SearchTerm | null {
  const given = text.trim();
  const words = wordsOf(given);
  if (words.length > 0)
    return { kind: 'words', words, goesOn: hasStar || given.endsWith('*') };
  return given === '' ? null : { kind: 'signs', signs: given };
}

/**
 * What a person typed, as terms that all must stand in the text. Quotation marks hold a phrase together and a star lets
 * a word go on; nothing else that can be typed has a meaning of its own, so nothing can be typed wrongly.
 */
export function searchTerms(typed: string): readonly SearchTerm[] {
  return [...withoutUnseen(typed).matchAll(part)].flatMap(([, phrase, star, bare]) => {
    const term = termOf(phrase ?? bare ?? '', star === '*');
    return term ? [term] : [];
  });
}
