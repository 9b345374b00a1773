import { MessageChannel } from 'node:worker_threads';

import { startBrowserHost } from '../../../electron/browserHost.ts';
import { sessionInWorker } from '../../../electron/hostWorker.ts';
import { bridgeOverPort, portOf, serveOverPort } from '../../../electron/portHost.ts';
import { openSession } from '../../../electron/session.ts';
import type { HostEvent } from '../../../shared/bridge.ts';
import { describeContract } from '../../support/contractSuite.ts';
import { loopbackBridge } from '../../support/loopbackBridge.ts';

describeContract('in process', async (dataFolder) => {
  const listeners = new Set<(event: HostEvent) => void>();
  const session = openSession({
    dataFolder,
    nativeDialogs: false,
    announce: (event) => listeners.forEach((listener) => listener(event)),
  });
  return {
    bridge: {
      call: (name, input) => session.call(name, input),
      on(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    close: () => session.close(),
  };
});

describeContract("over a message port standing in for Electron's", async (dataFolder) => {
  const { port1, port2 } = new MessageChannel();
  serveOverPort(portOf(port2), (announce) =>
    openSession({ dataFolder, nativeDialogs: true, announce }),
  );
  const bridge = bridgeOverPort(portOf(port1));
  return {
    bridge,
    async close() {
      await bridge.close();
      port1.close();
    },
  };
});

describeContract(
  'over the loopback host, its session in a worker',
  async (dataFolder) => {
    const host = await startBrowserHost({
      session: sessionInWorker({ dataFolder, nativeDialogs: false }),
      files: () => new Map(),
      farewellMs: 10,
    });
    const bridge = await loopbackBridge(host.door);
    return {
      bridge,
      async close() {
        bridge.leave();
        await host.close();
      },
    };
  },
);
