import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { SearchAnswer } from '../../../shared/domain/search.ts';
import { utsagaIn } from '../../support/commandLine.ts';

const folder = mkdtempSync(join(tmpdir(), 'utsaga-'));
const utsaga = utsagaIn(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  writeFileSync(
    join(folder, 'fg.txt'),
    'Moderator: Hur är miljön?\n\nP1: Far fick får i arbetsmiljön.\n\nP2: Miljön är bra.\n\nModerator: Och far?\n\nP1: Far reste.\n',
  );
  await utsaga(['new', 's.utsaga', '--title', 'Prov', '--lang', 'sv']);
  await utsaga(['import', 's.utsaga', 'fg.txt']);
});

const found = async (args: readonly string[]) => {
  const { out, status, err } = await utsaga(['search', 's.utsaga', ...args, '--json']);
  expect(err).toBe('');
  expect(status).toBe(0);
  const { turns } = JSON.parse(out) as SearchAnswer;
  return turns?.hits.map(({ turnLabel, passage }) => `${turnLabel} ${passage.words}`);
};

describe('utsaga search', () => {
  test('finds what no window has made ready to be searched', async () => {
    expect(await found(['far'])).toEqual(['r2 Far', 'r4 far', 'r5 Far']);
    expect(await found(['miljö', '--way', 'inside', '--limit', '2'])).toEqual([
      'r1 miljö',
      'r2 miljö',
    ]);
    expect(await found(['f[aå]r', '--way', 'pattern'])).toHaveLength(4);
    expect(await found(['far', '--fold'])).toEqual([
      'r2 Far',
      'r4 far',
      'r5 Far',
      'r2 får',
    ]);
  });

  test('keeps to what the filters say, all of them together', async () => {
    expect(await found(['far', '--role', 'participant'])).toEqual(['r2 Far', 'r5 Far']);
    expect(await found(['miljön', '--speaker', 'p2', '--speaker', 'Moderator'])).toEqual([
      'r1 miljön',
      'r3 Miljön',
    ]);
    expect(await found(['miljön', '--participant', 'P2', '--transcript', 'fg'])).toEqual([
      'r3 Miljön',
    ]);
    const fill = {
      newAttributes: [{ name: 'Anhörig', type: 'yesNo' }],
      rows: [{ pseudonym: 'P1', cells: [{ attribute: 'Anhörig', value: 'ja' }] }],
    };
    await utsaga(['call', 's.utsaga', 'participants.fill', JSON.stringify(fill)]);
    expect(await found(['far', '--attribute', 'anhörig=ja'])).toEqual([
      'r2 Far',
      'r5 Far',
    ]);
    const asked = await utsaga([
      'call',
      's.utsaga',
      'questions.add',
      '{"questions":[{"text":"Hur är miljön?"}]}',
    ]);
    const { ids } = JSON.parse(asked.out) as { ids: string[] };
    const list = await utsaga(['call', 's.utsaga', 'transcripts.list']);
    const [{ id }] = JSON.parse(list.out) as [{ id: string }];
    const read = await utsaga([
      'call',
      's.utsaga',
      'transcripts.read',
      JSON.stringify({ transcriptId: id }),
    ]);
    const { turns } = JSON.parse(read.out) as { turns: { id: string }[] };
    const borders = [
      { turnId: turns[0]!.id, questionId: ids[0] },
      { turnId: turns[3]!.id, questionId: null },
    ];
    await utsaga(['call', 's.utsaga', 'questions.begin', JSON.stringify({ borders })]);
    expect(await found(['far', '--question', '1'])).toEqual(['r2 Far']);
    expect(await found(['far', '--question', 'outside'])).toEqual(['r4 far', 'r5 Far']);
  });

  test('tells a person what was found and where', async () => {
    const { out, status } = await utsaga(['search', 's.utsaga', 'reste']);
    expect([status, out.trim().split('\n')]).toEqual([
      0,
      ['Repliker: 1', '  fg r5 P1: Far «reste».'],
    ]);
    const none = await utsaga(['search', 's.utsaga', 'finnsinte']);
    expect([none.status, none.out]).toEqual([0, 'Inget hittades för ”finnsinte”.\n']);
  });

  test('refuses what it does not understand', async () => {
    const search = (...args: readonly string[]) =>
      utsaga(['search', 's.utsaga', ...args]);
    expect((await search()).status).toBe(2);
    expect((await search('a', '--way', 'odd')).status).toBe(2);
    expect((await search('a', '--in', 'turns,odd')).err).toContain('odd');
    expect((await search('a', '--limit', '0')).status).toBe(2);
    const nobody = await search('a', '--speaker', 'P9');
    expect([nobody.status, nobody.err.split('\n')[0]]).toEqual([
      2,
      'Inget i projektet stämmer med --speaker ”P9”.',
    ]);
    expect((await search('a', '--attribute', 'Kön')).status).toBe(2);
    const pattern = await search('(a', '--way', 'pattern', '--json');
    expect([pattern.status, (JSON.parse(pattern.err) as { code: string }).code]).toEqual([
      1,
      'search.pattern',
    ]);
  });
});
