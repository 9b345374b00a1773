import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

import type { Api, Output } from '../../../shared/api.ts';
import type { ParsedOf } from '../../../shared/contract.ts';
import {
  storedValue,
  type Attribute,
  type AttributeType,
  type AttributeValue,
} from '../../../shared/domain/attribute.ts';
import type { AttributeId } from '../../../shared/domain/ids.ts';
import { Refusal } from '../../../shared/errors.ts';
import { newId, type ReadableProject, type WritableProject } from '../handle.ts';
import { folded } from '../naming.ts';
import { positionAtEnd } from '../rows.ts';

interface AttributeRow {
  readonly id: AttributeId;
  readonly name: string;
  readonly type: AttributeType;
  readonly isHidden: number;
}

/** The project's attributes in their order, with what their choices allow. */
export function attributesOf(project: ReadableProject): readonly Attribute[] {
  const allowed = Map.groupBy(
    project.all<{ attributeId: AttributeId; text: string }>(
      'SELECT attribute_id AS attributeId, text FROM allowed_values ORDER BY attribute_id, position',
    ),
    (row) => row.attributeId,
  );
  return project
    .all<AttributeRow>(
      'SELECT id, name, type, is_hidden AS isHidden FROM attributes ORDER BY position',
    )
    .map((row) => ({
      ...row,
      isHidden: row.isHidden === 1,
      allowed: (allowed.get(row.id) ?? []).map(({ text }) => text),
    }));
}

/** The attributes with the values that participants have, the most usual first. */
export function usedAttributes(project: ReadableProject): Output<'attributes.list'> {
  const used = Map.groupBy(
    project.all<{ attributeId: AttributeId; value: string; count: number }>(
      `SELECT attribute_id AS attributeId, text AS value, count(*) AS count FROM attribute_values
       GROUP BY attribute_id, text ORDER BY count(*) DESC, text`,
    ),
    (row) => row.attributeId,
  );
  return attributesOf(project).map((attribute) => ({
    ...attribute,
    used: (used.get(attribute.id) ?? [])
      .slice(0, mostUsedShown)
      .map(({ value, count }) => ({ value, count })),
  }));
}

const mostUsedShown = 500;

export function attributeValues(project: ReadableProject): readonly AttributeValue[] {
  return project.all<AttributeValue>(
    `SELECT attribute_id AS attributeId, participant_id AS participantId, text AS value
     FROM attribute_values`,
  );
}

/** The attribute of that name, case apart; null when there is none. */
export function attributeNamed(
  attributes: readonly Attribute[],
  name: string,
): Attribute | null {
  return attributes.find((one) => folded(one.name) === folded(name)) ?? null;
}

function attributeThatIsThere(project: ReadableProject, id: AttributeId): Attribute {
  const attribute = attributesOf(project).find((one) => one.id === id);
  if (!attribute) throw new Refusal('gone');
  return attribute;
}

function assertNameIsFree(
  project: ReadableProject,
  name: string,
  except: AttributeId | null,
): void {
  const other = attributeNamed(attributesOf(project), name);
  if (other && other.id !== except) throw new Refusal('attribute.nameTaken', { name });
}

function distinct(values: readonly string[]): readonly string[] {
  const kept = new Map<string, string>();
  for (const value of values)
    if (value !== '' && !kept.has(folded(value))) kept.set(folded(value), value);
  return [...kept.values()];
}

/** What a choice allows from now on, in that order; each once, case apart. */
export function allowValues(
  project: WritableProject,
  attributeId: AttributeId,
  values: readonly string[],
): void {
  const wanted = distinct(values);
  project.run('DELETE FROM allowed_values WHERE attribute_id = :attributeId', {
    attributeId,
  });
  const positions = generateNKeysBetween(null, null, wanted.length);
  for (const [index, text] of wanted.entries())
    project.run(
      `INSERT INTO allowed_values (id, attribute_id, position, text)
       VALUES (:id, :attributeId, :position, :text)`,
      { id: newId(), attributeId, position: positions[index] ?? '', text },
    );
}

/** A new attribute after all others, under a name that must be free. */
export function newAttribute(
  project: WritableProject,
  shape: Pick<Attribute, 'name' | 'type' | 'allowed'>,
): AttributeId {
  assertNameIsFree(project, shape.name, null);
  const id = newId<AttributeId>();
  project.run(
    `INSERT INTO attributes (id, position, name, type, is_hidden)
     VALUES (:id, :position, :name, :type, 0)`,
    {
      id,
      position: positionAtEnd(
        project,
        'SELECT max(position) AS position FROM attributes',
      ),
      name: shape.name,
      type: shape.type,
    },
  );
  if (shape.type === 'choice') allowValues(project, id, shape.allowed);
  return id;
}

export function addAttribute(
  project: WritableProject,
  input: ParsedOf<Api['attributes.add']>,
): { readonly id: AttributeId } {
  const id = newAttribute(project, input);
  project.describe({ attribute: input.name });
  return { id };
}

const asText = (attribute: Attribute, value: string): string => {
  if (attribute.type !== 'yesNo') return value;
  return value === 'yes' ? 'ja' : value === 'no' ? 'nej' : value;
};

/** Values are written anew where the type reads them otherwise; a choice begins with what stands there. */
function retype(project: WritableProject, before: Attribute, type: AttributeType): void {
  const rows = project.all<{ id: string; text: string }>(
    'SELECT id, text FROM attribute_values WHERE attribute_id = :id ORDER BY id',
    { id: before.id },
  );
  const texts = rows.map((row) => ({ ...row, words: asText(before, row.text) }));
  const isChoice = type === 'choice';
  const allowed = isChoice ? distinct(texts.map(({ words }) => words)) : [];
  allowValues(project, before.id, allowed);
  const after = { type, allowed };
  for (const { id, text, words } of texts) {
    const value = storedValue(after, words);
    if (value !== text)
      project.run('UPDATE attribute_values SET text = :value WHERE id = :id', {
        id,
        value,
      });
  }
}

/** Changes what is given of an attribute; a new type keeps every value, as text where it does not fit. */
export function describeAttribute(
  project: WritableProject,
  input: ParsedOf<Api['attributes.describe']>,
): void {
  const { attributeId: id, name, type, allowed, isHidden } = input;
  const before = attributeThatIsThere(project, id);
  if (name !== undefined) {
    assertNameIsFree(project, name, id);
    project.run('UPDATE attributes SET name = :name WHERE id = :id', { id, name });
  }
  if (type !== undefined && type !== before.type) {
    project.run('UPDATE attributes SET type = :type WHERE id = :id', { id, type });
    retype(project, before, type);
  }
  if (allowed !== undefined && (type ?? before.type) === 'choice')
    allowValues(project, id, allowed);
  if (isHidden !== undefined)
    project.run('UPDATE attributes SET is_hidden = :isHidden WHERE id = :id', {
      id,
      isHidden: Number(isHidden),
    });
  project.describe({ attribute: name ?? before.name });
}

export function moveAttribute(
  project: WritableProject,
  input: ParsedOf<Api['attributes.move']>,
): void {
  const { attributeId: id, after } = input;
  const { name } = attributeThatIsThere(project, id);
  const order = project
    .all<{ id: AttributeId; position: string }>(
      'SELECT id, position FROM attributes ORDER BY position',
    )
    .filter((row) => row.id !== id);
  const at = order.findIndex((row) => row.id === after);
  if (after !== null && at < 0) throw new Refusal('gone');
  const position = generateKeyBetween(
    order[at]?.position ?? null,
    order[at + 1]?.position ?? null,
  );
  project.run('UPDATE attributes SET position = :position WHERE id = :id', {
    id,
    position,
  });
  project.describe({ attribute: name });
}

/** Several spellings become one: the values of participants, and what the choice allows. */
export function mergeValues(
  project: WritableProject,
  input: ParsedOf<Api['attributes.mergeValues']>,
): void {
  const { attributeId, values } = input;
  const attribute = attributeThatIsThere(project, attributeId);
  const into =
    attribute.type === 'choice' ? input.into : storedValue(attribute, input.into);
  let count = 0;
  for (const value of new Set(values)) {
    if (value === into) continue;
    count += project.run(
      `UPDATE attribute_values SET text = :into WHERE attribute_id = :attributeId AND text = :value`,
      { attributeId, into, value },
    ).changes;
  }
  if (attribute.type === 'choice') {
    const merged = new Set(values);
    allowValues(
      project,
      attributeId,
      attribute.allowed.some((one) => merged.has(one) || one === into)
        ? attribute.allowed.map((one) => (merged.has(one) ? into : one))
        : [...attribute.allowed, into],
    );
  }
  project.describe({ attribute: attribute.name, count });
}

/** Takes an attribute away with everybody's value of it. */
export function removeAttribute(
  project: WritableProject,
  input: ParsedOf<Api['attributes.remove']>,
): void {
  const { name } = attributeThatIsThere(project, input.attributeId);
  project.describe({ attribute: name });
  project.run('DELETE FROM attributes WHERE id = :id', { id: input.attributeId });
}
