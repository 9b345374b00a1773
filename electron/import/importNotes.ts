import type { ImportNote, ImportTier } from '../../shared/domain/importedTranscript.ts';
import type words from '../../shared/words/sv/importNote.json';

type Singular<Key> = Key extends `${infer Stem}_${'one' | 'other'}` ? Stem : Key;
/** The codes are the keys of the sentences, so that none can be without words. */
export type NoteCode = Singular<keyof typeof words>;
type Params = Readonly<Record<string, string | number>>;

interface Pile {
  readonly code: NoteCode;
  readonly params: Params;
  count: number;
  readonly lines: number[];
}

const placesShown = 20;

/** One occurrence of something worth telling; occurrences with the same code and params become one note. */
export interface Occurrence {
  readonly code: NoteCode;
  readonly params?: Params;
  readonly line?: number | null;
  readonly count?: number;
}

/** Gathers what a parser altered and what a person should look at, so that nothing is dropped in silence. */
export class ImportNotes {
  readonly #changes = new Map<string, Pile>();
  readonly #warnings = new Map<string, Pile>();
  readonly #tiers: ImportTier[] = [];

  changed(occurrence: Occurrence): void {
    add(this.#changes, occurrence);
  }

  warn(occurrence: Occurrence): void {
    add(this.#warnings, occurrence);
  }

  tier(tier: ImportTier): void {
    this.#tiers.push(tier);
  }

  get tiers(): readonly ImportTier[] {
    return this.#tiers;
  }

  get changes(): ImportNote[] {
    return [...this.#changes.values()];
  }

  get warnings(): ImportNote[] {
    return [...this.#warnings.values()];
  }
}

function add(
  piles: Map<string, Pile>,
  { code, params = {}, line = null, count = 1 }: Occurrence,
): void {
  if (count < 1) return;
  const key = `${code} ${JSON.stringify(params)}`;
  const pile = piles.get(key) ?? { code, params, count: 0, lines: [] };
  pile.count += count;
  if (line !== null && pile.lines.length < placesShown) pile.lines.push(line);
  piles.set(key, pile);
}

/** The first 80 characters of a text that could not be understood, on one line. */
export function excerpt(text: string): string {
  const flat = text.replace(/\s+/gu, ' ').trim();
  return flat.length <= 80 ? flat : `${flat.slice(0, 79).toWellFormed()}…`;
}
