import { describe, expect, it } from 'vitest';

import {
  arranged,
  widthsOf,
  withColumn,
  withOrder,
} from '../../../renderer/analysisTable/columns.ts';
import { aProject, columnOf, someColumns } from './someColumns.ts';

const ids = (columns: readonly { readonly id: string }[]) => columns.map(({ id }) => id);
const shown = (columns: readonly { readonly id: string; readonly isHidden: boolean }[]) =>
  ids(columns.filter(({ isHidden }) => !isHidden));

describe('the columns of the table', () => {
  it('go from the words to the theme, one for each level by the project’s name', () => {
    expect(shown(someColumns()).slice(0, 8)).toEqual([
      'place',
      'unit',
      'condensed',
      'interpretation',
      'code',
      'level-1',
      'level-2',
      'theme',
    ]);
    expect(columnOf(someColumns(), 'level-2').words).toBe('Huvudkategori');
  });

  it('leave out interpretation where all is manifest, themes where there are none, transcript where there is one', () => {
    const manifest = { ...aProject, content: 'manifest', hasThemes: false } as const;
    expect(shown(someColumns(manifest, 1))).toEqual([
      'place',
      'unit',
      'condensed',
      'code',
      'level-1',
      'level-2',
    ]);
  });

  it('keep their order when only widths have been chosen, in whatever order', () => {
    const all = someColumns();
    const wide = withColumn([], all, { ...columnOf(all, 'code'), width: 300 });
    const both = withColumn(wide, arranged(all, wide), {
      ...columnOf(all, 'unit'),
      width: 400,
    });
    const now = arranged(all, both);
    expect(ids(now)).toEqual(ids(all));
    expect(columnOf(now, 'code').width).toBe(300);
    expect(columnOf(now, 'unit').width).toBe(400);
  });

  it('stand where the person put them, also beside columns that a project has got since', () => {
    const all = someColumns();
    const moved = [columnOf(all, 'code'), ...all.filter(({ id }) => id !== 'code')];
    const stored = withOrder([], moved);
    expect(ids(arranged(all, stored))[0]).toBe('code');
    const deeper = someColumns({
      ...aProject,
      levels: [...aProject.levels, { depth: 3, name: 'Område' }],
    });
    expect(ids(arranged(deeper, stored))).toContain('level-3');
    expect(ids(arranged(deeper, stored))).toHaveLength(deeper.length);
  });

  it('fill the window exactly when there is room, and keep their widths when there is not', () => {
    const all = someColumns();
    const wide = widthsOf(all, { available: 4001, scale: 1 });
    expect(wide.reduce((sum, width) => sum + width, 0)).toBe(4001);
    expect(widthsOf(all, { available: 300, scale: 1 })).toEqual(
      all.map(({ width }) => width),
    );
  });
});
