import type { Certainty, IdentifierKind } from '../../domain/identifier.ts';
import { notNames } from './notNames.ts';
import { alsoOtherWords, firstNames, surnames } from './swedishNames.ts';
import { afterPlaces, places } from './swedishPlaces.ts';

/** Names of persons in the study, each part in lower case, with whom the code key says it is; null when it may be several. */
export type KnownNames = ReadonlyMap<string, string | null>;

/** What a word that begins with a capital may be. */
export interface NameWord {
  readonly kind: Extract<IdentifierKind, 'name' | 'place' | 'capitalised'>;
  readonly certainty: Certainty;
  /** How much of it is the name: without the s of the genitive, or what a place is joined with. */
  readonly length: number;
  readonly isFirstName: boolean;
  readonly maySurname: boolean;
  /** Nothing says that it is a name but its capital, which every word has at the start of a sentence. */
  readonly needsCapital: boolean;
  readonly pseudonym: string | null;
}

const surnameEnding = /\p{L}(?:s?sson|ström|gren|qvist|kvist|dotter)$/u;

function withoutGenitive(word: string, isKnown: (word: string) => boolean): number {
  if (isKnown(word)) return word.length;
  const base = word.slice(0, -1);
  return word.endsWith('s') && base.length > 1 && isKnown(base) ? base.length : 0;
}

/** Malmö in malmöborna and stockholmsområdet; 0 when no place begins the word. */
function placeWithin(word: string): number {
  for (let length = word.length - 2; length >= 3; length -= 1) {
    if (!places.has(word.slice(0, length))) continue;
    const rest = word.slice(length);
    const joined = rest.startsWith('s') ? rest.slice(1) : rest;
    if (afterPlaces.has(rest) || afterPlaces.has(joined)) return length;
  }
  return 0;
}

function knownName(word: string, known: KnownNames): NameWord | null {
  const length = withoutGenitive(word, (part) => known.has(part));
  if (length === 0) return null;
  const pseudonym = known.get(word.slice(0, length)) ?? null;
  return {
    kind: 'name',
    certainty: 'sure',
    length,
    isFirstName: true,
    maySurname: true,
    needsCapital: alsoOtherWords.has(word.slice(0, length)),
    pseudonym,
  };
}

/** A word in lower case of which it is known that it began with a capital; null when it names nobody and nowhere. */
export function judgeNameWord(word: string, known: KnownNames): NameWord | null {
  const ofStudy = knownName(word, known);
  if (ofStudy) return ofStudy;
  if (notNames.has(word)) return null;
  const first = withoutGenitive(word, (part) => firstNames.has(part));
  const last = withoutGenitive(
    word,
    (part) => surnames.has(part) || surnameEnding.test(part),
  );
  const place = withoutGenitive(word, (part) => places.has(part)) || placeWithin(word);
  const isName = first > 0 || (last > 0 && place === 0);
  const length = (isName ? first || last : place) || word.length;
  const isListed = isName || place > 0;
  return {
    kind: isName ? 'name' : place > 0 ? 'place' : 'capitalised',
    certainty: isListed ? 'likely' : 'maybe',
    length,
    isFirstName: first > 0,
    maySurname: first > 0 || last > 0 || place === 0,
    needsCapital: !isListed || alsoOtherWords.has(word.slice(0, length)),
    pseudonym: null,
  };
}

/** The last of a full name, without the genitive: Lind of Linds; an unknown word is taken as it is. */
export function surnameLength(word: string, judged: NameWord): number {
  const last = withoutGenitive(
    word,
    (part) => surnames.has(part) || surnameEnding.test(part),
  );
  return last || judged.length;
}

const opening = /["“”»«'’‘([{]/u;
const abbreviation =
  /(?:^|[^\p{L}])(?:t\.? ?ex|bl\.? ?a|m\.? ?fl|d\.? ?v\.? ?s|kl|nr|dr|prof)\.$/iu;

/** Whether every word has a capital there: at the beginning, after the end of a sentence, a colon, a line break or an opening quote. */
export function isSentenceStart(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && opening.test(text[before]!)) before -= 1;
  if (before < at - 1) return true;
  while (before >= 0 && /\s/u.test(text[before]!)) {
    if (text[before] === '\n') return true;
    before -= 1;
  }
  if (before < 0) return true;
  const last = text[before]!;
  if (last === '.')
    return !abbreviation.test(text.slice(Math.max(0, before - 8), before + 1));
  return /[!?…:•–—”"»]/u.test(last) || (last === '-' && before < at - 1);
}
