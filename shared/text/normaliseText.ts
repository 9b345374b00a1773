/** What a normalisation altered, counted; all zero means that the text came back as it was. */
export interface TextChanges {
  /** Line ends that were something else than LF. */
  readonly newlines: number;
  /** Letters that were written as letter plus mark and are now one character. */
  readonly composed: number;
  /** Halves of characters that had lost their other half. */
  readonly surrogates: number;
  /** NUL characters taken away. */
  readonly nuls: number;
}

export interface NormalisedText {
  readonly text: string;
  readonly changes: TextChanges;
}

const oddNewline = /\r\n?|[\u2028\u2029\u0085\v\f]/g;
const loneSurrogate =
  /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const letterWithMarks =
  /\P{M}\p{M}+|[\u1100-\u11FF]+|[\u0340-\u0387\u1F71-\u1FFD\u2126\u212A\u212B\uF900-\uFAFF]/gu;

// Below the combining marks every letter is one character already: only these may be altered.
const mayBeAltered = /[\0\r\v\f\u0085]|[\u0300-\uffff]/;
const unchanged: TextChanges = { newlines: 0, composed: 0, surrogates: 0, nuls: 0 };

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function countComposed(text: string): number {
  let count = 0;
  for (const [cluster] of text.matchAll(letterWithMarks)) {
    if (cluster.normalize('NFC') !== cluster) count += 1;
  }
  return Math.max(count, 1);
}

/** The one door of text: NFC, well-formed, LF, no NUL; hard spaces, soft hyphens and zero-width characters stay. */
export function normaliseText(raw: string): NormalisedText {
  if (!mayBeAltered.test(raw)) return { text: raw, changes: unchanged };
  const newlines = countOf(raw, oddNewline);
  const nuls = raw.includes('\0') ? raw.split('\0').length - 1 : 0;
  const surrogates = raw.isWellFormed() ? 0 : countOf(raw, loneSurrogate);
  let text = raw.toWellFormed();
  if (nuls > 0) text = text.replaceAll('\0', '');
  if (newlines > 0) text = text.replace(oddNewline, '\n');
  const composed = text.normalize('NFC');
  return {
    text: composed,
    changes: {
      newlines,
      nuls,
      surrogates,
      composed: composed === text ? 0 : countComposed(text),
    },
  };
}
