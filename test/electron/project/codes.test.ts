import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { uncodeUnits } from '../../../electron/project/codings.ts';
import * as noun from '../../../electron/project/codes.ts';
import { assignSpeaker } from '../../../electron/project/people/participants.ts';
import { retireUnits, unitsById } from '../../../electron/project/meaningUnits.ts';
import { memosAbout, writeMemo } from '../../../electron/project/memos.ts';
import { createTheme, linkTheme, themes } from '../../../electron/project/themes.ts';
import type { CodeId, MeaningUnitId, SpeakerId } from '../../../shared/domain/ids.ts';
import {
  aCategory,
  aCode,
  aTranscript,
  aUnit,
  refusalOf,
} from '../../support/anAnalysis.ts';
import { newProject, type TestProject } from '../../support/newProject.ts';

const gone = '01930000-0000-7000-8000-000000000000' as CodeId;

describe('codes', () => {
  let project: TestProject;
  beforeEach(() => {
    project = newProject();
  });
  afterEach(() => project.remove());

  const names = () => noun.codes(project.read).map((code) => code.name);
  const codeOf = (id: CodeId) => noun.codes(project.read).find((code) => code.id === id)!;
  const codesOfUnit = (id: MeaningUnitId) => unitsById(project.read, [id])[0]!.codeIds;

  test('a new code is not placed and stands last', () => {
    const sub = aCategory(project, 'Stöd');
    aCode(project, 'första');
    aCode(project, 'andra');
    aCode(project, 'placerad', sub);
    expect(names()).toEqual(['placerad', 'första', 'andra']);
    expect(noun.codes(project.read)[1]).toMatchObject({
      categoryId: null,
      origin: 'data',
      colour: null,
      sample: '',
      lastUsed: 0,
      support: { units: 0, participants: 0, transcripts: 0 },
    });
  });

  test('codes come in the order of the tree, those directly in a category after its sub-categories', () => {
    const main = aCategory(project, 'Huvud', { depth: 2 });
    const early = aCategory(project, 'A', { under: main });
    const late = aCategory(project, 'B', { under: main });
    const other = aCategory(project, 'Annan', { depth: 2 });
    aCode(project, 'i annan', other);
    aCode(project, 'i huvud', main);
    aCode(project, 'i B', late);
    aCode(project, 'i A', early);
    expect(names()).toEqual(['i A', 'i B', 'i huvud', 'i annan']);
  });

  test.each([
    ['stöd', 'STÖD'],
    ['Ångest', 'ångest'],
    ['é', 'e\u0301'],
    ['50 % _x', '50 % _X'],
  ])('two codes cannot be called %s and %s', (first, second) => {
    const id = aCode(project, first.normalize('NFC'));
    expect(refusalOf(() => aCode(project, second.normalize('NFC')))).toBe(
      'code.nameTaken',
    );
    aCode(project, 'annan');
    expect(
      refusalOf(() =>
        project.write((p) => noun.renameCode(p, { codeId: id, name: 'ANNAN' })),
      ),
    ).toBe('code.nameTaken');
    project.write((p) =>
      noun.renameCode(p, { codeId: id, name: second.normalize('NFC') }),
    );
    expect(codeOf(id).name).toBe(second.normalize('NFC'));
  });

  test('a and å are different letters, and a name with % is no pattern', () => {
    aCode(project, 'tar');
    aCode(project, 'tår');
    aCode(project, 't%');
    expect(names()).toEqual(['tar', 'tår', 't%']);
  });

  test('the refusal of a name says which code has it, so that they can be merged', () => {
    const id = aCode(project, 'stöd');
    expect(() => aCode(project, 'Stöd')).toThrow(
      expect.objectContaining({
        problem: { code: 'code.nameTaken', params: { name: 'stöd', code: id } },
      }),
    );
  });

  test('support counts people and transcripts, not moderators and not retired units', () => {
    const one = aTranscript(project, 'FG1', ['M: Hej', 'P1: Ja', 'P2: Nej', 'P1: Jo']);
    const two = aTranscript(project, 'FG2', ['P1: Igen', '-: Brus']);
    const code = aCode(project, 'svar');
    aUnit(project, [one.turns[0]!, one.turns[1]!], { codes: [code], condensed: 'ja' });
    aUnit(project, [one.turns[2]!, one.turns[3]!], { codes: [code] });
    aUnit(project, [two.turns[0]!], { codes: [code] });
    const unit = aUnit(project, [two.turns[1]!], { codes: [code] });
    expect(codeOf(code).support).toEqual({ units: 4, participants: 2, transcripts: 2 });
    project.write((p) => retireUnits(p, { unitIds: [unit], reason: '' }));
    expect(codeOf(code).support).toEqual({ units: 3, participants: 2, transcripts: 2 });
  });

  test('a speaker without a participant counts as one voice of its own', () => {
    const { turns } = aTranscript(project, 'FG1', ['P1: Ja', 'P2: Nej']);
    const code = aCode(project, 'svar');
    aUnit(project, turns, { codes: [code] });
    for (const { id } of project.read.all<{ id: SpeakerId }>('SELECT id FROM speakers'))
      project.write((p) =>
        assignSpeaker(p, { speakerId: id, role: 'participant', participantId: null }),
      );
    expect(codeOf(code).support.participants).toBe(2);
  });

  test('the sample is the condensation of the latest use, and use gives an order', () => {
    const { turns } = aTranscript(project, 'FG1', ['P1: Ja', 'P2: Nej', 'P2: Kanske']);
    const [used, later] = [aCode(project, 'a'), aCode(project, 'b')];
    aUnit(project, [turns[0]!], { codes: [used], condensed: 'först' });
    aUnit(project, [turns[1]!], { codes: [used], condensed: 'sist' });
    aUnit(project, [turns[2]!], { codes: [later], condensed: 'annat' });
    expect(codeOf(used).sample).toBe('sist');
    expect(codeOf(later).lastUsed).toBeGreaterThan(codeOf(used).lastUsed);
  });

  test('codes are moved between, first, last and in the given order', () => {
    const sub = aCategory(project, 'S');
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) =>
      aCode(project, name, sub),
    ) as [CodeId, CodeId, CodeId, CodeId];
    const move = (codeIds: CodeId[], after?: CodeId | null) =>
      project.write((p) =>
        noun.moveCodes(p, {
          codeIds,
          categoryId: sub,
          ...(after === undefined ? {} : { after }),
        }),
      );
    move([d, a], b);
    expect(names()).toEqual(['b', 'd', 'a', 'c']);
    move([c], null);
    expect(names()).toEqual(['c', 'b', 'd', 'a']);
    move([c, b]);
    expect(names()).toEqual(['d', 'a', 'c', 'b']);
    expect(refusalOf(() => move([a], gone))).toBe('gone');
    expect(refusalOf(() => move([gone]))).toBe('gone');
  });

  test('moving codes to where they are is no step', () => {
    const sub = aCategory(project, 'S');
    const [a, b] = [aCode(project, 'a', sub), aCode(project, 'b', sub)];
    const steps = () =>
      project.read.get<{ n: number }>('SELECT count(*) AS n FROM steps')!.n;
    const before = steps();
    project.write((p) =>
      noun.moveCodes(p, { codeIds: [a, b], categoryId: sub, after: null }),
    );
    project.write((p) => noun.moveCodes(p, { codeIds: [b], categoryId: sub, after: a }));
    project.write((p) => noun.moveCodes(p, { codeIds: [b], categoryId: sub }));
    expect(steps()).toBe(before);
  });

  test('merging keeps every coding once, both definitions, themes and memos', () => {
    const { turns } = aTranscript(project, 'FG1', ['P1: Ja', 'P2: Nej']);
    const [into, from] = [aCode(project, 'stöd'), aCode(project, 'hjälp')];
    const both = aUnit(project, [turns[0]!], { codes: [into, from] });
    const one = aUnit(project, [turns[1]!], { codes: [from] });
    project.write((p) => {
      noun.describeCode(p, { codeId: into, definition: 'Att få stöd' });
      noun.describeCode(p, {
        codeId: from,
        definition: 'Att få hjälp',
        origin: 'theory',
      });
      const { id } = createTheme(p, { name: 'T', parentId: null });
      linkTheme(p, { themeId: id, unitIds: [], codeIds: [into, from], categoryIds: [] });
      writeMemo(p, { codeId: from, text: 'därför' });
      noun.mergeCodes(p, { into, from: [from, into], name: 'hjälp' });
    });
    expect(names()).toEqual(['hjälp']);
    expect(codeOf(into)).toMatchObject({
      definition: 'Att få stöd\n\nAtt få hjälp',
      origin: 'both',
      support: { units: 2 },
    });
    expect(codesOfUnit(both)).toEqual([into]);
    expect(codesOfUnit(one)).toEqual([into]);
    expect(themes(project.read)[0]!.codeIds).toEqual([into]);
    expect(memosAbout(project.read, { codeId: into })).toHaveLength(1);
  });

  test('splitting gives the chosen units a code of their own beside the old one', () => {
    const sub = aCategory(project, 'S');
    const { turns } = aTranscript(project, 'FG1', ['P1: Ja', 'P2: Nej']);
    const [code] = [aCode(project, 'a', sub), aCode(project, 'z', sub)];
    project.write((p) => noun.colourCode(p, { codeId: code, colour: 5 }));
    const [stays, leaves] = turns.map((turn) =>
      aUnit(project, [turn], { codes: [code] }),
    );
    const { id } = project.write((p) =>
      noun.splitCode(p, { codeId: code, unitIds: [leaves!], name: 'b' }),
    );
    expect(names()).toEqual(['a', 'b', 'z']);
    expect(codeOf(id)).toMatchObject({
      categoryId: sub,
      colour: 5,
      support: { units: 1 },
    });
    expect(codesOfUnit(stays!)).toEqual([code]);
    expect(codesOfUnit(leaves!)).toEqual([id]);
    expect(
      refusalOf(() =>
        project.write((p) =>
          noun.splitCode(p, { codeId: code, unitIds: [leaves!], name: 'c' }),
        ),
      ),
    ).toBe('gone');
  });

  test('removing a code takes it off its units and leaves them', () => {
    const { turns } = aTranscript(project, 'FG1', ['P1: Ja']);
    const code = aCode(project, 'a');
    const unit = aUnit(project, turns, { codes: [code] });
    project.write((p) => noun.removeCodes(p, { codeIds: [code, code] }));
    expect(codesOfUnit(unit)).toEqual([]);
    project.undo();
    expect(codesOfUnit(unit)).toEqual([code]);
    project.write((p) => uncodeUnits(p, { unitIds: [unit], codeId: code }));
    expect(codesOfUnit(unit)).toEqual([]);
  });

  test('a code that is made by its name is the one that has it', () => {
    const code = aCode(project, 'Stöd');
    const found = project.write((p) =>
      noun.codeNamed(p, { name: 'stöd', definition: 'x' }),
    );
    expect(found).toBe(code);
    expect(codeOf(code).definition).toBe('');
  });

  test('units of codes come in the order of the text, each once, page by page', () => {
    const one = aTranscript(project, 'FG1', ['P1: Ja', 'P2: Nej', 'P3: Jo']);
    const two = aTranscript(project, 'FG2', ['P1: Igen']);
    const [a, b] = [aCode(project, 'a'), aCode(project, 'b')];
    const late = aUnit(project, [two.turns[0]!], { codes: [a] });
    const third = aUnit(project, [one.turns[2]!], { codes: [a, b] });
    const first = aUnit(project, [one.turns[0]!], { codes: [b] });
    const page = (offset: number, limit: number) =>
      noun
        .unitsOfCodes(project.read, { codeIds: [a, b], offset, limit })
        .map((unit) => unit.id);
    expect(page(0, 10)).toEqual([first, third, late]);
    expect(page(1, 1)).toEqual([third]);
  });

  test('what is asked of a code that is gone is refused', () => {
    const refusals = [
      () => project.write((p) => noun.renameCode(p, { codeId: gone, name: 'x' })),
      () => project.write((p) => noun.describeCode(p, { codeId: gone, definition: 'x' })),
      () => project.write((p) => noun.colourCode(p, { codeId: gone, colour: 1 })),
      () => project.write((p) => noun.mergeCodes(p, { into: gone, from: [gone] })),
      () => project.write((p) => noun.removeCodes(p, { codeIds: [gone] })),
      () =>
        project.write((p) =>
          noun.createCode(p, { name: 'x', definition: '', categoryId: gone as never }),
        ),
    ];
    expect(refusals.map(refusalOf)).toEqual(refusals.map(() => 'gone'));
  });
});
