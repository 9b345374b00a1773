import type { Bridge, Callable, CallResult, HostEvent } from '../shared/bridge.ts';

/** What worker threads, Electron's utility processes and message ports have in common, once adapted by `portOf`. */
export interface Port {
  send(message: PortMessage): void;
  onMessage(listener: (message: PortMessage) => void): void;
  onEnd(listener: () => void): void;
}

export type PortMessage =
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly name: string;
      readonly input: unknown;
    }
  | { readonly kind: 'answer'; readonly id: number; readonly result: CallResult }
  | { readonly kind: 'event'; readonly event: HostEvent }
  | { readonly kind: 'close' | 'closed' };

/** The common shape of MessagePort, Worker, MessagePortMain, UtilityProcess and process.parentPort. */
export interface RawPort {
  postMessage(message: unknown): void;
  on(name: string, listener: (value: unknown) => void): unknown;
  start?(): void;
}

export interface PortBridge extends Bridge {
  /** Asks the other side to close its session and waits until it has, or until the port dies. */
  close(): Promise<void>;
  readonly ended: Promise<void>;
}

const gone: CallResult = { ok: false, problem: { code: 'host.gone', params: {} } };
const unforeseen: CallResult = { ok: false, problem: { code: 'unknown', params: {} } };

/** Adapts a port of either kind: Electron's wrap the message in an event with `data`, Node's hand it over bare. */
export function portOf(raw: RawPort): Port {
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin
    send: (message) => raw.postMessage(message),
    onMessage(listener) {
      raw.on('message', (value) => {
        const message = unwrapped(value);
        if (isPortMessage(message)) listener(message);
      });
      raw.start?.();
    },
    onEnd(listener) {
      raw.on('close', listener);
      raw.on('exit', listener);
      // Without a listener an error in a worker thread would end this process too; its exit follows by itself.
      raw.on('error', () => {});
    },
  };
}

function unwrapped(value: unknown): unknown {
  const isEvent = typeof value === 'object' && value !== null && 'data' in value;
  return isEvent ? value.data : value;
}

/** Both ends are ours; what else comes (a tool that shares the port) is left alone. */
function isPortMessage(value: unknown): value is PortMessage {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

/** Serves a session over a port until the other side asks it to close; `open` is handed the way to announce events. */
export function serveOverPort(
  port: Port,
  open: (announce: (event: HostEvent) => void) => Callable,
): Callable {
  const session = open((event) => port.send({ kind: 'event', event }));
  port.onMessage((message) => {
    if (message.kind === 'call') void answer(message.id, message.name, message.input);
    if (message.kind === 'close') void closeAndSay();
  });
  port.onEnd(() => void session.close().catch(() => {}));

  async function answer(id: number, name: string, input: unknown): Promise<void> {
    const result = await session.call(name, input).catch(() => unforeseen);
    port.send({ kind: 'answer', id, result });
  }

  async function closeAndSay(): Promise<void> {
    await session.close().catch(() => {});
    port.send({ kind: 'closed' });
  }

  return session;
}

/** The bridge at the near end of a port; when the port dies, calls under way and later ones say so and listeners are told to ask again. */
export function bridgeOverPort(port: Port): PortBridge {
  const waiting = new Map<number, (result: CallResult) => void>();
  const listeners = new Set<(event: HostEvent) => void>();
  const end = Promise.withResolvers<void>();
  const closed = Promise.withResolvers<void>();
  let nextId = 1;
  let isOver = false;

  const tell = (event: HostEvent): void =>
    listeners.forEach((listener) => listener(event));

  port.onMessage((message) => {
    if (message.kind === 'answer') {
      waiting.get(message.id)?.(message.result);
      waiting.delete(message.id);
    }
    if (message.kind === 'event') tell(message.event);
    if (message.kind === 'closed') closed.resolve();
  });
  port.onEnd(() => {
    if (isOver) return;
    isOver = true;
    waiting.forEach((resolve) => resolve(gone));
    waiting.clear();
    tell({ kind: 'project' });
    closed.resolve();
    end.resolve();
  });

  return {
    ended: end.promise,
    call(name, input) {
      if (isOver) return Promise.resolve(gone);
      const { promise, resolve } = Promise.withResolvers<CallResult>();
      const id = nextId++;
      waiting.set(id, resolve);
      try {
        port.send({ kind: 'call', id, name, input });
      } catch {
        // What cannot be cloned cannot be asked for: a defect in the caller, not in the port.
        waiting.delete(id);
        resolve(unforeseen);
      }
      return promise;
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      if (!isOver) port.send({ kind: 'close' });
      return closed.promise;
    },
  };
}
