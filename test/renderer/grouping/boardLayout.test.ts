import { describe, expect, test } from 'vitest';

import {
  boardLayout,
  categoryKey,
  codeKey,
  codesUnder,
} from '../../../renderer/grouping/boardLayout.ts';
import {
  columnWith,
  lanesIn,
  readingOrder,
  walk,
} from '../../../renderer/grouping/boardLanes.ts';
import { stepInTree, treeRows } from '../../../renderer/grouping/treeRows.ts';
import { survivor } from '../../../renderer/grouping/useFocusKeeper.ts';
import { aCategory, aCode } from './aBoard.ts';

const open = {
  collapsed: new Set<string>(),
  cardsOf: (column: { codes: readonly never[] }) => column.codes,
} as never;

const hinder = aCategory('hinder', 2);
const info = aCategory('info', 1, 'hinder');
const utsatt = aCategory('utsatt', 1, 'hinder');
const stod = aCategory('stöd', 2);
const ensam = aCategory('ensam', 1);
const codes = [
  aCode('a', 'info'),
  aCode('b', 'info'),
  aCode('c', 'utsatt'),
  aCode('d', 'hinder'),
  aCode('e', 'ensam'),
  aCode('f', null),
  aCode('g', null),
];
const layout = boardLayout({
  codes,
  categories: [hinder, info, utsatt, stod, ensam],
  topDepth: 2,
});
const names = (keys: readonly string[]) => keys.map((key) => key.replace(/^.*:/u, ''));

describe('the board', () => {
  test('has a band per main category, and one for what has none', () => {
    expect(layout.bands.map((band) => band.category?.name ?? 'utan')).toEqual([
      'hinder',
      'stöd',
      'utan',
    ]);
    expect(layout.bands[2]?.columns.map((column) => column.head?.name)).toEqual([
      'ensam',
    ]);
  });

  test('shows codes directly under a main category as a column without a head', () => {
    const [direct, first] = layout.bands[0]!.columns;
    expect(direct?.head).toBeNull();
    expect(direct?.codes.map((code) => code.name)).toEqual(['d']);
    expect(first?.head?.name).toBe('info');
    expect(layout.bands[0]).toMatchObject({ categories: 2, codes: 4 });
    expect(codesUnder(layout, hinder.id).map((code) => code.name)).toEqual([
      'd',
      'a',
      'b',
      'c',
    ]);
  });

  test('keeps what is not placed, or placed in what is gone, in the pile', () => {
    const lost = boardLayout({
      codes: [aCode('x', 'borta')],
      categories: [],
      topDepth: 2,
    });
    expect(lost.pile.codes.map((code) => code.name)).toEqual(['x']);
    expect(layout.pile.codes.map((code) => code.name)).toEqual(['f', 'g']);
  });

  test('has columns and no bands when the project has one level', () => {
    const flat = boardLayout({
      codes: [aCode('a', 'k')],
      categories: [aCategory('k', 1)],
      topDepth: 1,
    });
    expect(flat.isFlat).toBe(true);
    expect(flat.bands).toHaveLength(1);
    expect(lanesIn(flat, open).lanes[0]?.head).toBeNull();
  });

  test('keeps the columns that a step did not touch', () => {
    const categories = [hinder, info, utsatt, stod, ensam];
    const moved = codes.map((code) =>
      code.name === 'c' ? { ...code, categoryId: info.id } : code,
    );
    const after = boardLayout({ codes: moved, categories, topDepth: 2 }, layout);
    const column = (of: typeof layout, id: string) =>
      of.bands.flatMap((band) => band.columns).find((one) => one.id === id);
    expect(column(after, 'ensam')).toBe(column(layout, 'ensam'));
    expect(column(after, 'info')?.codes.map((code) => code.name)).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(after.pile).toBe(layout.pile);
  });

  test('nests bands when there are more levels', () => {
    const deep = boardLayout({
      codes: [aCode('a', 'sub')],
      categories: [
        aCategory('main', 3),
        aCategory('generic', 2, 'main'),
        aCategory('sub', 1, 'generic'),
        aCategory('lös', 2),
      ],
      topDepth: 3,
    });
    expect(deep.bands[0]).toMatchObject({ level: 1, categories: 2, codes: 1 });
    expect(deep.bands[0]?.bands[0]).toMatchObject({ level: 2 });
    expect(deep.bands[1]?.category).toBeNull();
    expect(deep.bands[1]?.bands[0]?.category?.name).toBe('lös');
  });
});

describe('walking on the board', () => {
  const lanes = lanesIn(layout, open);
  const go = (from: Parameters<typeof walk>[1], move: Parameters<typeof walk>[2]) =>
    walk(lanes, from, move)?.replace(/^.*:/u, '') ?? null;
  const a = codeKey(codes[0]!.id);
  const c = codeKey(codes[2]!.id);
  const f = codeKey(codes[5]!.id);

  test('goes up and down a column, and from its head to the band', () => {
    expect(go(a, 'down')).toBe('b');
    expect(go(a, 'up')).toBe('info');
    expect(go(categoryKey(info.id), 'up')).toBe('hinder');
    expect(go(categoryKey(hinder.id), 'down')).toBe('d');
  });

  test('goes sideways on the same height, and to the pile', () => {
    expect(go(a, 'right')).toBe('c');
    expect(go(c, 'left')).toBe('a');
    expect(go(codeKey(codes[3]!.id), 'left')).toBe('f');
    expect(go(f, 'right')).toBe('d');
  });

  test('goes between bands, and to the ends', () => {
    expect(go(c, 'bandDown')).toBe('stöd');
    expect(go(c, 'bandUp')).toBe('hinder');
    expect(go(a, 'columnEnd')).toBe('b');
    expect(go(a, 'boardEnd')).toBe('e');
  });

  test('passes by what is in a closed band', () => {
    const closed = lanesIn(layout, {
      ...(open as object),
      collapsed: new Set([hinder.id]),
    } as never);
    expect(names(readingOrder(closed))).toEqual([
      'f',
      'g',
      'hinder',
      'stöd',
      'orphans',
      'ensam',
      'e',
    ]);
    expect(names(columnWith(lanes, a))).toEqual(['info', 'a', 'b']);
  });

  test('finds the nearest that is left when a card goes', () => {
    const order = readingOrder(lanes);
    expect(
      survivor(
        order,
        order.filter((key) => key !== a),
        a,
      ),
    ).toBe(codeKey(codes[1]!.id));
    expect(survivor([f, a], [f], a)).toBe(f);
    expect(survivor([a], [], a)).toBeNull();
  });
});

describe('the tree', () => {
  const rows = treeRows(layout, open);

  test('has a row for each category and placed code with its level', () => {
    expect(
      rows.map((row) => `${row.level} ${row.category?.name ?? row.code?.name}`),
    ).toEqual([
      '1 hinder',
      '2 info',
      '3 a',
      '3 b',
      '2 utsatt',
      '3 c',
      '2 d',
      '1 stöd',
      '1 ensam',
      '2 e',
    ]);
  });

  test('opens and closes sideways, then goes in and out', () => {
    const head = categoryKey(info.id);
    expect(stepInTree(rows, head, 'ArrowLeft')).toEqual({ kind: 'close', id: info.id });
    expect(stepInTree(rows, head, 'ArrowRight')).toEqual({
      kind: 'go',
      key: codeKey(codes[0]!.id),
    });
    expect(stepInTree(rows, codeKey(codes[0]!.id), 'ArrowLeft')).toEqual({
      kind: 'go',
      key: head,
    });
    expect(stepInTree(rows, head, 'End')).toEqual({
      kind: 'go',
      key: codeKey(codes[4]!.id),
    });
  });
});
