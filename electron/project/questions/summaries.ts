import type { Api } from '../../../shared/api.ts';
import type { ParsedOf } from '../../../shared/contract.ts';
import type { QuestionSummary } from '../../../shared/domain/question.ts';
import { newId, type ReadableProject, type WritableProject } from '../handle.ts';
import { rowThatIsThere } from '../rows.ts';

/** What has been written of the answers, question by question in the guide's order, all groups together last. */
export function summariesOf(project: ReadableProject): readonly QuestionSummary[] {
  return project.all(
    `SELECT question_id AS questionId, transcript_id AS transcriptId, text FROM question_summaries
     JOIN questions ON questions.id = question_id LEFT JOIN transcripts ON transcripts.id = transcript_id
     ORDER BY questions.position, transcripts.position NULLS LAST`,
  );
}

/** Writes what a group, or all of them, said to a question; no text takes it away. */
export function writeSummary(
  project: WritableProject,
  input: ParsedOf<Api['summaries.write']>,
): void {
  const { questionId, transcriptId, text } = input;
  const { number } = rowThatIsThere<{ number: number }>(
    project,
    `SELECT count(*) AS number FROM questions
     WHERE position <= (SELECT position FROM questions WHERE id = :questionId) HAVING number > 0`,
    { questionId },
  );
  if (transcriptId !== null)
    rowThatIsThere(project, 'SELECT 1 FROM transcripts WHERE id = :transcriptId', {
      transcriptId,
    });
  project.describe({ question: number });
  if (text === '')
    project.run(
      'DELETE FROM question_summaries WHERE question_id = :questionId AND transcript_id IS :transcriptId',
      { questionId, transcriptId },
    );
  else
    project.run(
      `INSERT INTO question_summaries (id, question_id, transcript_id, text)
       VALUES (:id, :questionId, :transcriptId, :text)
       ON CONFLICT (question_id, coalesce(transcript_id, '')) DO UPDATE SET text = excluded.text`,
      { id: newId(), questionId, transcriptId, text },
    );
}
