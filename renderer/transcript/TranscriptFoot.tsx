import { memo, useMemo } from 'react';

import { Foot } from '../ui/frame/Workspace.tsx';
import { KeyHints } from '../ui/KeyHints.tsx';
import { useWords } from '../words.ts';
import { scrollToText, selectText } from './caret.ts';
import { coverageOf } from './coverage.ts';
import { CoverageStrip } from './CoverageStrip.tsx';
import type { OpenTranscript } from './openTranscript.ts';
import { useMoving } from './useMovingEnds.ts';

/** What the keys do while the ends of a unit are moved. */
function MovingBar() {
  const { say } = useWords();
  return (
    <Foot>
      <strong>{say('transcript.moving.bar')}</strong>
      <KeyHints
        hints={[
          { keys: '← →', words: say('transcript.moving.end') },
          { keys: 'Shift ← →', words: say('transcript.moving.start') },
          { keys: 'Alt ← →', words: say('transcript.moving.character') },
          { keys: 'Enter', words: say('transcript.moving.keep') },
          { keys: 'Esc', words: say('transcript.moving.cancel') },
        ]}
      />
    </Foot>
  );
}

/** How far the analyst has come: a strip of the whole and three counts. */
export const TranscriptFoot = memo(function TranscriptFoot({
  open,
}: {
  readonly open: OpenTranscript;
}) {
  const { say } = useWords();
  const { transcript, units, aside } = open;
  const coverage = useMemo(
    () => coverageOf(transcript, units, aside),
    [transcript, units, aside],
  );
  const lengths = useMemo(
    () => transcript.turns.map(({ text }) => text.length),
    [transcript],
  );
  const isMoving = useMoving(({ unitId }) => unitId !== null);
  if (isMoving) return <MovingBar />;
  return (
    <Foot>
      <CoverageStrip
        coverage={coverage}
        lengths={lengths}
        onGoTo={(turn) => {
          selectText({ turn, at: 0 });
          scrollToText({ turn, at: 0 });
        }}
      />
      <span className="coverage-counts">
        {say('transcript.counts.marked', { count: coverage.marked })},{' '}
        {say('transcript.counts.aside', { count: coverage.aside })},{' '}
        {say('transcript.counts.left', { count: coverage.left })}
      </span>
    </Foot>
  );
});
