import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

import type { Api, Output } from '../../../shared/api.ts';
import type { ParsedOf } from '../../../shared/contract.ts';
import type {
  GuideVersionId,
  QuestionId,
  TranscriptId,
} from '../../../shared/domain/ids.ts';
import type { Guide, GuideQuestion } from '../../../shared/domain/question.ts';
import { newId, type ReadableProject, type WritableProject } from '../handle.ts';
import { rowThatIsThere } from '../rows.ts';
import {
  latestVersion,
  questionsIn,
  versionWith,
  writeWording,
  type Version,
} from './guideVersions.ts';
import { askedSql, unitTurnsSql } from './turnQuestions.ts';

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

/** The transcripts with a turn, of anybody, that belongs to a question. */
function placesOf(
  project: ReadableProject,
): ReadonlyMap<QuestionId, ReadonlySet<TranscriptId>> {
  const rows = project.all<{ question: QuestionId; transcript: TranscriptId }>(
    `WITH ${askedSql()} SELECT DISTINCT question_id AS question, transcript_id AS transcript
     FROM asked WHERE question_id IS NOT NULL`,
  );
  return new Map(
    [...Map.groupBy(rows, ({ question }) => question)].map(([question, found]) => [
      question,
      new Set(found.map(({ transcript }) => transcript)),
    ]),
  );
}

type UsedIn = Guide['transcripts'][number];

/** In how many transcripts each question was asked, and where it was but nothing belongs to it. */
function askingOf(
  project: ReadableProject,
  transcripts: readonly UsedIn[],
): (id: QuestionId) => Pick<GuideQuestion, 'askedIn' | 'missing'> {
  const latest = latestVersion(project);
  const places = placesOf(project);
  const byVersion = Map.groupBy(transcripts, ({ versionId }) => versionId ?? latest?.id);
  const asked = [...byVersion].flatMap(([versionId, ofVersion]) => {
    const version = versionId && versionWith(project, versionId);
    const ids = version
      ? questionsIn(project, version).filter(({ isAsked }) => isAsked)
      : [];
    return [{ ids: new Set(ids.map(({ id }) => id)), ofVersion }];
  });
  return (id) => {
    const where = asked
      .filter(({ ids }) => ids.has(id))
      .flatMap(({ ofVersion }) => ofVersion);
    const missing = where.filter((one) => one.isSorted && !places.get(id)?.has(one.id));
    return { askedIn: where.length, missing: missing.map((one) => one.id) };
  };
}

function transcriptsOf(project: ReadableProject): readonly UsedIn[] {
  return project
    .all<Omit<UsedIn, 'isSorted'> & { isSorted: number }>(
      `SELECT transcripts.id, name, version_id AS versionId, EXISTS (
         SELECT 1 FROM question_borders JOIN turns ON turns.id = turn_id
         WHERE turns.transcript_id = transcripts.id) AS isSorted
       FROM transcripts LEFT JOIN guide_uses ON guide_uses.transcript_id = transcripts.id
       ORDER BY transcripts.position`,
    )
    .map((row) => ({ ...row, isSorted: row.isSorted === 1 }));
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
  const used = transcriptsOf(project);
  const asking = askingOf(project, used);
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
      ...asking(question.id),
      ...question,
    })),
    transcripts: used,
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

/** The positions around the place after a question, or after all. */
function placeAfter(
  project: ReadableProject,
  after: QuestionId | undefined,
): readonly [string | null, string | null] {
  if (after === undefined) {
    const last = project.get<{ position: string | null }>(
      'SELECT max(position) AS position FROM questions',
    );
    return [last?.position ?? null, null];
  }
  const { position } = rowThatIsThere<{ position: string }>(
    project,
    'SELECT position FROM questions WHERE id = :after',
    { after },
  );
  const next = project.get<{ position: string | null }>(
    'SELECT min(position) AS position FROM questions WHERE position > :position',
    { position },
  );
  return [position, next?.position ?? null];
}

/** Questions last in the guide, or after one of its questions; the first ones make its first version. */
export function addQuestions(
  project: WritableProject,
  input: ParsedOf<Api['questions.add']>,
): Output<'questions.add'> {
  const version = input.versionId
    ? versionWith(project, input.versionId)
    : (latestVersion(project) ?? addVersion(project));
  const [before, behind] = placeAfter(project, input.after);
  const positions = generateNKeysBetween(before, behind, input.questions.length);
  const ids = input.questions.map(({ text, kind }, index) => {
    const id = newId<QuestionId>();
    project.run(
      `INSERT INTO questions (id, position, kind, content_area, development_area)
       VALUES (:id, :position, :kind, '', '')`,
      { id, position: positions[index]!, kind },
    );
    writeWording(project, {
      questionId: id,
      versionId: version.id,
      text,
      isLeftOut: false,
    });
    return id;
  });
  project.describe({ count: ids.length });
  return { ids };
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
  if (!now?.isAsked || now.text !== input.text)
    writeWording(project, { ...input, isLeftOut: false });
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
