import { placesOfPhrase, transcriptAt, type QuoteIndex } from './quoteIndex.ts';
import { spansOfStretch, textOfStretch, type Stretch } from './quoteSpans.ts';
import type { QuotePiece } from './readQuote.ts';

function letters(index: QuoteIndex, place: number): number {
  return (index.end[place] ?? 0) - (index.start[place] ?? 0);
}

/** The stretch that begins and ends inside these words, if that is what stands there sign by sign. */
function stretchAt(
  index: QuoteIndex,
  piece: QuotePiece,
  { from, to }: Stretch,
): readonly Stretch[] {
  const first = piece.words[0] ?? '';
  const last = piece.words.at(-1) ?? '';
  if (from < 0 || to > index.word.length) return [];
  if (transcriptAt(index, from) !== transcriptAt(index, to - 1)) return [];
  const cut = {
    first: letters(index, from) - first.length,
    last: letters(index, to - 1) - last.length,
  };
  if (cut.first < 0 || cut.last < 0) return [];
  const stretch = { from, to, cut };
  const spans = spansOfStretch(index, stretch, piece);
  return textOfStretch(index, stretch, spans) === piece.text ? [stretch] : [];
}

/** Two words may be cut each; so that this stays quick it is only looked for in words that the pair could be in. */
function placesOfPair(
  index: QuoteIndex,
  [first = '', last = '']: readonly string[],
): number[] {
  const places: number[] = [];
  for (const [number, spelling] of index.spelling.entries()) {
    if (!spelling.endsWith(first)) continue;
    for (const place of index.placesOf(number))
      if (index.spelling[index.word[place + 1] ?? -1]?.startsWith(last))
        places.push(place);
  }
  return places;
}

/** Where a quotation stands sign by sign although it begins or ends inside a word. */
export function stretchesCutInWords(
  index: QuoteIndex,
  piece: QuotePiece,
): readonly Stretch[] {
  const { words } = piece;
  if (words.length < 2) return [];
  const firsts =
    words.length === 2
      ? placesOfPair(index, words)
      : placesOfPhrase(index, words.slice(1, -1)).map((place) => place - 1);
  return firsts.flatMap((from) =>
    stretchAt(index, piece, { from, to: from + words.length }),
  );
}
