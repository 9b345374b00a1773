import type { Finding } from '../../../shared/domain/projectState.ts';
import type { ReadableProject } from '../handle.ts';

interface SpanRow {
  readonly unit_id: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly turn_text: string;
}

function countOf(project: ReadableProject, sql: string): number {
  return project.get<{ n: number }>(sql)?.n ?? 0;
}

/** Spans whose words no longer stand in their turn and that no review list knows of. Compared in JavaScript: SQLite counts code points. */
function brokenSpans(project: ReadableProject): number {
  return project
    .all<SpanRow>(
      `SELECT spans.unit_id, spans.start, spans."end", spans.text, turns.text AS turn_text
       FROM spans JOIN turns ON turns.id = spans.turn_id
       JOIN meaning_units ON meaning_units.id = spans.unit_id
       WHERE meaning_units.review_reason IS NULL`,
    )
    .filter(
      (row) =>
        row.start >= row.end || row.turn_text.slice(row.start, row.end) !== row.text,
    ).length;
}

/** The invariants of a project file; an empty list is a sound project. Codes are words `finding.<code>`. */
export function checkProject(project: ReadableProject): readonly Finding[] {
  const counts: Readonly<Record<string, number>> = {
    foreignKeys: project.all('PRAGMA foreign_key_check').length,
    spans: brokenSpans(project),
    unitsWithoutWords: countOf(
      project,
      `SELECT count(*) AS n FROM meaning_units
       WHERE NOT EXISTS (SELECT 1 FROM spans WHERE spans.unit_id = meaning_units.id)`,
    ),
    unitsOfSeveralTranscripts: countOf(
      project,
      `SELECT count(DISTINCT spans.unit_id) AS n FROM spans
       JOIN turns ON turns.id = spans.turn_id JOIN meaning_units ON meaning_units.id = spans.unit_id
       WHERE turns.transcript_id <> meaning_units.transcript_id`,
    ),
    textNotNormal: project
      .all<{ text: string }>('SELECT text FROM turns')
      .filter((row) => row.text.includes('\r') || row.text !== row.text.normalize('NFC'))
      .length,
    categoryLevels: countOf(
      project,
      `SELECT count(*) AS n FROM categories AS child JOIN categories AS parent ON parent.id = child.parent_id
       WHERE parent.depth <= child.depth`,
    ),
    themesInARing: countOf(
      project,
      `WITH RECURSIVE top (id) AS (
         SELECT id FROM themes WHERE parent_id IS NULL
         UNION SELECT themes.id FROM top JOIN themes ON themes.parent_id = top.id)
       SELECT count(*) AS n FROM themes
       WHERE id NOT IN (SELECT id FROM top) AND parent_id IN (SELECT id FROM themes)`,
    ),
    codingsTwice: countOf(
      project,
      `SELECT count(*) AS n FROM (SELECT 1 FROM codings GROUP BY unit_id, code_id HAVING count(*) > 1)`,
    ),
    projectRows: Math.abs(countOf(project, 'SELECT count(*) AS n FROM project') - 1),
  };
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([code, count]) => ({ code, count }));
}
