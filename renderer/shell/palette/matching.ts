import Fuse from 'fuse.js';

/** Anything the palette can find by its name. */
export interface Findable {
  readonly id: string;
  readonly words: string;
  /** Further names, such as the same in the other language. */
  readonly alsoCalled?: readonly string[];
}

/** Case aside; å typed as a and a ring is the same as å. */
const plain = (text: string) => text.normalize('NFC').toLowerCase();
const marks = /\p{M}/gu;
/** Without case and without the marks of å, ä, ö and é. */
const folded = (text: string) => text.toLowerCase().normalize('NFD').replace(marks, '');

function closeness(text: string, typed: string): number {
  const at = text.indexOf(typed);
  if (at < 0) return 0;
  if (at === 0) return text.length === typed.length ? 5 : 4;
  return /[\p{L}\p{N}]/u.test(text.charAt(at - 1)) ? 2 : 3;
}

const namesOf = (item: Findable) => [item.words, ...(item.alsoCalled ?? [])];

function best(names: readonly string[], typed: string): number {
  return Math.max(...names.map((name) => closeness(name, typed)));
}

interface Known<Item> {
  readonly item: Item;
  readonly plain: readonly string[];
  readonly folded: readonly string[];
}

/** Once for all that will be typed: normalising every name at every keystroke takes longer than looking in them. */
const knownOf = <Item extends Findable>(item: Item): Known<Item> => ({
  item,
  plain: namesOf(item).map(plain),
  folded: namesOf(item).map(folded),
});

/** Exact hits before those that only match without marks; a start before a middle. 0 is no hit. */
function scorer(typed: string): (known: Known<Findable>) => number {
  const [plainly, foldedly] = [plain(typed), folded(typed)];
  return (known) => {
    const exact = best(known.plain, plainly);
    return exact > 0 ? exact + 5 : best(known.folded, foldedly);
  };
}

const enough = 5;

export interface Finder<Item extends Findable> {
  readonly find: (typed: string, most: number) => readonly Item[];
}

/** Looks in names; what is misspelled is looked for only when few names hold what was typed. */
export function finderOf<Item extends Findable>(items: readonly Item[]): Finder<Item> {
  let fuse: Fuse<Item> | null = null;
  let known: readonly Known<Item>[] | null = null;
  const find = (typed: string, most: number) => {
    known ??= items.map(knownOf);
    const scoreOf = scorer(typed);
    const hits = known
      .map((one) => ({ item: one.item, score: scoreOf(one) }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score || a.item.words.length - b.item.words.length)
      .map(({ item }) => item);
    if (hits.length >= enough || typed.length < 3) return hits.slice(0, most);
    fuse ??= new Fuse(items, { keys: ['words', 'alsoCalled'], threshold: 0.3 });
    const near = fuse.search(typed, { limit: most }).map(({ item }) => item);
    return [...new Set([...hits, ...near])].slice(0, most);
  };
  return { find };
}

/**
 * What the groups hold by exactly what was typed, and after all of them what only resembles it, so that `ansvar` among
 * the categories never stands before `svår` among the codes. Where nothing is exact, the groups stay as they are.
 */
export function exactFirst<Item extends Findable, Group>(
  groups: readonly { readonly group: Group; readonly items: readonly Item[] }[],
  typed: string,
): {
  readonly groups: readonly { readonly group: Group; readonly items: readonly Item[] }[];
  readonly near: readonly Item[];
} {
  const isExact = (item: Item) => best(namesOf(item).map(plain), plain(typed)) > 0;
  const exact = groups.map(({ group, items }) => ({
    group,
    items: items.filter(isExact),
  }));
  if (exact.every(({ items }) => items.length === 0)) return { groups, near: [] };
  const near = groups.flatMap(({ items }) => items.filter((item) => !isExact(item)));
  return { groups: exact, near };
}

/** The text in pieces, so that what was typed can be drawn bold. */
export function piecesOf(
  text: string,
  typed: string,
): readonly { readonly text: string; readonly isHit: boolean }[] {
  const at = typed === '' ? -1 : text.toLowerCase().indexOf(typed.toLowerCase());
  if (at < 0) return [{ text, isHit: false }];
  const end = at + typed.length;
  return [
    { text: text.slice(0, at), isHit: false },
    { text: text.slice(at, end), isHit: true },
    { text: text.slice(end), isHit: false },
  ].filter((piece) => piece.text !== '');
}
