import Fuse from 'fuse.js';

export interface Named<Item> {
  readonly item: Item;
  readonly name: string;
  /** Found by this too, after those found by name. */
  readonly also: string;
}

const plain = (text: string) => text.toLocaleLowerCase('sv');

function rank(name: string, typed: string): number {
  const text = plain(name);
  if (text === typed) return 0;
  if (text.startsWith(typed)) return 1;
  if (text.includes(` ${typed}`)) return 2;
  return text.includes(typed) ? 3 : 4;
}

/** Finds by name: what holds the typed text first, best first, then what is merely like it. Made once per list. */
export function nameSearch<Item>(
  all: readonly Named<Item>[],
): (typed: string) => readonly Item[] {
  let fuse: Fuse<Named<Item>> | undefined;
  return (typed) => {
    const wanted = plain(typed.trim());
    if (wanted === '') return all.map(({ item }) => item);
    fuse ??= new Fuse([...all], {
      keys: [{ name: 'name', weight: 2 }, 'also'],
      ignoreLocation: true,
      threshold: 0.34,
    });
    const found = fuse.search(wanted).map((hit) => hit.item);
    return found
      .toSorted((a, b) => rank(a.name, wanted) - rank(b.name, wanted))
      .map(({ item }) => item);
  };
}
