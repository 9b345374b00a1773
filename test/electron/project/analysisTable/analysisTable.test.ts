import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import {
  analysisRows,
  placeOfUnit,
} from '../../../../electron/project/analysisTable/analysisTable.ts';
import { moveCategories } from '../../../../electron/project/categories.ts';
import { codeUnits } from '../../../../electron/project/codings.ts';
import {
  interpretUnit,
  markUnit,
  retireUnits,
  starUnits,
} from '../../../../electron/project/meaningUnits.ts';
import { createTheme, linkTheme } from '../../../../electron/project/themes.ts';
import { moveTranscript } from '../../../../electron/project/transcripts.ts';
import {
  rowsRequest,
  type RowFilter,
  type RowsRequest,
} from '../../../../shared/domain/analysisTable.ts';
import type {
  CategoryId,
  CodeId,
  MeaningUnitId,
  ThemeId,
  TranscriptId,
  TurnId,
} from '../../../../shared/domain/ids.ts';
import { aCategory, aCode, aTranscript, aUnit } from '../../../support/anAnalysis.ts';
import { newProject, type TestProject } from '../../../support/newProject.ts';

describe('the analysis table', () => {
  let project: TestProject;
  let group: { id: TranscriptId; turns: readonly TurnId[] };
  let main: CategoryId;
  let late: CategoryId;
  let codes: Record<'lugn' | 'oro' | 'fri' | 'vila', CodeId>;
  let units: Record<'oro' | 'lugn' | 'both' | 'bare' | 'vera', MeaningUnitId>;
  let theme: ThemeId;

  beforeAll(() => {
    project = newProject();
    group = aTranscript(project, 'FG10', [
      'P2: Ångesten kom varje kväll.',
      'M: Varje kväll?',
      'P10: Ja, varje kväll.',
      'P1: Men jag fick stöd.',
      'P2: Inte jag. Men det kom sen.',
    ]);
    const vera = aTranscript(project, 'FG2', ['Vera: Allt var lugnt.']);
    main = aCategory(project, 'Huvud', { depth: 2 });
    late = aCategory(project, 'Sen', { under: main });
    const early = aCategory(project, 'Först', { under: main });
    codes = {
      lugn: aCode(project, 'lugn', late),
      oro: aCode(project, 'Oro', early),
      fri: aCode(project, 'fri'),
      vila: aCode(project, 'vila', main),
    };
    const [first, moderator, second, third] = group.turns as [
      TurnId,
      TurnId,
      TurnId,
      TurnId,
    ];
    units = {
      lugn: aUnit(project, [third], { codes: [codes.lugn], condensed: 'Stöd' }),
      oro: aUnit(project, [first], { codes: [codes.oro], condensed: 'ängslan' }),
      both: aUnit(project, [first, moderator, second], {
        codes: [codes.fri, codes.oro, codes.lugn],
      }),
      bare: project.write((p) => {
        const turnId = group.turns[4]!;
        return markUnit(p, {
          spans: [
            { turnId, start: 15, end: 21 },
            { turnId, start: 0, end: 9 },
          ],
        }).id;
      }),
      vera: aUnit(project, vera.turns, { codes: [codes.vila], condensed: 'Åter lugn' }),
    };
    const retired = aUnit(project, [third], { codes: [codes.lugn] });
    theme = project.write((p) => {
      retireUnits(p, { unitIds: [retired], reason: '' });
      interpretUnit(p, { unitId: units.vera, text: 'Ensamhet' });
      starUnits(p, { unitIds: [units.vera], isQuotable: true });
      const inherited = createTheme(p, { name: 'Genom', parentId: null }).id;
      linkTheme(p, {
        themeId: inherited,
        unitIds: [units.lugn],
        codeIds: [codes.fri],
        categoryIds: [main],
      });
      const direct = createTheme(p, { name: 'Direkt', parentId: null }).id;
      linkTheme(p, {
        themeId: direct,
        unitIds: [units.bare],
        codeIds: [],
        categoryIds: [],
      });
      return direct;
    });
  });
  afterAll(() => project.remove());

  const rows = (request: RowsRequest = {}) =>
    analysisRows(project.read, rowsRequest.parse(request));
  const nameOf = (id: MeaningUnitId) =>
    Object.entries(units).find(([, unit]) => unit === id)![0];
  const order = (request: RowsRequest = {}) =>
    rows(request).rows.map((row) => nameOf(row.id));
  const found = (filter: RowFilter) => order({ filter });

  test('has a row for every active unit, in the order of the text', () => {
    expect(order()).toEqual(['oro', 'both', 'lugn', 'bare', 'vera']);
    expect(order({ descending: true })).toEqual(['vera', 'bare', 'lugn', 'oro', 'both']);
    expect(rows({ limit: 2, offset: 1 })).toMatchObject({
      total: 5,
      rows: [{ id: units.both }, { id: units.lugn }],
    });
  });

  test('joins the words of turns that follow each other and shows what was skipped', () => {
    const all = rows().rows;
    expect(all[1]).toMatchObject({
      unit: 'Ångesten kom varje kväll. Varje kväll? Ja, varje kväll.',
      speaker: 'P2, M, P10',
      turnLabel: 'r1',
      transcript: 'FG10',
      spans: [
        { turn: 0, start: 0, end: 25 },
        { turn: 1, start: 0, end: 12 },
        { turn: 2, start: 0, end: 16 },
      ],
    });
    expect(all[3]!.unit).toBe('Inte jag. […] et kom');
    expect(all[3]!.spans).toEqual([
      { turn: 4, start: 0, end: 9 },
      { turn: 4, start: 15, end: 21 },
    ]);
  });

  test('places each code on its path, low to high, and themes once with how they come there', () => {
    const [, both, lugn, bare] = rows().rows;
    expect(
      both!.codes.map((code) => [code.name, ...code.path.map((node) => node.name)]),
    ).toEqual([['fri'], ['Oro', 'Först', 'Huvud'], ['lugn', 'Sen', 'Huvud']]);
    expect(both!.themes).toEqual([
      { id: expect.any(String), name: 'Genom', isDirect: false },
    ]);
    expect(lugn!.themes).toEqual([
      { id: expect.any(String), name: 'Genom', isDirect: true },
    ]);
    expect(bare!.themes).toEqual([{ id: theme, name: 'Direkt', isDirect: true }]);
  });

  test.each<[RowsRequest['sort'], string[]]>([
    ['number', ['lugn', 'oro', 'both', 'bare', 'vera']],
    ['transcript', ['vera', 'oro', 'both', 'lugn', 'bare']],
    ['speaker', ['lugn', 'oro', 'both', 'bare', 'vera']],
    ['unit', ['vera', 'bare', 'lugn', 'oro', 'both']],
    ['condensed', ['lugn', 'vera', 'oro', 'both', 'bare']],
    ['interpretation', ['vera', 'oro', 'both', 'lugn', 'bare']],
    ['code', ['both', 'lugn', 'oro', 'vera', 'bare']],
    ['category', ['both', 'lugn', 'oro', 'vera', 'bare']],
    ['theme', ['bare', 'both', 'lugn', 'vera', 'oro']],
  ])('sorts by %s, å ä ö last, P2 before P10, nothing last', (sort, expected) => {
    // The unit with code Oro has its theme by the main category too.
    const wanted = sort === 'theme' ? ['bare', 'oro', 'both', 'lugn', 'vera'] : expected;
    expect(order({ sort })).toEqual(wanted);
  });

  test('keeps what is missing last when the order is turned', () => {
    expect(order({ sort: 'condensed', descending: true })).toEqual([
      'oro',
      'vera',
      'lugn',
      'both',
      'bare',
    ]);
    expect(order({ sort: 'category', descending: true })).toEqual([
      'vera',
      'oro',
      'both',
      'lugn',
      'bare',
    ]);
  });

  test('groups by the board, within a group by the chosen order', () => {
    expect(order({ groupByCategory: true })).toEqual([
      'both',
      'lugn',
      'oro',
      'vera',
      'bare',
    ]);
    expect(order({ groupByCategory: true, sort: 'number' })).toEqual([
      'lugn',
      'both',
      'oro',
      'vera',
      'bare',
    ]);
    expect(order({ groupByCategory: true, sort: 'number', descending: true })).toEqual([
      'both',
      'lugn',
      'oro',
      'vera',
      'bare',
    ]);
  });

  test('follows the board when it is changed, and back again', () => {
    project.write((p) => moveCategories(p, { categoryIds: [late], parentId: main }));
    expect(order({ sort: 'category' })).toEqual(['oro', 'both', 'lugn', 'vera', 'bare']);
    project.undo();
    expect(order({ sort: 'category' })).toEqual(['both', 'lugn', 'oro', 'vera', 'bare']);
    project.write((p) => moveTranscript(p, { transcriptId: group.id }));
    expect(order()).toEqual(['vera', 'oro', 'both', 'lugn', 'bare']);
    project.undo();
  });

  test.each<[string, string[]]>([
    ['KVÄLL', ['oro', 'both']],
    ['ångest', ['oro', 'both']],
    ['angest', []],
    ['kvall', []],
    ['ÄNGSLAN', ['oro']],
    ['ensam', ['vera']],
    ['oro', ['oro', 'both']],
    ['stöd', ['lugn']],
    ['%', []],
    ['ko_', []],
    ['[…]', []],
    ['*', []],
  ])('finds %s in words, condensations, interpretations and codes', (text, expected) => {
    expect(found({ text })).toEqual(expected);
  });

  test('filters by each thing, all of them together, and counts what is left', () => {
    expect(found({ transcriptIds: [group.id] })).toEqual(['oro', 'both', 'lugn', 'bare']);
    expect(found({ speakers: ['P10', 'Vera'] })).toEqual(['both', 'vera']);
    expect(found({ codeIds: [codes.oro, codes.vila] })).toEqual(['oro', 'both', 'vera']);
    expect(found({ categoryIds: [late] })).toEqual(['both', 'lugn']);
    expect(found({ categoryIds: [main] })).toEqual(['oro', 'both', 'lugn', 'vera']);
    expect(found({ themeIds: [theme] })).toEqual(['bare']);
    expect(found({ missing: 'condensation' })).toEqual(['both', 'bare']);
    expect(found({ missing: 'code' })).toEqual(['bare']);
    expect(found({ missing: 'category' })).toEqual(['bare']);
    expect(found({ isQuotable: true })).toEqual(['vera']);
    expect(found({ codeIds: [], transcriptIds: [] })).toHaveLength(5);
    expect(rows({ filter: { text: 'kväll', speakers: ['P10'] }, limit: 1 }).total).toBe(
      1,
    );
  });

  test('knows where a row is in the order that is shown', () => {
    const place = (unitId: MeaningUnitId, request: RowsRequest = {}) =>
      placeOfUnit(project.read, { ...rowsRequest.parse(request), unitId }).index;
    expect(place(units.lugn)).toBe(2);
    expect(place(units.lugn, { sort: 'number' })).toBe(0);
    expect(place(units.lugn, { filter: { text: 'kväll' } })).toBeNull();
  });

  test('sees at once what was just written', () => {
    expect(found({ missing: 'code' })).toEqual(['bare']);
    project.write((p) =>
      codeUnits(p, { unitIds: [units.bare], codeIds: [codes.oro], create: [] }),
    );
    expect(found({ missing: 'code' })).toEqual([]);
    project.undo();
    expect(found({ missing: 'code' })).toEqual(['bare']);
  });

  test('sees what another program has written', () => {
    expect(found({ isQuotable: true })).toEqual(['vera']);
    const other = new Database(project.path);
    other.prepare('UPDATE meaning_units SET is_quotable = 1').run();
    expect(found({ isQuotable: true })).toHaveLength(5);
    other
      .prepare('UPDATE meaning_units SET is_quotable = 0 WHERE id <> ?')
      .run(units.vera);
    other.close();
    expect(found({ isQuotable: true })).toEqual(['vera']);
  });
});
