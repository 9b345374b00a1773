import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { startBrowserHost, type BrowserHost } from '../../../electron/browserHost.ts';
import { hostedFiles } from '../../../electron/hostFiles.ts';
import { isSameSecret } from '../../../electron/hostGuards.ts';
import { byteLimitOf } from '../../../shared/bridge.ts';
import { rawRequest, type RawRequest } from '../../support/rawRequest.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

let host: BrowserHost;
let asked: string[];

beforeEach(async () => {
  const folder = temporaryFolder();
  const renderer = join(folder, 'renderer');
  mkdirSync(join(renderer, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.json'), '{"secret":true}');
  writeFileSync(
    join(renderer, 'index.html'),
    '<meta property="csp-nonce" nonce="__NONCE__" />',
  );
  writeFileSync(join(renderer, 'assets/main.js'), 'start()');
  writeFileSync(join(renderer, 'assets/main.js.map'), '{}');
  const files = hostedFiles(renderer);
  asked = [];
  host = await startBrowserHost({
    session: {
      // Whatever gets through the door is noted: a refusal must not have reached the session.
      call: (name) => {
        asked.push(name);
        return Promise.resolve({ ok: true, value: 'answered' });
      },
      close: () => Promise.resolve(),
      on: () => () => {},
    },
    files: () => files,
  });
});

afterEach(() => host.close());

const ask = (wanted: RawRequest = {}) => rawRequest(host.door, wanted);

async function expectTurnedAway(wanted: RawRequest, status: number): Promise<void> {
  const answer = await ask(wanted);
  expect(answer.status).toBe(status);
  expect(answer.text).toBe('');
  expect(asked).toEqual([]);
}

describe('who may call', () => {
  it('answers our own page', async () => {
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toEqual({ ok: true, value: 'answered' });
    expect(asked).toEqual(['app.info']);
  });

  it('turns away a call without the token', () =>
    expectTurnedAway({ headers: { 'x-utsaga-token': undefined } }, 401));

  it('turns away a call with another token of the same length', () =>
    expectTurnedAway({ headers: { 'x-utsaga-token': 'A'.repeat(43) } }, 401));

  it('turns away a call with the beginning of the token', () =>
    expectTurnedAway(
      { headers: { 'x-utsaga-token': host.door.token.slice(0, -1) } },
      401,
    ));

  it('does not take the token from the address', () =>
    expectTurnedAway(
      {
        path: `call/app.info?token=${host.door.token}`,
        headers: { 'x-utsaga-token': undefined },
      },
      401,
    ));

  it('turns away a call without an Origin', () =>
    expectTurnedAway({ headers: { origin: undefined } }, 403));

  it.each(['null', 'http://localhost:1', 'https://127.0.0.1', 'http://evil.example'])(
    'turns away a call from the origin %s',
    (origin) => expectTurnedAway({ headers: { origin } }, 403),
  );

  it('turns away an origin that differs only in its port', () =>
    expectTurnedAway({ headers: { origin: 'http://127.0.0.1:1' } }, 403));

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])(
    'turns away a body of the type "%s", which a form of another site can send',
    (type) => expectTurnedAway({ headers: { 'content-type': type } }, 415),
  );

  it('compares secrets of any length, and only equal ones are the same', () => {
    expect(isSameSecret('abc', 'abc')).toBe(true);
    expect(isSameSecret('abc', 'abd')).toBe(false);
    expect(isSameSecret('', 'abc')).toBe(false);
    expect(isSameSecret('abc'.repeat(1000), 'abc')).toBe(false);
  });

  it('has a token of 256 bits in the fragment and a room of 128 bits in the path, new each time', async () => {
    const { url, door } = host;
    expect(url).toBe(`${door.origin}/${door.room}/#${door.token}`);
    expect(Buffer.from(door.token, 'base64url')).toHaveLength(32);
    expect(Buffer.from(door.room, 'base64url')).toHaveLength(16);
    const other = await startBrowserHost({
      session: {
        call: () => Promise.reject(new Error('not asked')),
        close: () => Promise.resolve(),
        on: () => () => {},
      },
      files: () => new Map(),
    });
    expect(other.door.token).not.toBe(door.token);
    expect(other.door.room).not.toBe(door.room);
    expect(other.door.host).not.toBe(door.host);
    await other.close();
  });
});

describe('a link that opens once', () => {
  const enter = (ticket: unknown) =>
    ask({
      path: 'enter',
      body: JSON.stringify(ticket),
      headers: { 'x-utsaga-token': undefined },
    });
  const ticketIn = (url: string) => url.split('#once.')[1] ?? '';

  it('gives the token to the first page that shows its ticket, and to no other', async () => {
    const ticket = ticketIn(host.urlForOnce());
    expect(Buffer.from(ticket, 'base64url')).toHaveLength(32);
    const first = await enter(ticket);
    expect(JSON.parse(first.text)).toEqual({ token: host.door.token });
    const second = await enter(ticket);
    expect([second.status, second.text]).toEqual([401, '']);
  });

  it('holds no token, and its ticket is none', async () => {
    const url = host.urlForOnce();
    expect(url).not.toContain(host.door.token);
    await expectTurnedAway({ headers: { 'x-utsaga-token': ticketIn(url) } }, 401);
  });

  it.each(['', 'A'.repeat(43), null, {}, 7])(
    'has no use for the ticket %j',
    async (ticket) => {
      host.urlForOnce();
      expect((await enter(ticket)).status).toBe(401);
    },
  );

  it('is for our own page only', () =>
    expectTurnedAway({ path: 'enter', headers: { origin: 'http://evil.example' } }, 403));
});

describe('names that lead here', () => {
  it.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1.evil.example', '[::1]'])(
    'refuses the host name %s, as a rebound name would have it',
    async (name) => {
      const port = new URL(host.door.origin).port;
      for (const headers of [{ host: `${name}:${port}9` }, { host: name }]) {
        await expectTurnedAway({ headers }, 421);
        await expectTurnedAway({ method: 'GET', path: '', headers }, 421);
      }
    },
  );

  it('refuses a rebound name on the right port', async () => {
    const port = new URL(host.door.origin).port;
    await expectTurnedAway({ headers: { host: `localhost:${port}` } }, 421);
    await expectTurnedAway({ headers: { host: `evil.example:${port}` } }, 421);
  });

  it('listens on no address of the network', async () => {
    const port = Number(new URL(host.door.origin).port);
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter((address) => !address.internal || address.address === '::1');
    for (const { address } of outside) {
      expect([address, await canConnect(address, port)]).toEqual([address, false]);
    }
    await expect(canConnect('127.0.0.1', port)).resolves.toBe(true);
  });
});

describe('what may be fetched', () => {
  it('serves the page and its files inside the room', async () => {
    const page = await ask({ method: 'GET', path: '' });
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    const script = await ask({ method: 'GET', path: 'assets/main.js' });
    expect(script.text).toBe('start()');
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  it.each(['/', '/index.html', '/favicon.ico', '/AAAAAAAAAAAAAAAAAAAAAA/'])(
    'knows nothing outside the room: %s',
    (path) => expectTurnedAway({ method: 'GET', path }, 404),
  );

  it.each([
    '../secret.json',
    '..%2fsecret.json',
    '%2e%2e/secret.json',
    'assets/../../secret.json',
    'assets\\..\\..\\secret.json',
    '....//secret.json',
    '/etc/passwd',
    'assets/main.js%00.html',
    'assets/',
    'assets',
    'constructor',
    '__proto__',
    'assets/main.js.map',
  ])('serves only what was built, not %s', (path) =>
    expectTurnedAway(
      {
        method: 'GET',
        path: `/${host.door.room}/${path}`,
      },
      404,
    ),
  );

  it('serves no file to another site that has learnt the room', () =>
    expectTurnedAway(
      {
        method: 'GET',
        path: 'assets/main.js',
        headers: { 'sec-fetch-site': 'cross-site' },
      },
      403,
    ));

  it.each(['PUT', 'DELETE', 'OPTIONS', 'PATCH', 'HEAD', 'TRACE'])(
    'has no use for %s',
    async (method) => {
      const answer = await ask({ method, path: 'call/app.info' });
      expect(answer.status).toBe(405);
      expect(answer.headers.allow).toBe('GET, POST');
      expect(asked).toEqual([]);
    },
  );

  it('answers no preflight, so that no other origin can send our header', async () => {
    const answer = await ask({
      method: 'OPTIONS',
      path: 'call/app.info',
      headers: {
        origin: 'http://evil.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-utsaga-token,content-type',
      },
    });
    expect(answer.status).toBe(405);
    expect(Object.keys(answer.headers).join(' ')).not.toContain('access-control');
  });
});

describe('what may be sent', () => {
  it.each([
    'call/',
    'call/A',
    'call/a..b',
    'call/a.b.c.d',
    'call/a%2eb',
    'other',
    'call',
  ])('calls nothing that is no name: %s', (path) => expectTurnedAway({ path }, 404));

  it('turns away what is not JSON', () => expectTurnedAway({ body: '{"a":' }, 400));

  it('lets through a body at the limit and turns away one byte more, announced or not', async () => {
    const limit = byteLimitOf('app.info');
    const full = JSON.stringify('x'.repeat(limit - 2));
    expect(Buffer.byteLength(full)).toBe(limit);
    expect((await ask({ body: full })).status).toBe(200);
    asked.length = 0;
    await expectTooLarge({ body: `${full} ` });
    await expectTooLarge({
      body: `${full} `,
      headers: { 'transfer-encoding': 'chunked' },
    });
  });

  it('lets a staged file be 64 MB and no other call', () => {
    expect(byteLimitOf('imports.stage')).toBe(64 * 1024 * 1024);
    expect(byteLimitOf('imports.run')).toBe(2 * 1024 * 1024);
    expect(byteLimitOf('imports.stagex')).toBe(2 * 1024 * 1024);
  });

  it('cuts off a request that never ends its headers', async () => {
    const port = Number(new URL(host.door.origin).port);
    const startedAt = performance.now();
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(`POST /${host.door.room}/call/app.info HTTP/1.1\r\nHost: `);
      });
      socket.on('data', () => {});
      socket.on('error', () => {});
      socket.on('close', () => resolve());
    });
    expect(performance.now() - startedAt).toBeLessThan(20_000);
    expect(asked).toEqual([]);
  });

  it('refuses headers beyond 16 kB', async () => {
    const answer = await ask({ headers: { 'x-long': 'x'.repeat(17_000) } });
    expect(answer.status).toBe(431);
  });
});

describe('what every answer carries', () => {
  const kinds: Record<string, RawRequest> = {
    page: { method: 'GET', path: '' },
    script: { method: 'GET', path: 'assets/main.js' },
    call: {},
    refusal: { headers: { origin: 'http://evil.example' } },
    'missing file': { method: 'GET', path: 'nothing.js' },
  };

  it.each(Object.keys(kinds))(
    'a %s is stored nowhere and shared with nobody',
    async (kind) => {
      const { headers } = await ask(kinds[kind]);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-frame-options']).toBe('DENY');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
      expect(Object.keys(headers).join(' ')).not.toContain('access-control');
    },
  );

  it('a page has exactly this policy, with a nonce that is its own', async () => {
    const first = await ask({ method: 'GET', path: '' });
    const second = await ask({ method: 'GET', path: '' });
    const nonce = nonceOf(first.text);
    expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
    expect(nonceOf(second.text)).not.toBe(nonce);
    expect(first.headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; " +
        `style-src 'self' 'nonce-${nonce}'; font-src 'self'; img-src 'self' blob:; ` +
        "media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'none'",
    );
  });
});

function nonceOf(page: string): string {
  return /nonce="([^"]+)"/.exec(page)?.[1] ?? '';
}

/** A body that is still being sent may meet a closed door; both ways it has reached nobody. */
async function expectTooLarge(wanted: RawRequest): Promise<void> {
  const status = await ask(wanted).then(
    (answer) => answer.status,
    () => 413,
  );
  expect(status).toBe(413);
  expect(asked).toEqual([]);
}

function canConnect(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port, timeout: 1000 });
    const answer = (can: boolean) => () => {
      socket.destroy();
      resolve(can);
    };
    socket.on('connect', answer(true));
    socket.on('error', answer(false));
    socket.on('timeout', answer(false));
  });
}
