import type { Api } from '../../../shared/api.ts';
import type { ParsedOf } from '../../../shared/contract.ts';
import type { SortColumn } from '../../../shared/domain/analysisTable.ts';
import type { MeaningUnitId } from '../../../shared/domain/ids.ts';
import { filterOf } from './analysisFilter.ts';
import { lineageSql, reachedSql, treeSql } from '../categoryTree.ts';
import type { ReadableProject } from '../handle.ts';
import { askedSql } from '../questions/turnQuestions.ts';

export type OrderRequest = Omit<ParsedOf<Api['analysisTable.rows']>, 'offset' | 'limit'>;

/** Names in the order of the project's language, P2 before P10, as a list that SQL joins for their ranks. */
function ranked(project: ReadableProject, sql: string): string {
  const language = project.get<{ language: string }>('SELECT language FROM project');
  const collator = new Intl.Collator(language?.language ?? 'sv', { numeric: true });
  const rows = project.all<{ id: string; name: string }>(sql);
  return JSON.stringify(
    rows.toSorted((a, b) => collator.compare(a.name, b.name)).map((row) => row.id),
  );
}

const ranks =
  'ranks (id, rank) AS MATERIALIZED (SELECT value, key FROM json_each(:ranks))';

/** Long text is ordered by its beginning: case apart, å ä ö after z, nothing last. */
function textKey(column: string): string {
  const letters = ['Åå{', 'Ää|', 'Öö}'].flatMap(([upper, lower, key]) => [
    `'${upper}', '${key}'`,
    `'${lower}', '${key}'`,
  ]);
  return letters.reduce(
    (sql, pair) => `replace(${sql}, ${pair})`,
    `lower(substr(nullif(${column}, ''), 1, 60))`,
  );
}

interface Sorting {
  /** What the rows are ordered by; null comes last either way. */
  readonly key: string;
  readonly join?: string;
  /** Ids in the order of their names, for `ranks`. */
  readonly names?: string;
}

/** Codes in the order of the tree; whole millions count the categories, and a code comes after the sub-categories beside it. */
const placesSql = `places (id, place) AS MATERIALIZED (
  SELECT codes.id, 1000000 * dense_rank() OVER (ORDER BY tree.path || '~')
    + row_number() OVER (ORDER BY tree.path || '~', codes.position)
  FROM codes JOIN tree ON tree.id = codes.category_id)`;

/** A unit's first place in the tree. */
const placeKey = `(SELECT min(places.place) FROM codings JOIN places ON places.id = codings.code_id
  WHERE codings.unit_id = units.id)`;

const sortings: Readonly<Record<SortColumn, Sorting>> = {
  place: { key: 'NULL' },
  number: { key: 'units.number' },
  transcript: {
    key: '(SELECT rank FROM ranks WHERE id = units.transcript_id)',
    names: 'SELECT id, name FROM transcripts',
  },
  speaker: {
    key: '(SELECT rank FROM ranks WHERE id = said.speaker)',
    names: 'SELECT DISTINCT label AS id, label AS name FROM speakers',
  },
  unit: { key: textKey('said.text') },
  condensed: {
    key: textKey('condensations.text'),
    join: 'LEFT JOIN condensations ON condensations.unit_id = units.id',
  },
  interpretation: { key: textKey('units.interpretation') },
  code: {
    key: `(SELECT rank FROM codings JOIN ranks ON ranks.id = codings.code_id
      WHERE codings.unit_id = units.id ORDER BY codings.position LIMIT 1)`,
    names: 'SELECT id, name FROM codes',
  },
  category: { key: placeKey },
  theme: {
    key: 'themed.rank',
    join: `LEFT JOIN (SELECT reached.unit_id, min(ranks.rank) AS rank
        FROM reached JOIN ranks ON ranks.id = reached.theme_id GROUP BY reached.unit_id) AS themed
      ON themed.unit_id = units.id`,
    names: 'SELECT id, name FROM themes',
  },
  question: {
    key: 'questioned.position',
    join: `LEFT JOIN (WITH ${askedSql()} SELECT spans.unit_id, min(questions.position) AS position FROM asked
        JOIN spans ON spans.turn_id = asked.turn_id AND spans."end" > spans.start
        JOIN questions ON questions.id = asked.question_id GROUP BY spans.unit_id) AS questioned
      ON questioned.unit_id = units.id`,
  },
};

/** Where each unit begins; the columns beside `min` are those of the first span. */
function saidSql(sort: SortColumn): string {
  const isSpeaker = sort === 'speaker';
  return `(SELECT spans.unit_id, min(turns.position || ' ' || substr('00000000' || spans.start, -8)) AS place
      ${sort === 'unit' ? ', spans.text' : ''}${isSpeaker ? ', speakers.label AS speaker' : ''}
    FROM spans CROSS JOIN turns ON turns.id = spans.turn_id
    ${isSpeaker ? 'LEFT JOIN speakers ON speakers.id = turns.speaker_id' : ''}
    GROUP BY spans.unit_id) AS said`;
}

function orderSql({ sort, descending, groupByCategory }: OrderRequest): string {
  const direction = descending ? 'DESC' : 'ASC';
  return [
    ...(groupByCategory ? [`${placeKey} / 1000000 NULLS LAST`] : []),
    ...(sort === 'place'
      ? [`transcripts.position ${direction}`, `said.place ${direction}`]
      : [`${sortings[sort].key} ${direction} NULLS LAST`]),
    'transcripts.position',
    'said.place',
    'units.number',
  ].join(', ');
}

const whereSql = (conditions: readonly string[]) =>
  conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';

/** The order of the text, which is asked for most, by walking the turns: no unit's place has to be worked out. */
function unitsOfText(
  project: ReadableProject,
  request: OrderRequest,
): readonly MeaningUnitId[] {
  const filter = filterOf(request.filter);
  const rows = project.all<{ id: MeaningUnitId }>(
    `WITH RECURSIVE ${lineageSql}, ${reachedSql}
     SELECT units.id FROM transcripts
     CROSS JOIN turns ON turns.transcript_id = transcripts.id
     CROSS JOIN spans ON spans.turn_id = turns.id
     CROSS JOIN meaning_units AS units ON units.id = spans.unit_id AND units.status = 'active'
     ${whereSql(filter.where)}
     ORDER BY transcripts.position, turns.position, spans.start, units.number`,
    filter.params,
  );
  // A unit of several spans stands where its first one does.
  return [...new Set(rows.map((row) => row.id))];
}

/** Every active unit that passes the filter, in the asked order; rows that are alike stand in the order of the text. */
export function orderedUnits(
  project: ReadableProject,
  request: OrderRequest,
): readonly MeaningUnitId[] {
  const { sort, descending, groupByCategory } = request;
  if (sort === 'place' && !descending && !groupByCategory)
    return unitsOfText(project, request);
  const { join, names } = sortings[sort];
  const filter = filterOf(request.filter);
  const rows = project.all<{ id: MeaningUnitId }>(
    `WITH RECURSIVE ${treeSql}, ${lineageSql}, ${reachedSql}, ${placesSql}${names ? `, ${ranks}` : ''}
     SELECT units.id FROM ${saidSql(sort)}
     CROSS JOIN meaning_units AS units ON units.id = said.unit_id AND units.status = 'active'
     JOIN transcripts ON transcripts.id = units.transcript_id ${join ?? ''}
     ${whereSql(filter.where)}
     ORDER BY ${orderSql(request)}`,
    { ...filter.params, ...(names ? { ranks: ranked(project, names) } : {}) },
  );
  return rows.map((row) => row.id);
}
