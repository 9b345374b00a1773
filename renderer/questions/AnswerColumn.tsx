import type { QuestionId, TranscriptId } from '../../shared/domain/ids.ts';
import type { Answer } from '../../shared/domain/question.ts';
import { useApi } from '../api.ts';
import { usePlace } from '../place.ts';
import { showSegmenting } from '../segmenting.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/given.ts';
import { useWords } from '../words.ts';
import { markedText } from './markedText.ts';

export interface AnswerColumnProps {
  readonly questionId: QuestionId;
  readonly transcriptId: TranscriptId;
  readonly name: string;
  readonly onlyMarked: boolean;
  readonly withModerator: boolean;
}

function openTurn(transcriptId: TranscriptId, id: Answer['turnId']): void {
  const { go, reveal } = usePlace.getState();
  // To read there, not to divide.
  showSegmenting(false);
  go({ workspace: 'transcripts', transcriptId, selected: { kind: 'turn', id } });
  usePlace.setState({ reveal: reveal + 1 });
}

function AnswerTurn({
  answer,
  transcriptId,
  group,
}: {
  readonly answer: Answer;
  readonly transcriptId: TranscriptId;
  readonly group: string;
}) {
  const { say } = useWords();
  return (
    <li className={classes('answer', answer.isAside && 'answer-aside')}>
      <p className="answer-head">
        <b>{answer.speaker}</b>
        <Button
          kind="link"
          size="small"
          aria-label={say('questions.by.open', { label: answer.label, group })}
          onPress={() => openTurn(transcriptId, answer.turnId)}
        >
          {answer.label}
        </Button>
      </p>
      <p className="read answer-words">
        {markedText(answer).map(({ start, text, units }) =>
          units.length === 0 ? (
            text
          ) : (
            <mark key={start} className="answer-mark">
              {text}
            </mark>
          ),
        )}
      </p>
      {answer.units.length > 0 && (
        <ul className="answer-units">
          {answer.units.map(({ id, number, condensed, codes }) => (
            <li key={id}>
              <Button
                kind="link"
                size="small"
                onPress={() => usePlace.getState().goToWords({ id, transcriptId })}
              >
                {say('questions.by.unit', { n: number })}
              </Button>{' '}
              {condensed}
              {codes.map((code) => (
                <span key={code} className="answer-code">
                  {code}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Why the column is empty: nothing was said to the question, or nothing of it is marked. */
function NoAnswers(
  props: Pick<AnswerColumnProps, 'name' | 'transcriptId'> & { readonly isSaid: boolean },
) {
  const { name, transcriptId, isSaid } = props;
  const { say } = useWords();
  const pointOut = () => {
    showSegmenting(true);
    usePlace.getState().go({ workspace: 'transcripts', transcriptId, selected: null });
  };
  if (isSaid)
    return <p className="ink-2">{say('questions.by.noneMarked', { group: name })}</p>;
  return (
    <p>
      {say('questions.by.none', { group: name })}{' '}
      <Button kind="link" onPress={pointOut}>
        {say('questions.by.point')}
      </Button>
    </p>
  );
}

/** What one group said to the question. */
export function AnswerColumn(props: AnswerColumnProps) {
  const { questionId, transcriptId, name, onlyMarked, withModerator } = props;
  const { say } = useWords();
  const { data } = useApi('questions.answers', { questionId, transcriptId });
  const said = data?.turns.filter(({ role }) => withModerator || role === 'participant');
  const shown = said?.filter(({ units }) => !onlyMarked || units.length > 0);
  return (
    <section className="answers" aria-label={name}>
      <header className="answers-head">
        <h3>{name}</h3>
        {data && (
          <span className="ink-2">
            {say('questions.by.answering', { n: data.answering, of: data.participants })}
          </span>
        )}
      </header>
      {data && shown?.length === 0 && (
        <NoAnswers
          name={name}
          transcriptId={transcriptId}
          isSaid={data.turns.length > 0}
        />
      )}
      <ul className="answers-list">
        {shown?.map((answer) => (
          <AnswerTurn
            key={answer.turnId}
            answer={answer}
            transcriptId={transcriptId}
            group={name}
          />
        ))}
      </ul>
    </section>
  );
}
