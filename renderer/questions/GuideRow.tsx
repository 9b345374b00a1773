import type { KeyboardEvent } from 'react';

import type { GuideVersionId, TranscriptId } from '../../shared/domain/ids.ts';
import { questionKinds, type GuideQuestion } from '../../shared/domain/question.ts';
import { useAct } from '../api.ts';
import { usePlace } from '../place.ts';
import { showQuestion } from '../questionShown.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextField } from '../ui/TextField.tsx';
import { sayNumber, useWords } from '../words.ts';
import { MissingIn } from './MissingIn.tsx';
import { QuestionMenu } from './QuestionMenu.tsx';

export interface GuideRowProps {
  readonly question: GuideQuestion;
  readonly all: readonly GuideQuestion[];
  readonly versionId: GuideVersionId;
  readonly isReadOnly: boolean;
  /** The number of the version, where there are several. */
  readonly version: number | null;
  readonly nameOf: (id: TranscriptId) => string;
  readonly onAddAfter: (question: GuideQuestion) => void;
}

/** After which question it stands when it is moved; undefined where it cannot go. */
function placeFrom({ all, question }: GuideRowProps, direction: 1 | -1) {
  const at = all.indexOf(question);
  if (all[at + direction] === undefined) return undefined;
  return all[direction === 1 ? at + 1 : at - 2]?.id ?? null;
}

/** The question in every group, to read. */
function Units({ question }: Pick<GuideRowProps, 'question'>) {
  const { say, language } = useWords();
  return (
    <Button
      kind="link"
      aria-label={say('questions.readAll', {
        n: question.number,
        count: question.units,
      })}
      onPress={() => {
        showQuestion(question.id);
        usePlace.getState().go({ workspace: 'byQuestion' });
      }}
    >
      {sayNumber(language, question.units)}
    </Button>
  );
}

/** One question: its words in the version that is seen, its sort and areas, and what the material holds on it. */
export function GuideRow(props: GuideRowProps) {
  const { question, versionId, isReadOnly, nameOf } = props;
  const { say } = useWords();
  const reword = useAct('questions.reword');
  const describe = useAct('questions.describe');
  const { act } = useAct('questions.move');
  const { id: questionId, number: n, kind } = question;
  const move = (direction: 1 | -1) => {
    const after = placeFrom(props, direction);
    if (after !== undefined) void act({ questionId, after }).catch(() => {});
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = { ArrowUp: -1, ArrowDown: 1 }[event.key] as 1 | -1 | undefined;
    if (isReadOnly || !event.altKey || !direction) return;
    event.preventDefault();
    move(direction);
  };
  const area = (name: 'contentArea' | 'developmentArea') => (
    <TextField
      key={question[name]}
      label={say(`questions.${name === 'contentArea' ? 'area' : 'development'}`, { n })}
      isLabelHidden
      value={question[name]}
      isReadOnly={isReadOnly}
      onCommit={(text) => void describe.act({ questionId, [name]: text }).catch(() => {})}
    />
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of all fields in it
    <tr onKeyDown={onKeyDown}>
      <td className="guide-number">{n}</td>
      <th scope="row" className="guide-words">
        <TextArea
          key={`${versionId} ${question.text}`}
          label={say('questions.text', { n })}
          isLabelHidden
          value={question.text}
          rows={1}
          enterCommits
          isReadOnly={isReadOnly}
          onCommit={(text) =>
            void reword.act({ questionId, versionId, text }).catch(() => {})
          }
        />
        <MissingIn question={question} nameOf={nameOf} />
      </th>
      <td className="guide-kind">
        <Select
          label={say('questions.kind', { n })}
          isLabelHidden
          kind="quiet"
          value={kind}
          isDisabled={isReadOnly}
          onChange={(value) =>
            void describe.act({ questionId, kind: value }).catch(() => {})
          }
          choices={questionKinds.map((value) => ({
            value,
            words: say(`questions.kind.${value}`),
          }))}
        />
      </td>
      <td>{area('contentArea')}</td>
      <td>{area('developmentArea')}</td>
      <td className="guide-number">
        {say('questions.answered', { n: question.transcripts, of: question.askedIn })}
      </td>
      <td className="guide-number">
        <Units question={question} />
      </td>
      <td className="guide-acts">
        {!isReadOnly && <QuestionMenu {...props} move={move} />}
      </td>
    </tr>
  );
}
