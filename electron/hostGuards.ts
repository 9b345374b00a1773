import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import { byteLimitOf } from '../shared/bridge.ts';
import { soundIdIn } from './soundAnswers.ts';

/** What a request must know or be to come in; made anew each time the host starts. */
export interface Door {
  /** `127.0.0.1:<port>`, and nothing else: `localhost` or a rebound name is another host. */
  readonly host: string;
  readonly origin: string;
  /** Unguessable first part of every path: guards what a browser fetches without an Origin. */
  readonly room: string;
  readonly token: string;
  /** Each is good for the token once: a link on a command line can be read by others on the computer. */
  readonly tickets: Set<string>;
}

export const tokenHeader = 'x-utsaga-token';

/** A door for a port that is being listened on. */
export function newDoor(port: number): Door {
  const host = `127.0.0.1:${port}`;
  return {
    host,
    origin: `http://${host}`,
    room: randomBytes(16).toString('base64url'),
    token: randomBytes(32).toString('base64url'),
    tickets: new Set(),
  };
}

/** A new ticket, to be redeemed by the first page that shows it. */
export function issueTicket(door: Door): string {
  const ticket = randomBytes(32).toString('base64url');
  door.tickets.add(ticket);
  return ticket;
}

/** Whether it was a ticket that nobody had shown; from now on somebody has. */
export function redeemTicket(given: unknown, door: Door): boolean {
  if (typeof given !== 'string') return false;
  const ticket = [...door.tickets].find((kept) => isSameSecret(given, kept));
  return ticket !== undefined && door.tickets.delete(ticket);
}

/** Compares in a time that depends on neither value nor length. */
export function isSameSecret(given: string, kept: string): boolean {
  return timingSafeEqual(digest(given), digest(kept));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** The path inside the room, or null when the request does not know the room. */
export function pathInside(request: IncomingMessage, door: Door): string | null {
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  const [, room = '', ...rest] = path.split('/');
  return isSameSecret(room, door.room) ? rest.join('/') : null;
}

/** The status to turn a request away with, or null to let it in; asked before a byte of its body is read. */
export function refusalStatus(request: IncomingMessage, door: Door): number | null {
  if (request.headers.host !== door.host) return 421;
  if (pathInside(request, door) === null) return 404;
  if (request.method === 'GET' || isHeadOfSound(request, door))
    return readRefusal(request);
  if (request.method === 'POST') return writeRefusal(request, door);
  return 405;
}

/** Whether only the headers of a recording are asked for; nothing else has a use for that. */
function isHeadOfSound(request: IncomingMessage, door: Door): boolean {
  return request.method === 'HEAD' && soundIdIn(pathInside(request, door) ?? '') !== null;
}

function readRefusal(request: IncomingMessage): number | null {
  const site = request.headers['sec-fetch-site'];
  const isOurs = site === undefined || site === 'same-origin' || site === 'none';
  return isOurs || request.headers['sec-fetch-mode'] === 'navigate' ? null : 403;
}

function writeRefusal(request: IncomingMessage, door: Door): number | null {
  if (request.headers.origin !== door.origin) return 403;
  const token = request.headers[tokenHeader];
  const isEntering = pathInside(request, door) === 'enter';
  const isKnown = typeof token === 'string' && isSameSecret(token, door.token);
  if (!isKnown && !isEntering) return 401;
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/json(; ?charset=utf-8)?$/i.test(type)) return 415;
  if (
    Number(request.headers['content-length'] ?? 0) > byteLimitOf(callName(request, door))
  )
    return 413;
  return null;
}

/** The name of the call in a path such as `call/codes.merge`; empty when it is none. */
export function callName(request: IncomingMessage, door: Door): string {
  const path = pathInside(request, door) ?? '';
  return (
    /^call\/([a-z][A-Za-z]{0,40}(?:\.[a-z][A-Za-z]{0,40}){0,2})$/.exec(path)?.[1] ?? ''
  );
}

/** The text of the body, or null as soon as it is more than the limit. */
export async function readBody(
  request: IncomingMessage,
  limit: number,
): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
