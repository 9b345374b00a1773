import { commonRuns } from './commonRuns.ts';
import { snapDifferences, type Difference, type TextEdit } from './textEdit.ts';
import type { TextRange } from './textRange.ts';

const letter = /[\p{L}\p{N}\p{M}\u200d\uD800-\uDFFF]/u;
const wordOrSign = /[\p{L}\p{N}\p{M}\u200d]+|[^]/gu;

/** Words are compared letter by letter in a place of at most so many words and signs. */
const mostCompared = 40;

const isLetter = (text: string, at: number) => letter.test(text[at] ?? ' ');

/** True where a word is cut in either text. */
function cutsWord(texts: readonly (readonly [text: string, at: number])[]): boolean {
  return texts.some(([text, at]) => isLetter(text, at - 1) && isLetter(text, at));
}

/** What is left when the same beginning and end are taken off, cut between words. */
function differentPart(before: string, after: string): Difference {
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start += 1;
  while (
    start > 0 &&
    cutsWord([
      [before, start],
      [after, start],
    ])
  )
    start -= 1;
  const longest = shortest - start;
  let end = 0;
  while (end < longest && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  while (
    end > 0 &&
    cutsWord([
      [before, before.length - end],
      [after, after.length - end],
    ])
  )
    end -= 1;
  return { b0: start, b1: before.length - end, a0: start, a1: after.length - end };
}

interface Tokens {
  readonly numbers: Int32Array;
  /** Where each begins, and at last where the text ends. */
  readonly starts: readonly number[];
}

function tokensOf(text: string, from: number, numbers: Map<string, number>): Tokens {
  const found: number[] = [];
  const starts: number[] = [];
  for (const { 0: token, index } of text.matchAll(wordOrSign)) {
    let number = numbers.get(token);
    if (number === undefined) numbers.set(token, (number = numbers.size));
    found.push(number);
    starts.push(from + index);
  }
  starts.push(from + text.length);
  return { numbers: Int32Array.from(found), starts };
}

/** How many code units two words have in common at their beginnings and ends; 0 when that is less than half of the longer. */
function likeness(before: string, after: string): { start: number; end: number } {
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shortest - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return 2 * (start + end) >= Math.max(before.length, after.length)
    ? { start, end }
    : { start: 0, end: 0 };
}

type Pair = readonly [before: number, after: number];

/** Which words of the one are words of the other, spelt otherwise: the choice, in order, that keeps the most letters. */
function likePairs(before: readonly string[], after: readonly string[]): readonly Pair[] {
  const width = after.length + 1;
  const best = new Int32Array((before.length + 1) * width);
  const kept = new Int32Array(before.length * after.length);
  const at = (b: number, a: number) => b * width + a;
  for (let b = before.length - 1; b >= 0; b -= 1)
    for (let a = after.length - 1; a >= 0; a -= 1) {
      const { start, end } = likeness(before[b]!, after[a]!);
      kept[b * after.length + a] = start + end;
      const paired = start + end > 0 ? start + end + best[at(b + 1, a + 1)]! : 0;
      best[at(b, a)] = Math.max(paired, best[at(b + 1, a)]!, best[at(b, a + 1)]!);
    }
  const pairs: Pair[] = [];
  let [b, a] = [0, 0];
  while (b < before.length && a < after.length) {
    const isPair =
      kept[b * after.length + a]! > 0 &&
      best[at(b, a)] === kept[b * after.length + a]! + best[at(b + 1, a + 1)]!;
    if (isPair) pairs.push([b++, a++]);
    else if (best[at(b, a)] === best[at(b + 1, a)]) b += 1;
    else a += 1;
  }
  return pairs;
}

interface Sides {
  readonly before: Tokens;
  readonly after: Tokens;
  readonly texts: { readonly before: string; readonly after: string };
}

const tokenTexts = (text: string, starts: readonly number[], range: TextRange) =>
  Array.from({ length: range.end - range.start }, (_, index) =>
    text.slice(starts[range.start + index], starts[range.start + index + 1]),
  );

/** A place where tokens differ, as what differs in it letter by letter where that says anything. */
function refined(sides: Sides, gap: Difference): readonly Difference[] {
  const { starts: b } = sides.before;
  const { starts: a } = sides.after;
  const whole = { b0: b[gap.b0]!, b1: b[gap.b1]!, a0: a[gap.a0]!, a1: a[gap.a1]! };
  if (gap.b1 - gap.b0 > mostCompared || gap.a1 - gap.a0 > mostCompared) return [whole];
  const words = tokenTexts(sides.texts.before, b, { start: gap.b0, end: gap.b1 });
  const others = tokenTexts(sides.texts.after, a, { start: gap.a0, end: gap.a1 });
  const differences: Difference[] = [];
  let { b0, a0 } = whole;
  for (const [index, other] of likePairs(words, others)) {
    const { start, end } = likeness(words[index]!, others[other]!);
    const [bWord, aWord] = [b[gap.b0 + index]!, a[gap.a0 + other]!];
    const [bNext, aNext] = [b[gap.b0 + index + 1]!, a[gap.a0 + other + 1]!];
    differences.push(
      { b0, b1: bWord, a0, a1: aWord },
      { b0: bWord + start, b1: bNext - end, a0: aWord + start, a1: aNext - end },
    );
    [b0, a0] = [bNext, aNext];
  }
  differences.push({ b0, b1: whole.b1, a0, a1: whole.a1 });
  return differences;
}

function differencesOf(sides: Sides): readonly Difference[] {
  const differences: Difference[] = [];
  let [b0, a0] = [0, 0];
  const end = {
    before: sides.before.numbers.length,
    after: sides.after.numbers.length,
    length: 0,
  };
  for (const run of [...commonRuns(sides.before.numbers, sides.after.numbers), end]) {
    if (run.before > b0 || run.after > a0)
      differences.push(...refined(sides, { b0, b1: run.before, a0, a1: run.after }));
    [b0, a0] = [run.before + run.length, run.after + run.length];
  }
  return differences.filter((one) => one.b1 > one.b0 || one.a1 > one.a0);
}

/**
 * The edits that lead from one text to another, for when only the texts are known: word by word, and within words that
 * are alike letter by letter. In order, never inside a character as a person sees it, in about linear time.
 */
export function editsBetween(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const part = differentPart(before, after);
  const numbers = new Map<string, number>();
  const sides: Sides = {
    before: tokensOf(before.slice(part.b0, part.b1), part.b0, numbers),
    after: tokensOf(after.slice(part.a0, part.a1), part.a0, numbers),
    texts: { before, after },
  };
  return snapDifferences(sides.texts, differencesOf(sides)).map(({ b0, b1, a0, a1 }) => ({
    start: b0,
    end: b1,
    text: after.slice(a0, a1),
  }));
}
