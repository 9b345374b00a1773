import { request, type IncomingHttpHeaders } from 'node:http';

import type { Door } from '../../electron/hostGuards.ts';

export interface RawRequest {
  readonly method?: string;
  /** After the room, or a whole path when it begins with a slash. */
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** The headers of a call as our own page sends it; a test takes one away or spoils it. */
export function honestHeaders(door: Door): Record<string, string> {
  return {
    host: door.host,
    origin: door.origin,
    'x-utsaga-token': door.token,
    'content-type': 'application/json',
  };
}

/** Exactly the request that is described, over a socket of its own, as no browser would let a page send it. */
export function rawRequest(door: Door, wanted: RawRequest): Promise<RawAnswer> {
  const { method = 'POST', path = 'call/app.info', body } = wanted;
  const given = method === 'POST' ? honestHeaders(door) : { host: door.host };
  const headers = Object.fromEntries(
    Object.entries({ ...given, ...wanted.headers }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: Number(new URL(door.origin).port),
        method,
        path: path.startsWith('/') ? path : `/${door.room}/${path}`,
        headers,
        setHost: false,
        agent: false,
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(method === 'POST' ? (body ?? '{}') : undefined);
  });
}
