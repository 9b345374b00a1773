import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { checkProject } from '../../../electron/project/file/check.ts';
import { memosAbout, removeMemo, writeMemo } from '../../../electron/project/memos.ts';
import * as noun from '../../../electron/project/themes.ts';
import { themeRows } from '../../../renderer/themes/themeTree.ts';
import type { ThemeId } from '../../../shared/domain/ids.ts';
import {
  aCategory,
  aCode,
  aTranscript,
  aUnit,
  refusalOf,
} from '../../support/anAnalysis.ts';
import { newProject, type TestProject } from '../../support/newProject.ts';

const gone = '01930000-0000-7000-8000-000000000000' as ThemeId;
const none = { unitIds: [], codeIds: [], categoryIds: [] };

describe('themes', () => {
  let project: TestProject;
  beforeEach(() => {
    project = newProject();
  });
  afterEach(() => project.remove());

  const aTheme = (name: string, parentId: ThemeId | null = null) =>
    project.write((p) => noun.createTheme(p, { name, parentId }).id);
  const names = () => noun.themes(project.read).map((theme) => theme.name);

  test('sub-themes come after their theme; removing one leaves them in its place', () => {
    const one = aTheme('ett');
    aTheme('två');
    const sub = aTheme('i ett', one);
    aTheme('i i ett', sub);
    expect(names()).toEqual(['ett', 'i ett', 'i i ett', 'två']);
    project.write((p) => noun.removeTheme(p, { themeId: one }));
    expect(names()).toEqual(['i ett', 'i i ett', 'två']);
    expect(noun.themes(project.read)[0]!.parentId).toBeNull();
  });

  test('a theme cannot stand under itself, however far down', () => {
    const one = aTheme('ett');
    const deep = aTheme('djupt', aTheme('under', one));
    for (const parentId of [one, deep])
      expect(
        refusalOf(() =>
          project.write((p) => noun.moveTheme(p, { themeId: one, parentId })),
        ),
      ).toBe('theme.parent');
    project.write((p) =>
      noun.moveTheme(p, { themeId: deep, parentId: null, after: null }),
    );
    expect(names()).toEqual(['djupt', 'ett', 'under']);
  });

  test('a ring of themes in a file that was tampered with is found, shown and can be mended', () => {
    const one = aTheme('ett');
    const two = aTheme('två', one);
    const three = aTheme('tre');
    const db = project.opened.db;
    const putUnder = (id: ThemeId, parent: ThemeId) =>
      db.prepare('UPDATE themes SET parent_id = ? WHERE id = ?').run(parent, id);
    expect(checkProject(project.read)).toEqual([]);
    putUnder(one, two);
    expect(checkProject(project.read)).toEqual([{ code: 'themesInARing', count: 2 }]);
    expect(names()).toEqual(['tre', 'ett', 'två']);
    const shown = themeRows(noun.themes(project.read));
    expect(shown.map(({ theme, level }) => `${theme.name} ${level}`)).toEqual([
      'tre 1',
      'ett 1',
      'två 1',
    ]);
    project.write((p) => noun.moveTheme(p, { themeId: three, parentId: two }));
    project.undo();
    project.write((p) => noun.moveTheme(p, { themeId: one, parentId: three }));
    expect(checkProject(project.read)).toEqual([]);
    expect(names()).toEqual(['tre', 'ett', 'två']);
    putUnder(three, three);
    expect(checkProject(project.read)).toEqual([{ code: 'themesInARing', count: 3 }]);
    expect(names()).toHaveLength(3);
  });

  test('two themes cannot have the same name', () => {
    const one = aTheme('Ett');
    const two = aTheme('Två', one);
    expect(refusalOf(() => aTheme('ETT'))).toBe('theme.nameTaken');
    expect(
      refusalOf(() =>
        project.write((p) => noun.renameTheme(p, { themeId: two, name: 'ett' })),
      ),
    ).toBe('theme.nameTaken');
    expect(project.write((p) => noun.themeNamed(p, 'två'))).toBe(two);
  });

  test('links hold once each, and reach units directly, by codes and by categories above them', () => {
    const main = aCategory(project, 'H', { depth: 2 });
    const sub = aCategory(project, 'U', { under: main });
    const { turns } = aTranscript(project, 'FG', [
      'P1: Ja',
      'P2: Nej',
      'P3: Jo',
      'P4: Nja',
    ]);
    const [inSub, free] = [aCode(project, 'i under', sub), aCode(project, 'fri')];
    const byCategory = aUnit(project, [turns[0]!], { codes: [inSub] });
    aUnit(project, [turns[1]!], { codes: [free] });
    const direct = aUnit(project, [turns[2]!]);
    aUnit(project, [turns[3]!]);
    const themeId = aTheme('T');
    const linked = {
      unitIds: [direct, byCategory],
      codeIds: [free],
      categoryIds: [main],
    };
    project.write((p) => noun.linkTheme(p, { themeId, ...linked }));
    project.write((p) => noun.linkTheme(p, { themeId, ...linked }));
    expect(noun.themes(project.read)[0]).toMatchObject({ ...linked, units: 3 });
    project.write((p) =>
      noun.unlinkTheme(p, { ...none, themeId, codeIds: [free], categoryIds: [main] }),
    );
    expect(noun.themes(project.read)[0]).toMatchObject({
      unitIds: [direct, byCategory],
      codeIds: [],
      units: 2,
    });
  });

  test('what is asked of a theme, or of what it shall be linked to, is refused when it is gone', () => {
    const themeId = aTheme('T');
    const refusals = [
      () => project.write((p) => noun.renameTheme(p, { themeId: gone, name: 'x' })),
      () => project.write((p) => noun.moveTheme(p, { themeId: gone, parentId: null })),
      () => project.write((p) => noun.moveTheme(p, { themeId, parentId: gone })),
      () => project.write((p) => noun.removeTheme(p, { themeId: gone })),
      () => project.write((p) => noun.linkTheme(p, { ...none, themeId: gone })),
      () =>
        project.write((p) =>
          noun.linkTheme(p, { ...none, themeId, unitIds: [gone as never] }),
        ),
      () => aTheme('x', gone),
    ];
    expect(refusals.map(refusalOf)).toEqual(refusals.map(() => 'gone'));
  });
});

describe('memos', () => {
  let project: TestProject;
  beforeEach(() => {
    project = newProject();
  });
  afterEach(() => project.remove());

  test('stand on exactly what they were written about, oldest first, with their author', () => {
    const codeId = aCode(project, 'a');
    const other = aCode(project, 'b');
    project.write((p) => writeMemo(p, { text: 'om projektet' }));
    const { id } = project.write((p) => writeMemo(p, { text: 'först', codeId }));
    project.write((p) => writeMemo(p, { text: 'sedan', codeId }));
    expect(memosAbout(project.read, {})).toMatchObject([
      { text: 'om projektet', author: 'Elin Lund' },
    ]);
    expect(memosAbout(project.read, { codeId }).map((memo) => memo.text)).toEqual([
      'först',
      'sedan',
    ]);
    expect(memosAbout(project.read, { codeId: other })).toEqual([]);
    project.write((p) => writeMemo(p, { memoId: id, text: 'omskrivet' }));
    expect(memosAbout(project.read, { codeId })[0]).toMatchObject({
      id,
      text: 'omskrivet',
    });
    project.write((p) => removeMemo(p, { memoId: id }));
    expect(memosAbout(project.read, { codeId }).map((memo) => memo.text)).toEqual([
      'sedan',
    ]);
    expect(refusalOf(() => project.write((p) => removeMemo(p, { memoId: id })))).toBe(
      'gone',
    );
    expect(
      refusalOf(() => project.write((p) => writeMemo(p, { memoId: id, text: 'x' }))),
    ).toBe('gone');
    expect(
      refusalOf(() => project.write((p) => writeMemo(p, { themeId: gone, text: 'x' }))),
    ).toBe('gone');
  });
});
