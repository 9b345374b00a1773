import { stretchesCutInWords } from './cutInWords.ts';
import { nearestWords } from './nearestWords.ts';
import { placesOfPhrase, transcriptAt, type QuoteIndex } from './quoteIndex.ts';
import { spansOfStretch, textOfStretch, type Stretch } from './quoteSpans.ts';
import type { QuotePiece, ReadQuote } from './readQuote.ts';

/** A place where a quotation may stand: one stretch per piece, in the order of the text. */
export interface QuotePlace {
  readonly stretches: readonly (Stretch & QuotePieceOf)[];
  readonly similarity: number;
  /** Whether no more than slips of the keyboard tell it from the quotation. */
  readonly isSlip: boolean;
  /** So much lies between two pieces that they hardly are one quotation. */
  readonly isFarApart?: boolean;
}

interface QuotePieceOf {
  readonly piece: QuotePiece;
}

function placesOfPiece(index: QuoteIndex, piece: QuotePiece): readonly QuotePlace[] {
  return placesOfPhrase(index, piece.words).map((from) => ({
    stretches: [{ from, to: from + piece.words.length, piece }],
    similarity: 1,
    isSlip: true,
  }));
}

/** Word by word, else sign by sign where it is cut inside a word. */
function certainPlaces(index: QuoteIndex, piece: QuotePiece): readonly QuotePlace[] {
  const found = placesOfPiece(index, piece);
  if (found.length > 0) return found;
  return stretchesCutInWords(index, piece).map((stretch) => ({
    stretches: [{ ...stretch, piece }],
    similarity: 1,
    isSlip: true,
  }));
}

function nearPlaces(index: QuoteIndex, piece: QuotePiece): readonly QuotePlace[] {
  return nearestWords(index, piece.words).map(({ from, to, similarity, isSlip }) => ({
    stretches: [{ from, to, piece }],
    similarity,
    isSlip,
  }));
}

const firstOf = (place: QuotePlace) => place.stretches[0]!.from;
const endOf = (place: QuotePlace) => place.stretches.at(-1)!.to;

const mostAlike = 5;
const mostSkipped = 200;
const mostTurnsOn = 2;

function isFar(index: QuoteIndex, end: number, next: number): boolean {
  const turns = (index.turn[next] ?? 0) - (index.turn[end - 1] ?? 0);
  return next - end > mostSkipped || turns > mostTurnsOn;
}

function joinedWith(index: QuoteIndex, place: QuotePlace, after: QuotePlace): QuotePlace {
  return {
    stretches: [...place.stretches, ...after.stretches],
    similarity: Math.min(place.similarity, after.similarity),
    isSlip: place.isSlip && after.isSlip,
    isFarApart: place.isFarApart === true || isFar(index, endOf(place), firstOf(after)),
  };
}

/** The places joined with the next place of each further piece after them, and with all that stand in the turn of that. */
function joined(
  index: QuoteIndex,
  places: readonly QuotePlace[],
  next: readonly QuotePlace[],
): readonly QuotePlace[] {
  const following = next.toSorted((a, b) => firstOf(a) - firstOf(b));
  return places.flatMap((place) => {
    const at = following.findIndex((one) => firstOf(one) >= endOf(place));
    const after = following[at];
    if (after === undefined) return [];
    if (transcriptAt(index, firstOf(after)) !== transcriptAt(index, firstOf(place)))
      return [];
    const turn = index.turn[firstOf(after)];
    const alike = following
      .slice(at, at + mostAlike)
      .filter((one) => index.turn[firstOf(one)] === turn);
    return alike.map((one) => joinedWith(index, place, one));
  });
}

/** Of places that end the same only the tightest: what is skipped is as little as can be. */
function tightest(places: readonly QuotePlace[]): readonly QuotePlace[] {
  const byEnd = new Map<number, QuotePlace>();
  for (const place of places) {
    const known = byEnd.get(endOf(place));
    if (known === undefined || firstOf(place) > firstOf(known))
      byEnd.set(endOf(place), place);
  }
  return [...byEnd.values()];
}

/** Those that stand so sign by sign, if any do. */
function signBySign(
  index: QuoteIndex,
  places: readonly QuotePlace[],
): readonly QuotePlace[] {
  const same = places.filter(({ stretches: [stretch] }) => {
    if (stretch === undefined) return false;
    const spans = spansOfStretch(index, stretch, stretch.piece);
    return textOfStretch(index, stretch, spans) === stretch.piece.text;
  });
  return same.length > 0 ? same : places;
}

function inOrder(
  index: QuoteIndex,
  [first = [], ...rest]: readonly (readonly QuotePlace[])[],
): readonly QuotePlace[] {
  return tightest(
    rest.reduce<readonly QuotePlace[]>(
      (places, next) => joined(index, places, next),
      first,
    ),
  );
}

function placesOfPieces(
  index: QuoteIndex,
  pieces: readonly QuotePiece[],
): readonly QuotePlace[] {
  const each = pieces.map((piece) => {
    const found = certainPlaces(index, piece);
    return found.length > 0 ? found : nearPlaces(index, piece);
  });
  const same = inOrder(
    index,
    each.map((places) => signBySign(index, places)),
  );
  return same.length > 0 ? same : inOrder(index, each);
}

/** All places that a quotation may stand in, by the first way of looking that finds any. */
export function quotePlaces(index: QuoteIndex, quote: ReadQuote): readonly QuotePlace[] {
  const whole = certainPlaces(index, quote.whole);
  if (whole.length > 0) return whole;
  const put = quote.unhyphenated ? certainPlaces(index, quote.unhyphenated) : [];
  if (put.length > 0) return put;
  if (quote.pieces.length > 1) {
    const skipping = placesOfPieces(index, quote.pieces);
    if (skipping.length > 0) return skipping;
  }
  const near = nearPlaces(index, quote.whole);
  const best = near[0]?.similarity ?? 0;
  // What is much less alike than the best is no other place for the same words.
  return near.filter(
    (place) => place.similarity >= best - 0.05 || (place.isSlip && near[0]!.isSlip),
  );
}
