import type { Support } from '../../shared/domain/code.ts';
import { useWords } from '../words.ts';

export function useSupportWords(): (support: Support) => string {
  const { say } = useWords();
  return ({ units, participants, transcripts }) =>
    [
      say('board.units', { count: units }),
      say('board.participants', { count: participants }),
      say('board.transcripts', { count: transcripts }),
    ].join(', ');
}

/** How much stands behind a category: units, participants, transcripts. */
export function SupportFacts({ support }: { readonly support: Support }) {
  const words = useSupportWords();
  return (
    <span className="support-facts" aria-hidden>
      {words(support)}
    </span>
  );
}
