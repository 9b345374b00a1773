import { useCallback, useState } from 'react';

import type { Problem } from '../../shared/errors.ts';
import { problemIn } from '../api.ts';
import { announce } from '../ui/announce.ts';

/** Does what the host may refuse: says `words` when it is done, and keeps the refusal until something goes well. */
export function useAttempt() {
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const attempt = useCallback(async (work: () => Promise<unknown>, words: string) => {
    setIsBusy(true);
    try {
      const done = await work();
      setProblem(null);
      if (done !== null) announce(words);
    } catch (error) {
      setProblem(problemIn(error));
    }
    setIsBusy(false);
  }, []);
  return { isBusy, problem, attempt };
}
