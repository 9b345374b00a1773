import { firstNames, surnames } from './swedishNames.ts';

/**
 * The name of a file as a label of the same length: signs that join words become spaces, and names that stand without
 * their capital get it, since `intervju_anna.wav` is about Anna.
 */
export function asLabel(fileName: string): string {
  return fileName
    .replaceAll(/[_\d+]/gu, ' ')
    .replaceAll(/(?<!\p{L})\p{Ll}[\p{L}\p{M}]+/gu, (word) => {
      const isName = firstNames.has(word) || surnames.has(word);
      const first = word[0]!.toUpperCase();
      return isName && first.length === 1 ? first + word.slice(1) : word;
    });
}
