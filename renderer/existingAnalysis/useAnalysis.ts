import { useCallback, useEffect, useRef, useState } from 'react';

import type {
  AnalysisChoices,
  AnalysisPreview,
  AnalysisReport,
} from '../../shared/domain/existingAnalysis.ts';
import type { Problem } from '../../shared/errors.ts';
import { call, problemIn } from '../api.ts';
import { newJob } from '../progress.ts';

export interface Analysis {
  readonly preview: AnalysisPreview | null;
  readonly report: AnalysisReport | null;
  readonly problem: Problem | null;
  readonly choices: AnalysisChoices;
  /** What runs just now, to show how far it is and to cancel it. */
  readonly job: string | null;
  readonly isTakingIn: boolean;
  readonly choose: (choices: AnalysisChoices) => void;
  readonly takeIn: () => Promise<void>;
  readonly cancel: () => void;
}

/** Runs one piece of work at a time: a newer one cancels the one before and is the only one that is heard. */
function useLatest() {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [job, setJob] = useState<string | null>(null);
  const latest = useRef<string | null>(null);
  const cancel = useCallback(() => {
    if (latest.current !== null) void call('jobs.cancel', { job: latest.current });
  }, []);
  const work = useCallback(
    async (run: (id: string, isLatest: () => boolean) => Promise<void>) => {
      cancel();
      const id = newJob();
      latest.current = id;
      setJob(id);
      setProblem(null);
      const isLatest = () => latest.current === id;
      try {
        await run(id, isLatest);
      } catch (error) {
        const refused = problemIn(error);
        if (isLatest() && refused?.code !== 'job.cancelled') setProblem(refused);
      } finally {
        if (isLatest()) {
          latest.current = null;
          setJob(null);
        }
      }
    },
    [cancel],
  );
  return { work, cancel, job, problem };
}

/** Looks an analysis up again with every choice, the latest of which holds, and takes it in. */
export function useAnalysis(fileId: string, onTaken: () => void): Analysis {
  const [choices, setChoices] = useState<AnalysisChoices>({});
  const [preview, setPreview] = useState<AnalysisPreview | null>(null);
  const [report, setReport] = useState<AnalysisReport | null>(null);
  const [isTakingIn, setTakingIn] = useState(false);
  const { work, cancel, job, problem } = useLatest();
  const look = useCallback(
    (chosen: AnalysisChoices) =>
      work(async (id, isLatest) => {
        const found = await call('analyses.preview', {
          fileId,
          choices: chosen,
          job: id,
        });
        if (isLatest()) setPreview(found);
      }),
    [fileId, work],
  );
  useEffect(() => void look({}), [look]);
  return {
    preview,
    report,
    problem,
    choices,
    job,
    isTakingIn,
    choose: (chosen) => {
      setChoices(chosen);
      void look(chosen);
    },
    takeIn: async () => {
      setTakingIn(true);
      await work(async (id) => {
        setReport(await call('analyses.run', { fileId, choices, job: id }));
        onTaken();
      });
      setTakingIn(false);
    },
    cancel,
  };
}
