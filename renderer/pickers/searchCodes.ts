import Fuse, { type FuseResult } from 'fuse.js';

import type { Code } from '../../shared/domain/code.ts';

/** Above this many codes the definitions are searched for whole words only, and names before all. */
const fuzzyLimit = 1000;

const nameKey = { name: 'name', weight: 3 };
const definitionKey = { name: 'definition', weight: 1 };

/** How much of what is typed may be spelt otherwise. */
const threshold = 0.35;

/** How many fuse.js looks through at a keystroke: names are short, definitions are not. */
const mostNames = 150;
const mostWithDefinition = 60;

const folded = (text: string) => text.toLocaleLowerCase('sv');

/** How well a name holds what was typed, lower is better; null when it does not. */
function plainRank(name: string, typed: string): number | null {
  if (name === typed) return 0;
  if (name.startsWith(typed)) return 1;
  const at = name.indexOf(typed);
  if (at === -1) return null;
  return /[\s-]/.test(name[at - 1] ?? '') ? 2 : 3;
}

interface Known {
  readonly code: Code;
  readonly name: string;
  readonly definition: string;
}

function byUse(codes: readonly Code[]): readonly Code[] {
  return codes.toSorted((a, b) => b.lastUsed - a.lastUsed);
}

/** Names that hold the words as typed, best first, then definitions that do. */
function plainHits(known: readonly Known[], typed: string): readonly Code[] {
  const ranks: Code[][] = [[], [], [], [], []];
  for (const { code, name, definition } of known) {
    const rank = plainRank(name, typed) ?? (definition.includes(typed) ? 4 : null);
    if (rank !== null) ranks[rank]?.push(code);
  }
  return ranks.flat();
}

/** How many letter pairs of what is typed each text holds; what has been typed on is only counted on. */
function pairCounter(texts: readonly string[]): (typed: string) => Uint8Array {
  const shared = new Uint8Array(texts.length);
  let counted = '';
  return (typed) => {
    if (!typed.startsWith(counted)) {
      shared.fill(0);
      counted = '';
    }
    for (let at = Math.max(1, counted.length); at < typed.length; at += 1) {
      const pair = typed.slice(at - 1, at + 1);
      for (const [index, text] of texts.entries())
        if (text.includes(pair)) shared[index]! += 1;
    }
    counted = typed;
    return shared;
  };
}

/**
 * Finds those that have most letter pairs in common with what is typed, in the order they stand: what fuse.js would
 * put first is among them, and a keystroke costs no more with 5,000 codes than with a few hundred. A letter that is
 * wrong takes at most two pairs away.
 */
function likest(
  known: readonly Known[],
  field: 'name' | 'definition',
  most: number,
): (typed: string) => readonly Known[] {
  const count = pairCounter(known.map((one) => one[field]));
  return (typed) => {
    const shared = count(typed);
    const fewest = typed.length - 1 - 2 * Math.floor(typed.length * threshold);
    const byShared: number[][] = Array.from(typed, () => []);
    for (const [index, pairs] of shared.entries())
      if (pairs >= Math.max(1, fewest)) byShared[pairs]?.push(index);
    return byShared
      .toReversed()
      .flat()
      .slice(0, most)
      .toSorted((a, b) => a - b)
      .map((index) => known[index]!);
  };
}

/** What is spelt nearly so, in names and in a project of few codes in definitions too. */
function nearSearch(
  known: readonly Known[],
  limit: number,
): (typed: string) => readonly Code[] {
  const hasDefinitions = known.length <= fuzzyLimit;
  const ways = hasDefinitions
    ? [
        likest(known, 'name', mostWithDefinition),
        likest(known, 'definition', mostWithDefinition),
      ]
    : [likest(known, 'name', mostNames)];
  return (typed) => {
    const likely = new Set(ways.flatMap((find) => find(typed)));
    const fuse = new Fuse([...likely], {
      keys: hasDefinitions ? [nameKey, definitionKey] : [nameKey],
      threshold,
      ignoreLocation: true,
      minMatchCharLength: 2,
    });
    return fuse.search(typed, { limit }).map(({ item }) => item.code);
  };
}

const codesOf = (results: readonly FuseResult<Code>[]) => results.map(({ item }) => item);

/**
 * Codes that fit what is typed, best first; those used latest when nothing is typed. Names and definitions that hold the
 * words come first, then what is spelt nearly so (fuse.js), which is looked for only as long as the list stays short.
 */
export function codeSearch(
  codes: readonly Code[],
  enough = 50,
): (typed: string) => readonly Code[] {
  const recent = byUse(codes);
  const known = recent.map((code) => ({
    code,
    name: folded(code.name),
    definition: folded(code.definition),
  }));
  const nearly = nearSearch(known, enough);
  return (typed) => {
    if (typed === '') return recent;
    const wanted = folded(typed);
    const hits = plainHits(known, wanted);
    if (hits.length >= enough || typed.length < 3) return hits;
    const seen = new Set(hits);
    return [...hits, ...nearly(wanted.slice(0, 32)).filter((code) => !seen.has(code))];
  };
}

/** Codes whose names are so like a new one that they may be meant, nearest first; the same name is no near one. */
export function similarCodes(codes: readonly Code[], name: string): readonly Code[] {
  const wanted = folded(name.trim());
  if (wanted.length < 4) return [];
  const fuse = new Fuse(codes, {
    keys: ['name'],
    threshold: 0.25,
    ignoreLocation: false,
    distance: 40,
  });
  return codesOf(fuse.search(wanted.slice(0, 32), { limit: 3 })).filter(
    (code) =>
      folded(code.name) !== wanted &&
      Math.abs(code.name.length - wanted.length) <= Math.max(3, wanted.length / 3),
  );
}
