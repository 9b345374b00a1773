import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, describe, expect, test } from 'vitest';

import { utsagaIn } from '../../support/commandLine.ts';

const folder = mkdtempSync(join(tmpdir(), 'utsaga-'));
const utsaga = utsagaIn(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

interface Unit {
  readonly quote: string;
  readonly speaker: string;
  readonly condensed: string;
  readonly code: string;
  readonly subcategory: string;
  readonly category: string;
}
const units = JSON.parse(
  readFileSync(at('test/fixtures/example/analysis.json'), 'utf8'),
) as readonly Unit[];
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const csvOf = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map(quoted).join(';')).join('\r\n');

copyFileSync(at('resources/example/example_fg1.txt'), join(folder, 'fg1.txt'));
writeFileSync(
  join(folder, 'hel.csv'),
  csvOf([
    Object.keys(units[0]!),
    ...units.map((unit) => Object.values(unit) as readonly string[]),
  ]),
);
writeFileSync(
  join(folder, 'blandad.csv'),
  csvOf([
    ['Meningsenhet', 'Kod'],
    ['Ingen hade ringt och förklarat vad det gick ut på.', 'exakt'],
    ['”Ingen hade ringt och förklarat vad det  gick ut på”', 'andra tecken'],
    ['Jag visste ingenting […] Ingen hade ringt', 'utelämnat'],
    ['Ingen hade ringt och förklarrat vad det gick ut på', 'skrivfel'],
    ['Ingen hade berättat och förklarat vad det gick ut på', 'annat ord'],
    ['andläggare sa att det var dags att samla fol', 'mitt i ord'],
    ['Ingenting av det här blev sagt av gruppens medlemmar', 'påhittat'],
  ]),
);

type Row = {
  row: number;
  reason: string | null;
  spans: { turn: number }[];
  similarity: number;
};
type Told = Record<'exact' | 'normalised' | 'review' | 'refused', Row[]>;

describe('utsaga analysis', () => {
  test('finds every row of the worked example word for word in its transcript', async () => {
    const { status, out } = await utsaga(['analysis', 'fg1.txt', 'hel.csv', '--json']);
    expect(status).toBe(0);
    const told = JSON.parse(out) as Told;
    expect(told.exact.map(({ row }) => row)).toEqual(units.map((_, index) => index + 2));
    expect({ ...told, exact: [] }).toEqual({
      exact: [],
      normalised: [],
      review: [],
      refused: [],
    });
    expect(told.exact[0]).toMatchObject({
      transcript: 'fg1.txt',
      spans: [{ turn: 4, label: 'r5', start: 0 }],
      similarity: 1,
    });
  });

  test('tells of each row how it stands, where, and what is proposed', async () => {
    const { out } = await utsaga(['analysis', 'fg1.txt', 'blandad.csv', '--json']);
    const told = JSON.parse(out) as Told;
    const rows = (list: readonly Row[]) => list.map(({ row, reason }) => [row, reason]);
    expect(rows(told.exact)).toEqual([
      [2, null],
      [7, null],
    ]);
    expect(rows(told.normalised)).toEqual([
      [3, 'signs'],
      [4, 'omission'],
      [5, 'slip'],
    ]);
    expect(rows(told.review)).toEqual([[6, 'unlike']]);
    expect(told.review[0]).toMatchObject({ spans: [{ turn: 4 }] });
    expect(rows(told.refused)).toEqual([[8, 'nowhere']]);
    const said = await utsaga(['analysis', 'fg1.txt', 'blandad.csv', '--lang', 'sv']);
    expect(said.out).toContain('Exakt: 2');
    expect(said.out).toContain('rad 8: ”Ingenting av det här');
  });

  test('writes into a project only when told, as one step', async () => {
    await utsaga(['new', 'p.utsaga', '--title', 'Prov', '--lang', 'sv']);
    await utsaga(['import', 'p.utsaga', 'fg1.txt']);
    const looked = await utsaga(['analysis', 'p.utsaga', 'hel.csv']);
    expect(looked).toMatchObject({ status: 0 });
    expect(looked.out).toContain('Inget har skrivits.');
    const written = await utsaga([
      'analysis',
      'p.utsaga',
      'hel.csv',
      '--write',
      '--json',
    ]);
    const { taken } = JSON.parse(written.out) as { taken: Record<string, number> };
    expect(taken).toMatchObject({
      made: 57,
      known: 0,
      toReview: 0,
      codes: 50,
      categories: 10,
    });
    const stats = async () =>
      JSON.parse((await utsaga(['stats', 'p.utsaga', '--json'])).out) as {
        units: number;
        codes: number;
      };
    expect(await stats()).toMatchObject({ units: 57, codes: 50 });
    await utsaga(['undo', 'p.utsaga']);
    expect(await stats()).toMatchObject({ units: 0, codes: 0 });
  });

  test('says what is wrong with the call or with the table', async () => {
    writeFileSync(join(folder, 'annat.csv'), 'Namn;Ålder\nEva;40\n');
    const noUnit = await utsaga(['analysis', 'fg1.txt', 'annat.csv', '--json']);
    expect(noUnit.status).toBe(1);
    expect(JSON.parse(noUnit.err)).toMatchObject({ code: 'analysis.noUnit' });
    const write = await utsaga(['analysis', 'fg1.txt', 'hel.csv', '--write']);
    expect(write.status).toBe(2);
    expect((await utsaga(['analysis', 'fg1.txt'])).status).toBe(2);
  });
});
