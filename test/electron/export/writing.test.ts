import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import * as fc from 'fast-check';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { guardFormula, withoutGuard } from '../../../shared/text/formulaGuard.ts';
import { delimitedText } from '../../../electron/export/delimitedText.ts';
import type { Input } from '../../../shared/api.ts';
import type { CodeId, MeaningUnitId } from '../../../shared/domain/ids.ts';
import { enteredText } from '../../../shared/domain/text.ts';
import { newProject } from '../../support/newProject.ts';
import { openedSession } from '../../support/openedSession.ts';
import { exampleAtHome, readWord, textOf, type Home } from '../../support/takenHome.ts';

describe('what cannot be written is said', () => {
  let home: Home;
  beforeAll(async () => {
    home = await exampleAtHome();
  });
  afterAll(() => home.leave());

  async function refusalOf(wish: Input<'exports.write'>) {
    const answer = await home.session.call('exports.write', wish);
    return answer.ok ? null : answer.problem;
  }
  const table = { what: 'analysis-table', format: 'csv' } as const;

  test('a file that is there is kept until the person says otherwise', async () => {
    const to = join(home.folder, 'mitt.csv');
    writeFileSync(to, 'mitt eget');
    expect(await refusalOf({ ...table, to })).toMatchObject({
      code: 'file.exists',
      file: to,
    });
    expect(readFileSync(to, 'utf8')).toBe('mitt eget');
    expect(await refusalOf({ ...table, to, overwrite: true })).toBeNull();
    expect(readFileSync(to, 'utf8')).toContain('Meningsenhet');
  });

  test('a format that the thing has not is told with those it has', async () => {
    const to = join(home.folder, 'o.csv');
    expect(await refusalOf({ what: 'overview', format: 'csv', to })).toMatchObject({
      code: 'export.format',
      params: { what: 'overview', format: 'csv', formats: 'docx' },
    });
  });

  test('a project is never written over, not even by way of a link', async () => {
    const project = readdirSync(home.folder).find((name) => name.endsWith('.utsaga'))!;
    const path = join(home.folder, project);
    const before = readFileSync(path);
    expect(await refusalOf({ ...table, to: path, overwrite: true })).toMatchObject({
      code: 'export.overProject',
    });
    const link = join(home.folder, 'lank.csv');
    symlinkSync(path, link);
    const twin = join(home.folder, 'tvilling.csv');
    linkSync(path, twin);
    for (const to of [link, twin, `${path}-wal`, `${path}-lock`]) {
      expect(await refusalOf({ ...table, to, overwrite: true })).toMatchObject({
        code: 'export.overProject',
      });
    }
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('a folder that is not there, and one that stands where the file should', async () => {
    const missing = join(home.folder, 'finns', 'inte', 'a.csv');
    expect(await refusalOf({ ...table, to: missing })).toMatchObject({
      code: 'folder.missing',
    });
    const folder = join(home.folder, 'mapp.csv');
    mkdirSync(folder);
    expect(await refusalOf({ ...table, to: folder, overwrite: true })).toMatchObject({
      code: 'file.isFolder',
    });
  });

  test('a name longer than the disk takes', async () => {
    const to = join(home.folder, `${'lång'.repeat(80)}.csv`);
    expect(await refusalOf({ ...table, to })).toMatchObject({ code: 'export.name' });
  });

  test.skipIf(process.getuid?.() === 0)(
    'a folder that may not be written in (not when the tests run as root, who may)',
    async () => {
      const folder = join(home.folder, 'skyddad');
      mkdirSync(folder);
      chmodSync(folder, 0o500);
      const to = join(folder, 'a.csv');
      expect(await refusalOf({ ...table, to })).toMatchObject({
        code: 'folder.readOnly',
      });
    },
  );

  test('a full disk leaves nothing half-written', async ({ skip }) => {
    const disk = join(home.folder, 'disk');
    mkdirSync(disk);
    try {
      execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', disk], {
        stdio: 'ignore',
      });
    } catch {
      skip('a small disk can only be made by one who may mount');
    }
    try {
      const to = join(disk, 'a.csv');
      expect(await refusalOf({ ...table, to })).toMatchObject({
        code: 'export.diskFull',
        file: to,
      });
      expect(readdirSync(disk)).toEqual([]);
    } finally {
      execFileSync('/bin/umount', [disk]);
    }
  });

  test('no refusal leaves a part of a file behind', () => {
    expect(readdirSync(home.folder).filter((name) => name.includes('.part'))).toEqual([]);
  });
});

test('an empty project has nothing to take home, and says so', async () => {
  const project = newProject();
  project.close();
  const session = await openedSession(project.path);
  for (const wish of [
    { what: 'analysis-table', format: 'xlsx' },
    { what: 'overview', format: 'docx' },
    { what: 'codebook', format: 'csv' },
    { what: 'transcripts', format: 'txt' },
  ] as const) {
    const to = join(project.path, '..', `ut.${wish.format}`);
    const answer = await session.call('exports.write', { ...wish, to });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'export.nothing' } });
  }
  await session.close();
  project.remove();
});

const nasty = [
  '=HYPERLINK("http://x","klicka")',
  '+46 8 123',
  '-2 på skalan',
  '@SUM(A1)',
  '\t=1',
  "'=redan citerad",
  '</w:t></w:r><b>&amp;"\'',
  'klocka\u0007och\u000Bflik',
  'semikolon; komma, "citat"\noch ny rad',
  '👩‍👩‍👧 åäö ‮vänd‬ \u05E9\u05DC\u05D5\u05DD',
  '{{n}} $& $1 %s',
] as const;

describe('names that mean harm', () => {
  const project = newProject({ title: '=1+1 <b>&', language: 'en' });
  let home: Home['session'];
  const folder = join(project.path, '..');
  beforeAll(async () => {
    project.close();
    home = await openedSession(project.path);
    const imported = await home.call('transcripts.import', {
      name: '=FG1',
      kind: 'focusGroup',
      turns: nasty.map((text, index) => ({
        speaker: index % 2 ? '@P1' : '-P2',
        startMs: null,
        endMs: null,
        text: `${text} ${'mycket text '.repeat(index === 0 ? 4000 : 1)}`,
      })),
      speakers: [],
      report: {
        fileName: 'x',
        sha256: '',
        format: 'plainText',
        encoding: null,
        changes: [],
        warnings: [],
      },
    });
    const transcriptId = imported.ok ? imported.value.transcriptId : ('' as never);
    const read = await home.call('transcripts.read', { transcriptId });
    const turns = read.ok ? read.value.turns : [];
    for (const [index, turn] of turns.entries()) {
      const end = index === 0 ? turn.text.length : nasty[index]!.trim().length;
      const marked = await home.call('meaningUnits.mark', {
        spans: [{ turnId: turn.id, start: 0, end }],
      });
      const unitId = marked.ok ? marked.value.id : ('' as MeaningUnitId);
      await home.call('meaningUnits.condense', { unitId, text: nasty[index]! });
      const coded = await home.call('meaningUnits.code', {
        unitIds: [unitId],
        create: [{ name: `${nasty[index]} ${index}` }],
      });
      const codeIds = coded.ok ? coded.value.codeIds : ([] as CodeId[]);
      await home.call('categories.create', {
        name: `${nasty[index]} kategori`,
        depth: 1,
        codeIds: [...codeIds],
      });
    }
  });
  afterAll(async () => {
    await home.close();
    project.remove();
  });

  const looksLikeFormula = /^[=+\-@\t\r]/;

  async function take(wish: Omit<Input<'exports.write'>, 'to'>) {
    const to = join(folder, `ut.${wish.format}`);
    const answer = await home.call('exports.write', { ...wish, to, overwrite: true });
    expect(answer).toMatchObject({ ok: true });
    return readFileSync(to);
  }

  test('no cell of a csv file can be a formula, and every cell reads back as it was', async () => {
    for (const what of ['analysis-table', 'codebook'] as const) {
      const text = textOf(await take({ what, format: 'csv' }));
      const { data, errors } = Papa.parse<string[]>(text.trimEnd());
      expect(errors).toEqual([]);
      expect(data.flat().filter((cell) => looksLikeFormula.test(cell))).toEqual([]);
      expect(data).toHaveLength(nasty.length + 1);
      expect(new Set(data.map((row) => row.length)).size).toBe(1);
    }
    const text = textOf(await take({ what: 'analysis-table', format: 'csv' }));
    const condensed = Papa.parse<string[]>(text.trimEnd())
      .data.slice(1)
      .map((row) => withoutGuard(row[5]!));
    expect(condensed).toEqual(nasty.map((name) => enteredText(name).trim()));
  });

  test('Excel gets text and nothing else, and is told when a text is longer than its cells', async () => {
    const sheet = await readSheet(
      Buffer.from(await take({ what: 'analysis-table', format: 'xlsx' })),
    );
    expect(sheet.flat().every((cell) => cell === null || typeof cell === 'string')).toBe(
      true,
    );
    expect(sheet[1]![4]).toMatch(/\[… \d+ more characters do not fit in one cell\]$/);
    expect(String(sheet[1]![4]).length).toBeLessThanOrEqual(32_767);
    expect(sheet[1]![5]).toBe('=HYPERLINK("http://x","klicka")');
  });

  test('every Word file is well-formed and says the names as they are', async () => {
    for (const what of [
      'analysis-table',
      'overview',
      'codebook',
      'transcripts',
    ] as const) {
      const word = readWord(await take({ what, format: 'docx' }));
      const all = JSON.stringify([word.tables, word.paragraphs]);
      expect(all).toContain('klicka');
      expect(word.parts['docProps/core.xml']).toContain('=1+1 &lt;b&gt;&amp;');
    }
  });

  test('rows on the clipboard are escaped in HTML and safe as text', async () => {
    const rows = await home.call('analysisTable.rows', { limit: 100 });
    const unitIds = rows.ok ? rows.value.rows.map((row) => row.id) : [];
    const copied = await home.call('exports.clipboard', { unitIds });
    if (!copied.ok) throw new Error(copied.problem.code);
    const { html, text } = copied.value;
    expect(html).not.toContain('<b>');
    expect(html.match(/<tr>/g)).toHaveLength(nasty.length + 1);
    // Excel and LibreOffice read a cell as text only when it says so, each in its own way.
    const cells = html.match(/<t[dh] [^>]*>/g) ?? [];
    expect(cells.length).toBeGreaterThan(100);
    for (const cell of cells) {
      expect(cell).toContain("mso-number-format:'\\@'");
      expect(cell).toContain('sdnum="1053;0;@"');
    }
    const { data } = Papa.parse<string[]>(text, { delimiter: '\t' });
    expect(data).toHaveLength(nasty.length + 1);
    expect(data.flat().filter((cell) => looksLikeFormula.test(cell))).toEqual([]);
  });
});

test('a guarded cell gives its text back, whatever it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(3), (text, quotes) => {
      const cell = "'".repeat(quotes) + text;
      expect(withoutGuard(guardFormula(cell))).toBe(cell);
      expect(/^[=+\-@\t\r]/.test(guardFormula(cell))).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

test('any table reads back from csv as it was', () => {
  const cell = fc.string({ unit: 'binary' }).map((text) => text.toWellFormed());
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }),
      fc.constantFrom(';' as const, ',' as const),
      (table, delimiter) => {
        const text = textOf(delimitedText(table, delimiter)).replace(/^\uFEFF/, '');
        const { data } = Papa.parse<string[]>(text.slice(0, -2), {
          delimiter,
          newline: '\r\n',
        });
        expect(data.map((row) => row.map(withoutGuard))).toEqual(table);
      },
    ),
    { numRuns: 500 },
  );
});
