import type { Parsed } from '../../../shared/api.ts';

import { idList, type SqlParams } from '../handle.ts';
import { askedSql } from '../questions/turnQuestions.ts';

type Filter = Parsed<'analysisTable.rows'>['filter'];

export interface FilterSql {
  /** Conditions on `units`, all of which hold; `lineage` and `reached` are at hand. */
  readonly where: readonly string[];
  readonly params: SqlParams;
}

const isAscii = (text: string) => !/[^\0-\u007f]/.test(text);

/**
 * Finds `text` whatever its case, and å only where å stands. LIKE is fast but knows the case of a–z only; GLOB
 * with both cases of each letter decides where other letters are asked for.
 */
export function textPatterns(text: string): {
  readonly like: string;
  readonly glob: string;
} {
  const like = text.replace(/[\\%_]/g, String.raw`\$&`).replace(/[^\0-\u007f]/gu, '_');
  const glob = Array.from(text).map((letter) => {
    const cases = new Set([letter, letter.toLowerCase(), letter.toUpperCase()]);
    const single = [...cases].filter((form) => Array.from(form).length === 1);
    return '*?['.includes(letter) || single.length > 1 ? `[${single.join('')}]` : letter;
  });
  return { like: `%${like}%`, glob: isAscii(text) ? '*' : `*${glob.join('')}*` };
}

const contains = (column: string) =>
  String.raw`(${column} LIKE :like ESCAPE '\' AND ${column} GLOB :glob)`;

const textSql = `units.id IN (
  SELECT unit_id FROM spans WHERE ${contains('text')}
  UNION SELECT unit_id FROM condensations WHERE ${contains('text')}
  UNION SELECT id FROM meaning_units WHERE ${contains('interpretation')}
  UNION SELECT unit_id FROM codings WHERE code_id IN (SELECT id FROM codes WHERE ${contains('name')}))`;

const among = (param: string) => `IN (SELECT value FROM json_each(:${param}))`;

/** What each list of ids or labels asks for; an empty list asks for nothing. */
const listSql = [
  { key: 'transcriptIds', sql: `units.transcript_id ${among('transcriptIds')}` },
  {
    key: 'speakers',
    sql: `units.id IN (SELECT spans.unit_id FROM speakers JOIN turns ON turns.speaker_id = speakers.id
    JOIN spans ON spans.turn_id = turns.id AND spans."end" > spans.start WHERE speakers.label ${among('speakers')})`,
  },
  {
    key: 'codeIds',
    sql: `units.id IN (SELECT unit_id FROM codings WHERE code_id ${among('codeIds')})`,
  },
  {
    key: 'categoryIds',
    sql: `units.id IN (SELECT codings.unit_id FROM lineage JOIN codes ON codes.category_id = lineage.category_id
    JOIN codings ON codings.code_id = codes.id WHERE lineage.ancestor_id ${among('categoryIds')})`,
  },
  {
    key: 'themeIds',
    sql: `units.id IN (SELECT unit_id FROM reached WHERE theme_id ${among('themeIds')})`,
  },
  {
    key: 'questionIds',
    sql: `units.id IN (WITH ${askedSql()} SELECT spans.unit_id FROM asked
    JOIN spans ON spans.turn_id = asked.turn_id AND spans."end" > spans.start
    WHERE coalesce(asked.question_id, 'outside') ${among('questionIds')})`,
  },
] as const;

const missingSql = {
  condensation: 'units.id NOT IN (SELECT unit_id FROM condensations)',
  code: 'units.id NOT IN (SELECT unit_id FROM codings)',
  category: `units.id NOT IN (SELECT codings.unit_id FROM codings
    JOIN codes ON codes.id = codings.code_id WHERE codes.category_id IS NOT NULL)`,
} as const;

/** Rows in which somebody speaks who has one of the values of that attribute. */
const attributeSql = (at: number) => `units.id IN (
  SELECT spans.unit_id FROM attribute_values
  JOIN speakers ON speakers.participant_id = attribute_values.participant_id
  JOIN turns ON turns.speaker_id = speakers.id
  JOIN spans ON spans.turn_id = turns.id AND spans."end" > spans.start
  WHERE attribute_id = :attribute${at}
    AND attribute_values.text IN (SELECT value FROM json_each(:values${at})))`;

function valuesByAttribute({ attributes = [] }: Filter): readonly [string, string[]][] {
  const byId = Map.groupBy(attributes, ({ attributeId }) => attributeId);
  return [...byId].map(([id, chosen]) => [id, chosen.map(({ value }) => value)]);
}

/** The filter of the analysis table as SQL; everything that is given must hold. */
export function filterOf(filter: Filter): FilterSql {
  const where: string[] = [];
  const params: Record<string, string | number> = {};
  if (filter.text) {
    where.push(textSql);
    Object.assign(params, textPatterns(filter.text));
  }
  for (const { key, sql } of listSql) {
    const ids = filter[key];
    if (!ids || ids.length === 0) continue;
    where.push(sql);
    params[key] = idList(ids);
  }
  for (const [at, [id, values]] of valuesByAttribute(filter).entries()) {
    where.push(attributeSql(at));
    params[`attribute${at}`] = id;
    params[`values${at}`] = idList(values);
  }
  if (filter.missing) where.push(missingSql[filter.missing]);
  if (filter.isQuotable !== undefined) {
    where.push('units.is_quotable = :isQuotable');
    params['isQuotable'] = Number(filter.isQuotable);
  }
  return { where, params };
}
