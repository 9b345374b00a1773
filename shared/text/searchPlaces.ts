import { isGraphemeBorder } from './graphemes.ts';
import { searchTerms, type SearchTerm } from './searchTerms.ts';
import type { TextRange } from './textRange.ts';
import { literally } from './literally.ts';
import {
  lettersWithMarks,
  unseenSigns,
  waysToWrite,
  withoutMarks,
  withoutUnseen,
  wordSigns,
} from './wordSigns.ts';

export interface SearchedFor {
  readonly text: string;
  /** Whole words, or any run of signs, also inside words. */
  readonly way: 'words' | 'inside';
  /** å is found by a, and a by å. */
  readonly fold: boolean;
}

/** The places of what is searched for in one text, in order and not overlapping. */
export type PlacesIn = (text: string) => readonly TextRange[];

const notBegun = `(?<![${wordSigns}]${unseenSigns})`;
const notGoingOn = `(?!${unseenSigns}[${wordSigns}])`;
const goingOn = `(?:${unseenSigns}[${wordSigns}])*`;
const between = `[^${wordSigns}]+`;

const inClass = (signs: string) => literally(signs).replaceAll('-', '\\x2d');

function literal(sign: string): string {
  const ways = waysToWrite(sign);
  return ways === sign ? literally(sign) : `[${inClass(ways)}]`;
}

function anySign(sign: string): string {
  const variants = lettersWithMarks(sign) + lettersWithMarks(sign.toLowerCase());
  return `[${inClass(waysToWrite(sign))}${variants}]\\p{M}*`;
}

function run(text: string, fold: boolean): string {
  const signs = Array.from(fold ? withoutMarks(text) : text);
  return signs.map(fold ? anySign : literal).join(unseenSigns);
}

function patternOfTerm(term: SearchTerm, fold: boolean): string {
  if (term.kind === 'signs') return run(term.signs, fold) + unseenSigns;
  const words = term.words.map((word) => run(word, fold)).join(between);
  return notBegun + words + (term.goesOn ? goingOn : notGoingOn);
}

function inside({ text, fold }: SearchedFor): string | null {
  const pieces = withoutUnseen(text).trim().split(/\s+/u);
  return pieces[0] === ''
    ? null
    : pieces.map((piece) => run(piece, fold)).join(`${unseenSigns}\\s+`);
}

function placesOf(pattern: string): PlacesIn {
  const expression = new RegExp(pattern, 'giu');
  return (text) =>
    [...text.matchAll(expression)]
      .map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
      .filter(
        ({ start, end }) => isGraphemeBorder(text, start) && isGraphemeBorder(text, end),
      );
}

const nowhere: PlacesIn = () => [];

/** In the order of the text; of those that overlap the first, and of those that begin together the longest. */
function joined(places: readonly TextRange[]): readonly TextRange[] {
  const kept: TextRange[] = [];
  for (const place of places.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (place.start >= (kept.at(-1)?.end ?? 0)) kept.push(place);
  return kept;
}

/** A finder for one text after another; of several terms all must stand in the text, and every place of each is found. */
export function searchPlaces(asked: SearchedFor): PlacesIn {
  // A keyboard or a clipboard may give å as a letter and its ring; texts hold it as one sign.
  const sought = { ...asked, text: asked.text.normalize('NFC') };
  if (sought.way === 'inside') {
    const pattern = inside(sought);
    return pattern === null ? nowhere : placesOf(pattern);
  }
  const finders = searchTerms(sought.text).map((term) =>
    placesOf(patternOfTerm(term, sought.fold)),
  );
  const [only] = finders;
  if (only === undefined) return nowhere;
  if (finders.length === 1) return only;
  return (text) => {
    const found: TextRange[] = [];
    for (const places of finders) {
      const own = places(text);
      if (own.length === 0) return [];
      found.push(...own);
    }
    return joined(found);
  };
}
