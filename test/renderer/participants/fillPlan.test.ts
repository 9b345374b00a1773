import { describe, expect, test } from 'vitest';

import { needsLook, planOfPaste } from '../../../renderer/participants/fillPlan.ts';
import { fromTabSeparated } from '../../../renderer/ui/grid/tabSeparated.ts';
import { attribute, person, sheetOf } from './aPerson.ts';

const sheet = sheetOf(
  [attribute('Ålder', 'number'), attribute('Datum', 'date'), attribute('Om', 'text')],
  [person('P1', { Ålder: '34' }), person('P2'), person('P3', { Om: 'står här' })],
);

/** What a paste from Excel would write, from the cell of that row and column. */
function paste(text: string, top = 0, left = 1) {
  return planOfPaste(
    sheet,
    { top, bottom: top, left, right: left },
    fromTabSeparated(text),
  );
}
const written = ({ changes }: ReturnType<typeof paste>) =>
  changes.map(({ who, column, after }) => `${who} ${column}: ${after}`);

describe('a block from Excel', () => {
  test('is read as Swedish Excel writes it: decimal comma, dates, line breaks in quotation marks', () => {
    const plan = paste(
      '34,5\t31/1 2026\t"första raden\nandra ""raden"""\r\n1 234\t2026-02-28\tå\r\n',
    );
    expect(written(plan)).toEqual([
      'P1 Ålder: 34.5',
      'P1 Datum: 2026-01-31',
      'P1 Om: första raden andra "raden"',
      'P2 Ålder: 1234',
      'P2 Datum: 2026-02-28',
      'P2 Om: å',
    ]);
    expect(plan.odd).toEqual([]);
  });

  test('says before it is written what a blank cell takes away', () => {
    const plan = paste('\t\tx\r\n2\t\t\r\n3\t\t\r\n');
    expect(plan).toMatchObject({ cleared: 2, overwritten: 2, outside: 0 });
    expect(needsLook(plan)).toBe(true);
    expect(needsLook(paste('12', 1))).toBe(false);
  });

  test('says how much falls outside: more rows than there are people, more columns than there are', () => {
    const rows = paste('1\r\n2\r\n3\r\n4\r\n5\r\n');
    expect(rows).toMatchObject({ outside: 2, newPeople: [] });
    expect(written(rows)).toHaveLength(3);
    const columns = paste('1\t\tx\ty\tz\tö\tö\tö\tö\r\n');
    expect(columns.closed).toBe(4);
    expect(columns.outside).toBe(2);
    expect(needsLook(columns)).toBe(true);
  });

  test('with names in the first column makes people of the rows below the last', () => {
    const plan = paste('P3\t40\r\nP8\t50\r\nP9\t60\r\n', 2, 0);
    expect(plan.newPeople).toEqual(['P8', 'P9']);
    expect(written(plan)).toEqual(['P3 Ålder: 40', 'P8 Ålder: 50', 'P9 Ålder: 60']);
  });

  test('keeps what does not fit as text, and says so', () => {
    const plan = paste('ungefär 40\t31/13 2026\t\r\n');
    expect(plan.odd).toEqual([
      { attribute: 'Ålder', values: ['ungefär 40'] },
      { attribute: 'Datum', values: ['31/13 2026'] },
    ]);
    expect(written(plan)).toContain('P1 Datum: 31/13 2026');
  });
});
