import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openSession } from '../../../electron/session.ts';
import { utsagaIn } from '../../support/commandLine.ts';

const folder = mkdtempSync(join(tmpdir(), 'utsaga-cli-'));
const utsaga = utsagaIn(folder);
const at = (name: string) => join(folder, name);

const group = [
  'Mod: Hej',
  'P1: Ja hej [skratt] på er',
  'P2: Hej',
  'P3: Hallå',
  'Mod: Då så',
  'P1: Ja',
  'P2: Ja',
  'P3: Nja',
];

/** One object of JSON on standard output and nothing else. */
async function json(...args: string[]): Promise<Record<string, unknown>> {
  const { status, out, err } = await utsaga([...args, '--json']);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return JSON.parse(out) as Record<string, unknown>;
}

/** A refusal as `{code, message, file, where}` on standard error, and nothing on standard output. */
async function refusal(...args: string[]) {
  const { status, out, err } = await utsaga([...args, '--json']);
  const problem = JSON.parse(err) as Record<string, unknown>;
  expect(Object.keys(problem)).toEqual(['code', 'message', 'file', 'where']);
  expect(out).toBe('');
  return { status, ...problem };
}

beforeAll(async () => {
  writeFileSync(at('grupp.txt'), `${group.join('\n')}\n`);
  writeFileSync(at('samtal.txt'), 'I: Hur var det?\nVera: Tyst.\nI: Jaha?\nVera: Ja.\n');
  writeFileSync(at('text.txt'), 'En anteckning utan talare.\n\nEn till.\n');
  writeFileSync(at('tom.txt'), '');
  await utsaga(['example', 'exempel.utsaga']);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('new and import', () => {
  test('a project is made where the person stands, in the language she says', async () => {
    const made = await utsaga(['new', 'p.utsaga', '--title', 'Prov', '--lang', 'sv']);
    expect(made).toEqual({ status: 0, out: `Skapade ${at('p.utsaga')}\n`, err: '' });
    const project = await json('call', 'p.utsaga', 'project.read');
    expect(project).toMatchObject({ title: 'Prov', language: 'sv' });
    expect(project.levels).toEqual([
      { depth: 1, name: 'Kategori' },
      { depth: 2, name: 'Huvudkategori' },
    ]);
  });

  test('a file that is there is not replaced unasked', async () => {
    const before = readFileSync(at('p.utsaga'));
    const refused = await utsaga(['new', 'p.utsaga', '--title', 'Annat', '--lang', 'sv']);
    expect(refused).toMatchObject({ status: 1, out: '' });
    expect(refused.err).toMatch(/^Det finns redan en fil .*p\.utsaga.*\n$/);
    expect(readFileSync(at('p.utsaga')).equals(before)).toBe(true);
  });

  test('import tells of each file, goes on past one that cannot be read, and ends with 1', async () => {
    const { status, out, err } = await utsaga([
      'import',
      'p.utsaga',
      'grupp.txt',
      'tom.txt',
      'samtal.txt',
      'borta.txt',
      'text.txt',
      '--json',
    ]);
    expect(status).toBe(1);
    const told = JSON.parse(out) as {
      files: Record<string, unknown>[];
      refused: Record<string, unknown>[];
    };
    expect(told.files.map((file) => file.file)).toEqual(
      ['grupp.txt', 'samtal.txt', 'text.txt'].map(at),
    );
    expect(told.files[0]).toMatchObject({
      turns: 8,
      words: 12,
      encoding: 'utf-8',
      format: 'plainText',
      warnings: [],
      speakers: [
        { label: 'Mod', role: 'moderator', turns: 2, words: 3 },
        { label: 'P1', role: 'participant', turns: 2, words: 5 },
        { label: 'P2', role: 'participant', turns: 2, words: 2 },
        { label: 'P3', role: 'participant', turns: 2, words: 2 },
      ],
    });
    expect(told.refused.map((problem) => problem.file)).toEqual(
      ['tom.txt', 'borta.txt'].map(at),
    );
    const lines = err
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(lines).toEqual(told.refused);
  });

  test('the kind follows from who speaks, unless it is said', async () => {
    const kinds = async () =>
      (
        JSON.parse((await utsaga(['call', 'p.utsaga', 'transcripts.list'])).out) as {
          kind: string;
        }[]
      ).map(({ kind }) => kind);
    expect(await kinds()).toEqual(['focusGroup', 'interview', 'document']);
    await json('import', 'p.utsaga', 'text.txt', '--kind', 'fieldNote');
    expect((await kinds()).at(-1)).toBe('fieldNote');
  });

  test('several files are one undo, and each a step of the history', async () => {
    const { steps } = await json('history', 'p.utsaga');
    expect((steps as { sentence: string }[]).map(({ sentence }) => sentence)).toEqual([
      'Läs in text 2',
      'Läs in text',
      'Läs in samtal',
      'Läs in grupp',
      'Skapa projektet',
    ]);
    const undone = await utsaga(['undo', 'p.utsaga', '2']);
    expect(undone.out.trimEnd().split('\n')).toHaveLength(4);
    expect(await json('stats', 'p.utsaga')).toMatchObject({
      transcripts: 0,
      turns: 0,
      words: 0,
    });
    await json('redo', 'p.utsaga', '2');
    expect(await json('stats', 'p.utsaga')).toMatchObject({
      transcripts: 4,
      speakers: 6,
      participants: 4,
    });
  });
});

describe('the worked example', () => {
  test('stats counts all of it', async () => {
    expect(await json('stats', 'exempel.utsaga')).toMatchObject({
      transcripts: 1,
      turns: 65,
      words: 1534,
      speakers: 5,
      participants: 4,
      units: 57,
      spans: 57,
      condensed: 57,
      coded: 57,
      codes: 50,
      categories: 10,
      themes: 1,
      setAside: 8,
    });
    const { out } = await utsaga(['stats', 'exempel.utsaga', '--lang', 'en']);
    expect(out).toMatch(/^Meaning units +57$/m);
  });

  test('identifiers lists what may point somebody out, and changes nothing', async () => {
    const before = await json('history', 'exempel.utsaga');
    const { out } = await utsaga(['identifiers', 'exempel.utsaga', '--lang', 'sv']);
    const found = (await json('identifiers', 'exempel.utsaga')) as unknown as {
      words: string;
    }[];
    expect(out.trimEnd().split('\n')).toHaveLength(Math.max(1, found.length));
    expect(await json('history', 'exempel.utsaga')).toEqual(before);
  });

  test('check finds it sound, and says what is wrong with one that is not', async () => {
    expect(await json('check', 'exempel.utsaga')).toEqual({ sound: true, findings: [] });
    await utsaga(['example', 'sårad.utsaga']);
    const session = openSession({
      dataFolder: at('data'),
      nativeDialogs: false,
      announce: () => {},
    });
    await session.call('project.open', { path: at('sårad.utsaga') });
    session.context
      .project()
      .db.exec("UPDATE spans SET text = text || 'x' WHERE rowid % 20 = 0");
    await session.close();
    const { status, out, err } = await utsaga(['check', 'sårad.utsaga']);
    expect({ status, err }).toEqual({ status: 1, err: '' });
    expect(out).toMatch(/^\d ställen i meningsenheterna stämmer inte längre med orden/);
  });

  test.each([
    ['analysis-table', 'xlsx'],
    ['analysis-table', 'docx'],
    ['analysis-table', 'csv'],
    ['analysis-table', 'json'],
    ['overview', 'docx'],
    ['codebook', 'docx'],
    ['codebook', 'csv'],
    ['transcripts', 'txt'],
    ['transcripts', 'json'],
    ['transcripts', 'docx'],
  ])('export takes %s home as %s', async (what, format) => {
    const to = `${what}.${format}`;
    const told = await json('export', 'exempel.utsaga', '--what', what, '--to', to);
    expect(told).toEqual({
      path: at(to),
      bytes: readFileSync(at(to)).byteLength,
      withheld: [],
    });
  });

  test('export has its layouts, delimiters and languages', async () => {
    const csv = [
      'export',
      'exempel.utsaga',
      '--what',
      'analysis-table',
      '--to',
      'eng.csv',
    ];
    await json(...csv, '--lang', 'en', '--columns', 'code,unit');
    expect(readFileSync(at('eng.csv'), 'utf8')).toMatch(/^Code,Meaning unit\r\n/);
    expect(await refusal(...csv)).toMatchObject({
      status: 1,
      code: 'file.exists',
      file: at('eng.csv'),
    });
    await json(...csv, '--overwrite', '--delimiter', ',');
    expect(readFileSync(at('eng.csv'), 'utf8')).toMatch(/^Nr,Transkript,/);
    await json(
      'export',
      'exempel.utsaga',
      '--what',
      'overview',
      '--to',
      'k.docx',
      '--layout',
      'columns',
      '--counts',
    );
  });

  test('a format that is not offered is refused with those that are', async () => {
    expect(
      await refusal('export', 'exempel.utsaga', '--what', 'overview', '--to', 'o.pdf'),
    ).toMatchObject({
      status: 1,
      code: 'export.format',
      file: at('o.pdf'),
      message: expect.stringContaining('docx') as string,
    });
  });

  test('call runs any query, action and command of the contract', async () => {
    const codes = JSON.parse(
      (await utsaga(['call', 'exempel.utsaga', 'codes.list', '{}'])).out,
    ) as { id: string }[];
    expect(codes).toHaveLength(50);
    const input = JSON.stringify({ codeId: codes[0]!.id, name: 'nytt namn' });
    expect(
      (await utsaga(['call', 'exempel.utsaga', 'codes.rename', '-'], input)).out,
    ).toBe('null\n');
    const undone = await utsaga(['undo', 'exempel.utsaga']);
    expect(undone.out).toBe('Ångrade: Byt namn på koden nytt namn\n');
    expect(
      (await utsaga(['call', 'exempel.utsaga', 'project.state', '--json'])).out,
    ).toContain('SIP');
  });
});

describe('what is wrong is said in one sentence', () => {
  test('files that are not projects are refused untouched', async () => {
    writeFileSync(at('annat.utsaga'), 'inte ett projekt');
    expect(await refusal('stats', 'annat.utsaga')).toMatchObject({
      status: 1,
      code: 'project.notOurs',
      file: at('annat.utsaga'),
    });
    expect(readFileSync(at('annat.utsaga'), 'utf8')).toBe('inte ett projekt');
    const missing = await utsaga(['stats', 'borta.utsaga', '--lang', 'sv']);
    expect(missing).toMatchObject({ status: 1, out: '' });
    expect(missing.err.trimEnd().split('\n')).toHaveLength(1);
  });

  test.each([
    [[], 'noCommand'],
    [['frobba'], 'badCommand'],
    [['stats'], 'missing'],
    [['new', 'a.utsaga'], 'missing'],
    [['stats', 'exempel.utsaga', 'mer'], 'tooMany'],
    [['stats', 'exempel.utsaga', '--bogus'], 'badOption'],
    [['stats', 'exempel.utsaga', '--title', 'x'], 'badOption'],
    [['undo', 'exempel.utsaga', 'två'], 'badCount'],
    [['import', 'exempel.utsaga'], 'missing'],
    [['import', 'exempel.utsaga', 'x.txt', '--kind', 'podd'], 'optionValue'],
    [['export', 'exempel.utsaga', '--to', 'x.csv'], 'missing'],
    [['export', 'exempel.utsaga', '--what', 'allt', '--to', 'x.csv'], 'optionValue'],
    [['export', 'exempel.utsaga', '--what', 'codebook', '--to', 'utan'], 'noEnding'],
    [['call', 'exempel.utsaga', 'codes.list', '{'], 'badJson'],
    [['stats', 'exempel.utsaga', '--lang', 'fi'], 'optionValue'],
  ])('a bad call ends with 2: %j', async (args, code) => {
    expect(await refusal(...args)).toMatchObject({ status: 2, code: `cli.${code}` });
  });

  test('a call of the contract that does not fit it ends with 2 as well', async () => {
    expect(await refusal('call', 'exempel.utsaga', 'codes.nonsens')).toMatchObject({
      status: 2,
      code: 'call.name',
    });
    expect(await refusal('call', 'exempel.utsaga', 'codes.rename', '{}')).toMatchObject({
      status: 2,
      code: 'call.input',
      where: 'codeId',
    });
  });

  test('a bad call is told how to call', async () => {
    const { status, out, err } = await utsaga(['frobba', '--lang', 'en']);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(
      /^There is no command called “frobba”\.\n\nUsage: npm run -s utsaga/,
    );
  });

  test('help is no failure', async () => {
    const { status, out } = await utsaga(['export', '--help', '--lang', 'sv']);
    expect(status).toBe(0);
    expect(out).toMatch(/^Så här: npm run -s utsaga -- KOMMANDO/);
  });

  test('a data folder that cannot be used is said', async () => {
    writeFileSync(at('stängd'), '');
    const shut = utsagaIn(at('stängd'));
    expect(await shut(['stats', at('exempel.utsaga'), '--lang', 'en'])).toMatchObject({
      status: 1,
      err: expect.stringContaining('data folder') as string,
    });
  });
});

describe('beside the window', () => {
  test('a project that the window has open can be read but not changed, and that is said', async () => {
    const session = openSession({
      dataFolder: at('data'),
      nativeDialogs: false,
      announce: () => {},
    });
    await session.call('project.open', { path: at('exempel.utsaga') });
    const read = await utsaga(['stats', 'exempel.utsaga']);
    expect(read.status).toBe(0);
    expect(read.err).toMatch(/har projektet öppet, så det går bara att läsa\.\n$/);
    expect(await refusal('undo', 'exempel.utsaga')).toMatchObject({
      status: 1,
      code: 'project.readOnly',
    });
    expect(await refusal('import', 'exempel.utsaga', 'grupp.txt')).toMatchObject({
      status: 1,
      code: 'project.readOnly',
    });
    await session.close();
    expect((await utsaga(['stats', 'exempel.utsaga'])).err).toBe('');
  });

  test('a lock that another computer left is taken over by who says that they know', async () => {
    const other = { initials: 'AE', host: 'annans-dator', process: 1, processStart: '' };
    writeFileSync(
      at('exempel.utsaga-lock'),
      JSON.stringify({ ...other, since: '2026-11-12T08:00:00.000Z' }),
    );
    const told = await utsaga(['take-over', 'exempel.utsaga']);
    expect(told.status).toBe(1);
    expect(told.out).toMatch(
      /^AE \(annans-dator\) öppnade projektet 2026-11-12 .*--from "AE/,
    );
    expect(await refusal('undo', 'exempel.utsaga')).toMatchObject({
      code: 'project.readOnly',
    });
    const from = ['--from', 'AE (annans-dator)'];
    const wrong = await refusal('take-over', 'exempel.utsaga', '--from', 'BB (dator)');
    expect(wrong).toMatchObject({ status: 1, code: 'project.readOnly' });
    expect((await utsaga(['take-over', 'exempel.utsaga', ...from])).status).toBe(0);
    expect(existsSync(at('exempel.utsaga-lock'))).toBe(false);
    const again = await utsaga(['take-over', 'exempel.utsaga', ...from]);
    expect(again.out).toMatch(/^Ingen annan har .* öppet\./);
  });

  test('scripts leave no side files, no backups and nothing in the list of recent projects', async () => {
    rmSync(at('data'), { recursive: true });
    mkdirSync(at('spår'));
    await json('new', 'spår/a.utsaga', '--title', 'A');
    await json('import', 'spår/a.utsaga', 'grupp.txt');
    await json('undo', 'spår/a.utsaga');
    expect(readdirSync(at('spår'))).toEqual(['a.utsaga']);
    expect(existsSync(at('data/recent.json'))).toBe(false);
    expect(existsSync(at('data/backups'))).toBe(false);
  });
});
