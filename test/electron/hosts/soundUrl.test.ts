// Sound by its URL over the real loopback host, with the real session and real files.
import { once } from 'node:events';
import { renameSync, truncateSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startBrowserHost, type BrowserHost } from '../../../electron/browserHost.ts';
import { openSession, type Session } from '../../../electron/session.ts';
import type { ApiName, Input, Output } from '../../../shared/api.ts';
import type { SoundId, TranscriptId } from '../../../shared/domain/ids.ts';
import { aDescription } from '../../support/newProject.ts';
import { rawRequest, type RawAnswer, type RawRequest } from '../../support/rawRequest.ts';
import { interview } from '../../support/sampleProject.ts';
import { hostFolders } from '../../support/startHost.ts';
import { wavHeader, writeWav } from '../../support/wavFile.ts';

const folders = hostFolders();
const pathOf = (name: string) => `${folders.projectFolder}/${name}`;
let session: Session;
let host: BrowserHost;
let transcriptId: TranscriptId;
let soundId: SoundId;
let bytes: Buffer;

async function call<Name extends ApiName>(
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const answer = await session.call(name, input);
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.problem)}`);
  return answer.value as Output<Name>;
}

beforeAll(async () => {
  session = openSession({
    dataFolder: folders.dataFolder,
    nativeDialogs: false,
    announce: () => {},
  });
  host = await startBrowserHost({
    session: { ...session, on: () => () => {} },
    files: () => new Map(),
  });
  await call('project.create', {
    path: pathOf('prov.utsaga'),
    description: { ...aDescription(), levelNames: ['Kategori'], researchQuestions: [] },
    analyst: 'Eva Lind',
  });
  ({ transcriptId } = await call('transcripts.import', {
    ...interview,
    turns: [...interview.turns],
    speakers: [...interview.speakers],
  }));
  bytes = writeWav(pathOf('samtal.wav'));
  ({ soundId } = await call('sounds.link', { transcriptId, path: pathOf('samtal.wav') }));
});

afterAll(async () => {
  await host.close();
  folders.remove();
});

const ask = (wanted: RawRequest = {}): Promise<RawAnswer> =>
  rawRequest(host.door, { method: 'GET', path: `sound/${soundId}`, ...wanted });
const askFor = (range: string, more: Record<string, string> = {}) =>
  ask({ headers: { range, ...more } });
const slice = (start: number, end: number) => bytes.subarray(start, end).toString('utf8');

describe('a recording', () => {
  it('comes whole, as what it is, kept by nobody', async () => {
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(answer.text).toBe(bytes.toString('utf8'));
    expect(answer.headers).toMatchObject({
      'content-type': 'audio/wav',
      'content-length': String(bytes.length),
      'accept-ranges': 'bytes',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it.each([
    ['bytes=0-43', 0, 44],
    ['bytes=100-199', 100, 200],
    ['bytes=24000-', 24_000, 24_044],
    ['bytes=-44', 24_000, 24_044],
    ['bytes=24000-99999', 24_000, 24_044],
  ])('comes in the part that is asked for: %s', async (range, start, end) => {
    const answer = await askFor(range);
    expect(answer.status).toBe(206);
    expect(answer.text).toBe(slice(start, end));
    expect(answer.headers['content-range']).toBe(`bytes ${start}-${end - 1}/24044`);
    expect(answer.headers['content-length']).toBe(String(end - start));
  });

  it('has no part after its end', async () => {
    const answer = await askFor('bytes=24044-');
    expect([answer.status, answer.text]).toEqual([416, '']);
    expect(answer.headers['content-range']).toBe('bytes */24044');
  });

  it('comes whole when another edition of it is gone on with', async () => {
    const { etag = '' } = (await ask()).headers;
    expect((await askFor('bytes=0-9', { 'if-range': etag })).status).toBe(206);
    expect((await askFor('bytes=0-9', { 'if-range': '"other"' })).status).toBe(200);
  });

  it('tells its size without its bytes', async () => {
    const answer = await ask({ method: 'HEAD' });
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(answer.headers['content-length']).toBe('24044');
  });

  it('of six hours is not read further than it is listened to', async () => {
    const long = 6 * 3600 * 44_100 * 4;
    writeFileSync(pathOf('heldag.wav'), wavHeader(long));
    truncateSync(pathOf('heldag.wav'), long + 44);
    const { soundId: whole } = await call('sounds.link', {
      transcriptId,
      path: pathOf('heldag.wav'),
    });
    const before = process.memoryUsage().arrayBuffers;
    const socket = connect(Number(new URL(host.door.origin).port), '127.0.0.1');
    socket.write(
      `GET /${host.door.room}/sound/${whole} HTTP/1.1\r\nHost: ${host.door.host}\r\nRange: bytes=0-\r\n\r\n`,
    );
    await once(socket, 'readable');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 2 ** 20);
    socket.destroy();
    const end = await ask({
      path: `sound/${whole}`,
      headers: { range: `bytes=${long + 40}-` },
    });
    expect([end.status, end.text]).toEqual([206, '\0\0\0\0']);
    await call('steps.undo', {});
  });
});

describe('nothing else', () => {
  const nothing = '01930000-0000-7000-8000-000000000000';

  it.each([
    `sound/${nothing}`,
    'sound/',
    'sound/..%2fprov.utsaga',
    'sound/../prov.utsaga',
    'sound/%2fetc%2fpasswd',
    'sound//etc/passwd',
  ])('can be had there: %s', async (path) => {
    expect((await ask({ path: `/${host.door.room}/${path}` })).status).toBe(404);
  });

  it('is had by who does not know the room', async () => {
    expect((await ask({ path: `/sound/${soundId}` })).status).toBe(404);
    expect((await ask({ path: `/${'A'.repeat(22)}/sound/${soundId}` })).status).toBe(404);
  });

  it('is had by another site that has learnt the room, or by a rebound name', async () => {
    const cross = await ask({ headers: { 'sec-fetch-site': 'cross-site' } });
    expect([cross.status, cross.text]).toEqual([403, '']);
    const rebound = await ask({ headers: { host: 'evil.example' } });
    expect([rebound.status, rebound.text]).toEqual([421, '']);
    const head = await ask({ method: 'HEAD', headers: { host: 'evil.example' } });
    expect(head.status).toBe(421);
  });

  it('is had by other ways of asking', async () => {
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH'])
      expect((await ask({ method })).status).toBe(405);
  });

  it('is had when the recording is unlinked, and again when that is undone', async () => {
    await call('sounds.unlink', { transcriptId });
    expect((await ask()).status).toBe(404);
    await call('steps.undo', {});
    expect((await ask()).status).toBe(200);
  });

  it('is had when something else has been put in its place', async () => {
    renameSync(pathOf('samtal.wav'), pathOf('samtal.bort'));
    expect((await ask()).status).toBe(404);
    writeFileSync(pathOf('samtal.wav'), 'hemligt'.padEnd(24_044, '.'));
    const other = await ask();
    expect([other.status, other.text]).toEqual([404, '']);
    renameSync(pathOf('samtal.bort'), pathOf('samtal.wav'));
    expect((await ask()).status).toBe(200);
  });

  it('is had when the project is closed', async () => {
    await call('project.close', {});
    expect((await ask()).status).toBe(404);
    await call('project.open', { path: pathOf('prov.utsaga') });
    expect((await ask()).status).toBe(200);
  });
});
