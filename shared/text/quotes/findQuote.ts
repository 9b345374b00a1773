import { quotedWords } from './quotedWords.ts';
import { transcriptsCalled } from './transcriptNames.ts';
import { transcriptAt, type QuoteIndex } from './quoteIndex.ts';
import { quotePlaces, type QuotePlace } from './quotePlaces.ts';
import { spansOfStretch, textOfStretch, type QuoteSpan } from './quoteSpans.ts';
import {
  knownNames,
  readQuote,
  sameName,
  speakerKey,
  type KnownNames,
  type Quotation,
  type ReadQuote,
} from './readQuote.ts';

/** Why a quotation was not taken as it stands. */
export type QuoteReason =
  /** Normalised: other signs, case or spaces; words skipped; slips of the keyboard. */
  | 'signs'
  | 'omission'
  | 'slip'
  /** To review: it stands in several places; only something like it is said; its pieces lie far from each other; it stands in another transcript. */
  | 'several'
  | 'unlike'
  | 'farApart'
  | 'otherTranscript'
  /** Refused: it stands nowhere; there are no words in it. */
  | 'nowhere'
  | 'noWords';

export interface QuoteFinding {
  readonly kind: 'exact' | 'normalised' | 'review' | 'refused';
  readonly reason: QuoteReason | null;
  /** Which transcript, from 0; -1 when refused. */
  readonly transcript: number;
  readonly spans: readonly QuoteSpan[];
  /** What stands there, skipped words as […]. */
  readonly text: string;
  /** How alike the two are, 0 to 1. */
  readonly similarity: number;
  /** In how many places it may stand. */
  readonly places: number;
  /** The table says that somebody else says it. */
  readonly isOtherSpeaker: boolean;
}

interface Looking {
  readonly index: QuoteIndex;
  readonly quote: ReadQuote;
}

const transcriptOf = (index: QuoteIndex, place: QuotePlace) =>
  transcriptAt(index, place.stretches[0]!.from);

/** The transcripts that a table may mean by a name. */
function transcriptsMeant({ index, quote }: Looking): ReadonlySet<number> {
  return new Set(transcriptsCalled(index.names, quote.transcript));
}

function speakersOf(index: QuoteIndex, place: QuotePlace): readonly string[] {
  return place.stretches.flatMap(({ from, to }) => {
    const [first, last] = [index.turn[from] ?? 0, index.turn[to - 1] ?? 0];
    return index.turns
      .slice(first, last + 1)
      .map(({ speaker }) => speakerKey(speaker ?? ''));
  });
}

function isSaidBy({ index, quote }: Looking, place: QuotePlace): boolean {
  const wanted = quote.speaker.split(',').map(speakerKey);
  return speakersOf(index, place).some((speaker) => wanted.includes(speaker));
}

function isInTurn({ index, quote }: Looking, place: QuotePlace): boolean {
  const label = sameName(index.turns[index.turn[place.stretches[0]!.from] ?? 0]!.label);
  const wanted = sameName(quote.turn);
  return label === wanted || label === `r${wanted}`;
}

const contextWords = 4;

/** How many of the words on both sides are the ones that stand there. */
function contextOf({ index, quote }: Looking, place: QuotePlace): number {
  const first = place.stretches[0]!.from;
  const end = place.stretches.at(-1)!.to;
  const says = (at: number) => index.spelling[index.word[at] ?? -1];
  const before = quotedWords(quote.before).slice(-contextWords).toReversed();
  const after = quotedWords(quote.after).slice(0, contextWords);
  return (
    before.filter(({ word }, back) => says(first - 1 - back) === word).length +
    after.filter(({ word }, on) => says(end + on) === word).length
  );
}

function textOf(index: QuoteIndex, place: QuotePlace): string {
  return place.stretches
    .map((stretch) =>
      textOfStretch(index, stretch, spansOfStretch(index, stretch, stretch.piece)),
    )
    .join(' […] ');
}

/** Of several places those that the table means, as far as it says. */
function meant(looking: Looking, places: readonly QuotePlace[]): readonly QuotePlace[] {
  const { index, quote } = looking;
  const transcripts = transcriptsMeant(looking);
  const most = Math.max(...places.map((place) => contextOf(looking, place)));
  const tests: readonly ((place: QuotePlace) => boolean)[] = [
    (place) => transcripts.has(transcriptOf(index, place)),
    (place) => isSaidBy(looking, place),
    (place) => isInTurn(looking, place),
    (place) => contextOf(looking, place) === most,
    (place) => textOf(index, place) === quote.text,
  ];
  return tests.reduce((left, test) => {
    const passing = left.length > 1 ? left.filter(test) : left;
    return passing.length > 0 ? passing : left;
  }, places);
}

function reasonOf(looking: Looking, left: readonly QuotePlace[], text: string) {
  const { index, quote } = looking;
  const place = left[0]!;
  const transcripts = transcriptsMeant(looking);
  const isElsewhere =
    (transcripts.size > 0 || quote.isElsewhere === true) &&
    !transcripts.has(transcriptOf(index, place));
  if (!place.isSlip) return 'unlike';
  if (place.isFarApart) return 'farApart';
  if (left.length > 1) return 'several';
  if (isElsewhere) return 'otherTranscript';
  if (place.similarity < 1) return 'slip';
  if (place.stretches.length > 1) return 'omission';
  return text === quote.text ? null : 'signs';
}

function kindOf(reason: QuoteReason | null): QuoteFinding['kind'] {
  if (reason === null) return 'exact';
  return ['signs', 'omission', 'slip'].includes(reason) ? 'normalised' : 'review';
}

function refused(reason: 'nowhere' | 'noWords'): QuoteFinding {
  return {
    kind: 'refused',
    reason,
    transcript: -1,
    spans: [],
    text: '',
    similarity: 0,
    places: 0,
    isOtherSpeaker: false,
  };
}

function finding(
  looking: Looking,
  places: readonly QuotePlace[],
  known: KnownNames,
): QuoteFinding {
  const { index, quote } = looking;
  const left = meant(looking, places);
  const place = left[0]!;
  const text = textOf(index, place);
  const reason = reasonOf(looking, left, text);
  const saysWho = quote.speaker.split(',').some((name) => known.isSpeaker(name));
  return {
    kind: kindOf(reason),
    reason,
    transcript: transcriptOf(index, place),
    spans: place.stretches.flatMap((stretch) =>
      spansOfStretch(index, stretch, stretch.piece),
    ),
    text,
    similarity: Math.round(place.similarity * 1000) / 1000,
    places: left.length,
    isOtherSpeaker: saysWho && !isSaidBy(looking, place),
  };
}

/** What has signs but no letters is looked for as it is. */
function plainPlace({ index, quote }: Looking): QuoteFinding {
  const found = index.turns.flatMap(({ text, transcript, ordinal }) => {
    const start = quote.text === '' ? -1 : text.indexOf(quote.text);
    return start < 0 ? [] : { transcript, ordinal, start };
  });
  const [first] = found;
  if (first === undefined) return refused('noWords');
  const { transcript, ordinal: turn, start } = first;
  return {
    ...refused('noWords'),
    kind: found.length > 1 ? 'review' : 'exact',
    reason: found.length > 1 ? 'several' : null,
    transcript,
    spans: [{ turn, start, end: start + quote.text.length }],
    text: quote.text,
    similarity: 1,
    places: found.length,
  };
}

/**
 * Finds quotations in transcripts, one after the other. Exact: the words and signs as they stand, in one place.
 * Normalised: the same words in the same order, whatever their case and the signs and spaces between them; with words
 * skipped where the quotation says so (`…`, `[...]`); or with slips of the keyboard (see `isSlip`). To review: in
 * several places that source, speaker, turn and context do not tell apart, in another transcript than is said, or
 * something that is alike by at least `leastAlike`. Anything else is refused, and nothing is invented.
 */
export function quoteFinder(index: QuoteIndex): (quotation: Quotation) => QuoteFinding {
  const known = knownNames(index);
  return (quotation) => {
    const quote = readQuote(quotation, known);
    const looking = { index, quote };
    if (quote.whole.words.length === 0) return plainPlace(looking);
    const places = quotePlaces(index, quote);
    return places.length === 0 ? refused('nowhere') : finding(looking, places, known);
  };
}
