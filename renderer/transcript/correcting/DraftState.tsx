import { TriangleAlert } from 'lucide-react';
import { useEffect, useMemo } from 'react';

import type { Problem } from '../../../shared/errors.ts';
import type { Say } from '../../../shared/words/words.ts';
import { announce } from '../../ui/announce.ts';
import { Icon } from '../../ui/Icon.tsx';
import { sayProblem, useWords } from '../../words.ts';
import type { OpenTranscript } from '../openTranscript.ts';
import { isChanged, type Draft } from './draft.ts';
import type { UnitFate } from './draftFates.ts';
import { fatesOfDraft } from './draftParts.ts';

const numbersOf = (fates: readonly UnitFate[]) =>
  fates.map(({ unit }) => unit.number).join(', ');

/** What would need a person's eyes, in words; empty when nothing would. */
function sayDoubts(say: Say, fates: readonly UnitFate[]): string {
  const of = (verdict: 'inDoubt' | 'gone') => {
    const units = fates.filter((fate) => fate.verdict === verdict);
    return units.length === 0
      ? []
      : [
          say(`correcting.fate.${verdict}`, {
            units: numbersOf(units),
            count: units.length,
          }),
        ];
  };
  return [...of('inDoubt'), ...of('gone')].join(' ');
}

function sayFollowing(say: Say, fates: readonly UnitFate[]): string {
  const count = fates.filter(({ isForReview }) => !isForReview).length;
  if (fates.length === 0) return say('correcting.fate.none');
  return count === 0 ? '' : say('correcting.fate.follow', { count });
}

const announceAfter = 700;

/** Said when typing has paused, and only when it is another than before. */
function useSaid(sentence: string): void {
  useEffect(() => {
    const timer = setTimeout(() => announce(sentence), announceAfter);
    return () => clearTimeout(timer);
  }, [sentence]);
}

export interface DraftStateProps {
  readonly id: string;
  readonly draft: Draft;
  readonly open: OpenTranscript;
  readonly problem: Problem | null;
}

/** What the draft would make of the units of the turn, and what else is to be known about it. */
export function DraftState({ id, draft, open, problem }: DraftStateProps) {
  const { say } = useWords();
  const fates = useMemo(() => fatesOfDraft(open, draft), [open, draft]);
  const doubts = sayDoubts(say, fates);
  const isEmpty = draft.text.trim() === '';
  const isTyped = isChanged(draft);
  useSaid(doubts);
  return (
    <div className="correcting-state" id={id}>
      {problem && <p role="alert">{sayProblem(say, problem)}</p>}
      {draft.isRebased && isTyped && <p role="alert">{say('correcting.rebased')}</p>}
      {doubts !== '' && (
        <p className="correcting-doubt">
          <Icon of={TriangleAlert} size={14} /> {doubts}
        </p>
      )}
      <p>
        {isEmpty ? say('correcting.empty') : sayFollowing(say, fates)}{' '}
        {isTyped && say('correcting.leaving')}
      </p>
    </div>
  );
}
