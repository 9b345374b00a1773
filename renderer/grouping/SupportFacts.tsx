import { useCallback, useMemo } from 'react';

import type { Support } from '../../shared/domain/code.ts';
import { useWords } from '../words.ts';

export function useSupportWords(): (support: Support) => string {
  const { say } = useWords();
  return useCallback(
    ({ units, participants, transcripts }) =>
      [
        say('board.units', { count: units }),
        say('board.participants', { count: participants }),
        say('board.transcripts', { count: transcripts }),
      ].join(', '),
    [say],
  );
}

/** How much stands behind a category: units, participants, transcripts. */
export function SupportFacts({ support }: { readonly support: Support }) {
  const words = useSupportWords();
  const text = useMemo(() => words(support), [words, support]);
  return (
    <span className="support-facts" aria-hidden>
      {text}
    </span>
  );
}
