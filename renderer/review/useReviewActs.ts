import { useState } from 'react';

import type { Review } from '../../shared/domain/review.ts';
import type { Problem } from '../../shared/errors.ts';
import { call, problemIn } from '../api.ts';
import { runCommand } from '../keys/commands.ts';
import { announce } from '../ui/announce.ts';
import { showToast } from '../ui/toasts.ts';
import { sayNumber, useWords } from '../words.ts';

/** The ways out of the review list, each one step. `count` is how many wait. */
export function useReviewActs(count: number) {
  const { say, language } = useWords();
  const [problem, setProblem] = useState<Problem | null>(null);
  const run = async (work: Promise<unknown>, settled: number, done: string) => {
    try {
      await work;
      setProblem(null);
    } catch (error) {
      return setProblem(problemIn(error));
    }
    const left = Math.max(0, count - settled);
    const leftWords =
      left === 0
        ? say('review.left.none')
        : say('review.left', { count: left, n: sayNumber(language, left) });
    announce(`${done} ${leftWords}`);
    return showToast({
      words: done,
      action: {
        words: say('review.undo'),
        onAction: () => void runCommand('steps.undo'),
      },
    });
  };
  return {
    problem,
    accept: ({ unitId, number }: Review) =>
      void run(
        call('reviews.accept', { unitIds: [unitId] }),
        1,
        say('review.accepted', { unit: number }),
      ),
    acceptSmall: (small: readonly Review[]) =>
      void run(
        call('reviews.accept', { unitIds: small.map(({ unitId }) => unitId) }),
        small.length,
        say('review.acceptedSmall', {
          count: small.length,
          n: sayNumber(language, small.length),
        }),
      ),
    retire: ({ unitId, number }: Review, reason: string) =>
      void run(
        call('meaningUnits.retire', { unitIds: [unitId], reason }),
        1,
        say('review.retire.done', { unit: number }),
      ),
  };
}
