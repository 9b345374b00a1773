import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { buildExample, exampleDescription } from '../../../electron/example.ts';
import { analysisRows } from '../../../electron/project/analysisTable/analysisTable.ts';
import { categories } from '../../../electron/project/categories.ts';
import { checkProject } from '../../../electron/project/file/check.ts';
import { codes } from '../../../electron/project/codes.ts';
import { memosAbout } from '../../../electron/project/memos.ts';
import { projectStats } from '../../../electron/project/stats.ts';
import { themes } from '../../../electron/project/themes.ts';
import { rowsRequest } from '../../../shared/domain/analysisTable.ts';
import { newProject, type TestProject } from '../../support/newProject.ts';

interface Expected {
  readonly counts: Readonly<Record<string, number>>;
  readonly perSubcategory: Readonly<
    Record<
      string,
      {
        readonly units: number;
        readonly codes: number;
        readonly speakers: Readonly<Record<string, number>>;
      }
    >
  >;
}

const expected = JSON.parse(
  readFileSync(new URL('../../fixtures/example/expected.json', import.meta.url), 'utf8'),
) as Expected;

describe('the worked example', () => {
  let project: TestProject;
  beforeAll(() => {
    project = newProject(exampleDescription());
    project.write(buildExample, 'example.build');
  });
  afterAll(() => project.remove());

  test('has the counts of its oracle', () => {
    const { counts } = expected;
    expect(projectStats(project.read)).toMatchObject({
      transcripts: 1,
      turns: counts['turns'],
      // The codebook counts a bracketed comment, [skratt], as a word (rulings 17).
      words: counts['participantWords']! + counts['moderatorWords']! - 1,
      speakers: 5,
      participants: 4,
      units: counts['units'],
      spans: counts['units'],
      condensed: counts['units'],
      coded: counts['units'],
      codes: counts['codes'],
      unplacedCodes: 0,
      categories: counts['subcategories']! + counts['categories']!,
      themes: 1,
      setAside: counts['setAsideTurns'],
      toReview: 0,
      steps: 2,
    });
    expect(checkProject(project.read)).toEqual([]);
  });

  test('has the units, codes and speakers of its oracle in every sub-category', () => {
    const { rows } = analysisRows(project.read, rowsRequest.parse({ limit: 1000 }));
    const found = Object.fromEntries(
      [...Map.groupBy(rows, (row) => row.codes[0]!.path[0]!.name)].map(([name, own]) => [
        name,
        {
          units: own.length,
          codes: new Set(own.map((row) => row.codes[0]!.name)).size,
          speakers: Object.fromEntries(
            [...Map.groupBy(own, (row) => row.speaker)].map(
              ([speaker, units]) => [speaker, units.length] as const,
            ),
          ),
        },
      ]),
    );
    expect(found).toEqual(expected.perSubcategory);
    for (const category of categories(project.read).filter(({ depth }) => depth === 1)) {
      const oracle = expected.perSubcategory[category.name]!;
      expect(category.support).toEqual({
        units: oracle.units,
        participants: Object.keys(oracle.speakers).length,
        transcripts: 1,
      });
    }
  });

  test('uses as many codes once as its oracle says', () => {
    const once = codes(project.read).filter((code) => code.support.units === 1);
    expect(once).toHaveLength(expected.counts['codesUsedOnce']!);
  });

  test('has a theme with its support, both main categories, its argument and the alternative', () => {
    const [theme] = themes(project.read);
    expect(theme).toMatchObject({ units: 57 });
    expect(theme!.unitIds).toHaveLength(8);
    expect(theme!.categoryIds).toHaveLength(2);
    const memos = memosAbout(project.read, { themeId: theme!.id });
    expect(memos.map((memo) => memo.text.slice(0, 12))).toEqual([
      'I hindren bl',
      'En annan rim',
    ]);
  });

  test('has every quotation where its text stands', () => {
    const analysis = JSON.parse(
      readFileSync(
        new URL('../../../resources/example/analysis.json', import.meta.url),
        'utf8',
      ),
    ) as { quote: string }[];
    const { rows } = analysisRows(project.read, rowsRequest.parse({ sort: 'number' }));
    expect(rows.map((row) => row.unit)).toEqual(analysis.map((unit) => unit.quote));
  });
});
