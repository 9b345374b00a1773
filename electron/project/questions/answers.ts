import type { Api } from '../../../shared/api.ts';
import type { ParsedOf } from '../../../shared/contract.ts';
import type { QuestionId, TranscriptId } from '../../../shared/domain/ids.ts';
import type {
  AnswerGroup,
  Answers,
  AnswerTurn,
} from '../../../shared/domain/question.ts';
import type { Speaker } from '../../../shared/domain/transcript.ts';
import { questionsIn, versionOfTranscript, type Version } from './guideVersions.ts';
import type { ReadableProject } from '../handle.ts';
import { unitsInTurns } from '../markedUnits.ts';
import { rowThatIsThere } from '../rows.ts';
import { askedSql } from './turnQuestions.ts';

type SpeakerRow = Speaker & { readonly transcriptId: TranscriptId };

function wordedIn(
  project: ReadableProject,
  questionId: QuestionId,
  version: Version | undefined,
): Omit<AnswerGroup['asked'], 'number'> {
  const question = questionsIn(project, version).find(({ id }) => id === questionId);
  return { isAsked: question?.isAsked ?? false, text: question?.text ?? '' };
}

/** Whether, and in which words, each version of the guide asks the question; a version is read once. */
function askedThere(project: ReadableProject, questionId: QuestionId) {
  const byVersion = new Map<string | undefined, Omit<AnswerGroup['asked'], 'number'>>();
  const tied = new Set(
    project
      .all<{ id: TranscriptId }>('SELECT transcript_id AS id FROM guide_uses')
      .map(({ id }) => id),
  );
  return (transcriptId: TranscriptId): AnswerGroup['asked'] => {
    const version = versionOfTranscript(project, transcriptId);
    const known = byVersion.get(version?.id) ?? wordedIn(project, questionId, version);
    byVersion.set(version?.id, known);
    const number = version && tied.has(transcriptId) ? version.number : null;
    return { ...known, number };
  };
}

type GroupRow = Pick<AnswerGroup, 'transcriptId' | 'name' | 'language'> & {
  readonly isSorted: number;
};

function groupsOf(
  project: ReadableProject,
  questionId: QuestionId,
  found: {
    readonly turns: readonly AnswerTurn[];
    readonly speakers: readonly SpeakerRow[];
  },
): readonly AnswerGroup[] {
  const turns = Map.groupBy(found.turns, ({ transcriptId }) => transcriptId);
  const speakers = Map.groupBy(found.speakers, ({ transcriptId }) => transcriptId);
  const askedIn = askedThere(project, questionId);
  return project
    .all<GroupRow>(
      `SELECT transcripts.id AS transcriptId, name, language, EXISTS (
         SELECT 1 FROM question_borders JOIN turns ON turns.id = turn_id
         WHERE turns.transcript_id = transcripts.id) AS isSorted
       FROM transcripts ORDER BY position`,
    )
    .map((row) => {
      const participants = (speakers.get(row.transcriptId) ?? []).filter(
        ({ role }) => role === 'participant',
      );
      const heard = new Set(
        turns.get(row.transcriptId)?.map(({ speakerId }) => speakerId),
      );
      return {
        ...row,
        isSorted: row.isSorted === 1,
        asked: askedIn(row.transcriptId),
        participants: participants.length,
        answering: participants.filter(({ id }) => heard.has(id)).length,
      };
    });
}

/** What every transcript has on a question, in the order of the transcripts and of the text, with what is marked in it. */
export function answersTo(
  project: ReadableProject,
  { questionId }: ParsedOf<Api['questions.answers']>,
): Answers {
  rowThatIsThere(project, 'SELECT 1 FROM questions WHERE id = :questionId', {
    questionId,
  });
  const turns = project.all<AnswerTurn>(
    `WITH ${askedSql()}
     SELECT turns.id, turns.label, turns.speaker_id AS speakerId, start_ms AS startMs, end_ms AS endMs, turns.text,
       turns.transcript_id AS transcriptId, set_asides.reason AS aside
     FROM asked JOIN turns ON turns.id = asked.turn_id JOIN transcripts ON transcripts.id = turns.transcript_id
     LEFT JOIN set_asides ON set_asides.turn_id = turns.id
     WHERE asked.question_id = :questionId ORDER BY transcripts.position, asked.position`,
    { questionId },
  );
  const speakers = project.all<SpeakerRow>(
    `SELECT id, label, role, participant_id AS participantId, transcript_id AS transcriptId
     FROM speakers ORDER BY transcript_id, position`,
  );
  return {
    groups: groupsOf(project, questionId, { turns, speakers }),
    speakers,
    turns,
    units: unitsInTurns(
      project,
      turns.map(({ id }) => id),
    ),
  };
}
