import { expect, test } from 'vitest';

import { isDate } from '../../renderer/dates.ts';

test('a day is one that is in the calendar', () => {
  const days = ['2026-03-04', '2024-02-29', '2026-02-30', '2026-13-01', '4/3 2026', ''];
  expect(days.filter(isDate)).toEqual(['2026-03-04', '2024-02-29']);
});
