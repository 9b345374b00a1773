// Runs the session off the window's process: a worker thread under the browser host, a utility process under Electron.
import { parentPort, type MessagePort } from 'node:worker_threads';

import { portOf, serveOverPort, type RawPort } from './portHost.ts';
import { openSession } from './session.ts';

/** How the starting process says where things are: one argument, the same for both kinds of process. */
export interface ProjectProcessOptions {
  readonly dataFolder: string;
  readonly nativeDialogs: boolean;
}

const electronPort = (process as { parentPort?: RawPort }).parentPort;
const rawPort: RawPort | MessagePort | null = electronPort ?? parentPort;
if (rawPort === null) throw new Error('projectProcess is started by a host, not by hand');

const options = JSON.parse(process.argv.at(-1) ?? '{}') as ProjectProcessOptions;
serveOverPort(portOf(rawPort as RawPort), (announce) =>
  openSession({ ...options, announce }),
);
