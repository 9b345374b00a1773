import { describe, expect, test } from 'vitest';

import { runsThrough, themeRows } from '../../../renderer/themes/themeTree.ts';
import type { AnalysisRow } from '../../../shared/domain/analysisTable.ts';
import type { ThemeId } from '../../../shared/domain/ids.ts';
import type { Theme } from '../../../shared/domain/theme.ts';
import { aCategory } from '../grouping/aBoard.ts';

function aTheme(name: string, parent: string | null = null): Theme {
  return {
    id: name as ThemeId,
    parentId: parent as ThemeId | null,
    name,
    unitIds: [],
    codeIds: [],
    categoryIds: [],
    units: 0,
  };
}

function aRow(id: string, ...categories: readonly string[]): AnalysisRow {
  const codes = categories.map((name) => ({
    path: [{ id: name, depth: 1, name }],
  }));
  return { id, codes } as unknown as AnalysisRow;
}

describe('themes', () => {
  test('are listed each before its sub-themes', () => {
    const rows = themeRows([aTheme('a'), aTheme('b'), aTheme('a1', 'a')]);
    expect(rows.map(({ theme, level }) => `${level} ${theme.name}`)).toEqual([
      '1 a',
      '2 a1',
      '1 b',
    ]);
    expect(rows[2]).toMatchObject({ position: 2, count: 2 });
  });

  test('run through categories by the units that stand there, each once', () => {
    const runs = runsThrough(
      [
        aRow('1', 'info'),
        aRow('2', 'info', 'info'),
        aRow('3', 'stöd', 'info'),
        aRow('4'),
      ],
      [aCategory('stöd', 1), aCategory('info', 1), aCategory('tom', 1)],
    );
    expect(runs.map(({ category, units }) => `${category.name} ${units}`)).toEqual([
      'info 3',
      'stöd 1',
    ]);
  });
});
