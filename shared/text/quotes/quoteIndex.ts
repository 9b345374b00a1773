import { quotedWords } from './quotedWords.ts';
import { nameParts } from './transcriptNames.ts';

export interface QuotedTurn {
  readonly label: string;
  readonly speaker: string | null;
  readonly text: string;
}

export interface QuotedTranscript {
  readonly name: string;
  readonly turns: readonly QuotedTurn[];
}

interface IndexedTurn extends QuotedTurn {
  /** Which transcript, and which of its turns, both from 0. */
  readonly transcript: number;
  readonly ordinal: number;
}

/** Every word of all transcripts in one row, and for each word where it stands. */
export interface QuoteIndex {
  readonly transcripts: readonly QuotedTranscript[];
  /** The names of the transcripts in parts. */
  readonly names: readonly (readonly string[])[];
  readonly turns: readonly IndexedTurn[];
  /** By the place of a word in the row: which word, in which of `turns`, from and to where. */
  readonly word: Int32Array;
  readonly turn: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly spelling: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** The places of a word, in order. */
  placesOf(word: number): Int32Array;
}

function indexedTurns(transcripts: readonly QuotedTranscript[]): readonly IndexedTurn[] {
  return transcripts.flatMap(({ turns }, transcript) =>
    turns.map((turn, ordinal) => ({ ...turn, transcript, ordinal })),
  );
}

/** Where each word stands, word by word in one array, so that millions of them take little room. */
function placesByWord(word: Int32Array, words: number): (word: number) => Int32Array {
  const from = new Int32Array(words + 1);
  for (const number of word) from[number + 1] = (from[number + 1] ?? 0) + 1;
  for (let at = 0; at < words; at += 1) from[at + 1] = (from[at + 1] ?? 0) + from[at]!;
  const next = from.slice();
  const places = new Int32Array(word.length);
  for (const [place, number] of word.entries()) {
    places[next[number]!] = place;
    next[number] = next[number]! + 1;
  }
  return (number) => places.subarray(from[number], from[number + 1]);
}

/** Makes quotations quick to find: built once, asked for every row of a table. */
export function quoteIndex(transcripts: readonly QuotedTranscript[]): QuoteIndex {
  const turns = indexedTurns(transcripts);
  const numberOf = new Map<string, number>();
  const spelling: string[] = [];
  const word: number[] = [];
  const turn: number[] = [];
  const start: number[] = [];
  const end: number[] = [];
  for (const [at, { text }] of turns.entries())
    for (const found of quotedWords(text)) {
      let number = numberOf.get(found.word);
      if (number === undefined) {
        number = spelling.length;
        spelling.push(found.word);
        numberOf.set(found.word, number);
      }
      word.push(number);
      turn.push(at);
      start.push(found.start);
      end.push(found.end);
    }
  const row = Int32Array.from(word);
  return {
    transcripts,
    names: transcripts.map(({ name }) => nameParts(name)),
    turns,
    word: row,
    turn: Int32Array.from(turn),
    start: Int32Array.from(start),
    end: Int32Array.from(end),
    spelling,
    numberOf,
    placesOf: placesByWord(row, spelling.length),
  };
}

/** The transcript that a word of the row belongs to. */
export function transcriptAt(index: QuoteIndex, place: number): number {
  return index.turns[index.turn[place] ?? -1]?.transcript ?? -1;
}

const mostPlaces = 500;

/** Where these words stand one after the other in one transcript, however they are written; by the place of the first. */
export function placesOfPhrase(index: QuoteIndex, words: readonly string[]): number[] {
  const numbers = words.map((word) => index.numberOf.get(word));
  const lists = numbers.map((number) =>
    number === undefined ? new Int32Array() : index.placesOf(number),
  );
  let rarest = 0;
  for (const [at, list] of lists.entries())
    if (list.length < lists[rarest]!.length) rarest = at;
  const found: number[] = [];
  for (const place of lists[rarest] ?? []) {
    const first = place - rarest;
    const last = first + words.length - 1;
    if (first < 0 || last >= index.word.length) continue;
    if (!numbers.every((number, at) => index.word[first + at] === number)) continue;
    if (transcriptAt(index, first) !== transcriptAt(index, last)) continue;
    found.push(first);
    if (found.length >= mostPlaces) break;
  }
  return found;
}
