import { EventEmitter } from 'node:events';
import { MessageChannel } from 'node:worker_threads';

import { afterEach, describe, expect, it } from 'vitest';

import { sessionInWorker } from '../../../electron/hostWorker.ts';
import {
  bridgeOverPort,
  portOf,
  serveOverPort,
  type PortBridge,
  type RawPort,
} from '../../../electron/portHost.ts';
import type { HostEvent } from '../../../shared/bridge.ts';

const dyingProcess = new URL('../../support/dyingProcess.ts', import.meta.url);
const gone = { ok: false, problem: { code: 'host.gone', params: {} } };

let bridge: PortBridge | undefined;
afterEach(async () => {
  await bridge?.close();
  bridge = undefined;
});

function inWorker(): PortBridge {
  bridge = sessionInWorker({ dataFolder: '', nativeDialogs: false }, dyingProcess);
  return bridge;
}

describe('a session behind a port', () => {
  it('answers calls that are under way together, each with its own answer', async () => {
    const worker = inWorker();
    const inputs = Array.from({ length: 200 }, (_, n) => ({ n }));
    const results = await Promise.all(inputs.map((input) => worker.call('echo', input)));
    expect(results).toEqual(inputs.map((value) => ({ ok: true, value })));
  });

  it('passes events on to who listens, until they stop', async () => {
    const worker = inWorker();
    const heard: HostEvent[] = [];
    const stop = worker.on((event) => heard.push(event));
    await worker.call('first', null);
    stop();
    await worker.call('second', null);
    expect(heard).toEqual([{ kind: 'menu', command: 'first' }]);
  });

  it('turns what was thrown unforeseen into the one sentence for that', async () => {
    expect(await inWorker().call('fail', null)).toEqual({
      ok: false,
      problem: { code: 'unknown', params: {} },
    });
  });

  it('does not fall over an input that cannot be sent', async () => {
    const worker = inWorker();
    expect((await worker.call('echo', () => {})).ok).toBe(false);
    expect((await worker.call('echo', 1)).ok).toBe(true);
  });

  it.each(['die.exit', 'die.throw'])(
    'that dies by %s answers every call under way and after it with a sentence',
    async (death) => {
      const worker = inWorker();
      const heard: HostEvent[] = [];
      worker.on((event) => heard.push(event));
      const waiting = [worker.call('wait', null), worker.call('wait', null)];
      void worker.call(death, null);
      expect(await Promise.all(waiting)).toEqual([gone, gone]);
      await worker.ended;
      expect(await worker.call('echo', 1)).toEqual(gone);
      expect(heard).toContainEqual({ kind: 'project' });
    },
  );

  it('can be closed when it is dead already', async () => {
    const dead = inWorker();
    await dead.call('die.exit', null);
    await expect(dead.close()).resolves.toBeUndefined();
  });

  it('speaks over a message channel', async () => {
    const { port1, port2 } = new MessageChannel();
    serveOverPort(portOf(port2), () => ({
      call: (name) => Promise.resolve({ ok: true, value: name }),
      close: () => Promise.resolve(),
    }));
    const near = bridgeOverPort(portOf(port1));
    expect(await near.call('hello', null)).toEqual({ ok: true, value: 'hello' });
    port2.close();
    await near.ended;
    expect(await near.call('hello', null)).toEqual(gone);
  });

  it("unwraps the events that Electron's ports put around a message", async () => {
    const [near, far] = electronLikePorts();
    serveOverPort(portOf(far), () => ({
      call: (name) => Promise.resolve({ ok: true, value: name }),
      close: () => Promise.resolve(),
    }));
    expect(await bridgeOverPort(portOf(near)).call('hello', null)).toEqual({
      ok: true,
      value: 'hello',
    });
  });
});

/** Two ports in the shape of MessagePortMain: a started port emits `{ data }`. */
function electronLikePorts(): [RawPort, RawPort] {
  const [near, far] = [new EventEmitter(), new EventEmitter()];
  return [electronLikePort(near, far), electronLikePort(far, near)];
}

function electronLikePort(here: EventEmitter, there: EventEmitter): RawPort {
  return {
    on: (name, listener) => here.on(name, listener),
    start() {},
    postMessage: (message) =>
      queueMicrotask(() => there.emit('message', { data: message, ports: [] })),
  };
}
