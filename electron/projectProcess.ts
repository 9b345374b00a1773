// Runs the session off the window's process: a worker thread under the browser host, a utility process under Electron.
import { parentPort } from 'node:worker_threads';

import { z } from 'zod';

import { portOf, serveOverPort, type RawPort } from './portHost.ts';
import { openSession } from './session.ts';

/** How the starting process says where things are: one argument of JSON, the same for both kinds of process. */
const processOptions = z.object({ dataFolder: z.string(), nativeDialogs: z.boolean() });
export type ProjectProcessOptions = z.infer<typeof processOptions>;

const electronProcess: NodeJS.Process & { readonly parentPort?: RawPort } = process;
const rawPort = electronProcess.parentPort ?? parentPort;
if (rawPort === null) throw new Error('projectProcess is started by a host, not by hand');

const options = processOptions.parse(JSON.parse(process.argv.at(-1) ?? ''));
serveOverPort(portOf(rawPort), (announce) => openSession({ ...options, announce }));
