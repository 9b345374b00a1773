import type { Database } from 'better-sqlite3';

import { checkProject } from '../../electron/project/file/check.ts';
import { readable } from '../../electron/project/handle.ts';
import { isGraphemeBorder } from '../../shared/text/graphemes.ts';
import { folded } from '../../electron/project/naming.ts';

interface Place {
  readonly parent: string | null;
  readonly position: string;
}

interface Named {
  readonly parent: string | null;
  readonly name: string;
}

function repeated(keys: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return keys.filter((key) => seen.size === seen.add(key).size);
}

const siblings = [
  ['codes', 'category_id'],
  ['categories', 'parent_id'],
  ['themes', 'parent_id'],
  ['turns', 'transcript_id'],
  ['codings', 'unit_id'],
  ['speakers', 'transcript_id'],
  ['transcripts', 'NULL'],
  ['participants', 'NULL'],
  ['questions', 'NULL'],
  ['attributes', 'NULL'],
  ['allowed_values', 'attribute_id'],
] as const;

const names = [
  ['codes', 'NULL'],
  ['categories', 'parent_id'],
  ['themes', 'NULL'],
  ['transcripts', 'NULL'],
  ['participants', 'NULL'],
  ['attributes', 'NULL'],
] as const;

/** Spans that do not say what stands there, or that a unit in doubt and its old words do not explain. */
function brokenAnchors(all: <Row>(sql: string) => readonly Row[]): readonly string[] {
  const spans = all<{
    unit: string;
    start: number;
    end: number;
    text: string;
    said: string;
    reason: string | null;
    spans: number;
  }>(
    `SELECT unit_id AS unit, start, "end", spans.text, turns.text AS said, review_reason AS reason,
       count(*) OVER (PARTITION BY unit_id) AS spans
     FROM spans JOIN turns ON turns.id = turn_id JOIN meaning_units ON meaning_units.id = unit_id`,
  );
  const odd = all<{ id: string }>(
    `SELECT id FROM meaning_units WHERE (review_reason IS NULL)
       = (id IN (SELECT unit_id FROM review_spans))`,
  );
  const labels = all<{ key: string }>(
    "SELECT transcript_id || ' ' || label AS key FROM turns",
  );
  return [
    ...spans
      .filter(({ start, end, text, said }) => said.slice(start, end) !== text)
      .map(({ unit }) => `unit ${unit} holds other words than are said`),
    ...spans
      .filter(
        ({ start, end, said }) =>
          !isGraphemeBorder(said, start) || !isGraphemeBorder(said, end),
      )
      .map(({ unit }) => `unit ${unit} takes a character apart`),
    ...spans
      .filter((row) => row.start === row.end && (row.reason !== 'gone' || row.spans > 1))
      .map(({ unit }) => `unit ${unit} has an empty span`),
    ...odd.map(
      ({ id }) => `unit ${id} is in doubt without old words, or has them without`,
    ),
    ...repeated(labels.map(({ key }) => `turn ${key}`)),
  ];
}

/** What is wrong with a project, in words; an empty list when every invariant holds. */
export function brokenInvariants(db: Database): readonly string[] {
  const project = readable(db);
  const all = <Row>(sql: string) => project.all<Row>(sql);
  const cycles = all<{ id: string }>(
    `WITH RECURSIVE top (id) AS (
       SELECT id FROM themes WHERE parent_id IS NULL
       UNION SELECT themes.id FROM top JOIN themes ON themes.parent_id = top.id)
     SELECT id FROM themes WHERE id NOT IN (SELECT id FROM top)`,
  );
  const levels = all(
    'SELECT id FROM categories WHERE depth NOT IN (SELECT depth FROM levels)',
  );
  const spans = all<{ unit: string; turn: string; start: number; end: number }>(
    'SELECT unit_id AS unit, turn_id AS turn, start, "end" FROM spans ORDER BY unit_id, turn_id, start',
  );
  const overlapping = spans.filter((span, index) => {
    const before = spans[index - 1];
    return (
      before?.unit === span.unit && before.turn === span.turn && before.end > span.start
    );
  });
  const times = all<{ label: string }>(
    'SELECT label FROM turns WHERE min(coalesce(start_ms, 0), coalesce(end_ms, 0)) < 0 OR end_ms < start_ms',
  );
  const unworded = all<{ id: string }>(
    'SELECT id FROM questions WHERE id NOT IN (SELECT question_id FROM question_wordings)',
  );
  const links = all<{ key: string }>(
    `SELECT theme_id || ' ' || coalesce(unit_id, code_id, category_id) AS key FROM theme_links`,
  );
  const allowed = all<{ key: string; text: string }>(
    'SELECT attribute_id AS key, text FROM allowed_values',
  );
  return [
    ...repeated(
      allowed.map(({ key, text }) => `allowed value of ${key}: ${folded(text)}`),
    ),
    ...all(
      "SELECT id FROM consents WHERE (status = 'withdrawn') <> (withdrawn_on IS NOT NULL)",
    ).map(() => 'a withdrawal without a day, or a day without one'),
    ...all(
      'SELECT id FROM consents WHERE may_quote = 1 AND quotes_withdrawn_on IS NOT NULL',
    ).map(() => 'quotes that are withdrawn and allowed'),
    ...all(
      `SELECT id FROM waiting_passages WHERE id NOT IN (SELECT passage_id FROM waiting_parts)`,
    ).map(() => 'a waiting passage without words'),
    ...all(
      `SELECT id FROM meaning_units WHERE status <> 'retired' AND id IN (SELECT unit_id FROM waiting_units)`,
    ).map(() => 'a unit that waits in sight'),
    ...checkProject(project).map((finding) => `${finding.code}: ${finding.count}`),
    ...siblings.flatMap(([table, parent]) =>
      repeated(
        all<Place>(`SELECT ${parent} AS parent, position FROM ${table}`).map(
          (row) => `${table} under ${row.parent} at ${row.position}`,
        ),
      ),
    ),
    ...names.flatMap(([table, parent]) =>
      repeated(
        all<Named>(
          `SELECT ${parent} AS parent, ${table === 'participants' ? 'pseudonym' : 'name'} AS name FROM ${table}`,
        ).map(
          (row) =>
            `${table} under ${row.parent} called ${table === 'transcripts' || table === 'participants' ? row.name : folded(row.name)}`,
        ),
      ),
    ),
    ...brokenAnchors(all),
    ...repeated(links.map((link) => `theme link ${link.key}`)),
    ...cycles.map((theme) => `theme under itself: ${theme.id}`),
    ...unworded.map((question) => `question without words: ${question.id}`),
    ...levels.map(() => 'a category of a level that the project does not have'),
    ...times.map(({ label }) => `turn ${label} begins before the sound or after its end`),
    ...overlapping.map((span) => `spans of unit ${span.unit} overlap`),
  ];
}

/** What SQLite itself finds wrong with the file; costs more the longer the log is. */
export function brokenPages(db: Database): readonly string[] {
  const found = db.pragma('integrity_check', { simple: true });
  return found === 'ok' ? [] : [`integrity_check: ${String(found)}`];
}
