/** What words are made of, inside a character class: the search index of the project takes the same (migration 0003). */
export const wordSigns = '\\p{L}\\p{N}\\p{M}\\p{Co}';

/** Signs that are not seen and part no word: soft hyphen, zero-width signs, marks of direction, variation selectors. */
const unseen =
  '\\u00ad\\u034f\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufe00-\\ufe0f\\ufeff';

/** Any number of unseen signs, as part of a pattern with the flag `u`. */
export const unseenSigns = `[${unseen}]*`;

const unseenPattern = new RegExp(`[${unseen}]`, 'gu');

/** The text without the signs that are not seen. */
export function withoutUnseen(text: string): string {
  return text.replace(unseenPattern, '');
}

/** Signs that are written in several ways and typed in one. */
const alike = ["'’‘ʼ", '-‐‑', '"“”„‟«»'];

/** All ways to write a sign, itself among them: of an apostrophe the straight and the curved. */
export function waysToWrite(sign: string): string {
  return alike.find((ways) => ways.includes(sign)) ?? sign;
}

const mark = /\p{M}/gu;

/** The text without the marks of å, ä, ö, é: what is found when marks are disregarded. */
export function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(mark, '').normalize('NFC');
}

const wordPattern = new RegExp(`[${wordSigns}]+`, 'gu');

/** The words of a text, without what stands between them. */
export function wordsOf(text: string): readonly string[] {
  return withoutUnseen(text).match(wordPattern) ?? [];
}

const markable = [
  [0xc0, 0x24f],
  [0x370, 0x4ff],
  [0x1e00, 0x1fff],
] as const;

let variants: ReadonlyMap<string, string> | null = null;

function marked(): ReadonlyMap<string, string> {
  const byLetter = new Map<string, string>();
  for (const [first, last] of markable)
    for (let code = first; code <= last; code += 1) {
      const letter = String.fromCodePoint(code);
      const plain = withoutMarks(letter);
      if (plain !== letter && plain.length === 1)
        byLetter.set(plain, (byLetter.get(plain) ?? '') + letter);
    }
  return byLetter;
}

/** The letters that are this one with a mark over, under or through it: for a, å and ä among others. */
export function lettersWithMarks(letter: string): string {
  variants ??= marked();
  return variants.get(letter) ?? '';
}
