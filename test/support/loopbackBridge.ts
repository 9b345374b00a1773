import { request, type ClientRequest } from 'node:http';

import type { Door } from '../../electron/hostGuards.ts';
import type { Bridge, CallResult, HostEvent } from '../../shared/bridge.ts';
import { honestHeaders, rawRequest } from './rawRequest.ts';

export interface LoopbackBridge extends Bridge {
  /** Goes away as a closed page does. */
  leave(): void;
}

/** What the page's own bridge does, without a browser: calls by POST, events as lines of one streaming answer. */
export async function loopbackBridge(door: Door): Promise<LoopbackBridge> {
  const listeners = new Set<(event: HostEvent) => void>();
  const stream = await listen(door, (event) =>
    listeners.forEach((listener) => listener(event)),
  );
  return {
    async call(name, input) {
      const body = JSON.stringify(input ?? null);
      const { text } = await rawRequest(door, { path: `call/${name}`, body });
      const result: CallResult = JSON.parse(text);
      return result;
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    leave: () => stream.destroy(),
  };
}

/** Settles when the host has begun to answer. */
function listen(door: Door, tell: (event: HostEvent) => void): Promise<ClientRequest> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${door.origin}/${door.room}/events`, {
      method: 'POST',
      headers: honestHeaders(door),
      agent: false,
    });
    outgoing.on('error', reject);
    outgoing.on('response', (incoming) => {
      let rest = '';
      incoming.setEncoding('utf8');
      incoming.on('error', () => {});
      incoming.on('data', (text: string) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines.filter((each) => each !== '')) {
          const event: HostEvent = JSON.parse(line);
          tell(event);
        }
      });
      resolve(outgoing);
    });
    outgoing.end('null');
  });
}
