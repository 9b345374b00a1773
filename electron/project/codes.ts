import type { Api } from '../../shared/api.ts';
import type { ParsedOf } from '../../shared/contract.ts';
import type { Code } from '../../shared/domain/code.ts';
import type { CategoryId, CodeId, MeaningUnitId } from '../../shared/domain/ids.ts';
import type { MeaningUnit } from '../../shared/domain/meaningUnit.ts';
import { Refusal } from '../../shared/errors.ts';
import { treeSql } from './categoryTree.ts';
import { idList, newId, type ReadableProject, type WritableProject } from './handle.ts';
import { unitsById } from './meaningUnits.ts';
import { rowsNamed } from './naming.ts';
import { rowThatIsThere } from './rows.ts';
import { moveAmong, positionAt } from './siblings.ts';
import { codings, noSupport, supportOfCodes, type Coding } from './support.ts';

/** The condensations of these units, by unit. */
function condensationsOf(
  project: ReadableProject,
  units: readonly MeaningUnitId[],
): ReadonlyMap<MeaningUnitId, string> {
  const rows = project.all<{ unit: MeaningUnitId; text: string }>(
    `SELECT unit_id AS unit, text FROM json_each(:ids)
     CROSS JOIN condensations ON condensations.unit_id = value`,
    { ids: idList(units) },
  );
  return new Map(rows.map((row) => [row.unit, row.text]));
}

/** Every code in the order of the tree, top to bottom, those that are not placed last. */
export function codes(project: ReadableProject): readonly Code[] {
  const support = supportOfCodes(project);
  const latest = new Map<CodeId, Coding>();
  for (const coding of codings(project))
    if (coding.seq > (latest.get(coding.code)?.seq ?? 0)) latest.set(coding.code, coding);
  const samples = condensationsOf(
    project,
    [...latest.values()].map((coding) => coding.unit),
  );
  return project
    .all<Omit<Code, 'support' | 'sample' | 'lastUsed'>>(
      `WITH RECURSIVE ${treeSql}
       SELECT codes.id, name, definition, inclusion, exclusion, origin, colour, category_id AS categoryId
       FROM codes LEFT JOIN tree ON tree.id = codes.category_id
       ORDER BY coalesce(tree.path, '') || '~', codes.position, codes.id`,
    )
    .map((row) => {
      const use = latest.get(row.id);
      return {
        ...row,
        support: support.get(row.id) ?? noSupport,
        sample: (use && samples.get(use.unit)) ?? '',
        lastUsed: use?.seq ?? 0,
      };
    });
}

/** Active units with any of the codes, in the order of the text. */
export function unitsOfCodes(
  project: ReadableProject,
  input: ParsedOf<Api['codes.units']>,
): readonly MeaningUnit[] {
  return unitsCodedWith(
    project,
    'SELECT unit_id FROM codings WHERE code_id IN (SELECT value FROM json_each(:ids))',
    { ids: idList(input.codeIds), offset: input.offset, limit: input.limit },
  );
}

interface UnitPage {
  readonly ids: string;
  readonly offset: number;
  readonly limit: number;
}

/** A page of the active units that `sql` (of `:ids`) finds, in the order of the text. */
export function unitsCodedWith(
  project: ReadableProject,
  sql: string,
  page: UnitPage,
): readonly MeaningUnit[] {
  const found = project.all<{ id: MeaningUnitId }>(
    `SELECT units.id FROM meaning_units AS units
     JOIN transcripts ON transcripts.id = units.transcript_id
     JOIN spans ON spans.unit_id = units.id JOIN turns ON turns.id = spans.turn_id
     WHERE units.status = 'active' AND units.id IN (${sql})
     GROUP BY units.id
     ORDER BY transcripts.position, min(turns.position || ' ' || substr('00000000' || spans.start, -8)), units.number
     LIMIT :limit OFFSET :offset`,
    { ...page },
  );
  return unitsById(
    project,
    found.map((row) => row.id),
  );
}

const namedSql = String.raw`SELECT id, name FROM codes WHERE name LIKE :like ESCAPE '\' ORDER BY id`;

function assertNameIsFree(
  project: ReadableProject,
  name: string,
  except: readonly CodeId[] = [],
): void {
  const other = rowsNamed<{ id: CodeId; name: string }>(project, namedSql, { name }).find(
    (row) => !except.includes(row.id),
  );
  if (other) throw new Refusal('code.nameTaken', { name: other.name, code: other.id });
}

function requireCode(project: ReadableProject, id: CodeId): CodeRow {
  return rowThatIsThere<CodeRow>(project, 'SELECT * FROM codes WHERE id = :id', { id });
}

interface CodeRow {
  readonly category_id: CategoryId | null;
  readonly name: string;
  readonly definition: string;
  readonly inclusion: string;
  readonly exclusion: string;
  readonly origin: Code['origin'];
  readonly colour: number | null;
}

interface NewCode {
  readonly name: string;
  readonly definition: string;
  readonly categoryId?: CategoryId | null | undefined;
  readonly after?: CodeId;
  readonly origin?: Code['origin'];
  readonly colour?: number | null;
}

function addCode(project: WritableProject, code: NewCode): CodeId {
  const id = newId<CodeId>();
  const parent = code.categoryId ?? null;
  project.run(
    `INSERT INTO codes (id, category_id, position, name, definition, inclusion, exclusion, origin, colour, created_at)
     VALUES (:id, :parent, :position, :name, :definition, '', '', :origin, :colour, :now)`,
    {
      id,
      parent,
      position: positionAt(project, { table: 'codes', parent, after: code.after }),
      name: code.name,
      definition: code.definition,
      origin: code.origin ?? 'data',
      colour: code.colour ?? null,
      now: project.now,
    },
  );
  return id;
}

/** The code with that name, made (not yet placed) if there is none; the definition is for a made one. */
export function codeNamed(
  project: WritableProject,
  input: { readonly name: string; readonly definition: string },
): CodeId {
  const [known] = rowsNamed<{ id: CodeId; name: string }>(project, namedSql, {
    name: input.name,
  });
  return known?.id ?? addCode(project, input);
}

/** A new code, last in its category or among those not yet placed. */
export function createCode(
  project: WritableProject,
  input: ParsedOf<Api['codes.create']>,
): { readonly id: CodeId } {
  assertNameIsFree(project, input.name);
  requireCategoryOrNone(project, input.categoryId ?? null);
  const id = addCode(project, input);
  project.describe({ code: id });
  return { id };
}

function requireCategoryOrNone(project: ReadableProject, id: CategoryId | null): void {
  if (id !== null)
    rowThatIsThere(project, 'SELECT 1 FROM categories WHERE id = :id', { id });
}

export function renameCode(
  project: WritableProject,
  input: ParsedOf<Api['codes.rename']>,
): void {
  requireCode(project, input.codeId);
  assertNameIsFree(project, input.name, [input.codeId]);
  project.run('UPDATE codes SET name = :name WHERE id = :id', {
    id: input.codeId,
    name: input.name,
  });
  project.describe({ code: input.codeId });
}

/** Changes what is given of definition, inclusion, exclusion and origin. */
export function describeCode(
  project: WritableProject,
  input: ParsedOf<Api['codes.describe']>,
): void {
  const { codeId: id, ...facts } = input;
  requireCode(project, id);
  for (const [column, value] of Object.entries(facts)) {
    if (value === undefined) continue;
    project.run(`UPDATE codes SET ${column} = :value WHERE id = :id`, { id, value });
  }
  project.describe({ code: id });
}

export function colourCode(
  project: WritableProject,
  input: ParsedOf<Api['codes.colour']>,
): void {
  requireCode(project, input.codeId);
  project.run('UPDATE codes SET colour = :colour WHERE id = :id', {
    id: input.codeId,
    colour: input.colour,
  });
  project.describe({ code: input.codeId });
}

/** Places codes, in the given order, in a category or (null) among those not placed. */
export function moveCodes(
  project: WritableProject,
  input: ParsedOf<Api['codes.move']>,
): void {
  requireCategoryOrNone(project, input.categoryId);
  moveAmong(project, input.codeIds, {
    table: 'codes',
    parent: input.categoryId,
    after: input.after,
  });
  project.describe({
    code: input.codeIds[0]!,
    category: input.categoryId,
    count: input.codeIds.length,
  });
}

function joined(mine: string, theirs: string): string {
  if (theirs === '' || theirs === mine) return mine;
  return mine === '' ? theirs : `${mine}\n\n${theirs}`;
}

/** One code takes over the units, definitions, themes and memos of others; every coding is kept once. */
export function mergeCodes(
  project: WritableProject,
  input: ParsedOf<Api['codes.merge']>,
): void {
  const { into } = input;
  const from = [...new Set(input.from)].filter((id) => id !== into);
  let kept = requireCode(project, into);
  const others = from.map((id) => ({ ...requireCode(project, id), id }));
  if (input.name !== undefined) assertNameIsFree(project, input.name, [into, ...from]);
  for (const other of others) {
    kept = {
      ...kept,
      definition: joined(kept.definition, other.definition),
      inclusion: joined(kept.inclusion, other.inclusion),
      exclusion: joined(kept.exclusion, other.exclusion),
      origin: kept.origin === other.origin ? kept.origin : 'both',
    };
    takeOver(project, into, other.id);
  }
  project.run(
    `UPDATE codes SET name = :name, definition = :definition, inclusion = :inclusion, exclusion = :exclusion,
       origin = :origin WHERE id = :id`,
    {
      id: into,
      name: input.name ?? kept.name,
      definition: kept.definition,
      inclusion: kept.inclusion,
      exclusion: kept.exclusion,
      origin: kept.origin,
    },
  );
  project.describe({ code: into, count: others.length });
}

function takeOver(project: WritableProject, into: CodeId, from: CodeId): void {
  const both = { into, from };
  project.run(
    `DELETE FROM codings WHERE code_id = :from
       AND unit_id IN (SELECT unit_id FROM codings WHERE code_id = :into)`,
    both,
  );
  project.run('UPDATE codings SET code_id = :into WHERE code_id = :from', both);
  project.run(
    `DELETE FROM theme_links WHERE code_id = :from
       AND theme_id IN (SELECT theme_id FROM theme_links WHERE code_id = :into)`,
    both,
  );
  project.run('UPDATE theme_links SET code_id = :into WHERE code_id = :from', both);
  project.run('UPDATE memos SET code_id = :into WHERE code_id = :from', both);
  project.run('DELETE FROM codes WHERE id = :from', { from });
}

/** The chosen units leave the code for a new one beside it, of the same placement and colour. */
export function splitCode(
  project: WritableProject,
  input: ParsedOf<Api['codes.split']>,
): { readonly id: CodeId } {
  const code = requireCode(project, input.codeId);
  assertNameIsFree(project, input.name);
  const id = addCode(project, {
    name: input.name,
    definition: '',
    categoryId: code.category_id,
    after: input.codeId,
    origin: code.origin,
    colour: code.colour,
  });
  const { changes } = project.run(
    `UPDATE codings SET code_id = :to WHERE code_id = :from
       AND unit_id IN (SELECT value FROM json_each(:ids))`,
    { from: input.codeId, to: id, ids: idList(input.unitIds) },
  );
  if (changes === 0) throw new Refusal('gone');
  project.describe({ code: id, count: changes });
  return { id };
}

/** Takes codes away, also from the units that have them. */
export function removeCodes(
  project: WritableProject,
  input: ParsedOf<Api['codes.remove']>,
): void {
  for (const id of new Set(input.codeIds)) {
    requireCode(project, id);
    project.run('DELETE FROM codes WHERE id = :id', { id });
  }
  project.describe({ code: input.codeIds[0]!, count: input.codeIds.length });
}
