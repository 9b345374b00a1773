import type { QuestionId, TranscriptId } from '../../../shared/domain/ids.ts';
import { useAct, useApi } from '../../api.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { given } from '../../ui/given.ts';
import { sayProblem, useWords } from '../../words.ts';
import { focusText } from '../caret.ts';

export interface SummaryProps {
  readonly questionId: QuestionId;
  /** Null of all groups together. */
  readonly transcriptId: TranscriptId | null;
  /** Of the group; nothing of all of them. */
  readonly name?: string;
  readonly isReadOnly: boolean;
}

/** What the analyst writes of the answers of one group, or of all. */
export function Summary(props: SummaryProps) {
  const { questionId, transcriptId, isReadOnly } = props;
  const summaries = useApi('summaries.list', {}).data;
  if (!summaries) return null;
  const text =
    summaries.find(
      (one) => one.questionId === questionId && one.transcriptId === transcriptId,
    )?.text ?? '';
  if (isReadOnly && text === '') return null;
  return <SummaryField key={text} {...props} text={text} />;
}

function SummaryField(props: SummaryProps & { readonly text: string }) {
  const { questionId, transcriptId, name, isReadOnly, text } = props;
  const { say } = useWords();
  const { act, problem } = useAct('summaries.write');
  const ofAll = name === undefined;
  const prompt = say(ofAll ? 'questions.summary.all.prompt' : 'questions.summary');
  return (
    <TextArea
      label={
        ofAll
          ? say('questions.summary.all')
          : say('questions.summary.of', { group: name })
      }
      isLabelHidden={!ofAll}
      rows={ofAll ? 1 : 2}
      className="read-small"
      value={text}
      placeholder={isReadOnly ? '' : prompt}
      isReadOnly={isReadOnly}
      onCommit={(written) =>
        void act({ questionId, transcriptId, text: written }).catch(() => {})
      }
      onCtrlEnter={focusText}
      {...given({ error: problem ? sayProblem(say, problem) : undefined })}
    />
  );
}
