import { isGraphemeBorder } from './graphemes.ts';
import { literally } from './literally.ts';
import type { TextRange } from './textRange.ts';

export interface Sought {
  /** In the form of the project's text (NFC); never empty. */
  readonly words: string;
  readonly matchCase: boolean;
  /** Only where no letter or digit goes on before or after: Anna, not Annas. */
  readonly wholeWords: boolean;
}

const letter = '[\\p{L}\\p{N}\\p{M}]';

/** A finder for one text after another: the places in order that do not overlap and begin and end between characters. */
export function placesOf(sought: Sought): (text: string) => readonly TextRange[] {
  const words = literally(sought.words);
  const pattern = new RegExp(
    sought.wholeWords ? `(?<!${letter})${words}(?!${letter})` : words,
    sought.matchCase ? 'gu' : 'giu',
  );
  return (text) =>
    [...text.matchAll(pattern)]
      .map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
      .filter(
        ({ start, end }) => isGraphemeBorder(text, start) && isGraphemeBorder(text, end),
      );
}
