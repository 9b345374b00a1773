import type { Api } from '../../../shared/api.ts';
import type { ParsedOf } from '../../../shared/contract.ts';
import type { TranscriptId, TurnId } from '../../../shared/domain/ids.ts';
import type {
  PlacedTurn,
  ProposedBorder,
  TranscriptQuestions,
} from '../../../shared/domain/question.ts';
import { Refusal } from '../../../shared/errors.ts';
import { proposeBorders } from '../../../shared/text/proposeBorders.ts';
import { questionsIn, versionOfTranscript } from './guideVersions.ts';
import { idList, newId, type ReadableProject, type WritableProject } from '../handle.ts';
import { rowThatIsThere } from '../rows.ts';

interface TurnPlace {
  readonly transcriptId: TranscriptId;
  readonly label: string;
  readonly position: string;
}

const turnPlace = (project: ReadableProject, id: TurnId) =>
  rowThatIsThere<TurnPlace>(
    project,
    'SELECT transcript_id AS transcriptId, label, position FROM turns WHERE id = :id',
    { id },
  );

const placedIn = (
  project: ReadableProject,
  table: 'question_borders' | 'turn_questions',
  transcriptId: TranscriptId,
) =>
  project.all<PlacedTurn>(
    `SELECT turn_id AS turnId, question_id AS questionId FROM ${table}
     JOIN turns ON turns.id = turn_id WHERE transcript_id = :transcriptId ORDER BY turns.position`,
    { transcriptId },
  );

/** What the turns of a transcript are matched to, with the questions as its version of the guide words them. */
export function questionsOfTranscript(
  project: ReadableProject,
  { transcriptId }: ParsedOf<Api['questions.ofTranscript']>,
): TranscriptQuestions {
  const version = versionOfTranscript(project, transcriptId);
  return {
    versionId: version?.id ?? null,
    questions: questionsIn(project, version),
    borders: placedIn(project, 'question_borders', transcriptId),
    alone: placedIn(project, 'turn_questions', transcriptId),
  };
}

/** Where the questions that have no place yet may begin; never where a border stands or was rejected. */
export function proposalsFor(
  project: ReadableProject,
  { transcriptId }: ParsedOf<Api['questions.proposals']>,
): readonly ProposedBorder[] {
  const turns = project.all<{
    id: TurnId;
    text: string;
    isModerator: number;
    isRejected: number;
  }>(
    `SELECT turns.id, text, coalesce(role, '') = 'moderator' AS isModerator,
       rejected_borders.id IS NOT NULL AS isRejected
     FROM turns LEFT JOIN speakers ON speakers.id = speaker_id
     LEFT JOIN rejected_borders ON rejected_borders.turn_id = turns.id
     WHERE turns.transcript_id = :transcriptId ORDER BY turns.position`,
    { transcriptId },
  );
  const { questions, borders } = questionsOfTranscript(project, { transcriptId });
  return proposeBorders(
    turns.map(({ id, text, isModerator, isRejected }) => ({
      id,
      text,
      isModerator: isModerator === 1,
      isRejected: isRejected === 1,
    })),
    questions.filter(({ isAsked }) => isAsked),
    borders,
  );
}

/** The first match of a transcript ties it to the version of the guide that is the latest just then. */
function tieToVersion(project: WritableProject, turnId: TurnId): void {
  const { transcriptId } = turnPlace(project, turnId);
  const version = versionOfTranscript(project, transcriptId);
  if (version)
    project.run(
      `INSERT INTO guide_uses (id, transcript_id, version_id) VALUES (:id, :transcriptId, :versionId)
       ON CONFLICT (transcript_id) DO NOTHING`,
      { id: newId(), transcriptId, versionId: version.id },
    );
}

function place(
  project: WritableProject,
  table: 'question_borders' | 'turn_questions',
  { turnId, questionId }: PlacedTurn,
): void {
  turnPlace(project, turnId);
  if (questionId !== null)
    rowThatIsThere(project, 'SELECT 1 FROM questions WHERE id = :questionId', {
      questionId,
    });
  project.run(
    `INSERT INTO ${table} (id, turn_id, question_id) VALUES (:id, :turnId, :questionId)
     ON CONFLICT (turn_id) DO UPDATE SET question_id = excluded.question_id`,
    { id: newId(), turnId, questionId },
  );
}

const take = (
  project: WritableProject,
  table: 'question_borders' | 'turn_questions' | 'rejected_borders',
  turnIds: readonly TurnId[],
) =>
  project.run(
    `DELETE FROM ${table} WHERE turn_id IN (SELECT value FROM json_each(:ids))`,
    { ids: idList(turnIds) },
  );

/** Says that questions begin at these turns; what stands there apart or was rejected there gives way. */
export function beginQuestions(
  project: WritableProject,
  { borders }: ParsedOf<Api['questions.begin']>,
): void {
  const turnIds = borders.map(({ turnId }) => turnId);
  for (const border of borders) place(project, 'question_borders', border);
  take(project, 'turn_questions', turnIds);
  take(project, 'rejected_borders', turnIds);
  tieToVersion(project, turnIds[0]!);
  project.describe({
    count: borders.length,
    turn: turnPlace(project, turnIds[0]!).label,
  });
}

/** Another border that stands where it is moved to, or that it is moved past, gives way. */
export function moveBorder(
  project: WritableProject,
  input: ParsedOf<Api['questions.moveBorder']>,
): void {
  const border = rowThatIsThere<PlacedTurn>(
    project,
    `SELECT turn_id AS turnId, question_id AS questionId FROM question_borders
     WHERE turn_id = :turnId`,
    { turnId: input.turnId },
  );
  const [from, to] = [turnPlace(project, input.turnId), turnPlace(project, input.to)];
  if (from.transcriptId !== to.transcriptId) throw new Refusal('turn.transcripts');
  project.describe({ turn: from.label, to: to.label });
  if (input.turnId === input.to) return;
  const [first, last] = [from.position, to.position].toSorted((a, b) => (a < b ? -1 : 1));
  project.run(
    `DELETE FROM question_borders WHERE turn_id IN (
       SELECT id FROM turns WHERE transcript_id = :transcriptId AND position BETWEEN :first AND :last)`,
    { transcriptId: from.transcriptId, first: first!, last: last! },
  );
  place(project, 'question_borders', { ...border, turnId: input.to });
  take(project, 'rejected_borders', [input.to]);
}

/** Takes borders away; only those turns that they opened change their question. */
export function removeBorders(
  project: WritableProject,
  { turnIds }: ParsedOf<Api['questions.removeBorders']>,
): void {
  take(project, 'question_borders', turnIds);
  project.describe({ count: turnIds.length });
}

/** Remembers that no question begins at these turns; a border that stands there goes. */
export function rejectBorders(
  project: WritableProject,
  { turnIds }: ParsedOf<Api['questions.reject']>,
): void {
  take(project, 'question_borders', turnIds);
  for (const turnId of turnIds) {
    const { label } = turnPlace(project, turnId);
    project.run(
      `INSERT INTO rejected_borders (id, turn_id) VALUES (:id, :turnId)
       ON CONFLICT (turn_id) DO NOTHING`,
      { id: newId(), turnId },
    );
    project.describe({ turn: label, count: turnIds.length });
  }
}

/** Gives turns a question of their own, whatever those around them belong to. */
export function setTurnsApart(
  project: WritableProject,
  { turnIds, questionId }: ParsedOf<Api['questions.setApart']>,
): void {
  for (const turnId of turnIds) place(project, 'turn_questions', { turnId, questionId });
  tieToVersion(project, turnIds[0]!);
  project.describe({
    count: turnIds.length,
    turn: turnPlace(project, turnIds[0]!).label,
  });
}

/** Lets turns that stood apart follow those around them again. */
export function putTurnsBack(
  project: WritableProject,
  { turnIds }: ParsedOf<Api['questions.putBack']>,
): void {
  take(project, 'turn_questions', turnIds);
  project.describe({ count: turnIds.length });
}
