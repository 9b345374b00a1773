import Fuse from 'fuse.js';

/** Anything the palette can find by its name. */
export interface Findable {
  readonly id: string;
  readonly words: string;
  /** Further names, such as the same in the other language. */
  readonly alsoCalled?: readonly string[];
}

const marks = /\p{M}/gu;
/** Without case and without the marks of å, ä, ö and é. */
const folded = (text: string) => text.toLowerCase().normalize('NFD').replace(marks, '');

function closeness(text: string, typed: string): number {
  const at = text.indexOf(typed);
  if (at < 0) return 0;
  if (at === 0) return text.length === typed.length ? 5 : 4;
  return /[\p{L}\p{N}]/u.test(text.charAt(at - 1)) ? 2 : 3;
}

/** Exact hits before those that only match without marks; a start before a middle. 0 is no hit. */
function scoreOf(item: Findable, typed: string): number {
  const names = [item.words, ...(item.alsoCalled ?? [])];
  const exact = Math.max(
    ...names.map((name) => closeness(name.toLowerCase(), typed.toLowerCase())),
  );
  if (exact > 0) return exact + 5;
  return Math.max(...names.map((name) => closeness(folded(name), folded(typed))));
}

const enough = 5;

export interface Finder<Item extends Findable> {
  readonly find: (typed: string, most: number) => readonly Item[];
}

/** Looks in names; what is misspelled is looked for only when few names hold what was typed. */
export function finderOf<Item extends Findable>(items: readonly Item[]): Finder<Item> {
  let fuse: Fuse<Item> | null = null;
  const find = (typed: string, most: number) => {
    const hits = items
      .map((item) => ({ item, score: scoreOf(item, typed) }))
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
