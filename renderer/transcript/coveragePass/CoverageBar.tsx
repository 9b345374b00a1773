import { useMemo } from 'react';

import { useAct, useApi } from '../../api.ts';
import { runCommand } from '../../keys/commands.ts';
import { announce } from '../../ui/announce.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { sayProblem, sayWhen, useWords } from '../../words.ts';
import { focusText } from '../caret.ts';
import { coverageOf } from '../coverage.ts';
import type { OpenTranscript } from '../openTranscript.ts';
import { toggleCoveragePass, useCoveragePass } from './coveragePass.ts';

/** In the text, so that the command finds its caret. */
function inText(
  id: 'transcript.previousLeft' | 'transcript.nextLeft' | 'transcript.setAside',
) {
  focusText();
  runCommand(id);
}

function Acts({ open, left }: { readonly open: OpenTranscript; readonly left: number }) {
  const { say } = useWords();
  const { act, isPending, problem } = useAct('transcripts.passCoverage');
  const finish = async () => {
    await act({ transcriptId: open.transcript.id });
    toggleCoveragePass();
    announce(say('coverage.noted'));
  };
  return (
    <>
      {problem && <span role="alert">{sayProblem(say, problem)}</span>}
      {left > 0 && (
        <>
          <Button keys="Shift O" onPress={() => inText('transcript.previousLeft')}>
            {say('coverage.previous')}
          </Button>
          <Button kind="primary" keys="O" onPress={() => inText('transcript.nextLeft')}>
            {say('coverage.next')}
          </Button>
          {!open.isReadOnly && (
            <Button keys="X" onPress={() => inText('transcript.setAside')}>
              {say('coverage.setAside')}
            </Button>
          )}
        </>
      )}
      {left === 0 && !open.isReadOnly && (
        <Button
          kind="primary"
          isBusy={isPending}
          onPress={() => void finish().catch(() => {})}
        >
          {say('coverage.note')}
        </Button>
      )}
      <Button kind="quiet" onPress={toggleCoveragePass}>
        {say('coverage.end')}
      </Button>
    </>
  );
}

function Pass({ open }: { readonly open: OpenTranscript }) {
  const { say, language } = useWords();
  const { transcript, units, aside } = open;
  const { left } = useMemo(
    () => coverageOf(transcript, units, aside),
    [transcript, units, aside],
  );
  const all = useApi('transcripts.list', {}).data;
  const coveredAt = all?.find(({ id }) => id === transcript.id)?.coveredAt;
  return (
    <Banner
      kind={left === 0 ? 'done' : 'advice'}
      actions={<Acts open={open} left={left} />}
    >
      <strong>{say('coverage.title')}.</strong>{' '}
      {left === 0 ? say('coverage.done') : say('coverage.left', { count: left })}{' '}
      {coveredAt && (
        <span className="ink-2">
          {say('coverage.latest', { when: sayWhen(language, coveredAt) })}
        </span>
      )}
    </Banner>
  );
}

/** The coverage pass, while it is on: how many turns are left, the way to them, and to note that none is. */
export function CoverageBar({ open }: { readonly open: OpenTranscript }) {
  const isOn = useCoveragePass((pass) => pass.isOn);
  return isOn ? <Pass open={open} /> : null;
}
