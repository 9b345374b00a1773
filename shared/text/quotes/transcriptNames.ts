import { quotedWords } from './quotedWords.ts';

/** What tables write short or long: `FG 1`, `fokusgrupp_01` and `Grupp 1` are one name. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/\b(?:fo[ck]us ?)?gr(?:ou|u)pp?(?:en)?\b|\bfgd?\b/gu, 'fg'],
  [/\binterv(?:ju(?:n|er)?|iews?)\b|\bintv?\b/gu, 'int'],
];

/** A name in parts that can be compared: no ending of a file, figures apart from letters and without noughts before them. */
export function nameParts(name: string): readonly string[] {
  const plain = name
    .normalize('NFC')
    .trim()
    .replace(/\.[a-z0-9]{2,5}$/i, '')
    .replaceAll('_', ' ')
    .toLowerCase()
    .replace(/(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/gu, ' ');
  const short = kinds.reduce((text, [long, key]) => text.replace(long, key), plain);
  return quotedWords(short).map(({ word }) => word.replace(/^0+(?=\d)/, ''));
}

/** Which of these transcripts a table may mean by a name, from 0: so called, else with all of it in their names. */
export function transcriptsCalled(
  names: readonly (readonly string[])[],
  name: string,
): readonly number[] {
  const wanted = nameParts(name);
  if (wanted.length === 0) return [];
  const key = wanted.join(' ');
  const at = (test: (parts: readonly string[]) => boolean) =>
    names.flatMap((parts, which) => (test(parts) ? which : []));
  const called = at((parts) => parts.join(' ') === key);
  return called.length > 0
    ? called
    : at((parts) => wanted.every((part) => parts.includes(part)));
}

/** A name of figures alone stands in too much else to be looked for. */
const isTelling = (name: readonly string[]) =>
  name.some((part) => /\p{L}{2}/u.test(part));

/** The one with the longest name of those that pass; -1 when none does, or several names are as long. */
function longestOf(
  names: readonly (readonly string[])[],
  test: (name: readonly string[]) => boolean,
): number {
  const found = names
    .flatMap((name, at) => (isTelling(name) && test(name) ? { name, at } : []))
    .toSorted((a, b) => b.name.length - a.name.length);
  const [first, second] = found;
  return first === undefined || second?.name.length === first.name.length ? -1 : first.at;
}

/** The one transcript that is named in a heading or on a sheet, from 0; -1 when none or several are. */
export function transcriptNamedIn(
  names: readonly (readonly string[])[],
  heading: string,
): number {
  const parts = nameParts(heading);
  return longestOf(names, (name) =>
    parts.some((_, at) => name.every((part, on) => parts[at + on] === part)),
  );
}

const mostPartsAfter = 6;
const beforeName = new Set(['analys', 'av', 'från', 'källa', 'transkript', 'session']);
const beforeEnglishName = new Set(['analysis', 'of', 'from', 'source', 'transcript']);

/** The one transcript that a row across a table names and hardly says more than; -1 when it is none such. */
export function transcriptHeadedBy(
  names: readonly (readonly string[])[],
  row: string,
): number {
  const all = nameParts(row);
  const from = all.findIndex(
    (part) => !beforeName.has(part) && !beforeEnglishName.has(part),
  );
  const parts = all.slice(Math.max(0, from));
  return longestOf(
    names,
    (name) =>
      name.every((part, at) => parts[at] === part) &&
      parts.length - name.length <= mostPartsAfter,
  );
}
