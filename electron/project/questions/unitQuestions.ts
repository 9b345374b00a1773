import type { RowQuestion } from '../../../shared/domain/analysisTable.ts';
import type { QuestionId, TranscriptId, TurnId } from '../../../shared/domain/ids.ts';
import type { MeaningUnit } from '../../../shared/domain/meaningUnit.ts';
import type { Question } from '../../../shared/domain/question.ts';
import { questionsIn, versionOfTranscript } from './guideVersions.ts';
import { idList, type ReadableProject } from '../handle.ts';
import { askedSql } from './turnQuestions.ts';

const outside: RowQuestion = { id: null, number: 0, text: '' };

/** The questions as the version that each transcript followed words them, read when they are first asked for. */
function wordings(project: ReadableProject) {
  const byTranscript = new Map<TranscriptId, ReadonlyMap<QuestionId, Question>>();
  return (id: TranscriptId) => {
    let questions = byTranscript.get(id);
    if (!questions) {
      const all = questionsIn(project, versionOfTranscript(project, id));
      byTranscript.set(
        id,
        (questions = new Map(all.map((question) => [question.id, question]))),
      );
    }
    return questions;
  };
}

/**
 * The questions that each unit's turns belong to, each once, in the order of its spans: several where it goes over a
 * border (method.md M01), none where nobody has matched its turns.
 */
export function questionsOfUnits(
  project: ReadableProject,
  units: readonly MeaningUnit[],
): (unit: MeaningUnit) => readonly RowQuestion[] {
  const isDivided =
    project.get('SELECT 1 FROM question_borders LIMIT 1') ??
    project.get('SELECT 1 FROM turn_questions LIMIT 1');
  if (!isDivided) return () => [];
  const rows = project.all<{ turn: TurnId; question: QuestionId | null }>(
    `WITH ${askedSql('SELECT value FROM json_each(:transcripts)')}
     SELECT turn_id AS turn, question_id AS question FROM asked
     WHERE turn_id IN (SELECT value FROM json_each(:turns))`,
    {
      transcripts: idList([...new Set(units.map((unit) => unit.transcriptId))]),
      turns: idList(units.flatMap((unit) => unit.spans.map(({ turnId }) => turnId))),
    },
  );
  const ofTurn = new Map(rows.map(({ turn, question }) => [turn, question]));
  const questionsOf = wordings(project);
  return ({ transcriptId, spans }) => {
    const ids = spans.flatMap(({ turnId }) => {
      const id = ofTurn.get(turnId);
      return id === undefined ? [] : [id];
    });
    return [...new Set(ids)].flatMap((id) => {
      if (id === null) return [outside];
      const question = questionsOf(transcriptId).get(id);
      return question ? [{ id, number: question.number, text: question.text }] : [];
    });
  };
}
