import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import {
  exampleAtHome,
  oddStudyAtHome,
  sampleAtHome,
  type Home,
} from '../../../support/takenHome.ts';
import { analysisIn, emptyCopyOf, takeIn } from '../../../support/takenInAgain.ts';

const formats = ['docx', 'xlsx', 'csv'] as const;
const languages = ['sv', 'en'] as const;

describe.each([
  ['the worked example', exampleAtHome, 57],
  ['a study with several transcripts, spans and codes', sampleAtHome, 60],
  ['a study with odd names and units in each other', oddStudyAtHome, 9],
])('Our own analysis table of %s', (_, make, units) => {
  let home: Home;
  beforeAll(async () => {
    home = await make();
  });
  afterAll(() => home.leave());

  test.each(
    formats.flatMap((format) => languages.map((language) => [format, language] as const)),
  )(
    'taken home as %s in %s and read in again is the same analysis',
    async (format, language) => {
      const bytes = await home.take({ what: 'analysis-table', format, language });
      const copy = await emptyCopyOf(home.session);
      try {
        const before = await analysisIn(home.session);
        expect(before.length).toBe(units);
        const report = await takeIn(copy.session, `tabell.${format}`, bytes);
        expect(report.refused).toEqual([]);
        expect(report.review).toEqual([]);
        expect(await analysisIn(copy.session)).toEqual(before);
        const again = await takeIn(copy.session, `igen.${format}`, bytes);
        expect(again.taken).toMatchObject({
          made: 0,
          known: units,
          codes: 0,
          categories: 0,
        });
        expect(await analysisIn(copy.session)).toEqual(before);
      } finally {
        await copy.leave();
      }
    },
  );
});
