import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import * as noun from '../../../electron/project/categories.ts';
import { codes } from '../../../electron/project/codes.ts';
import type { CategoryId } from '../../../shared/domain/ids.ts';
import {
  aCategory,
  aCode,
  aTranscript,
  aUnit,
  refusalOf,
} from '../../support/anAnalysis.ts';
import { newProject, type TestProject } from '../../support/newProject.ts';

const gone = '01930000-0000-7000-8000-000000000000' as CategoryId;

describe('categories', () => {
  let project: TestProject;
  beforeEach(() => {
    project = newProject({
      levelNames: ['Under', 'Generisk', 'Huvud'],
      levelPreset: 'EK08',
    });
  });
  afterEach(() => project.remove());

  /** The tree as lines, two spaces a level. */
  function tree(): readonly string[] {
    const all = noun.categories(project.read);
    const indent = (id: CategoryId | null): string => {
      const parent = all.find((category) => category.id === id);
      return parent ? `  ${indent(parent.parentId)}` : '';
    };
    return all.map((category) => indent(category.parentId) + category.name);
  }
  const move = (
    categoryIds: CategoryId[],
    parentId: CategoryId | null,
    after?: CategoryId | null,
  ) =>
    project.write((p) =>
      noun.moveCategories(p, {
        categoryIds,
        parentId,
        ...(after === undefined ? {} : { after }),
      }),
    );

  test('the tree comes top to bottom, siblings in their order', () => {
    const main = aCategory(project, 'Huvud', { depth: 3 });
    const generic = aCategory(project, 'Generisk', { depth: 2, under: main });
    aCategory(project, 'b', { under: generic });
    aCategory(project, 'a', { under: generic });
    aCategory(project, 'ensam');
    expect(tree()).toEqual(['Huvud', '  Generisk', '    b', '    a', 'ensam']);
  });

  test('siblings cannot have the same name, cousins can', () => {
    const one = aCategory(project, 'Ett', { depth: 2 });
    const two = aCategory(project, 'Två', { depth: 2 });
    aCategory(project, 'Öppen', { under: one });
    const cousin = aCategory(project, 'ÖPPEN', { under: two });
    expect(refusalOf(() => aCategory(project, 'öppen', { under: one }))).toBe(
      'category.nameTaken',
    );
    expect(refusalOf(() => move([cousin], one))).toBe('category.nameTaken');
    expect(
      refusalOf(() =>
        project.write((p) => noun.renameCategory(p, { categoryId: two, name: 'ETT' })),
      ),
    ).toBe('category.nameTaken');
    expect(tree()).toEqual(['Ett', '  Öppen', 'Två', '  ÖPPEN']);
  });

  test('two of the same name cannot come to one place together', () => {
    const one = aCategory(project, 'Ett', { depth: 2 });
    const two = aCategory(project, 'Två', { depth: 2 });
    const a = aCategory(project, 'lika', { under: one });
    const b = aCategory(project, 'Lika', { under: two });
    expect(refusalOf(() => move([a, b], null))).toBe('category.nameTaken');
  });

  test('a category stands only under one of a higher level, of a level that the project has', () => {
    const main = aCategory(project, 'Huvud', { depth: 3 });
    const sub = aCategory(project, 'under', { under: main });
    expect(refusalOf(() => move([main], sub))).toBe('category.parent');
    expect(refusalOf(() => move([main], main))).toBe('category.parent');
    expect(refusalOf(() => aCategory(project, 'x', { depth: 1, under: sub }))).toBe(
      'category.parent',
    );
    expect(refusalOf(() => aCategory(project, 'x', { depth: 4 }))).toBe('category.level');
  });

  test('categories move with all that is under them, to where they are dropped', () => {
    const main = aCategory(project, 'H', { depth: 3 });
    const [g, k] = [
      aCategory(project, 'g', { depth: 2 }),
      aCategory(project, 'k', { depth: 2 }),
    ];
    aCategory(project, 'i g', { under: g });
    const x = aCategory(project, 'x', { depth: 2, under: main });
    move([k, g], main, null);
    expect(tree()).toEqual(['H', '  k', '  g', '    i g', '  x']);
    move([k], main, x);
    expect(tree()).toEqual(['H', '  g', '    i g', '  x', '  k']);
    move([g], null);
    expect(tree()).toEqual(['H', '  x', '  k', 'g', '  i g']);
  });

  test('a new category can gather codes and categories from the start', () => {
    const [a, b] = [aCode(project, 'a'), aCode(project, 'b')];
    const sub = aCategory(project, 'under');
    project.write((p) =>
      noun.createCategory(p, {
        name: 'Samling',
        depth: 2,
        parentId: null,
        codeIds: [b, a],
        categoryIds: [sub],
      }),
    );
    expect(tree()).toEqual(['Samling', '  under']);
    expect(codes(project.read).map((code) => code.name)).toEqual(['b', 'a']);
  });

  test('dissolving leaves codes and categories where the dissolved one stood', () => {
    const main = aCategory(project, 'H', { depth: 3 });
    const before = aCategory(project, 'före', { depth: 2, under: main });
    const middle = aCategory(project, 'mitt', { depth: 2, under: main });
    aCategory(project, 'efter', { depth: 2, under: main });
    aCategory(project, 'i mitt 1', { under: middle });
    aCategory(project, 'i mitt 2', { under: middle });
    aCode(project, 'kod', middle);
    project.write((p) => noun.dissolveCategory(p, { categoryId: middle }));
    expect(tree()).toEqual(['H', '  före', '  i mitt 1', '  i mitt 2', '  efter']);
    expect(codes(project.read)[0]).toMatchObject({ name: 'kod', categoryId: main });
    project.write((p) => noun.dissolveCategory(p, { categoryId: main }));
    expect(codes(project.read)[0]).toMatchObject({ name: 'kod', categoryId: null });
    project.write((p) => noun.dissolveCategory(p, { categoryId: before }));
    project.undo();
    project.undo();
    project.undo();
    expect(tree()).toEqual([
      'H',
      '  före',
      '  mitt',
      '    i mitt 1',
      '    i mitt 2',
      '  efter',
    ]);
  });

  test('support of a category is of all that is under it, each unit and person once', () => {
    const main = aCategory(project, 'H', { depth: 2 });
    const [one, two] = ['a', 'b'].map((name) =>
      aCategory(project, name, { under: main }),
    ) as [CategoryId, CategoryId];
    const { turns } = aTranscript(project, 'FG', ['P1: Ja', 'P2: Nej', 'P1: Jo']);
    const [c, d] = [aCode(project, 'c', one), aCode(project, 'd', two)];
    aUnit(project, [turns[0]!], { codes: [c, d] });
    aUnit(project, [turns[1]!], { codes: [c] });
    aUnit(project, [turns[2]!], { codes: [aCode(project, 'rakt under', main)] });
    const support = Object.fromEntries(
      noun.categories(project.read).map((category) => [category.name, category.support]),
    );
    expect(support).toEqual({
      H: { units: 3, participants: 2, transcripts: 1 },
      a: { units: 2, participants: 2, transcripts: 1 },
      b: { units: 1, participants: 1, transcripts: 1 },
    });
    const units = noun.unitsOfCategory(project.read, {
      categoryId: main,
      offset: 0,
      limit: 10,
    });
    expect(units.map((unit) => unit.text)).toEqual(['Ja', 'Nej', 'Jo']);
  });

  test('what is asked of a category that is gone is refused', () => {
    const refusals = [
      () => project.write((p) => noun.renameCategory(p, { categoryId: gone, name: 'x' })),
      () =>
        project.write((p) =>
          noun.describeCategory(p, { categoryId: gone, definition: 'x' }),
        ),
      () => project.write((p) => noun.colourCategory(p, { categoryId: gone, colour: 1 })),
      () => project.write((p) => noun.dissolveCategory(p, { categoryId: gone })),
      () => move([gone], null),
      () => aCategory(project, 'x', { under: gone }),
    ];
    expect(refusals.map(refusalOf)).toEqual(refusals.map(() => 'gone'));
  });
});
