import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { analysisRows } from '../../../../electron/project/analysisTable/analysisTable.ts';
import { editTable } from '../../../../electron/project/analysisTable/analysisTableEdit.ts';
import { categories } from '../../../../electron/project/categories.ts';
import { createTheme, linkTheme } from '../../../../electron/project/themes.ts';
import {
  cellEdit,
  rowsRequest,
  type CellEdit,
} from '../../../../shared/domain/analysisTable.ts';
import type { CategoryId, CodeId, MeaningUnitId } from '../../../../shared/domain/ids.ts';
import {
  aCategory,
  aCode,
  aTranscript,
  aUnit,
  refusalOf,
} from '../../../support/anAnalysis.ts';
import { newProject, type TestProject } from '../../../support/newProject.ts';

describe('editing the analysis table', () => {
  let project: TestProject;
  let main: CategoryId;
  let codes: { stöd: CodeId; oro: CodeId };
  let units: {
    one: MeaningUnitId;
    two: MeaningUnitId;
    bare: MeaningUnitId;
    shared: MeaningUnitId;
  };

  beforeEach(() => {
    project = newProject();
    const { turns } = aTranscript(project, 'FG', [
      'P1: Ett',
      'P2: Två',
      'P1: Tre',
      'P2: Fyra',
    ]);
    main = aCategory(project, 'Huvud', { depth: 2 });
    const sub = aCategory(project, 'Under', { under: main });
    codes = { stöd: aCode(project, 'stöd', sub), oro: aCode(project, 'oro') };
    units = {
      one: aUnit(project, [turns[0]!], { codes: [codes.stöd], condensed: 'ett' }),
      two: aUnit(project, [turns[1]!], { codes: [codes.stöd, codes.oro] }),
      bare: aUnit(project, [turns[2]!]),
      shared: aUnit(project, [turns[3]!], { codes: [codes.stöd] }),
    };
  });
  afterEach(() => project.remove());

  const edit = (...cells: CellEdit[]) =>
    project.write(
      (p) => editTable(p, { cells: cells.map((cell) => cellEdit.parse(cell)) }),
      'analysisTable.edit',
    );
  const rowOf = (unit: MeaningUnitId) =>
    analysisRows(project.read, rowsRequest.parse({})).rows.find(
      (row) => row.id === unit,
    )!;
  const paths = (unit: MeaningUnitId) =>
    rowOf(unit).codes.map((code) => [code.name, ...code.path.map((node) => node.name)]);
  const themesOf = (unit: MeaningUnitId) => rowOf(unit).themes.map((theme) => theme.name);
  const category = (unitId: MeaningUnitId, depth: number, value: string): CellEdit => ({
    unitId,
    column: 'category',
    depth,
    value,
  });

  test('takes many cells as one step', () => {
    edit(
      { unitId: units.one, column: 'condensed', value: 'kortare' },
      { unitId: units.bare, column: 'condensed', value: 'ny' },
      { unitId: units.one, column: 'interpretation', value: 'djupare' },
    );
    expect(rowOf(units.one)).toMatchObject({
      condensed: 'kortare',
      interpretation: 'djupare',
    });
    project.undo();
    expect(rowOf(units.one)).toMatchObject({ condensed: 'ett', interpretation: '' });
    expect(rowOf(units.bare).condensed).toBe('');
  });

  test('reads a code cell as names, of codes that are there or made', () => {
    edit({ unitId: units.two, column: 'code', value: 'STÖD;  ny kod ;Ny kod; ' });
    expect(paths(units.two)).toEqual([['stöd', 'Under', 'Huvud'], ['ny kod']]);
    edit({ unitId: units.two, column: 'code', value: '' });
    expect(paths(units.two)).toEqual([]);
  });

  test('takes a code with a semicolon in its name as one code', () => {
    const code = aCode(project, 'rädsla; ilska');
    edit({ unitId: units.bare, column: 'code', value: 'oro; Rädsla; ilska' });
    expect(paths(units.bare)).toEqual([['oro'], ['rädsla; ilska']]);
    edit({ unitId: units.one, column: 'code', value: '"rädsla; ilska"; ny' });
    expect(rowOf(units.one).codes.map(({ id }) => id)).toContain(code);
    expect(paths(units.one)).toEqual([['rädsla; ilska'], ['ny']]);
    edit({ unitId: units.one, column: 'code', value: '"ännu; en"' });
    expect(paths(units.one)).toEqual([['ännu; en']]);
  });

  test('takes a theme with a semicolon in its name as one theme', () => {
    edit({ unitId: units.one, column: 'theme', value: '"Ensam; ändå sedd"; Tröst' });
    expect(themesOf(units.one)).toEqual(['Ensam; ändå sedd', 'Tröst']);
    edit({ unitId: units.two, column: 'theme', value: 'Tröst; ensam; ändå sedd' });
    expect(themesOf(units.two)).toEqual(['Ensam; ändå sedd', 'Tröst']);
  });

  test('leaves all as it was when one cell is refused', () => {
    const refused = refusalOf(() =>
      edit(
        { unitId: units.one, column: 'condensed', value: 'kortare' },
        category(units.two, 1, 'Annan'),
      ),
    );
    expect(refused).toBe('table.whichCode');
    expect(rowOf(units.one).condensed).toBe('ett');
  });

  test('moves the code of a category cell, and with it all its units', () => {
    edit(category(units.one, 1, 'Ny under'));
    expect(paths(units.one)).toEqual([['stöd', 'Ny under', 'Huvud']]);
    expect(paths(units.shared)).toEqual([['stöd', 'Ny under', 'Huvud']]);
    edit(category(units.one, 1, 'UNDER'));
    expect(paths(units.one)).toEqual([['stöd', 'Under', 'Huvud']]);
  });

  test('says which code when there are several, and refuses a code that the unit does not have', () => {
    edit({
      unitId: units.two,
      column: 'category',
      depth: 2,
      value: 'huvud',
      codeId: codes.oro,
    });
    expect(paths(units.two)).toEqual([
      ['stöd', 'Under', 'Huvud'],
      ['oro', 'Huvud'],
    ]);
    expect(
      refusalOf(() =>
        edit({
          unitId: units.one,
          column: 'category',
          depth: 2,
          value: 'x',
          codeId: codes.oro,
        }),
      ),
    ).toBe('gone');
    expect(refusalOf(() => edit(category(units.bare, 1, 'Under')))).toBe('table.noCode');
    edit(category(units.bare, 1, ''));
    expect(refusalOf(() => edit(category(units.one, 3, 'För högt')))).toBe(
      'category.level',
    );
  });

  test('an emptied category cell clears the placement at and below its level', () => {
    edit(category(units.one, 1, ''));
    expect(paths(units.one)).toEqual([['stöd', 'Huvud']]);
    project.undo();
    edit(category(units.one, 2, ''));
    expect(paths(units.one)).toEqual([['stöd']]);
  });

  test('takes a pasted row from the highest level down, whatever the order of its cells', () => {
    edit(category(units.bare, 1, 'Under'), category(units.bare, 2, 'Annan huvud'), {
      unitId: units.bare,
      column: 'code',
      value: 'helt ny',
    });
    expect(paths(units.bare)).toEqual([['helt ny', 'Under', 'Annan huvud']]);
    expect(paths(units.one)).toEqual([['stöd', 'Under', 'Huvud']]);
    expect(categories(project.read).map((node) => node.name)).toEqual([
      'Huvud',
      'Under',
      'Annan huvud',
      'Under',
    ]);
  });

  test('finds a category of that name elsewhere when only its own cell is filled', () => {
    edit(
      { unitId: units.bare, column: 'code', value: 'fri' },
      category(units.bare, 1, 'under'),
    );
    expect(paths(units.bare)).toEqual([['fri', 'Under', 'Huvud']]);
  });

  test('a category cell that says what is so already changes nothing', () => {
    const steps = () =>
      project.read.get<{ n: number }>('SELECT count(*) AS n FROM steps')!.n;
    const before = steps();
    edit(category(units.one, 1, 'under'), category(units.one, 2, 'HUVUD'));
    expect(steps()).toBe(before);
  });

  test('links a unit to the themes of its cell, and leaves what it has by its codes', () => {
    project.write((p) => {
      const { id: themeId } = createTheme(p, { name: 'Ärvt', parentId: null });
      linkTheme(p, { themeId, unitIds: [], codeIds: [], categoryIds: [main] });
    });
    edit({ unitId: units.one, column: 'theme', value: 'Ärvt; Eget' });
    expect(rowOf(units.one).themes).toMatchObject([
      { name: 'Ärvt', isDirect: false },
      { name: 'Eget', isDirect: true },
    ]);
    edit({ unitId: units.one, column: 'theme', value: 'eget; Ett till' });
    expect(themesOf(units.one)).toEqual(['Ärvt', 'Eget', 'Ett till']);
    edit({ unitId: units.one, column: 'theme', value: '' });
    expect(themesOf(units.one)).toEqual(['Ärvt']);
  });

  test('refuses a name that is too long, and a row that is gone', () => {
    expect(
      refusalOf(() =>
        edit({ unitId: units.one, column: 'code', value: 'x'.repeat(201) }),
      ),
    ).toBe('name.tooLong');
    const gone = '01930000-0000-7000-8000-000000000000' as MeaningUnitId;
    expect(refusalOf(() => edit({ unitId: gone, column: 'code', value: 'x' }))).toBe(
      'gone',
    );
  });
});
