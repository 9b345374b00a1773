import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

import type { Api, Output } from '../../shared/api.ts';
import type { ParsedOf } from '../../shared/contract.ts';
import type {
  GuideVersionId,
  QuestionId,
  TranscriptId,
} from '../../shared/domain/ids.ts';
import type { Guide, GuideQuestion, Question } from '../../shared/domain/question.ts';
import { newId, type ReadableProject, type WritableProject } from './handle.ts';
import { rowThatIsThere } from './rows.ts';
import { askedSql, unitTurnsSql } from './turnQuestions.ts';

interface Version {
  readonly id: GuideVersionId;
  readonly number: number;
}

function latestVersion(project: ReadableProject): Version | undefined {
  return project.get<Version>(
    'SELECT id, number FROM guide_versions ORDER BY number DESC LIMIT 1',
  );
}

const versionWith = (project: ReadableProject, id: GuideVersionId): Version =>
  rowThatIsThere(project, 'SELECT id, number FROM guide_versions WHERE id = :id', { id });

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

/** All questions in the guide's order as that version words them; those of later versions with their first words. */
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
         worded.text IS NOT NULL AS isAsked
       FROM questions LEFT JOIN question_wordings AS worded ON worded.id = (
         SELECT question_wordings.id FROM question_wordings
         JOIN guide_versions ON guide_versions.id = version_id
         WHERE question_id = questions.id AND number <= :number ORDER BY number DESC LIMIT 1)
       ORDER BY position`,
      { number: version?.number ?? 0 },
    )
    .map((row, index) => ({ ...row, isAsked: row.isAsked === 1, number: index + 1 }));
}

type Heard = Pick<GuideQuestion, 'id' | 'transcripts' | 'turns' | 'units'>;

function heardOf(project: ReadableProject): ReadonlyMap<QuestionId, Heard> {
  const rows = project.all<Heard>(
    `WITH ${askedSql()}, ${unitTurnsSql}
     SELECT question_id AS id, count(*) AS turns, coalesce(sum(units), 0) AS units,
       count(DISTINCT CASE WHEN coalesce(role, 'participant') = 'participant' THEN asked.transcript_id END) AS transcripts
     FROM asked LEFT JOIN speakers ON speakers.id = asked.speaker_id
     LEFT JOIN (SELECT turn_id, count(*) AS units FROM unit_turns GROUP BY turn_id) AS held
       ON held.turn_id = asked.turn_id
     WHERE question_id IS NOT NULL GROUP BY question_id`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The guide with what the material holds on each question, and who used which version. */
export function readGuide(
  project: ReadableProject,
  input: ParsedOf<Api['guide.read']>,
): Guide {
  const version = input.versionId
    ? versionWith(project, input.versionId)
    : latestVersion(project);
  const heard = heardOf(project);
  const nothing = { transcripts: 0, turns: 0, units: 0 };
  return {
    versions: project.all(
      `SELECT id, number, (SELECT count(*) FROM guide_uses WHERE version_id = guide_versions.id) AS transcripts
       FROM guide_versions ORDER BY number`,
    ),
    versionId: version?.id ?? null,
    questions: questionsIn(project, version).map((question) => ({
      ...nothing,
      ...heard.get(question.id),
      ...question,
    })),
    transcripts: project
      .all<Omit<Guide['transcripts'][number], 'isSorted'> & { isSorted: number }>(
        `SELECT transcripts.id, name, version_id AS versionId, EXISTS (
           SELECT 1 FROM question_borders JOIN turns ON turns.id = turn_id
           WHERE turns.transcript_id = transcripts.id) AS isSorted
         FROM transcripts LEFT JOIN guide_uses ON guide_uses.transcript_id = transcripts.id
         ORDER BY transcripts.position`,
      )
      .map((row) => ({ ...row, isSorted: row.isSorted === 1 })),
  };
}

function addVersion(project: WritableProject): Version {
  const number = (latestVersion(project)?.number ?? 0) + 1;
  const id = newId<GuideVersionId>();
  project.run(
    'INSERT INTO guide_versions (id, number, created_at) VALUES (:id, :number, :now)',
    { id, number, now: project.now },
  );
  return { id, number };
}

/** The guide goes on in a new version; transcripts stay with the one they are tied to. */
export function newVersion(project: WritableProject): { readonly id: GuideVersionId } {
  const { id, number } = addVersion(project);
  project.describe({ version: number });
  return { id };
}

/** Ties a transcript to the version of the guide that was used in it. */
export function useVersion(
  project: WritableProject,
  input: ParsedOf<Api['guide.use']>,
): void {
  const { transcriptId, versionId } = input;
  rowThatIsThere(project, 'SELECT 1 FROM transcripts WHERE id = :transcriptId', {
    transcriptId,
  });
  const { number } = versionWith(project, versionId);
  project.run(
    `INSERT INTO guide_uses (id, transcript_id, version_id) VALUES (:id, :transcriptId, :versionId)
     ON CONFLICT (transcript_id) DO UPDATE SET version_id = excluded.version_id`,
    { id: newId(), transcriptId, versionId },
  );
  project.describe({ transcript: transcriptId, version: number });
}

/** Questions last in the guide; the first ones make its first version. */
export function addQuestions(
  project: WritableProject,
  input: ParsedOf<Api['questions.add']>,
): Output<'questions.add'> {
  const version = input.versionId
    ? versionWith(project, input.versionId)
    : (latestVersion(project) ?? addVersion(project));
  const last = project.get<{ position: string | null }>(
    'SELECT max(position) AS position FROM questions',
  );
  const positions = generateNKeysBetween(
    last?.position ?? null,
    null,
    input.questions.length,
  );
  const ids = input.questions.map(({ text, kind }, index) => {
    const id = newId<QuestionId>();
    project.run(
      `INSERT INTO questions (id, position, kind, content_area, development_area)
       VALUES (:id, :position, :kind, '', '')`,
      { id, position: positions[index]!, kind },
    );
    writeWording(project, { questionId: id, versionId: version.id, text });
    return id;
  });
  project.describe({ count: ids.length });
  return { ids };
}

function writeWording(
  project: WritableProject,
  wording: ParsedOf<Api['questions.reword']>,
): void {
  const { questionId, versionId, text } = wording;
  project.run(
    `INSERT INTO question_wordings (id, question_id, version_id, text)
     VALUES (:id, :questionId, :versionId, :text)
     ON CONFLICT (question_id, version_id) DO UPDATE SET text = excluded.text`,
    { id: newId(), questionId, versionId, text },
  );
}

const placeOf = (project: ReadableProject, id: QuestionId) =>
  rowThatIsThere<{ number: number }>(
    project,
    `SELECT count(*) AS number FROM questions
     WHERE position <= (SELECT position FROM questions WHERE id = :id) HAVING number > 0`,
    { id },
  );

/** Words a question in one version; words that are the same write nothing. */
export function rewordQuestion(
  project: WritableProject,
  input: ParsedOf<Api['questions.reword']>,
): void {
  const { number } = placeOf(project, input.questionId);
  const version = versionWith(project, input.versionId);
  const now = questionsIn(project, version).find(({ id }) => id === input.questionId);
  if (!now?.isAsked || now.text !== input.text) writeWording(project, input);
  project.describe({ question: number });
}

/** Changes what is given of a question besides its words. */
export function describeQuestion(
  project: WritableProject,
  input: ParsedOf<Api['questions.describe']>,
): void {
  const { questionId: id } = input;
  const { number } = placeOf(project, id);
  const columns = {
    kind: input.kind,
    content_area: input.contentArea,
    development_area: input.developmentArea,
  };
  for (const [column, value] of Object.entries(columns))
    if (value !== undefined)
      project.run(`UPDATE questions SET ${column} = :value WHERE id = :id`, {
        id,
        value,
      });
  project.describe({ question: number });
}

/** Gives a question another place in the guide. */
export function moveQuestion(
  project: WritableProject,
  input: ParsedOf<Api['questions.move']>,
): void {
  const { questionId: id, after } = input;
  const { number } = placeOf(project, id);
  project.describe({ question: number });
  if (after === id) return;
  if (after !== null) placeOf(project, after);
  const order = project.all<{ id: QuestionId; position: string }>(
    'SELECT id, position FROM questions ORDER BY position',
  );
  const others = order.filter((question) => question.id !== id);
  const index = others.findIndex((question) => question.id === after);
  if (order[index + 1]?.id === id) return;
  project.run('UPDATE questions SET position = :position WHERE id = :id', {
    id,
    position: generateKeyBetween(
      others[index]?.position ?? null,
      others[index + 1]?.position ?? null,
    ),
  });
}

/** Takes a question out of every version; says how many turns are outside the guide by that. */
export function removeQuestion(
  project: WritableProject,
  input: ParsedOf<Api['questions.remove']>,
): Output<'questions.remove'> {
  const { questionId: id } = input;
  const { number } = placeOf(project, id);
  const turns = heardOf(project).get(id)?.turns ?? 0;
  project.run('DELETE FROM questions WHERE id = :id', { id });
  project.describe({ question: number });
  return { turns };
}
