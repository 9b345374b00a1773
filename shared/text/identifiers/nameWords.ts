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

/** Anna-Britt is a first name when Anna and Britt are. */
const isOf = (part: string, isKnown: (one: string) => boolean) =>
  isKnown(part) || (part.includes('-') && part.split('-').every(isKnown));
const isFirstName = (part: string) => isOf(part, (one) => firstNames.has(one));
const isSurname = (part: string) =>
  isOf(part, (one) => surnames.has(one) || surnameEnding.test(one));
/** A street is a place also where no number follows. */
const streetEnding = /\p{L}{3}(?:gatan|vägen|gränden|stigen|torget|allén|backen)$/u;

/** How much of the word each list knows; 0 for none of it. */
function listed(word: string) {
  const first = withoutGenitive(word, isFirstName);
  const last = withoutGenitive(word, isSurname);
  const place = withoutGenitive(word, (part) => places.has(part)) || placeWithin(word);
  const street = streetEnding.test(word) ? word.length : 0;
  return { first, last, place: place || street, isStreet: place === 0 && street > 0 };
}

type Listed = ReturnType<typeof listed>;

/** A surname that is a place too is the place: it is a name where it follows a first name. */
function kindOf({ first, last, place }: Listed): NameWord['kind'] {
  if (first > 0 || (last > 0 && place === 0)) return 'name';
  return place > 0 ? 'place' : 'capitalised';
}

/** A word in lower case of which it is known that it began with a capital; null when it names nobody and nowhere. */
export function judgeNameWord(word: string, known: KnownNames): NameWord | null {
  const ofStudy = knownName(word, known);
  if (ofStudy) return ofStudy;
  if (notNames.has(word)) return null;
  const lengths = listed(word);
  const { first, last, place } = lengths;
  const kind = kindOf(lengths);
  const isListed = kind !== 'capitalised';
  const found = kind === 'name' ? first || last : place;
  const length = found || word.length;
  return {
    kind,
    certainty: isListed ? 'likely' : 'maybe',
    length,
    isFirstName: first > 0,
    maySurname: kind !== 'place' || last > 0,
    needsCapital:
      !isListed || lengths.isStreet || alsoOtherWords.has(word.slice(0, length)),
    pseudonym: null,
  };
}

/** The last of a full name, without the genitive: Lind of Linds; an unknown word is taken as it is. */
export function surnameLength(word: string, judged: NameWord): number {
  return withoutGenitive(word, isSurname) || judged.length;
}

const opening = /["“”»«'’‘([{]/u;
const abbreviation =
  /(?:^|[^\p{L}])(?:t\.? ?ex|bl\.? ?a|m\.? ?fl|d\.? ?v\.? ?s|kl|nr|dr|prof)\.$/iu;

/** Where the last sign before the place is that is no space, and whether a line began after it. */
function signBefore(text: string, at: number): { at: number; isAfterBreak: boolean } {
  let before = at - 1;
  while (before >= 0 && /\s/u.test(text[before]!)) {
    if (text[before] === '\n') return { at: before, isAfterBreak: true };
    before -= 1;
  }
  return { at: before, isAfterBreak: before < 0 };
}

/** Whether every word has a capital there: at the beginning, after the end of a sentence, a colon, a line break or an opening quote. */
export function isSentenceStart(text: string, at: number): boolean {
  if (at > 0 && opening.test(text[at - 1]!)) return true;
  const sign = signBefore(text, at);
  if (sign.isAfterBreak) return true;
  const last = text[sign.at]!;
  if (last === '.')
    return !abbreviation.test(text.slice(Math.max(0, sign.at - 8), sign.at + 1));
  const isDash = last === '-' && sign.at < at - 1;
  return isDash || /[!?…:•–—”"»]/u.test(last);
}
