import type { UsedAttribute } from '../../shared/domain/attribute.ts';

/** A name as it is compared. */
export const folded = (text: string) => text.normalize('NFC').trim().toLocaleLowerCase();
export const sameName = (one: string, other: string) => folded(one) === folded(other);

/** Whether a column of that name says whose the row is. */
export const isKeyName = (name: string, pseudonym: string) =>
  sameName(name, pseudonym) ||
  /^(?:id|pseudonym|deltagare|participant)$/i.test(name.trim());

/** A first row that names attributes (or the pseudonym) says what the columns are. */
export function headingsOf(
  cells: readonly (readonly string[])[],
  {
    attributes,
    pseudonym,
  }: {
    readonly attributes: readonly UsedAttribute[];
    /** The word for the column of pseudonyms. */
    readonly pseudonym: string;
  },
): readonly string[] | null {
  const [first, ...rest] = cells;
  if (!first || rest.length === 0 || first.some((name) => name.trim() === ''))
    return null;
  const names = new Set(first.map(folded));
  const isNamed = (name: string) =>
    isKeyName(name, pseudonym) || attributes.some((one) => sameName(one.name, name));
  return names.size === first.length && first.some(isNamed) ? first : null;
}
