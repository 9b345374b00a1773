import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

export interface KeptThread {
  /** The thread, started when there is none; it keeps no process alive that has nothing else to do. */
  worker(): Worker;
  /** Ends it, whatever it is at; the next question gets a new one. */
  end(): Promise<void>;
}

/**
 * One thread for all questions of a kind. `name` is the module it runs, in a checkout beside the one that asks (`url`), in
 * the package beside what both were bundled into.
 */
export function keptThread(url: string, name: string, megabytes: number): KeptThread {
  const entry = new URL(`./${name}${extname(fileURLToPath(url))}`, url);
  let kept: Worker | null = null;
  const start = (): Worker => {
    const worker = new Worker(entry, {
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    // Who waits for it hears that it has ended.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      if (kept === worker) kept = null;
    });
    worker.unref();
    return worker;
  };
  return {
    worker: () => (kept ??= start()),
    end: async () => {
      const ended = kept;
      kept = null;
      await ended?.terminate();
    },
  };
}
