import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';

import { byteLimitOf, type Callable } from '../shared/bridge.ts';
import { bytesOf, type HostedFile } from './hostFiles.ts';
import {
  callName,
  pathInside,
  readBody,
  redeemTicket,
  refusalStatus,
  type Door,
} from './hostGuards.ts';
import { newNonce, securityHeaders } from './hostHeaders.ts';
import type { HostPages } from './hostPages.ts';
import { answerSound, soundIdIn } from './soundAnswers.ts';

/** What a request is answered with, once the door has let it in. */
export interface HostRooms {
  readonly door: Door;
  readonly session: Pick<Callable, 'call'>;
  readonly files: () => ReadonlyMap<string, HostedFile>;
  readonly pages: HostPages;
}

/** Answers one request; a page that leaves in the middle of it is no failure of anyone's. */
export async function answerRequest(
  rooms: HostRooms,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const status = refusalStatus(request, rooms.door);
    if (status !== null) turnAway(response, status);
    else if (request.method === 'POST') await answerPost(rooms, request, response);
    else await answerGet(rooms, request, response);
  } catch {
    response.destroy();
  }
}

async function answerGet(
  rooms: HostRooms,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const soundId = soundIdIn(pathInside(request, rooms.door) ?? '');
  if (soundId === null) sendFile(rooms, request, response);
  else await sendSound(rooms, soundId, { request, response });
}

/** As slowly as it is listened to: the file is read as the page takes the bytes. */
async function sendSound(
  rooms: HostRooms,
  soundId: string,
  {
    request,
    response,
  }: { readonly request: IncomingMessage; readonly response: ServerResponse },
): Promise<void> {
  const ifRange = request.headers['if-range'];
  const { status, headers, body } = await answerSound(rooms.session, {
    method: request.method ?? '',
    soundId,
    range: request.headers.range ?? null,
    ifRange: typeof ifRange === 'string' ? ifRange : null,
  });
  if (status === 404) return turnAway(response, 404);
  response.writeHead(status, { ...securityHeaders(newNonce()), ...headers });
  if (body === null) response.end();
  else await pipeline(body, response);
}

function sendFile(
  rooms: HostRooms,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const name = pathInside(request, rooms.door);
  const file = rooms.files().get(name === null || name === '' ? 'index.html' : name);
  if (file === undefined) return turnAway(response, 404);
  const nonce = newNonce();
  response.writeHead(200, { ...securityHeaders(nonce), 'content-type': file.type });
  response.end(bytesOf(file, nonce));
}

async function answerPost(
  rooms: HostRooms,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = pathInside(request, rooms.door) ?? '';
  const name = callName(request, rooms.door);
  if (name === '' && path !== 'events' && path !== 'enter')
    return turnAway(response, 404);
  const body = await readBody(request, byteLimitOf(name));
  if (body === null) return turnAway(response, 413);
  const input = parsed(body);
  if (input === undefined) return turnAway(response, 400);
  if (path === 'events') return listen(rooms.pages, response);
  if (path === 'enter') return letIn(rooms.door, input.value, response);
  sendJson(response, await rooms.session.call(name, input.value));
}

function letIn(door: Door, ticket: unknown, response: ServerResponse): void {
  if (redeemTicket(ticket, door)) sendJson(response, { token: door.token });
  else turnAway(response, 401);
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, headersFor('application/json'));
  response.end(JSON.stringify(value));
}

function listen(pages: HostPages, response: ServerResponse): void {
  response.writeHead(200, headersFor('application/x-ndjson'));
  pages.add(response);
}

function headersFor(type: string): Record<string, string> {
  return { ...securityHeaders(newNonce()), 'content-type': type };
}

/** Undefined when it is not JSON; wrapped, because `null` is JSON too. */
function parsed(body: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(body) as unknown };
  } catch {
    return undefined;
  }
}

/** A bare status: who has no business here learns nothing, and the rest of a body is not read. */
function turnAway(response: ServerResponse, status: number): void {
  response.writeHead(status, {
    ...securityHeaders(newNonce()),
    ...(status === 405 ? { allow: 'GET, POST' } : {}),
    connection: 'close',
    'content-length': '0',
  });
  response.end();
}
