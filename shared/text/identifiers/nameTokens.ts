import type { TextRange } from '../textRange.ts';
import {
  isSentenceStart,
  judgeNameWord,
  surnameLength,
  type KnownNames,
  type NameWord,
} from './nameWords.ts';

/** A word that may be a name, or several that are one name, where it stands. */
export interface NameToken extends TextRange {
  readonly word: string;
  readonly isStart: boolean;
  readonly judged: NameWord;
}

const capitalised =
  /(?<![\p{L}\p{N}_@])\p{Lu}[\p{L}\p{M}]*(?:[-'’]\p{Lu}[\p{L}\p{M}]*)*(?![\p{L}\p{M}\p{N}_])/gu;

const shoutedBefore = /(?<!\p{L})\p{Lu}{2,}[\s,.!?-]+$/u;
const shoutedAfter = /^[\s,.!?-]+\p{Lu}{2,}(?!\p{Ll})/u;

/** Where everything stands in capitals, a capital says nothing. */
function isShouted(text: string, { start, end }: TextRange): boolean {
  const spelling = text.slice(start, end);
  if (spelling.length < 2 || spelling !== spelling.toUpperCase()) return false;
  return (
    shoutedBefore.test(text.slice(Math.max(0, start - 30), start)) ||
    shoutedAfter.test(text.slice(end, end + 30))
  );
}

/** `af Klint`, `von Essen`: what stands before a surname and belongs to it. */
const particle = /(?<![\p{L}\p{N}-])(?:af|von der|von|van der|van den|van|de la) $/iu;

/** What may stand between a first name and a surname. */
const between =
  /^ (?:(?:af|av|von|van|de|la|der|den|du|dos|da|di|al|el|bin|ibn) ){0,2}$/iu;

function withParticle(text: string, token: NameToken): NameToken {
  const found = particle.exec(text.slice(Math.max(0, token.start - 10), token.start));
  if (!found || token.judged.kind === 'place') return token;
  const shift = found[0].length;
  const start = token.start - shift;
  return {
    ...token,
    start,
    word: text.slice(start, token.end).toLowerCase(),
    judged: {
      ...token.judged,
      kind: 'name',
      certainty: token.judged.certainty === 'sure' ? 'sure' : 'likely',
      needsCapital: false,
      length: token.judged.length + shift,
    },
  };
}

/** Words in the order of the text; `lowerCase` finds names of the study that stand without their capital. */
export function nameTokens(
  { text, isLabel }: { readonly text: string; readonly isLabel?: boolean },
  known: KnownNames,
  lowerCase: RegExp | null,
): readonly NameToken[] {
  const found = [...text.matchAll(capitalised)];
  if (lowerCase) found.push(...text.matchAll(lowerCase));
  return found
    .flatMap(({ 0: spelling, index }): NameToken[] => {
      const word = spelling.toLowerCase();
      const judged = word.length > 1 ? judgeNameWord(word, known) : null;
      if (!judged) return [];
      const isStart = !isLabel && isSentenceStart(text, index);
      const range = { start: index, end: index + spelling.length };
      const token = withParticle(text, { ...range, word, isStart, judged });
      const isUnknown = token.judged.kind === 'capitalised';
      return isUnknown && isShouted(text, range) ? [] : [token];
    })
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** What a place of two words begins with: Lilla Edet, Västra Frölunda. */
const placeBeginnings = new Set(
  `lilla stora norra södra östra västra upplands nya gamla övre nedre yttre inre sankt nordvästra nordöstra
   sydvästra sydöstra`.split(/\s+/u),
);

/** Lilla Edet: what such a word and a capital make together. */
function asPlace(before: NameToken, token: NameToken, gap: string): NameWord | null {
  if (!placeBeginnings.has(before.word) || gap !== ' ' || token.judged.isFirstName)
    return null;
  return {
    ...token.judged,
    kind: 'place',
    certainty: 'likely',
    needsCapital: false,
    length: token.start - before.start + token.judged.length,
  };
}

/** A first name and what follows it: its bearer's whole name, without the genitive. */
function asFullName(before: NameToken, token: NameToken, gap: string): NameWord | null {
  const { isFirstName, length } = before.judged;
  const isWhole = isFirstName && length === before.word.length;
  if (!isWhole || !token.judged.maySurname || !between.test(gap)) return null;
  const { pseudonym, certainty } = before.judged.pseudonym ? before.judged : token.judged;
  const ending = token.word.length - surnameLength(token.word, token.judged);
  return {
    ...before.judged,
    kind: 'name',
    needsCapital: false,
    certainty: pseudonym ? certainty : 'likely',
    pseudonym,
    length: token.end - before.start - ending,
  };
}

function joined(text: string, before: NameToken, token: NameToken): NameToken | null {
  if (token.isStart) return null;
  const gap = text.slice(before.end, token.start);
  const judged = asPlace(before, token, gap) ?? asFullName(before, token, gap);
  return (
    judged && {
      ...before,
      end: token.end,
      word: text.slice(before.start, token.end).toLowerCase(),
      judged,
    }
  );
}

/** Anna Lind, Anna Karin Lind, Carl von Linné: what is one name is one. Nothing lies over anything else. */
export function joinNames(
  text: string,
  tokens: readonly NameToken[],
): readonly NameToken[] {
  const all: NameToken[] = [];
  for (const token of tokens) {
    const before = all.at(-1);
    if (before && token.start < before.end) continue;
    const one = before && joined(text, before, token);
    if (one) all[all.length - 1] = one;
    else all.push(token);
  }
  return all;
}
