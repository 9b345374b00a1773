import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import {
  exampleAtHome,
  readWord,
  sampleAtHome,
  textOf,
  type Home,
} from '../../support/takenHome.ts';

describe('what was written of the answers', () => {
  let home: Home;
  beforeAll(async () => {
    home = await sampleAtHome();
  });
  afterAll(() => home.leave());

  test('is a row for each question and group, all groups first, with the units behind it', async () => {
    const text = textOf(await home.take({ what: 'summaries', format: 'csv' }));
    const { data } = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true });
    expect(data.map((row) => row.slice(0, 4))).toEqual([
      ['Nr', 'Fråga', 'Grupp', 'Sammanfattning'],
      ['1', 'Hur fick ni veta vad en SIP är?', 'Alla grupper', 'Som i alla grupper.'],
      ['1', 'Hur fick ni veta vad en SIP är?', 'FG1', 'Få visste något.'],
    ]);
    expect(data[1]![4]).toMatch(/^\d+(?:, \d+)*$/);
    expect(data[2]![4]).toBe(data[1]![4]);
  });

  test('stands in Word under its question, group by group', async () => {
    const { paragraphs } = readWord(
      await home.take({ what: 'summaries', format: 'docx', language: 'en' }),
    );
    const words = paragraphs.map(({ text }) => text);
    const from = words.indexOf('1. Hur fick ni veta vad en SIP är?');
    expect(words.slice(from, from + 3)).toEqual([
      '1. Hur fick ni veta vad en SIP är?',
      'All groups',
      'Som i alla grupper.',
    ]);
    expect(words).toContain('Få visste något.');
  });

  test('refuses to be a file of headings alone', async () => {
    const empty = await exampleAtHome();
    await expect(empty.take({ what: 'summaries', format: 'xlsx' })).rejects.toThrow(
      'export.nothing',
    );
    await empty.leave();
  });

  test('a unit’s question is a column of the table, and of Word only when it is asked for', async () => {
    const csv = textOf(await home.take({ what: 'analysis-table', format: 'csv' }));
    const [head, ...rows] = Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: true })
      .data as [string[], ...string[][]];
    const at = head.indexOf('Fråga');
    expect(rows.some((row) => row[at] === '1. Hur fick ni veta vad en SIP är?')).toBe(
      true,
    );
    const over = rows.filter((row) => row[at]!.includes('går över en gräns'));
    expect(over.every((row) => row[at]!.split('; ').length > 2)).toBe(true);
    expect(over.length).toBeGreaterThan(0);
    const headings = async (columns?: string[]) =>
      readWord(
        await home.take({
          what: 'analysis-table',
          format: 'docx',
          ...(columns && { columns }),
        }),
      ).tables[0]!.headings;
    expect(await headings()).not.toContain('Fråga');
    expect(await headings(['unit', 'question'])).toContain('Fråga');
  });
});
