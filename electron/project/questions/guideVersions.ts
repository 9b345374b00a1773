import type { Api } from '../../../shared/api.ts';
import type { ParsedOf } from '../../../shared/contract.ts';
import type {
  GuideVersionId,
  QuestionId,
  TranscriptId,
} from '../../../shared/domain/ids.ts';
import type { Question } from '../../../shared/domain/question.ts';
import { newId, type ReadableProject, type WritableProject } from '../handle.ts';
import { rowThatIsThere } from '../rows.ts';

export interface Version {
  readonly id: GuideVersionId;
  readonly number: number;
}

/** Undefined before the first question. */
export function latestVersion(project: ReadableProject): Version | undefined {
  return project.get<Version>(
    'SELECT id, number FROM guide_versions ORDER BY number DESC LIMIT 1',
  );
}

/** The version with that id; refused when it is gone. */
export function versionWith(project: ReadableProject, id: GuideVersionId): Version {
  return rowThatIsThere(project, 'SELECT id, number FROM guide_versions WHERE id = :id', {
    id,
  });
}

/** The version that a transcript is tied to, else the latest; undefined before the first question. */
export function versionOfTranscript(
  project: ReadableProject,
  transcriptId: TranscriptId,
): Version | undefined {
  return (
    project.get<Version>(
      `SELECT guide_versions.id, number FROM guide_uses
       JOIN guide_versions ON guide_versions.id = version_id WHERE transcript_id = :transcriptId`,
      { transcriptId },
    ) ?? latestVersion(project)
  );
}

/**
 * All questions in the guide's order as that version words them; those that it does not ask, because they came later
 * or were left out, with the words that they have elsewhere.
 */
export function questionsIn(
  project: ReadableProject,
  version: Version | undefined,
): readonly Question[] {
  return project
    .all<Omit<Question, 'number' | 'isAsked'> & { readonly isAsked: number }>(
      `SELECT questions.id, kind, content_area AS contentArea, development_area AS developmentArea,
         coalesce(worded.text, (SELECT text FROM question_wordings
           JOIN guide_versions ON guide_versions.id = version_id
           WHERE question_id = questions.id ORDER BY number LIMIT 1), '') AS text,
         coalesce(worded.is_left_out, 1) = 0 AS isAsked
       FROM questions LEFT JOIN question_wordings AS worded ON worded.id = (
         SELECT question_wordings.id FROM question_wordings
         JOIN guide_versions ON guide_versions.id = version_id
         WHERE question_id = questions.id AND number <= :number ORDER BY number DESC LIMIT 1)
       ORDER BY position`,
      { number: version?.number ?? 0 },
    )
    .map((row, index) => ({ ...row, isAsked: row.isAsked === 1, number: index + 1 }));
}

/** All questions as the latest version of the guide words them. */
export function questionsNow(project: ReadableProject): readonly Question[] {
  return questionsIn(project, latestVersion(project));
}

interface Wording {
  readonly questionId: QuestionId;
  readonly versionId: GuideVersionId;
  readonly text: string;
  readonly isLeftOut: boolean;
}

/** The words of a question in one version, and whether that version asks it. */
export function writeWording(project: WritableProject, wording: Wording): void {
  const { questionId, versionId, text, isLeftOut } = wording;
  project.run(
    `INSERT INTO question_wordings (id, question_id, version_id, text, is_left_out)
     VALUES (:id, :questionId, :versionId, :text, :isLeftOut)
     ON CONFLICT (question_id, version_id) DO UPDATE SET text = excluded.text, is_left_out = excluded.is_left_out`,
    { id: newId(), questionId, versionId, text, isLeftOut: Number(isLeftOut) },
  );
}

function questionIn(
  project: ReadableProject,
  id: QuestionId,
  version: Version,
): Question {
  rowThatIsThere(project, 'SELECT 1 FROM questions WHERE id = :id', { id });
  return questionsIn(project, version).find((question) => question.id === id)!;
}

/** The version after that one goes on as it was when it has said nothing of the question itself. */
function keepNext(project: WritableProject, question: Question, number: number): void {
  const next = project.get<Version & { readonly says: number }>(
    `SELECT id, number, EXISTS (SELECT 1 FROM question_wordings
       WHERE version_id = guide_versions.id AND question_id = :id) AS says
     FROM guide_versions WHERE number = :number`,
    { id: question.id, number: number + 1 },
  );
  if (!next || next.says === 1) return;
  const { id: questionId, text, isAsked } = question;
  writeWording(project, { questionId, versionId: next.id, text, isLeftOut: !isAsked });
}

type OneVersion = ParsedOf<Api['questions.leaveOut']>;

function setAsked(project: WritableProject, input: OneVersion, isAsked: boolean): void {
  const { questionId, versionId } = input;
  const version = versionWith(project, versionId);
  const question = questionIn(project, questionId, version);
  project.describe({ question: question.number, version: version.number });
  if (question.isAsked === isAsked) return;
  keepNext(project, question, version.number);
  writeWording(project, { ...input, text: question.text, isLeftOut: !isAsked });
}

/** One version does not ask the question; the versions that there are already stay as they are, and turns keep it. */
export function leaveQuestionOut(project: WritableProject, input: OneVersion): void {
  setAsked(project, input, false);
}

/** One version asks the question, in the words it has there or first had. */
export function takeQuestionIn(project: WritableProject, input: OneVersion): void {
  setAsked(project, input, true);
}
