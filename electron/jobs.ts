import type { HostEvent } from '../shared/bridge.ts';
import { Refusal } from '../shared/errors.ts';
import type { WordKey } from '../shared/words/words.ts';

export interface Job {
  /** Tells how far it is, lets other calls be served, and throws `job.cancelled` if the person asked for that. */
  progress(done: number, total: number, words: WordKey): Promise<void>;
}

export interface Jobs {
  run<Result>(
    id: string | undefined,
    work: (job: Job) => Promise<Result>,
  ): Promise<Result>;
  cancel(id: string): void;
}

/** Long calls by their ids; one without an id runs the same but cannot be cancelled. */
export function jobs(announce: (event: HostEvent) => void): Jobs {
  const cancelled = new Set<string>();
  return {
    cancel: (id) => {
      cancelled.add(id);
    },
    run: async (id, work) => {
      try {
        return await work({
          progress: async (done, total, words) => {
            if (id !== undefined)
              announce({ kind: 'progress', job: id, done, total, words });
            await new Promise((resolve) => setImmediate(resolve));
            if (id !== undefined && cancelled.has(id)) throw new Refusal('job.cancelled');
          },
        });
      } finally {
        if (id !== undefined) cancelled.delete(id);
      }
    },
  };
}
