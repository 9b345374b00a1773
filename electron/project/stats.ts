import type { Stats } from '../../shared/domain/appInfo.ts';
import type { ReadableProject } from './handle.ts';
import { wordsOfTranscripts } from './wordCounts.ts';

/** Counts of the whole project; units, spans, condensed and coded are of active units only. */
export function projectStats(project: ReadableProject): Stats {
  const words = [...wordsOfTranscripts(project).values()].reduce((sum, n) => sum + n, 0);
  const counts = project.get<Omit<Stats, 'words'>>(
    `WITH active AS (SELECT id, review_reason FROM meaning_units WHERE status = 'active')
     SELECT (SELECT count(*) FROM transcripts) AS transcripts,
       (SELECT count(*) FROM turns) AS turns,
       (SELECT count(*) FROM speakers) AS speakers,
       (SELECT count(*) FROM participants) AS participants,
       (SELECT count(*) FROM active) AS units,
       (SELECT count(*) FROM meaning_units WHERE status = 'retired'
         AND id NOT IN (SELECT unit_id FROM waiting_units)) AS retired,
       (SELECT count(*) FROM spans JOIN active ON active.id = spans.unit_id) AS spans,
       (SELECT count(*) FROM condensations JOIN active ON active.id = condensations.unit_id) AS condensed,
       (SELECT count(DISTINCT unit_id) FROM codings JOIN active ON active.id = codings.unit_id) AS coded,
       (SELECT count(*) FROM codes) AS codes,
       (SELECT count(*) FROM codes WHERE category_id IS NULL) AS unplacedCodes,
       (SELECT count(*) FROM categories) AS categories,
       (SELECT count(*) FROM themes) AS themes,
       (SELECT count(*) FROM set_asides) AS setAside,
       (SELECT count(*) FROM active WHERE review_reason IS NOT NULL) AS toReview,
       (SELECT count(*) FROM steps WHERE state = 'done') AS steps`,
  );
  return { ...counts!, words };
}
