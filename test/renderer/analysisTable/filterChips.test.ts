import { describe, expect, it } from 'vitest';

import { chipsOf, withOne } from '../../../renderer/analysisTable/filterChips.ts';
import type { RowFilter } from '../../../shared/domain/analysisTable.ts';
import type { CategoryId, CodeId } from '../../../shared/domain/ids.ts';
import { wordsIn } from '../../../shared/words/words.ts';
import { aProject } from './someColumns.ts';

const names = {
  transcripts: [],
  codes: [{ id: 'k1' as CodeId, name: 'oro' }],
  categories: [{ id: 'c1' as CategoryId, name: 'Hinder', depth: 2 }],
  themes: [],
  levels: aProject.levels,
};

describe('the filter as chips', () => {
  it('names each thing by its column, a category by its level, and gives the filter without it', () => {
    const filter: RowFilter = {
      text: 'brev',
      codeIds: ['k1'],
      categoryIds: ['c1'],
      missing: 'condensation',
      isQuotable: true,
    };
    const chips = chipsOf(filter, names, wordsIn('sv'));
    expect(chips.map(({ words }) => words)).toEqual([
      'Ord: brev',
      'Kod: oro',
      'Huvudkategori: Hinder',
      'Utan kondensering',
      'Med stjärna',
    ]);
    expect(chips[1]?.without).toEqual({
      text: 'brev',
      categoryIds: ['c1'],
      missing: 'condensation',
      isQuotable: true,
    });
    expect(chips[3]?.without).not.toHaveProperty('missing');
  });

  it('has each of a kind once, however often it is chosen', () => {
    const once = withOne({}, 'speakers', 'P1');
    expect(withOne(once, 'speakers', 'P1')).toBe(once);
    expect(withOne(once, 'speakers', 'P2')).toEqual({ speakers: ['P1', 'P2'] });
  });
});
