import { Worker } from 'node:worker_threads';

import { bridgeOverPort, portOf, type PortBridge } from './portHost.ts';
import type { ProjectProcessOptions } from './projectProcess.ts';

/** The session in a thread of its own, so that a long query in SQLite does not stop the host from answering. */
export function sessionInWorker(
  options: ProjectProcessOptions,
  entry: URL = new URL('./projectProcess.ts', import.meta.url),
): PortBridge {
  const worker = new Worker(entry, { argv: [JSON.stringify(options)] });
  const bridge = bridgeOverPort(portOf(worker));
  return {
    ...bridge,
    async close() {
      await bridge.close();
      await worker.terminate();
    },
  };
}
