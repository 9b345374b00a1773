import { alignWords, type WordAlignment } from './alignWords.ts';
import { transcriptAt, type QuoteIndex } from './quoteIndex.ts';

/** A stretch of a transcript that is much like a quotation, by its words in the index from and up to. */
export interface NearPlace {
  readonly from: number;
  readonly to: number;
  readonly similarity: number;
  /** It differs by nothing but slips of the keyboard, within the bound of `isSlip`. */
  readonly isSlip: boolean;
}

/** Below this a stretch is not shown as a proposal. */
export const leastAlike = 0.6;
const mostSeeds = 12;
const commonest = 2000;
const mostTried = 4;
const bucket = 6;

/** `trygg` and `otrygg`, `necessary` and `unnecessary`: what stands before the whole of a word may turn what it says. */
const isTurned = (word: string, other: string) =>
  word.endsWith(other) || other.endsWith(word);

/** One letter in twenty-five and at most four may differ, but never a whole word, a word of three letters, a figure, or how a word begins. */
function isSlip(quote: readonly string[], { otherwise, words }: WordAlignment): boolean {
  const letters = quote.reduce((sum, word) => sum + word.length, 0);
  const differ = otherwise.reduce((sum, one) => sum + one.letters, 0);
  return (
    words === 0 &&
    differ <= Math.min(4, Math.max(1, Math.floor(letters / 25))) &&
    otherwise.every(
      ({ word, other, letters: changed }) =>
        word.length >= 4 &&
        !isTurned(word, other) &&
        changed <= (word.length >= 8 ? 2 : 1) &&
        !/\p{N}/u.test(word),
    )
  );
}

interface Seed {
  readonly at: number;
  readonly places: Int32Array;
}

function seedsOf(index: QuoteIndex, quote: readonly string[]): readonly Seed[] {
  return quote
    .flatMap((word, at) => {
      const number = index.numberOf.get(word);
      const places = number === undefined ? null : index.placesOf(number);
      return places === null || places.length > commonest ? [] : [{ at, places }];
    })
    .toSorted((a, b) => a.places.length - b.places.length)
    .slice(0, mostSeeds);
}

/** Where the rarest words of the quotation agree best on its beginning. */
function beginnings(index: QuoteIndex, quote: readonly string[]): readonly number[] {
  const seeds = seedsOf(index, quote);
  const votes = new Map<number, number>();
  for (const { at, places } of seeds)
    for (const place of places) {
      const here = Math.floor((place - at) / bucket);
      votes.set(here, (votes.get(here) ?? 0) + 1);
    }
  const together = (here: number) => votes.get(here)! + (votes.get(here + 1) ?? 0);
  const least = Math.max(1, Math.min(quote.length - 1, Math.ceil(seeds.length * 0.3)));
  return [...votes.keys()]
    .filter((here) => together(here) >= least)
    .toSorted((a, b) => together(b) - together(a) || a - b)
    .slice(0, mostTried)
    .map((here) => here * bucket);
}

function stretchFrom(index: QuoteIndex, begin: number, quote: readonly string[]) {
  const slack = bucket + Math.ceil(quote.length * 0.3);
  const anchor = Math.min(Math.max(begin, 0) + bucket, index.word.length - 1);
  const transcript = transcriptAt(index, anchor);
  let from = Math.max(0, begin - slack);
  let to = Math.min(index.word.length, begin + quote.length + bucket + slack);
  while (from < to && transcriptAt(index, from) !== transcript) from += 1;
  while (to > from && transcriptAt(index, to - 1) !== transcript) to -= 1;
  return { from, to };
}

const longest = 600;

/** The stretches most like these words, the most alike first; none that is alike by less than `leastAlike`. */
export function nearestWords(
  index: QuoteIndex,
  quote: readonly string[],
): readonly NearPlace[] {
  if (quote.length === 0 || quote.length > longest) return [];
  const found = new Map<string, NearPlace>();
  for (const begin of beginnings(index, quote)) {
    const { from, to } = stretchFrom(index, begin, quote);
    const stretch = Array.from(
      index.word.subarray(from, to),
      (number) => index.spelling[number] ?? '',
    );
    const alignment = alignWords(quote, stretch);
    if (alignment.similarity < leastAlike || alignment.to <= alignment.from) continue;
    const place = {
      from: from + alignment.from,
      to: from + alignment.to,
      similarity: alignment.similarity,
      isSlip: isSlip(quote, alignment),
    };
    found.set(`${place.from} ${place.to}`, place);
  }
  return [...found.values()].toSorted((a, b) => b.similarity - a.similarity);
}
