import { describe, expect, it } from 'vitest';

import {
  clearBlock,
  fillDown,
  pasteInto,
  textOfBlock,
} from '../../../renderer/analysisTable/blockEdits.ts';
import { aRow } from './aRow.ts';
import { columnOf, someColumns } from './someColumns.ts';

const columns = someColumns();
const at = (id: string) => columns.indexOf(columnOf(columns, id));
const placed = (name: string) => ({ name, path: ['Inför mötet', 'Hinder'] });
const rows = [
  aRow(1, { condensed: 'fick ett brev', codes: [placed('brev')] }),
  aRow(2, { condensed: 'ingen ringde', codes: [placed('brev'), placed('tystnad')] }),
  aRow(3),
];
const table = { columns, rows };
const block = (
  left: string,
  right = left,
  rowRange: readonly [number, number] = [0, 2],
) => ({
  top: rowRange[0],
  bottom: rowRange[1],
  left: at(left),
  right: at(right),
});
const edits = ({ changes }: ReturnType<typeof pasteInto>) =>
  changes.map(({ edit }) => edit);

describe('editing many cells at once', () => {
  it('changes only the cells that will say something else', () => {
    const pasted = pasteInto(table, block('condensed'), [
      ['fick ett brev'],
      ['ingen ringde mig'],
    ]);
    expect(edits(pasted)).toEqual([
      { unitId: 'unit 2', column: 'condensed', value: 'ingen ringde mig' },
    ]);
  });

  it('lays a block from the corner, also into columns that cannot be typed in, and says how many those were', () => {
    const fromThird = { columns, rows: rows.slice(2) };
    const below = pasteInto(fromThird, block('unit', 'unit', [2, 2]), [
      ['andra ord', 'kort', 'djupt'],
      ['utanför', 'utanför', 'utanför'],
    ]);
    expect(below.closed).toBe(1);
    expect(below.outside).toBe(3);
    expect(edits(below)).toEqual([
      { unitId: 'unit 3', column: 'condensed', value: 'kort' },
      { unitId: 'unit 3', column: 'interpretation', value: 'djupt' },
    ]);
  });

  it('fills the whole block with one cell', () => {
    const pasted = pasteInto(table, block('interpretation'), [['samma']]);
    expect(edits(pasted)).toHaveLength(3);
  });

  it('writes the first row in the others by filling down', () => {
    expect(edits(fillDown(table, block('condensed', 'code')))).toEqual([
      { unitId: 'unit 2', column: 'condensed', value: 'fick ett brev' },
      { unitId: 'unit 2', column: 'code', value: 'brev' },
      { unitId: 'unit 3', column: 'condensed', value: 'fick ett brev' },
      { unitId: 'unit 3', column: 'code', value: 'brev' },
    ]);
  });

  it('clears what the analyst wrote, a category by its level, and never the participant’s words', () => {
    const cleared = edits(clearBlock(table, block('place', 'level-1', [0, 0])));
    expect(cleared.slice(0, 3)).toEqual([
      { unitId: 'unit 1', column: 'condensed', value: '' },
      { unitId: 'unit 1', column: 'code', value: '' },
      { unitId: 'unit 1', column: 'category', depth: 1, value: '' },
    ]);
  });

  it('copies the names of several codes as they can be typed', () => {
    expect(textOfBlock(table, block('code', 'level-2'))[1]).toEqual([
      'brev; tystnad',
      'Inför mötet',
      'Hinder',
    ]);
  });

  it('copies a code with a semicolon in its name so that it can be pasted as one', () => {
    const odd = { columns, rows: [aRow(1, { codes: [placed('oro; skam')] }), aRow(2)] };
    const copied = textOfBlock(odd, block('code', 'code', [0, 0])).slice(0, 1);
    expect(copied).toEqual([['"oro; skam"']]);
    const pasted = pasteInto(odd, block('code', 'code', [0, 1]), copied);
    expect(edits(pasted)).toEqual([
      { unitId: 'unit 2', column: 'code', value: '"oro; skam"' },
    ]);
  });
});
