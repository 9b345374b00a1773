import type { Api } from '../../shared/api.ts';
import type { ParsedOf } from '../../shared/contract.ts';
import type { TurnId } from '../../shared/domain/ids.ts';
import type { Answer, Answers } from '../../shared/domain/question.ts';
import { idList, type ReadableProject } from './handle.ts';
import { rowThatIsThere } from './rows.ts';
import { questionsIn, versionOfTranscript } from './guideVersions.ts';
import { askedSql } from './turnQuestions.ts';

type Unit = Answer['units'][number];

interface SpanRow extends Omit<Unit, 'codes' | 'isQuotable' | 'spans'> {
  readonly turnId: TurnId;
  readonly codes: string;
  readonly isQuotable: number;
  readonly start: number;
  readonly end: number;
}

function unitsIn(
  project: ReadableProject,
  turnIds: readonly TurnId[],
): ReadonlyMap<TurnId, readonly Unit[]> {
  const rows = project.all<SpanRow>(
    `SELECT spans.turn_id AS turnId, start, "end", meaning_units.id, number,
       coalesce(condensations.text, '') AS condensed, is_quotable AS isQuotable,
       (SELECT json_group_array(name ORDER BY codings.position) FROM codings
        JOIN codes ON codes.id = code_id WHERE codings.unit_id = meaning_units.id) AS codes
     FROM spans JOIN meaning_units ON meaning_units.id = spans.unit_id AND status = 'active'
     LEFT JOIN condensations ON condensations.unit_id = meaning_units.id
     WHERE spans.turn_id IN (SELECT value FROM json_each(:ids)) AND "end" > start
     ORDER BY start, number`,
    { ids: idList(turnIds) },
  );
  const byTurn = new Map<TurnId, Map<string, Unit & { spans: [number, number][] }>>();
  for (const { turnId, start, end, ...row } of rows) {
    const units = byTurn.get(turnId) ?? new Map();
    byTurn.set(turnId, units);
    const unit = units.get(row.id) ?? {
      ...row,
      codes: JSON.parse(row.codes) as string[],
      isQuotable: row.isQuotable === 1,
      spans: [],
    };
    unit.spans.push([start, end]);
    units.set(row.id, unit);
  }
  return new Map([...byTurn].map(([turnId, units]) => [turnId, [...units.values()]]));
}

/** Whether, and in which words, the transcript's version of the guide asks the question. */
function askedThere(
  project: ReadableProject,
  { questionId, transcriptId }: ParsedOf<Api['questions.answers']>,
): Pick<Answers, 'asked' | 'isSorted'> {
  const version = versionOfTranscript(project, transcriptId);
  const question = questionsIn(project, version).find(({ id }) => id === questionId);
  const border = project.get(
    `SELECT 1 FROM question_borders JOIN turns ON turns.id = turn_id
     WHERE transcript_id = :transcriptId LIMIT 1`,
    { transcriptId },
  );
  return {
    asked: {
      isAsked: question?.isAsked ?? false,
      text: question?.text ?? '',
      number: version?.number ?? 0,
    },
    isSorted: border !== undefined,
  };
}

/** The turns of a transcript that belong to a question, with what is marked in them, in the order of the text. */
export function answersTo(
  project: ReadableProject,
  input: ParsedOf<Api['questions.answers']>,
): Answers {
  const { questionId, transcriptId } = input;
  rowThatIsThere(project, 'SELECT 1 FROM questions WHERE id = :questionId', {
    questionId,
  });
  const rows = project.all<Omit<Answer, 'units' | 'isAside'> & { isAside: number }>(
    `WITH ${askedSql('SELECT :transcriptId')}
     SELECT turns.id AS turnId, turns.label, turns.text, speakers.label AS speaker,
       coalesce(role, 'participant') AS role, set_asides.id IS NOT NULL AS isAside
     FROM asked JOIN turns ON turns.id = asked.turn_id LEFT JOIN speakers ON speakers.id = turns.speaker_id
     LEFT JOIN set_asides ON set_asides.turn_id = turns.id
     WHERE question_id = :questionId ORDER BY asked.position`,
    { questionId, transcriptId },
  );
  const units = unitsIn(
    project,
    rows.map(({ turnId }) => turnId),
  );
  const spoken = rows.filter(({ role, speaker }) => role === 'participant' && speaker);
  return {
    ...askedThere(project, input),
    turns: rows.map((row) => ({
      ...row,
      isAside: row.isAside === 1,
      units: units.get(row.turnId) ?? [],
    })),
    participants:
      project.get<{ n: number }>(
        `SELECT count(*) AS n FROM speakers
         WHERE transcript_id = :transcriptId AND role = 'participant'`,
        { transcriptId },
      )?.n ?? 0,
    answering: new Set(spoken.map(({ speaker }) => speaker)).size,
  };
}
