import { useState } from 'react';

import type { GuideVersionId } from '../../shared/domain/ids.ts';
import { questionsInText } from '../../shared/text/questionsInText.ts';
import { useAct } from '../api.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { sayProblem, useWords } from '../words.ts';

/** A pasted list of questions, numbers and bullets or not. */
export function AddQuestions(props: {
  readonly versionId: GuideVersionId | null;
  readonly onDone: () => void;
}) {
  const { say } = useWords();
  const [text, setText] = useState('');
  const add = useAct('questions.add');
  const found = questionsInText(text);
  const addAll = () =>
    void add
      .act({
        questions: found.map((question) => ({ text: question })),
        ...(props.versionId ? { versionId: props.versionId } : {}),
      })
      .then(props.onDone)
      .catch(() => {});
  return (
    <div className="guide-add">
      {add.problem && <Banner>{sayProblem(say, add.problem)}</Banner>}
      <TextArea
        label={say('questions.paste')}
        hint={say('questions.paste.hint')}
        fact={found.length > 0 && say('questions.count', { count: found.length })}
        value=""
        rows={6}
        autoFocus
        onCommit={setText}
        onDraft={setText}
      />
      <Button
        kind="primary"
        isDisabled={found.length === 0}
        isBusy={add.isPending}
        onPress={addAll}
      >
        {say('questions.paste.add')}
      </Button>
    </div>
  );
}
