import type {
  CategoryId,
  CodeId,
  MeaningUnitId,
  ThemeId,
  TranscriptId,
} from '../../../shared/domain/ids.ts';
import type {
  SearchFilter,
  SearchScope,
  WrittenAbout,
  WrittenHit,
} from '../../../shared/domain/search.ts';
import { idList, type ReadableProject, type SqlParams } from '../handle.ts';
import { codeConditions, unitsLeft, type Conditions } from './searchFilter.ts';

export type WrittenScope = Exclude<SearchScope, 'turns' | 'units'>;

/** What an analyst wrote in one field. */
export interface WrittenText extends Pick<WrittenHit, 'id' | 'field' | 'about'> {
  readonly text: string;
}

interface Row extends SqlParams {
  readonly key: number;
  readonly id: string;
}

interface Source {
  /** Rows with a key greater than `:after`, in the order of keys; `where` may narrow down what units they are of. */
  readonly sql: (where: string) => string;
  readonly textsOf: (row: Row) => readonly WrittenText[];
}

const together = 4000;

const said = (row: Row, column: string) => String(row[column] ?? '');

const unitAbout = (row: Row): WrittenAbout => ({
  noun: 'unit',
  id: row['unit_id'] as MeaningUnitId,
  number: Number(row['number']),
  transcriptId: row['unit_transcript'] as TranscriptId,
  name: said(row, 'unit_transcript_name'),
});

const condensations: Source = {
  sql: (
    where,
  ) => `SELECT meaning_units.key, meaning_units.id, meaning_units.id AS unit_id, number,
      transcript_id AS unit_transcript, transcripts.name AS unit_transcript_name, condensations.text AS condensation, interpretation
    FROM meaning_units JOIN transcripts ON transcripts.id = transcript_id
    LEFT JOIN condensations ON condensations.unit_id = meaning_units.id
    WHERE meaning_units.key > :after AND meaning_units.status = 'active'${where}
    ORDER BY meaning_units.key LIMIT ${together}`,
  textsOf: (row) =>
    (['condensation', 'interpretation'] as const).map((field) => ({
      id: row.id,
      field,
      about: unitAbout(row),
      text: said(row, field),
    })),
};

const describedFields = ['name', 'definition', 'inclusion', 'exclusion'] as const;

function named(
  table: 'codes' | 'categories' | 'themes',
  about: (row: Row) => WrittenAbout,
): Source {
  const fields = table === 'themes' ? (['name'] as const) : describedFields;
  return {
    sql: () =>
      `SELECT key, id, ${fields.join(', ')} FROM ${table} WHERE key > :after ORDER BY key LIMIT ${together}`,
    textsOf: (row) =>
      fields.map((field) => ({
        id: row.id,
        field,
        about: about(row),
        text: said(row, field),
      })),
  };
}

function memoAbout(row: Row): WrittenAbout {
  const { transcript_id: transcript, code_id: code, category_id: category } = row;
  if (row['unit_id']) return unitAbout(row);
  if (transcript)
    return {
      noun: 'transcript',
      id: transcript as TranscriptId,
      name: said(row, 'transcript_name'),
    };
  if (code) return { noun: 'code', id: code as CodeId, name: said(row, 'code_name') };
  if (category)
    return {
      noun: 'category',
      id: category as CategoryId,
      name: said(row, 'category_name'),
    };
  const theme = row['theme_id'];
  return theme
    ? { noun: 'theme', id: theme as ThemeId, name: said(row, 'theme_name') }
    : { noun: 'project' };
}

const memos: Source = {
  sql: () => `SELECT memos.key, memos.id, memos.text, memos.transcript_id, memos.unit_id, memos.code_id, memos.category_id,
      memos.theme_id, about.name AS transcript_name, codes.name AS code_name, categories.name AS category_name,
      themes.name AS theme_name, meaning_units.number, meaning_units.transcript_id AS unit_transcript,
      of_unit.name AS unit_transcript_name
    FROM memos LEFT JOIN transcripts AS about ON about.id = memos.transcript_id
    LEFT JOIN codes ON codes.id = memos.code_id LEFT JOIN categories ON categories.id = memos.category_id
    LEFT JOIN themes ON themes.id = memos.theme_id LEFT JOIN meaning_units ON meaning_units.id = memos.unit_id
    LEFT JOIN transcripts AS of_unit ON of_unit.id = meaning_units.transcript_id
    WHERE memos.key > :after AND (memos.unit_id IS NULL OR memos.unit_id NOT IN (SELECT unit_id FROM waiting_units))
    ORDER BY memos.key LIMIT ${together}`,
  textsOf: (row) => [
    { id: row.id, field: 'memo', about: memoAbout(row), text: said(row, 'text') },
  ],
};

const sources: Readonly<Record<WrittenScope, Source>> = {
  condensations,
  codes: named('codes', (row) => ({
    noun: 'code',
    id: row.id as CodeId,
    name: said(row, 'name'),
  })),
  categories: named('categories', (row) => ({
    noun: 'category',
    id: row.id as CategoryId,
    name: said(row, 'name'),
  })),
  themes: named('themes', (row) => ({
    noun: 'theme',
    id: row.id as ThemeId,
    name: said(row, 'name'),
  })),
  memos,
};

function unitConditions(project: ReadableProject, filter: SearchFilter): Conditions {
  const coded = codeConditions(filter, 'meaning_units.id');
  const left = unitsLeft(project, filter);
  if (left === null) return coded;
  return {
    sql: `${coded.sql} AND meaning_units.id IN (SELECT value FROM json_each(:left))`,
    params: { ...coded.params, left: idList(left) },
  };
}

const noConditions: Conditions = { sql: '', params: {} };

/** All that was written of one kind, so much at a time; of condensations those of the units that the filter leaves. */
export function* writtenTexts(
  project: ReadableProject,
  scope: WrittenScope,
  filter: SearchFilter,
): Generator<readonly WrittenText[]> {
  const { sql, textsOf } = sources[scope];
  const where =
    scope === 'condensations' ? unitConditions(project, filter) : noConditions;
  const statement = sql(where.sql);
  for (let after = 0; ;) {
    const rows = project.all<Row>(statement, { ...where.params, after });
    if (rows.length > 0) yield rows.flatMap(textsOf);
    const last = rows.at(-1);
    if (!last || rows.length < together) return;
    after = last.key;
  }
}

/** Where in the material each unit begins, to put what was written of them in order. */
export function orderOfUnits(
  project: ReadableProject,
  unitIds: readonly string[],
): ReadonlyMap<string, number> {
  const rows = project.all<{ id: string }>(
    `SELECT spans.unit_id AS id FROM spans JOIN turns ON turns.id = spans.turn_id
     JOIN transcripts ON transcripts.id = turns.transcript_id
     WHERE spans.unit_id IN (SELECT value FROM json_each(:ids))
     ORDER BY transcripts.position, turns.position, spans.start`,
    { ids: idList(unitIds) },
  );
  const order = new Map<string, number>();
  for (const { id } of rows) if (!order.has(id)) order.set(id, order.size);
  return order;
}
