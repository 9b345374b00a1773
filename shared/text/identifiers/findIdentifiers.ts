import type { Certainty, IdentifierKind } from '../../domain/identifier.ts';
import type { TextRange } from '../textRange.ts';
import { formedIdentifiers } from './formedIdentifiers.ts';
import { joinNames, nameTokens } from './nameTokens.ts';
import type { KnownNames } from './nameWords.ts';
import { literally } from '../literally.ts';
import { alsoOtherWords } from './swedishNames.ts';

/** A text that is looked through; a label has no sentences, so that its first word is heeded as any other. */
export interface LookedThrough {
  readonly text: string;
  readonly isLabel?: boolean;
}

export interface FoundPlaceIn extends TextRange {
  /** Which of the texts that were read, from 0. */
  readonly in: number;
}

/** An identifier with all its places in the order of the texts. */
export interface FoundIdentifier {
  readonly kind: IdentifierKind;
  readonly words: string;
  readonly certainty: Certainty;
  readonly pseudonym: string | null;
  readonly places: readonly FoundPlaceIn[];
}

export interface IdentifierFinder {
  read(lookedThrough: LookedThrough): void;
  /** Everything found in what was read until now; those that are surest first within a kind, then those with most places. */
  found(): readonly FoundIdentifier[];
}

interface Group {
  kind: IdentifierKind;
  certainty: Certainty;
  pseudonym: string | null;
  /** Whether any place shows that it is a name: a capital where not every word has one. */
  isShown: boolean;
  readonly spellings: Map<string, number>;
  readonly places: FoundPlaceIn[];
}

const uncapitalised = /(?<![\p{L}\p{N}_@])\p{Ll}[\p{L}\p{M}]+/gu;
/** A word that stands so many times as often without a capital is no name where it has one. */
const muchOftener = 5;

function ordinaryWords() {
  const counts = new Map<string, number>();
  return {
    read: (text: string) => {
      for (const [word] of text.matchAll(uncapitalised))
        counts.set(word, (counts.get(word) ?? 0) + 1);
    },
    has: (word: string, { kind, places }: Group) =>
      kind === 'capitalised' && (counts.get(word) ?? 0) >= muchOftener * places.length,
  };
}

/** Of names in lower case, those of the study alone are heeded, and of them none that is another word too. */
function knownInLowerCase(known: KnownNames): RegExp | null {
  const parts = [...known.keys()].filter((part) => !alsoOtherWords.has(part));
  if (parts.length === 0) return null;
  const words = parts.map(literally);
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${words.join('|')})s?(?![\\p{L}\\p{N}])`,
    'gu',
  );
}

const rank: Readonly<Record<Certainty, number>> = { sure: 0, likely: 1, maybe: 2 };

/** Kurts is Kurt where Kurt stands too: of words that no list knows, only the texts can tell. */
function joinGenitives(groups: Map<string, Group>): void {
  for (const [key, group] of groups) {
    const base = key.endsWith('s') ? groups.get(key.slice(0, -1)) : undefined;
    // Of a name that was taken as it stood, as `af Klints`, no list has told where it ends.
    const isOpen =
      group.kind === 'capitalised' || (group.kind === 'name' && /\s/u.test(key));
    if (!base || !isOpen || base.kind === 'place') continue;
    base.isShown ||= group.isShown;
    for (const place of group.places) base.places.push({ ...place, end: place.end - 1 });
    groups.delete(key);
  }
}

function finished(group: Group): FoundIdentifier {
  const [words] = [...group.spellings].reduce((most, other) =>
    other[1] > most[1] ? other : most,
  );
  const { kind, certainty, pseudonym } = group;
  const places = group.places.toSorted((a, b) => a.in - b.in || a.start - b.start);
  return { kind, words, certainty, pseudonym, places };
}

/**
 * Looks for what can point out a person by itself, in one text after another, and gathers each with all its places. A
 * capitalised word that no list knows counts once it stands anywhere inside a sentence, and then also where it begins
 * one, unless it mostly stands without its capital. A place is the name alone, so that endings stay when it is replaced: Annas, Malmöborna.
 */
export function identifierFinder(known: KnownNames = new Map()): IdentifierFinder {
  const groups = new Map<string, Group>();
  const lowerCase = knownInLowerCase(known);
  const ordinary = ordinaryWords();
  let texts = 0;

  function add(
    spelling: string,
    facts: Omit<Group, 'spellings' | 'places'>,
    place: FoundPlaceIn,
  ) {
    const key = spelling.toLowerCase();
    let group = groups.get(key);
    if (!group) {
      group = { ...facts, spellings: new Map(), places: [] };
      groups.set(key, group);
    }
    group.isShown ||= facts.isShown;
    if (rank[facts.certainty] < rank[group.certainty]) group.certainty = facts.certainty;
    group.spellings.set(spelling, (group.spellings.get(spelling) ?? 0) + 1);
    group.places.push(place);
  }

  return {
    read: (lookedThrough) => {
      const { text } = lookedThrough;
      ordinary.read(text);
      const formed = formedIdentifiers(text);
      for (const { kind, certainty, start, end } of formed)
        add(
          text.slice(start, end),
          { kind, certainty, pseudonym: null, isShown: true },
          { in: texts, start, end },
        );
      const isFree = ({ start, end }: TextRange) =>
        formed.every((other) => other.end <= start || other.start >= end);
      for (const token of joinNames(text, nameTokens(lookedThrough, known, lowerCase))) {
        const { start, isStart, judged } = token;
        const end = start + judged.length;
        if (!isFree({ start, end })) continue;
        const { kind, certainty, pseudonym } = judged;
        const isShown = !isStart || !judged.needsCapital;
        add(
          text.slice(start, end),
          { kind, certainty, pseudonym, isShown },
          { in: texts, start, end },
        );
      }
      texts += 1;
    },
    found: () => {
      joinGenitives(groups);
      return [...groups]
        .filter(([word, group]) => group.isShown && !ordinary.has(word, group))
        .map(([, group]) => finished(group))
        .toSorted(
          (a, b) =>
            rank[a.certainty] - rank[b.certainty] || b.places.length - a.places.length,
        );
    },
  };
}
