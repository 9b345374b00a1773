/**
 * The question of each turn as a table `asked (turn_id, transcript_id, position, speaker_id, question_id)`, for a WITH:
 * turns that nobody has matched are not in it, those outside the guide have no question. `of` narrows it down to some
 * transcripts, by SQL that gives their ids.
 */
export function askedSql(of = 'SELECT id FROM transcripts'): string {
  return `counted AS (
    SELECT turns.id, turns.transcript_id, turns.position, turns.speaker_id, question_borders.question_id AS opened,
      count(question_borders.id) OVER (PARTITION BY turns.transcript_id ORDER BY turns.position) AS segment
    FROM turns LEFT JOIN question_borders ON question_borders.turn_id = turns.id
    WHERE turns.transcript_id IN (${of}) AND turns.transcript_id IN (
      SELECT transcript_id FROM question_borders JOIN turns AS opening ON opening.id = turn_id
      UNION SELECT transcript_id FROM turn_questions JOIN turns AS apart ON apart.id = turn_id)),
  followed AS (
    SELECT id, transcript_id, position, speaker_id, segment,
      first_value(opened) OVER (PARTITION BY transcript_id, segment ORDER BY position) AS question_id
    FROM counted),
  asked AS (
    SELECT followed.id AS turn_id, transcript_id, position, speaker_id,
      CASE WHEN turn_questions.id IS NULL THEN followed.question_id ELSE turn_questions.question_id END AS question_id
    FROM followed LEFT JOIN turn_questions ON turn_questions.turn_id = followed.id
    WHERE segment > 0 OR turn_questions.id IS NOT NULL)`;
}

/** The turn with a unit's first words, as a table `unit_turns (unit_id, turn_id)`, for a WITH. */
export const unitTurnsSql = `unit_turns AS (
  SELECT unit_id, turn_id FROM (
    SELECT unit_id, turn_id, row_number() OVER (PARTITION BY unit_id ORDER BY turns.position, spans.start) AS nth
    FROM spans JOIN turns ON turns.id = spans.turn_id
    JOIN meaning_units ON meaning_units.id = unit_id AND status = 'active')
  WHERE nth = 1)`;
