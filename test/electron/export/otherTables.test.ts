import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import {
  columnOf,
  exampleAtHome,
  readWord,
  sampleAtHome,
  textOf,
  type Home,
} from '../../support/takenHome.ts';

const main = ['Hinder för delaktighet i SIP', 'Förutsättningar för delaktighet i SIP'];
const theme = 'Att vara ett ärende på bordet eller en person vid bordet';

describe('the overview of the worked example', () => {
  let home: Home;
  beforeAll(async () => {
    home = await exampleAtHome();
  });
  afterAll(() => home.leave());

  test('has a row per sub-category beside its main category, and no numbers', async () => {
    const { tables, paragraphs } = readWord(
      await home.take({ what: 'overview', format: 'docx' }),
    );
    expect(tables[0]!.headings).toEqual(['Huvudkategori', 'Underkategori']);
    expect(tables[0]!.rows).toHaveLength(8);
    expect(columnOf(tables[0]!, 'Huvudkategori')).toEqual(
      main.flatMap((name) => Array<string>(4).fill(name)),
    );
    expect(tables[0]!.rows.filter((row) => row[0]!.merge === 'begins')).toHaveLength(2);
    expect(JSON.stringify(tables)).not.toMatch(/\d/);
    expect(paragraphs.map(({ text }) => text)).toContain(
      `${theme}\nLöper genom ${main.join(', ')}`,
    );
  });

  test('has a column per main category in the other layout', async () => {
    const { tables } = readWord(
      await home.take({ what: 'overview', format: 'docx', layout: 'columns' }),
    );
    expect(tables[0]!.headings).toEqual(main);
    expect(tables[0]!.rows).toHaveLength(4);
    expect(tables[0]!.rows[0]!.map((cell) => cell.text)).toEqual([
      'Bristande information inför mötet',
      'Möte på egna villkor',
    ]);
  });

  test('has numbers when they are asked for', async () => {
    const { tables } = readWord(
      await home.take({ what: 'overview', format: 'docx', withCounts: true }),
    );
    expect(tables[0]!.headings).toEqual([
      'Huvudkategori',
      'Underkategori',
      'Meningsenheter',
      'Deltagare',
      'Transkript',
    ]);
    expect(tables[0]!.rows[0]!.slice(2).map((cell) => cell.text)).toEqual([
      '11',
      '3',
      '1',
    ]);
    const sum = columnOf(tables[0]!, 'Meningsenheter').reduce((a, n) => a + Number(n), 0);
    expect(sum).toBe(57);
  });

  test('speaks English when it is asked to', async () => {
    const word = readWord(
      await home.take({
        what: 'overview',
        format: 'docx',
        language: 'en',
        layout: 'columns',
        withCounts: true,
      }),
    );
    expect(word.tables[0]!.rows[0]![0]!.text).toBe(
      '34 meaning units, 3 participants, 1 transcript',
    );
    expect(word.paragraphs[0]!.text).toBe('Overview of the results');
    expect(word.parts['word/styles.xml']).toContain('en-GB');
  });
});

describe('an overview with loose ends', () => {
  let home: Home;
  beforeAll(async () => {
    home = await sampleAtHome();
  });
  afterAll(() => home.leave());

  test('shows a sub-category that stands under nothing, with an empty place above it', async () => {
    const { tables } = readWord(await home.take({ what: 'overview', format: 'docx' }));
    const loose = tables[0]!.rows.find((row) => row[1]!.text === 'Tom underkategori');
    expect(loose?.[0]).toEqual({ text: '', merge: 'none' });
  });

  test('shows sub-themes under their themes', async () => {
    const { paragraphs } = readWord(
      await home.take({ what: 'overview', format: 'docx' }),
    );
    const texts = paragraphs.map(({ text }) => text.split('\n')[0]);
    expect(texts.slice(texts.indexOf('Ensamhet'))).toContain('Ensam hemma');
  });
});

describe('the codebook', () => {
  let home: Home;
  beforeAll(async () => {
    home = await sampleAtHome();
  });
  afterAll(() => home.leave());

  test('as csv has every code with its place, its support and an example', async () => {
    const text = textOf(await home.take({ what: 'codebook', format: 'csv' }));
    const rows = Papa.parse<Record<string, string>>(text.slice(1).trimEnd(), {
      header: true,
    }).data;
    expect(rows).toHaveLength(53);
    expect(rows.find((row) => row.Kod === 'trygg på avdelning')).toMatchObject({
      Definition: 'trygg på avdelning, beskrivet',
      Underkategori: '',
      Meningsenheter: '1',
      'Exempel, kondenserat': 'Tyst hemma, någon på avdelningen',
      'Exempel, citat': 'Tyst. […] Till avdelningen. […] Ja. (Intervju Vera, Vera)',
    });
    expect(rows.at(-1)).toMatchObject({ Underkategori: '', Huvudkategori: '' });
    expect(rows.find((row) => row.Kod === 'ännu oanvänd')).toMatchObject({
      Meningsenheter: '0',
      'Exempel, citat': '',
    });
  });

  test('in Word is in the order of the tree, with codes without a category last', async () => {
    const { tables } = readWord(await home.take({ what: 'codebook', format: 'docx' }));
    const [codes] = tables;
    expect(codes!.headings).toEqual([
      'Kod',
      'Definition',
      'Exempel',
      'Meningsenheter',
      'Underkategori',
      'Huvudkategori',
    ]);
    const subs = columnOf(codes!, 'Underkategori');
    expect(subs[0]).toBe('Bristande information inför mötet');
    expect(subs.at(-1)).toBe('');
    expect(new Set(subs.filter(Boolean)).size).toBe(8);
  });
});

describe('transcripts', () => {
  let home: Home;
  beforeAll(async () => {
    home = await sampleAtHome();
  });
  afterAll(() => home.leave());

  test('as JSON have speakers, roles and times in the order they were said', async () => {
    const all = JSON.parse(
      textOf(await home.take({ what: 'transcripts', format: 'json' })),
    ) as unknown[];
    expect(all).toHaveLength(2);
    expect(all[1]).toEqual({
      name: 'Intervju Vera',
      kind: 'interview',
      turns: [
        {
          speaker: 'I',
          role: 'moderator',
          startMs: 0,
          endMs: 2400,
          text: 'Hur var det att komma hem?',
        },
        expect.objectContaining({ speaker: 'Vera', role: 'participant' }),
        expect.anything(),
        expect.objectContaining({ startMs: null, endMs: null }),
        {
          speaker: null,
          role: null,
          startMs: null,
          endMs: null,
          text: 'Ett samtal utifrån avbryter.',
        },
        expect.anything(),
      ],
    });
  });

  test('in Word carry the numbers that references use', async () => {
    const { paragraphs } = readWord(
      await home.take({ what: 'transcripts', format: 'docx' }),
    );
    const texts = paragraphs.map(({ text }) => text);
    expect(texts).toContain('r1\tI: Hur var det att komma hem? [0:00]');
    expect(texts).toContain('r5\tEtt samtal utifrån avbryter.');
    expect(paragraphs.filter(({ style }) => style === 'Heading1')).toHaveLength(2);
  });

  test('as text are told apart by their names', async () => {
    const text = textOf(await home.take({ what: 'transcripts', format: 'txt' }));
    expect(text).toContain(
      '# Intervju Vera\n\nI: Hur var det att komma hem?\n\nVera: Tyst.',
    );
  });
});

test('a transcript that was taken home as text reads in again as it was', async () => {
  const home = await exampleAtHome();
  await home.take({ what: 'transcripts', format: 'txt', name: 'FG1 igen' });
  const staged = await home.session.call('imports.stage', {
    path: `${home.folder}/FG1 igen.txt`,
  });
  expect(staged.ok).toBe(true);
  const fileId = staged.ok ? staged.value.fileId : '';
  const run = await home.session.call('imports.run', { files: [{ fileId }] });
  expect(run.ok && run.value.refused).toEqual([]);
  const [first, again] = JSON.parse(
    textOf(await home.take({ what: 'transcripts', format: 'json' })),
  ) as { turns: unknown[] }[];
  expect(again!.turns).toEqual(
    first!.turns.map((turn) => ({
      ...(turn as object),
      startMs: null,
      endMs: null,
    })),
  );
  await home.leave();
});
