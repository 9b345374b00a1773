const separator = ';';

/** Quotation marks round all of a name and nowhere in it are its own: codes in someone's words have them. */
const isPlain = (name: string): boolean =>
  !name.includes(separator) && (!name.startsWith('"') || /^"[^"]*"$/.test(name));

const quoted = (name: string): string =>
  isPlain(name) ? name : `"${name.replaceAll('"', '""')}"`;

/** Several names as one text, parted by `;`. A name that holds one itself stands in quotation marks, as in a spreadsheet. */
export const joinedNames = (names: readonly string[]): string =>
  names.map(quoted).join(`${separator} `);

/** Characters within which a known name is looked for; no name is longer. */
const longest = 300;

interface Part {
  /** Where the part stands in the text. */
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** The quotation marks said that this is one name. */
  readonly isQuoted: boolean;
}

const partPattern = /\s*(?:"((?:[^"]|"")*)"\s*(?=;|$)|[^;]*)(?:;|$)/y;

function partFrom(text: string, start: number): Part & { readonly next: number } {
  partPattern.lastIndex = start;
  const [all = '', inside] = partPattern.exec(text) ?? [];
  const isQuoted = inside !== undefined && !isPlain(`"${inside}"`);
  const isFollowed = all.endsWith(separator);
  const end = start + all.length - (isFollowed ? 1 : 0);
  const name = isQuoted ? inside.replaceAll('""', '"') : text.slice(start, end);
  return { start, end, name: name.trim(), isQuoted, next: isFollowed ? end + 1 : -1 };
}

function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  for (let at = 0; at >= 0;) {
    const { next, ...part } = partFrom(text, at);
    parts.push(part);
    at = next;
  }
  return parts;
}

/**
 * The names in one text, in order, none empty. Without quotation marks `;` parts them, unless what it stands in is a
 * name by `isKnown` and its parts are not all names themselves: a name taken from elsewhere need not be quoted.
 */
export function partedNames(
  text: string,
  isKnown: (name: string) => boolean,
): readonly string[] {
  const parts = partsOf(text);
  const names: string[] = [];
  for (let at = 0; at < parts.length;) {
    const { name, length } = nameFrom(text, parts.slice(at, at + longest), isKnown);
    if (name !== '') names.push(name);
    at += length;
  }
  return names;
}

/** The longest known name that the parts begin with, or else the first part, and of how many parts it is. */
function nameFrom(
  text: string,
  parts: readonly Part[],
  isKnown: (name: string) => boolean,
): { readonly name: string; readonly length: number } {
  const [first] = parts;
  const beyond = parts.findIndex(
    (part) => part.isQuoted || part.end - (first?.start ?? 0) > longest,
  );
  const open = beyond < 0 ? parts : parts.slice(0, beyond);
  for (let length = open.length; length > 1; length -= 1) {
    const run = open.slice(0, length);
    const name = text.slice(first?.start, run.at(-1)?.end).trim();
    if (isKnown(name) && !run.every((part) => isKnown(part.name)))
      return { name, length };
  }
  return { name: first?.name ?? '', length: 1 };
}
