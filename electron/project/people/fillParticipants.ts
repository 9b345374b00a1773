import { generateNKeysBetween } from 'fractional-indexing';

import type { Api, Output } from '../../../shared/api.ts';
import type { ParsedOf } from '../../../shared/contract.ts';
import {
  fittingValue,
  storedValue,
  type Attribute,
} from '../../../shared/domain/attribute.ts';
import type { AttributeId, ParticipantId } from '../../../shared/domain/ids.ts';
import { Refusal } from '../../../shared/errors.ts';
import { allowValues, attributeNamed, attributesOf, newAttribute } from './attributes.ts';
import { newId, type WritableProject } from '../handle.ts';
import { renameParticipant } from './participants.ts';

type FillInput = ParsedOf<Api['participants.fill']>;
type Row = FillInput['rows'][number];
type Cell = Row['cells'][number];

function rowsThatAreThere(
  project: WritableProject,
  rows: readonly Row[],
): ReadonlyMap<string, ParticipantId> {
  const known = project.all<{ id: ParticipantId; pseudonym: string }>(
    'SELECT id, pseudonym FROM participants',
  );
  const ids = new Set(known.map(({ id }) => id));
  if (rows.some(({ participantId }) => participantId && !ids.has(participantId)))
    throw new Refusal('gone');
  return new Map(known.map(({ id, pseudonym }) => [pseudonym, id]));
}

/** Those of the pseudonyms who are not there yet, each made once; thousands cost one look at who is there. */
export function participantsNamed(
  project: WritableProject,
  pseudonyms: readonly string[],
): ReadonlyMap<string, ParticipantId> {
  const byName = new Map(rowsThatAreThere(project, []));
  const fresh = [...new Set(pseudonyms)].filter((name) => !byName.has(name));
  const last = project.get<{ position: string | null }>(
    'SELECT max(position) AS position FROM participants',
  );
  const positions = generateNKeysBetween(last?.position ?? null, null, fresh.length);
  for (const [index, pseudonym] of fresh.entries()) {
    const id = newId<ParticipantId>();
    project.run(
      'INSERT INTO participants (id, position, pseudonym) VALUES (:id, :position, :pseudonym)',
      { id, position: positions[index] ?? '', pseudonym },
    );
    byName.set(pseudonym, id);
  }
  return byName;
}

interface Filling {
  readonly attributeOf: (cell: Cell) => Attribute;
  /** Values that their choices do not allow, as they come. */
  readonly unknown: Map<AttributeId, string[]>;
}

function attributeFinder(project: WritableProject, input: FillInput) {
  for (const shape of input.newAttributes) {
    if (!attributeNamed(attributesOf(project), shape.name))
      newAttribute(project, { ...shape, allowed: [] });
  }
  const attributes = attributesOf(project);
  const byId = new Map(attributes.map((one) => [one.id, one]));
  const byName = new Map<string, Attribute | null>();
  return ({ attributeId, attribute }: Cell): Attribute => {
    if (attribute !== undefined && !byName.has(attribute))
      byName.set(attribute, attributeNamed(attributes, attribute));
    const found = attributeId ? byId.get(attributeId) : byName.get(attribute ?? '');
    if (!found) throw new Refusal('gone');
    return found;
  };
}

function writeValue(
  project: WritableProject,
  place: { readonly attributeId: AttributeId; readonly participantId: ParticipantId },
  text: string,
): boolean {
  const known = project.get<{ id: string; text: string }>(
    `SELECT id, text FROM attribute_values
     WHERE participant_id = :participantId AND attribute_id = :attributeId`,
    place,
  );
  if ((known?.text ?? '') === text) return false;
  if (text === '')
    project.run('DELETE FROM attribute_values WHERE id = :id', { id: known?.id ?? '' });
  else if (known)
    project.run('UPDATE attribute_values SET text = :text WHERE id = :id', {
      id: known.id,
      text,
    });
  else
    project.run(
      `INSERT INTO attribute_values (id, attribute_id, participant_id, text)
       VALUES (:id, :attributeId, :participantId, :text)`,
      { ...place, id: newId(), text },
    );
  return true;
}

function fillCell(
  project: WritableProject,
  { attributeOf, unknown }: Filling,
  { cell, participantId }: { readonly cell: Cell; readonly participantId: ParticipantId },
): boolean {
  const attribute = attributeOf(cell);
  const value = storedValue(attribute, cell.value);
  if (attribute.type === 'choice' && fittingValue(attribute, value) === null)
    unknown.set(attribute.id, [...(unknown.get(attribute.id) ?? []), value]);
  return writeValue(project, { attributeId: attribute.id, participantId }, value);
}

/** A new choice allows what its first values are; an old one only when that is asked for. */
function allowUnknown(
  project: WritableProject,
  { unknown }: Filling,
  input: FillInput,
): void {
  const attributes = attributesOf(project);
  for (const [id, values] of unknown) {
    const attribute = attributes.find((one) => one.id === id);
    const isNew = input.newAttributes.some(
      ({ name }) => attribute && attributeNamed([attribute], name),
    );
    if (attribute && (isNew || input.isAllowing))
      allowValues(project, id, [...attribute.allowed, ...new Set(values)]);
  }
}

/** Values cell by cell, for participants and attributes that are there or new; one step however many. */
export function fillParticipants(
  project: WritableProject,
  input: FillInput,
): Output<'participants.fill'> {
  rowsThatAreThere(project, input.rows);
  const nameless = input.rows.find(
    ({ participantId, pseudonym }) => !participantId && !pseudonym,
  );
  if (nameless) throw new Refusal('gone');
  const byName = participantsNamed(
    project,
    input.rows.flatMap(({ participantId, pseudonym }) =>
      participantId || !pseudonym ? [] : [pseudonym],
    ),
  );
  const filling: Filling = {
    attributeOf: attributeFinder(project, input),
    unknown: new Map(),
  };
  let cells = 0;
  for (const row of input.rows) {
    const participantId = row.participantId ?? byName.get(row.pseudonym ?? '');
    if (!participantId) throw new Refusal('gone');
    if (row.participantId && row.pseudonym !== undefined)
      renameParticipant(project, { participantId, pseudonym: row.pseudonym });
    for (const cell of row.cells)
      cells += Number(fillCell(project, filling, { cell, participantId }));
  }
  allowUnknown(project, filling, input);
  project.describe({ count: cells });
  return { cells };
}
