import { useState } from 'react';

import type { Span } from '../../shared/domain/span.ts';
import { countWords } from '../../shared/text/countWords.ts';
import { call, problemIn, useApi } from '../api.ts';
import { announce } from '../ui/announce.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { sayNumber, sayProblem, useWords, wordsOf } from '../words.ts';
import { focusText } from './caret.ts';
import type { OpenTranscript } from './openTranscript.ts';
import { useRemovingPassage } from './removingPassage.ts';

const reasons = ['health', 'others', 'asked', 'outside', 'none', 'own'] as const;
type Reason = (typeof reasons)[number];

/** What will stand in the text, in the language of the project. */
function usePlaceholder(reason: Reason, own: string): string {
  const { say } = wordsOf(useApi('project.read', {}).data?.language ?? 'sv');
  const words =
    reason === 'own'
      ? own.trim()
      : reason === 'none'
        ? ''
        : say(`pseudonyms.passage.reason.${reason}`);
  return words === ''
    ? say('pseudonyms.placeholder.passage')
    : say('pseudonyms.placeholder.passageFor', { reason: words });
}

function wordsIn({ transcript }: OpenTranscript, spans: readonly Span[]): number {
  const texts = new Map(transcript.turns.map(({ id, text }) => [id, text]));
  return spans.reduce(
    (sum, { turnId, start, end }) =>
      sum + countWords(texts.get(turnId)?.slice(start, end) ?? ''),
    0,
  );
}

function Asking({
  open,
  spans,
}: {
  readonly open: OpenTranscript;
  readonly spans: readonly Span[];
}) {
  const { say, language } = useWords();
  const [reason, setReason] = useState<Reason>('health');
  const [own, setOwn] = useState('');
  const [refused, setRefused] = useState<unknown>(null);
  const by = usePlaceholder(reason, own);
  const count = wordsIn(open, spans);
  const problem = problemIn(refused);
  const close = () => {
    useRemovingPassage.setState({ spans: null });
    focusText();
  };
  const remove = async () => {
    try {
      await call('passages.remove', { spans: [...spans], by });
      announce(say('pseudonyms.passage.removed', { count }));
      close();
    } catch (error) {
      setRefused(error);
    }
  };
  return (
    <Dialog
      title={say('pseudonyms.passage.title')}
      isOpen
      onClose={close}
      actions={
        <>
          <Button autoFocus onPress={close}>
            {say('pseudonyms.passage.keep')}
          </Button>
          <Button kind="primary" onPress={() => void remove()}>
            {say('pseudonyms.passage.remove')}
          </Button>
        </>
      }
    >
      {problem && <Banner>{sayProblem(say, problem)}</Banner>}
      <Select<Reason>
        label={say('pseudonyms.passage.reason')}
        hint={say('pseudonyms.passage.reason.hint')}
        value={reason}
        onChange={setReason}
        choices={reasons.map((value) => ({
          value,
          words: say(`pseudonyms.passage.reason.${value}`),
        }))}
      />
      {reason === 'own' && (
        <TextField
          label={say('pseudonyms.passage.reason.own')}
          value=""
          onDraft={setOwn}
          onCommit={setOwn}
        />
      )}
      <p>
        {say('pseudonyms.passage.what', { count, n: sayNumber(language, count), by })}
      </p>
      <p className="ink-2">{say('pseudonyms.passage.units')}</p>
    </Dialog>
  );
}

/** Asks why a selected passage is taken away (method: a sensitive passage that slipped in). */
export function RemovePassage({ open }: { readonly open: OpenTranscript }) {
  const spans = useRemovingPassage((removing) => removing.spans);
  return spans && <Asking open={open} spans={spans} />;
}
