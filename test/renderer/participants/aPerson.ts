import type { UsedAttribute } from '../../../shared/domain/attribute.ts';
import type { AttributeId, ParticipantId } from '../../../shared/domain/ids.ts';
import { columnsOf, type Person } from '../../../renderer/participants/peopleColumns.ts';

export const attribute = (
  name: string,
  type: UsedAttribute['type'],
  allowed: readonly string[] = [],
): UsedAttribute => ({
  id: name as AttributeId,
  name,
  type,
  allowed,
  isHidden: false,
  used: [],
});

/** Somebody of whom these values are known, by the names of their attributes. */
export const person = (
  pseudonym: string,
  values: Readonly<Record<string, string>> = {},
  facts: Partial<Person> = {},
): Person => ({
  id: `id of ${pseudonym}` as ParticipantId,
  pseudonym,
  transcripts: 0,
  turns: 0,
  words: 0,
  units: 0,
  values: new Map(
    Object.entries(values).map(([name, value]) => [name as AttributeId, value]),
  ),
  consent: undefined,
  ...facts,
});

/** A table as it is pasted into. */
export const sheetOf = (
  attributes: readonly UsedAttribute[],
  people: readonly Person[],
) => ({ attributes, people, columns: columnsOf(attributes), pseudonym: 'Pseudonym' });
