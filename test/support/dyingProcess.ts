// A project process that answers until it is asked to die, to see what the living say of it.
import { parentPort } from 'node:worker_threads';

import { portOf, serveOverPort } from '../../electron/portHost.ts';

if (parentPort === null) throw new Error('dyingProcess is started by a test');

serveOverPort(portOf(parentPort), (announce) => ({
  async call(name, input) {
    if (name === 'die.exit') process.exit(3);
    if (name === 'die.throw') queueMicrotask(() => JSON.parse('not JSON'));
    if (name === 'wait') await new Promise(() => {});
    if (name === 'fail') throw new Error('never shown to anyone');
    announce({ kind: 'menu', command: name });
    return { ok: true, value: input };
  },
  close: () => Promise.resolve(),
}));
