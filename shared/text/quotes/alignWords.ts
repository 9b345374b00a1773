/** A word of the quotation, the word that stands in its place, and how many letters tell them apart. */
interface OtherwiseWritten {
  readonly word: string;
  readonly other: string;
  readonly letters: number;
}

/** How the words of a quotation lie along a stretch of a transcript. */
export interface WordAlignment {
  /** The words of the stretch that the quotation lies on, from and up to. */
  readonly from: number;
  readonly to: number;
  /** From 0, nothing in common, to 1, word for word the same. */
  readonly similarity: number;
  /** Words that are written otherwise in the two. */
  readonly otherwise: readonly OtherwiseWritten[];
  /** Whole words that only one of the two has. */
  readonly words: number;
}

/** How many letters have to be put in, taken away or changed (two that changed places count as one). */
export function lettersBetween(a: string, b: string): number {
  if (a === b) return 0;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let least = Math.min(
        above[j]! + 1,
        row[j - 1]! + 1,
        above[j - 1]! + Number(!isSame),
      );
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) least = Math.min(least, before[j - 2]! + 1);
      row.push(least);
    }
    before = above;
    above = row;
  }
  return above[b.length]!;
}

/** A word and the space after it. */
const weight = (word: string) => word.length + 1;

/** Changing one word into another is never dearer than leaving one out and putting the other in. */
function changing(a: string, b: string): number {
  if (a === b) return 0;
  const most = weight(a) + weight(b);
  if (Math.abs(a.length - b.length) > Math.max(a.length, b.length) / 2) return most;
  return Math.min(most, lettersBetween(a, b));
}

type Table = readonly (readonly number[])[];

/** Costs of the first words of the quotation ending at each word of the stretch; beginning anywhere costs nothing. */
function costs(quote: readonly string[], stretch: readonly string[]): Table {
  const table: number[][] = [stretch.map(() => 0).concat(0)];
  for (const [i, word] of quote.entries()) {
    const above = table[i]!;
    const row = [above[0]! + weight(word)];
    for (const [j, other] of stretch.entries())
      row.push(
        Math.min(
          above[j]! + changing(word, other),
          above[j + 1]! + weight(word),
          row[j]! + weight(other),
        ),
      );
    table.push(row);
  }
  return table;
}

/** Lays all words of a quotation as well as can be along a part of a stretch of words. */
export function alignWords(
  quote: readonly string[],
  stretch: readonly string[],
): WordAlignment {
  const table = costs(quote, stretch);
  const last = table.at(-1)!;
  const cost = Math.min(...last);
  const to = last.indexOf(cost);
  const otherwise: OtherwiseWritten[] = [];
  let words = 0;
  let i = quote.length;
  let j = to;
  while (i > 0) {
    const here = table[i]![j]!;
    const change = j > 0 ? changing(quote[i - 1]!, stretch[j - 1]!) : 0;
    if (j > 0 && here === table[i - 1]![j - 1]! + change) {
      if (change > 0)
        otherwise.push({ word: quote[i - 1]!, other: stretch[j - 1]!, letters: change });
      i -= 1;
      j -= 1;
    } else {
      words += 1;
      if (here === table[i - 1]![j]! + weight(quote[i - 1]!)) i -= 1;
      else j -= 1;
    }
  }
  const whole = quote.reduce((sum, word) => sum + weight(word), 0);
  const similarity = Math.max(0, 1 - cost / whole);
  return { from: j, to, similarity, otherwise, words };
}
