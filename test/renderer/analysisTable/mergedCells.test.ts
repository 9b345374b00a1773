import { describe, expect, it } from 'vitest';

import { mergedCells } from '../../../renderer/analysisTable/mergedCells.ts';
import { aRow } from './aRow.ts';
import { columnOf, someColumns } from './someColumns.ts';

const columns = someColumns();
const merged = mergedCells(columns);
const bit = (id: string) => 1 << columns.indexOf(columnOf(columns, id));
const under = (...path: string[]) => ({ codes: [{ name: `kod ${path[0]}`, path }] });

describe('cells drawn as one', () => {
  it('are those of equal neighbours among categories and themes, never codes or text', () => {
    const row = {
      ...under('Inför', 'Hinder'),
      themes: ['Ett ärende'],
      condensed: 'lika',
    };
    expect(merged(aRow(1, row), aRow(2, row))).toBe(
      bit('level-1') | bit('level-2') | bit('theme'),
    );
  });

  it('are not those of sub-categories of the same name under different categories', () => {
    const [first, second] = [under('Övrigt', 'Hinder'), under('Övrigt', 'Hjälp')];
    expect(merged(aRow(1, first), aRow(2, second))).toBe(0);
  });

  it('are not empty ones, nor those beside a row that has not come yet', () => {
    expect(merged(aRow(1), aRow(2))).toBe(0);
    expect(merged(aRow(1, under('Inför')), undefined)).toBe(0);
  });
});
