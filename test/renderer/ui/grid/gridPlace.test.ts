import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { blockOf, isOneCell, moved } from '../../../../renderer/ui/grid/gridPlace.ts';

const size = { rows: 57, columns: 8, page: 12 };
const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false });

describe('moving among cells', () => {
  it('goes one cell by an arrow, a screen by Page, to the ends by Home and End', () => {
    const from = { row: 20, column: 3 };
    expect(moved(from, press('ArrowDown'), size)).toEqual({ row: 21, column: 3 });
    expect(moved(from, press('PageDown'), size)).toEqual({ row: 32, column: 3 });
    expect(moved(from, press('PageUp'), size)).toEqual({ row: 8, column: 3 });
    expect(moved(from, press('End'), size)).toEqual({ row: 20, column: 7 });
    expect(moved(from, press('Home', true), size)).toEqual({ row: 0, column: 0 });
    expect(moved(from, press('End', true), size)).toEqual({ row: 56, column: 7 });
  });

  it('reaches the heads above the first row and nothing above them', () => {
    expect(moved({ row: 0, column: 2 }, press('ArrowUp'), size)).toEqual({
      row: -1,
      column: 2,
    });
    expect(moved({ row: -1, column: 2 }, press('ArrowUp'), size)).toEqual({
      row: -1,
      column: 2,
    });
  });

  it('stays in the table whatever is pressed', () => {
    const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...keys, 'PageUp', 'PageDown'), fc.boolean())),
        (presses) => {
          const end = presses.reduce(
            (at, [key, isFar]) => moved(at, press(key, isFar), size) ?? at,
            { row: 5, column: 5 },
          );
          expect(end.row).toBeGreaterThanOrEqual(-1);
          expect(end.row).toBeLessThan(size.rows);
          expect(end.column).toBeGreaterThanOrEqual(0);
          expect(end.column).toBeLessThan(size.columns);
        },
      ),
    );
  });

  it('leaves other keys alone', () => {
    expect(moved({ row: 0, column: 0 }, press('toString'), size)).toBeNull();
    expect(moved({ row: 0, column: 0 }, press('x'), size)).toBeNull();
  });

  it('makes a block of two corners, in whatever order', () => {
    const block = blockOf({ row: 7, column: 1 }, { row: 3, column: 4 });
    expect(block).toEqual({ top: 3, bottom: 7, left: 1, right: 4 });
    expect(isOneCell(blockOf({ row: 2, column: 2 }, { row: 2, column: 2 }))).toBe(true);
  });
});
