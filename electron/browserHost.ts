// Utsaga on 127.0.0.1 for a browser, where Electron is not at hand. What guards it: hostGuards.ts, docs/decisions/0012.
import { createServer, type Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

import type { Bridge, Callable } from '../shared/bridge.ts';
import { answerRequest } from './hostAnswers.ts';
import type { HostedFile } from './hostFiles.ts';
import { issueTicket, newDoor, type Door } from './hostGuards.ts';
import { hostPages } from './hostPages.ts';

export interface BrowserHostOptions {
  /** What answers the calls and has the events to pass on; closed when the host ends. */
  readonly session: Callable & Pick<Bridge, 'on'>;
  /** Asked for every file, so that a build under way can be followed. */
  readonly files: () => ReadonlyMap<string, HostedFile>;
  /** A free port unless told. */
  readonly port?: number;
  /** How long after the last page has gone the host ends; a reload comes back sooner. */
  readonly lingerMs?: number;
  /** How long pages have to save what is half written before the session closes. */
  readonly farewellMs?: number;
}

export interface BrowserHost {
  /** The link that opens the app: the room in the path, the token in the fragment, which a browser sends to nobody. */
  readonly url: string;
  /** A link that opens the app once: for a browser that is started with it, where others can read it. */
  urlForOnce(): string;
  readonly door: Door;
  /** Settles when a page has opened the link and listens. */
  readonly firstPage: Promise<void>;
  /** Settles when the host has ended, by `close` or because the last page went. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

/** Starts listening on 127.0.0.1; when the promise is kept the link can be opened. */
export async function startBrowserHost(
  options: BrowserHostOptions,
): Promise<BrowserHost> {
  const { session, lingerMs = 10_000, farewellMs = 150 } = options;
  const server = boundedServer();
  const door = newDoor(await listenOnLoopback(server, options.port ?? 0));

  const pages = hostPages(lingerMs, () => void close());
  const stopListening = session.on((event) => pages.tell(event));
  const rooms = { door, session, files: options.files, pages };
  server.on('request', (request, response) => {
    void answerRequest(rooms, request, response);
  });

  let ending: Promise<void> | undefined;
  const ended = Promise.withResolvers<void>();

  function close(): Promise<void> {
    ending ??= sayFarewell().then(ended.resolve, ended.reject);
    return ending;
  }

  async function sayFarewell(): Promise<void> {
    if (pages.count > 0) {
      pages.tell({ kind: 'window', state: 'closing' });
      await wait(farewellMs);
    }
    server.close();
    await session.close();
    stopListening();
    pages.end();
    server.closeAllConnections();
  }

  return {
    url: `${door.origin}/${door.room}/#${door.token}`,
    urlForOnce: () => `${door.origin}/${door.room}/#once.${issueTicket(door)}`,
    door,
    firstPage: pages.first,
    ended: ended.promise,
    close,
  };
}

/**
 * Bounds for who sends slowly, much or never: a page of ours needs none of it. A browser keeps connections, and opens
 * some ahead: one that is closed just when a question comes over it looks like a host that has gone.
 */
function boundedServer(): Server {
  const server = createServer({
    maxHeaderSize: 16 * 1024,
    connectionsCheckingInterval: 1000,
    headersTimeout: 10_000,
    requestTimeout: 60_000,
    keepAliveTimeout: 600_000,
  });
  server.maxConnections = 128;
  return server;
}

function listenOnLoopback(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') {
        reject(new Error('Listening on something that is no port'));
      } else resolve(address.port);
    });
  });
}
