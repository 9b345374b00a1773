import { useState } from 'react';

import type { ProjectState } from '../../shared/domain/projectState.ts';
import type { Problem } from '../../shared/errors.ts';
import { call, problemIn } from '../api.ts';
import { chooseToSave, type SavePlace } from '../chooseFiles.ts';
import { newJob } from '../progress.ts';
import { useTableView } from '../tableView.ts';
import { showToast } from '../ui/toasts.ts';
import { useWords } from '../words.ts';
import { asRequest, type ExportOrder, proposedPath } from './exportOrder.ts';

export interface Export {
  /** The job that runs, to show how far it is. */
  readonly job: string | null;
  readonly problem: Problem | null;
  readonly path: string;
  readonly begin: (order: ExportOrder) => Promise<void>;
  /** Writes over what is there, after it has been said that something is. */
  readonly replace: (order: ExportOrder) => Promise<void>;
  readonly cancel: () => void;
}

/** Asks where to, writes there, and says in place what could not be done. */
export function useExport(state: ProjectState, onDone: () => void): Export {
  const { say } = useWords();
  const view = useTableView();
  const [job, setJob] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [path, setPath] = useState('');

  const write = async (order: ExportOrder, place: SavePlace) => {
    const id = newJob();
    setProblem(null);
    setPath(place.path);
    setJob(id);
    try {
      const written = await call('exports.write', {
        ...asRequest(order, view),
        to: place.path,
        overwrite: place.overwrite,
        job: id,
      });
      showToast({ words: say('table.exporting.done', { path: written.path }) });
      onDone();
    } catch (error) {
      const refused = problemIn(error);
      setProblem(refused?.code === 'job.cancelled' ? null : refused);
    } finally {
      setJob(null);
    }
  };
  return {
    job,
    problem,
    path,
    begin: async (order) => {
      setProblem(null);
      const words = say(`table.exporting.what.${order.what}`);
      const place = await chooseToSave({
        title: words,
        verb: say('table.exporting.save'),
        endings: [`.${order.format}`],
        proposed: proposedPath(state, order, words),
      });
      if (place) await write(order, place);
    },
    replace: (order) => write(order, { path, overwrite: true }),
    cancel: () => {
      if (job !== null) void call('jobs.cancel', { job });
    },
  };
}
