import type { TextRange } from './textRange.ts';

/** Abbreviations that a sentence goes on after, even before a capital; those that often end one (osv., m.m.) are not here. */
const goesOn = new Set(
  (
    't.ex ex bl.a d.v.s dvs s.k f.d p.g.a pga m.a.o t.o.m fr.o.m i.o.m st.f ca kl nr tel dr prof ' +
    'resp jfr inkl exkl ung e.g i.e mr mrs ms vs cf approx'
  ).split(' '),
);

const longestAbbreviation = 8;

/** End marks with the quotation marks and brackets that close after them, before white space; or the end of a paragraph. */
const possibleEnd = /[.!?…]+["'”’»)]*(?=\s|$)|\n/gu;
const commentsAfter = /(?:[^\S\n]*\[[^\]\n]*\])*/uy;
const nextInk = /[^\S\n]*["'”’»(–—-]*[^\S\n]*(\S)/uy;

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

function isAbbreviation(text: string, dot: number): boolean {
  const before = text.slice(Math.max(0, dot - longestAbbreviation), dot);
  const word = /[\p{L}.]+$/u.exec(before)?.[0];
  return word !== undefined && goesOn.has(word.toLowerCase());
}

function goesOnAfter(text: string, end: RegExpExecArray, after: number): boolean {
  if (end[0] === '.' && isAbbreviation(text, end.index)) return true;
  const next = matchAt(nextInk, text, after)?.[1];
  return next !== undefined && /\p{Ll}/u.test(next);
}

function trimmed(text: string, start: number, end: number): TextRange {
  const piece = text.slice(start, end);
  return {
    start: start + piece.length - piece.trimStart().length,
    end: end - piece.length + piece.trimEnd().length,
  };
}

/**
 * The sentences of a text in order, without the white space between them. A line feed ends a sentence; a lower-case
 * letter after an end mark goes on with it; a [bracketed comment] belongs to what stands before it.
 */
export function sentencesOf(text: string): readonly TextRange[] {
  const sentences: TextRange[] = [];
  let start = 0;
  const endAt = (end: number) => {
    const sentence = trimmed(text, start, end);
    if (sentence.end > sentence.start) sentences.push(sentence);
    start = end;
  };
  for (const end of text.matchAll(possibleEnd)) {
    const close = end.index + end[0].length;
    if (end[0] === '\n') endAt(end.index);
    else {
      const after = close + (matchAt(commentsAfter, text, close)?.[0].length ?? 0);
      if (!goesOnAfter(text, end, after)) endAt(after);
    }
  }
  endAt(text.length);
  return sentences;
}

/** The sentence at an offset; white space belongs to the sentence before it. Null where there are no words at all. */
export function sentenceAt(text: string, offset: number): TextRange | null {
  const sentences = sentencesOf(text);
  return sentences.findLast(({ start }) => start <= offset) ?? sentences[0] ?? null;
}
