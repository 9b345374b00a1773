import Fuse, { type FuseResult } from 'fuse.js';

import type { Code } from '../../shared/domain/code.ts';

/** Above this many codes the definitions are searched for whole words only, and names before all. */
const fuzzyLimit = 1000;

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
  let fuse: Fuse<Code> | null = null;
  const nearly = (typed: string) => {
    fuse ??= new Fuse(recent, {
      keys:
        recent.length > fuzzyLimit
          ? ['name']
          : [
              { name: 'name', weight: 3 },
              { name: 'definition', weight: 1 },
            ],
      threshold: 0.35,
      ignoreLocation: true,
      minMatchCharLength: 2,
    });
    return codesOf(fuse.search(typed, { limit: enough }));
  };
  return (typed) => {
    if (typed === '') return recent;
    const hits = plainHits(known, folded(typed));
    if (hits.length >= enough || typed.length < 3) return hits;
    const seen = new Set(hits);
    return [...hits, ...nearly(typed.slice(0, 32)).filter((code) => !seen.has(code))];
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
